package khabar.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.app.desk.Desk;
import khabar.ingest.Decided;
import khabar.ingest.DecisionOrder;
import khabar.vocab.Base;
import picocli.CommandLine.Option;

/** Who decides and why, and how decisions are printed: what {@code merge}, {@code actor} and {@code name} share. */
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
                .map(Base.Local::key)
                .orElse(given);
        if (!key.matches("[a-z0-9-]+")) {
            throw new Stop(ExitCode.USAGE, given + " is neither the key nor the IRI of a decision; see --list");
        }
        Decided undone = desk.undo(key);
        root.print("undone " + undone.decision() + ": " + String.join(" ", undone.now()));
    }

    /** What decisions are on. */
    enum On {
        REPORTS,
        ACTORS,
        NAMES;

        static On of(Desk desk, Decided decided) {
            String type = desk.base()
                    .parse(decided.of().getFirst())
                    .map(Base.Local::type)
                    .orElse("");
            return switch (type) {
                case "report" -> REPORTS;
                case "mention" -> NAMES;
                default -> ACTORS;
            };
        }
    }

    /** Prints one a line: key, when, who, verdict, things, the words of a name, note; parted by tabs. */
    static void list(Root root, Desk desk, On on) throws IOException {
        for (Decided decided : desk.decisions()) {
            if (On.of(desk, decided) == on) {
                root.print(Stream.of(
                                decided.decision(),
                                decided.at(),
                                decided.by(),
                                verdict(on, decided),
                                String.join(" ", decided.of()),
                                decided.words(),
                                decided.note())
                        .flatMap(Stream::ofNullable)
                        .map(part -> part.replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\t")));
            }
        }
    }

    private static String verdict(On on, Decided decided) {
        boolean lapsed = on == On.NAMES && decided.now().isEmpty();
        return decided.apart() == null ? (lapsed ? "lapsed " : "") + decided.verdict() : "split " + decided.apart();
    }
}
