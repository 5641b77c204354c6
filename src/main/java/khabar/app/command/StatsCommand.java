package khabar.app.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import picocli.CommandLine.Command;

/** {@code khabar stats}. */
@Command(name = "stats", description = "Counts what is in the store.", mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {
    private final Root root;

    StatsCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            for (Map.Entry<String, Long> count : desk.stats().entrySet()) {
                root.print("%-14s %,12d".formatted(count.getKey(), count.getValue()));
            }
        }
        return ExitCode.OK;
    }
}
