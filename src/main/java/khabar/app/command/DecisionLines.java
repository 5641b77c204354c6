package khabar.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import khabar.app.desk.Desk;
import khabar.ingest.Decided;
import khabar.ingest.DecisionOrder;
import picocli.CommandLine.Option;

/** Who decides and why, and how decisions are printed: what {@code merge} and {@code actor} share. */
final class DecisionLines {
    @Option(names = "--note", paramLabel = "TEXT", description = "Why, in your own words; published with the decision.")
    private String note = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who decides, as it is published; default: your user name here.")
    private Optional<String> by = Optional.empty();

    /** Decides, and prints the key of the decision and what its things are now. */
    void decide(Root root, Desk desk, DecisionOrder.Kind kind, List<String> of) throws IOException {
        String who = by.or(
                        () -> Optional.ofNullable(root.surroundings.properties().get("user.name"))
                                .filter(name -> !name.isBlank()))
                .orElse("an editor");
        DecisionOrder order;
        try {
            order = new DecisionOrder(kind, of, who, note);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
        Decided decided = desk.decide(order);
        root.print("decided " + decided.decision() + ": " + String.join(" ", decided.now()));
    }

    /** Undoes, and prints what the things are now. */
    static void undo(Root root, Desk desk, String given) throws IOException {
        String key = desk.base()
                .parse(given)
                .filter(local -> local.type().equals("decision"))
                .map(khabar.vocab.Base.Local::key)
                .orElse(given);
        if (!key.matches("[a-z0-9-]+")) {
            throw new Stop(ExitCode.USAGE, given + " is neither the key nor the IRI of a decision; see --list");
        }
        Decided undone = desk.undo(key);
        root.print("undone " + undone.decision() + ": " + String.join(" ", undone.now()));
    }

    /**
     * Prints one a line: key, when, who, verdict, things, note; parted by tabs.
     *
     * @param reports those on reports; else those on actors
     */
    static void list(Root root, Desk desk, boolean reports) throws IOException {
        String report = desk.base().iri() + "id/report/";
        for (Decided decided : desk.decisions()) {
            if (decided.of().getFirst().startsWith(report) == reports) {
                root.print(String.join(
                        "\t",
                        decided.decision(),
                        decided.at(),
                        decided.by(),
                        decided.apart() == null ? decided.verdict() : "split " + decided.apart(),
                        String.join(" ", decided.of()),
                        decided.note().replaceAll("\\s+", " ")));
            }
        }
    }
}
