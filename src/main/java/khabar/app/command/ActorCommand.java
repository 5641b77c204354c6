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

/** {@code khabar actor}. */
@Command(
        name = "actor",
        description = {
            "Decides which names that the gazetteer does not know are one, or who they are.",
            "A decision holds at once, and whatever comes, changes or goes later, until it is undone.",
            "People and organisations are named by key or IRI; of two at least one is not in the gazetteer."
        },
        mixinStandardHelpOptions = true)
final class ActorCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Mixin
    private DecisionLines lines = new DecisionLines();

    private final Root root;

    ActorCommand(Root root) {
        this.root = root;
    }

    private static final class What {
        @Option(names = "--same", arity = "2", paramLabel = "ACTOR", description = "Two are one.")
        private List<String> same = List.of();

        @Option(names = "--different", arity = "2", paramLabel = "ACTOR", description = "Two are not one.")
        private List<String> different = List.of();

        @Option(names = "--undo", paramLabel = "DECISION", description = "This decision holds no more.")
        private Optional<String> undo = Optional.empty();

        @Option(names = "--list", description = "Prints the decisions on actors that hold, the last first.")
        private boolean list;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            if (what.list) {
                DecisionLines.list(root, desk, DecisionLines.On.ACTORS);
            } else if (what.undo.isPresent()) {
                DecisionLines.undo(root, desk, what.undo.get());
            } else if (what.same.isEmpty()) {
                lines.decide(root, desk, Kind.DIFFERENT, what.different);
            } else {
                lines.decide(root, desk, Kind.SAME, what.same);
            }
            return ExitCode.OK;
        }
    }
}
