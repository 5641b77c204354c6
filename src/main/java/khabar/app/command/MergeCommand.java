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

/** {@code khabar merge}. */
@Command(
        name = "merge",
        description = {
            "Decides which reports are of one event, in the place of the automatic merging.",
            "A decision holds at once, and whatever comes, changes or goes later, until it is undone.",
            "Events, reports and decisions are named by key or IRI; what was merged into another event counts as that."
        },
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Mixin
    private DecisionLines lines = new DecisionLines();

    private final Root root;

    MergeCommand(Root root) {
        this.root = root;
    }

    private static final class What {
        @Option(names = "--join", arity = "2", paramLabel = "EVENT", description = "Two events are one.")
        private List<String> join = List.of();

        @Option(
                names = "--split",
                paramLabel = "REPORT",
                description = "This report is not of the event that it is in.")
        private Optional<String> split = Optional.empty();

        @Option(
                names = "--apart",
                arity = "2",
                paramLabel = "REPORT",
                description = "Two reports are not of one event.")
        private List<String> apart = List.of();

        @Option(
                names = "--pin",
                paramLabel = "EVENT",
                description = "The reports that this event has now stay together.")
        private Optional<String> pin = Optional.empty();

        @Option(names = "--undo", paramLabel = "DECISION", description = "This decision holds no more.")
        private Optional<String> undo = Optional.empty();

        @Option(names = "--list", description = "Prints the decisions on events that hold, the last first.")
        private boolean list;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            if (what.list) {
                DecisionLines.list(root, desk, DecisionLines.On.REPORTS);
            } else if (what.undo.isPresent()) {
                DecisionLines.undo(root, desk, what.undo.get());
            } else if (what.split.isPresent()) {
                lines.decide(root, desk, Kind.SPLIT, List.of(what.split.get()));
            } else if (what.pin.isPresent()) {
                lines.decide(root, desk, Kind.PIN, List.of(what.pin.get()));
            } else if (what.join.isEmpty()) {
                lines.decide(root, desk, Kind.APART, what.apart);
            } else {
                lines.decide(root, desk, Kind.JOIN, what.join);
            }
            return ExitCode.OK;
        }
    }
}
