package khabar.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.ingest.DecisionOrder.Kind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khabar name}. */
@Command(
        name = "name",
        description = {
            "Decides whom or what a name in an article stands for, in the place of what was read.",
            "It holds at once, and whenever the article is read, until it is undone or other words stand there.",
            "A name is given by the key or IRI of its page, to which the page of its article leads.",
            "Whom it stands for is given by key or IRI, or by a name that the gazetteer has only once."
        },
        mixinStandardHelpOptions = true)
final class NameCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(
            names = "--throughout",
            description =
                    "It counts for the same name everywhere in the article, and for the surname of the same person.")
    private boolean throughout;

    @Mixin
    private DecisionLines lines = new DecisionLines();

    private final Root root;

    NameCommand(Root root) {
        this.root = root;
    }

    private static final class What {
        @Option(
                names = "--is",
                arity = "2",
                paramLabel = "NAME THING",
                hideParamSyntax = true,
                description = "The name stands for this person, organisation or place.")
        private List<String> is = List.of();

        @Option(names = "--nobody", paramLabel = "NAME", description = "The name stands for nobody known.")
        private Optional<String> nobody = Optional.empty();

        @Option(names = "--undo", paramLabel = "DECISION", description = "This decision holds no more.")
        private Optional<String> undo = Optional.empty();

        @Option(
                names = "--list",
                description = "Prints the decisions on names, the last first; those that change nothing now as lapsed.")
        private boolean list;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            if (what.list) {
                DecisionLines.list(root, desk, DecisionLines.On.NAMES);
            } else if (what.undo.isPresent()) {
                DecisionLines.undo(root, desk, what.undo.get());
            } else if (what.nobody.isPresent()) {
                lines.decide(root, desk, throughout ? Kind.UNLINK_ALL : Kind.UNLINK, List.of(what.nobody.get()));
            } else {
                lines.decide(root, desk, throughout ? Kind.LINK_ALL : Kind.LINK, what.is);
            }
            return ExitCode.OK;
        }
    }
}
