package khabar.app.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.store.Store;
import picocli.CommandLine.Command;

/** {@code khabar compact}. */
@Command(
        name = "compact",
        description = {
            "Writes the dataset anew, without what was replaced or removed, and prints its size before and after.",
            "Readers go on; writers wait until it is done."
        },
        mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {
    private final Root root;

    CompactCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            Store.Compacted sizes = desk.compact();
            root.print("compacted from %s to %s".formatted(megabytes(sizes.before()), megabytes(sizes.after())));
        }
        return ExitCode.OK;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
