package khabar.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.app.desk.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khabar backup}. */
@Command(
        name = "backup",
        description = {
            "Writes all of the store, as of one moment, into one ZIP file; readers and writers go on.",
            "The search indexes are not in it: a restore makes them again."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The ZIP file; what is there is replaced when the new one is whole.")
    private Path file = Path.of("");

    private final Root root;

    BackupCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk();
                Bar bar = root.bar("backup", " k", 1_000)) {
            WholeFile.write(file, out -> desk.backup(out, bar));
        }
        return ExitCode.OK;
    }
}
