package khabar.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.app.desk.ServerFile;
import khabar.store.Backup;
import khabar.store.Restoration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khabar restore}. */
@Command(
        name = "restore",
        description = {
            "Makes a store of a backup, all of it or nothing, in a folder that is not there or empty.",
            "What is there is never replaced; no server may run on that folder."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "What khabar backup wrote.")
    private Path file = Path.of("");

    private final Root root;

    RestoreCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = root.settings(Map.of());
        refuseServer(settings.store());
        if (!Files.isRegularFile(file)) {
            throw new Stop(ExitCode.NO_INPUT, file + (Files.exists(file) ? ": is no file" : ": no such file"));
        }
        if (!Files.isReadable(file)) {
            throw new Stop(ExitCode.NOT_PERMITTED, file + ": may not be read; check its permissions");
        }
        try (Bar bar = root.bar("restore", " k", 1_000)) {
            Backup.Manifest backup = Restoration.inspect(file);
            if (settings.base().isPresent() && !settings.base().get().iri().equals(backup.base())) {
                throw new Stop(
                        ExitCode.USAGE,
                        "the backup has the base " + backup.base() + ", not "
                                + settings.base().get() + "; leave khabar.base out, or set " + backup.base());
            }
            Restoration.into(settings.store(), file, bar);
            root.print("restored %d quads and %d originals with the base %s"
                    .formatted(backup.quads(), backup.originals(), backup.base()));
        } catch (Restoration.Damaged damaged) {
            throw new Stop(ExitCode.REFUSED, file + " " + damaged.getMessage());
        }
        return ExitCode.OK;
    }

    private static void refuseServer(Path store) throws IOException {
        Optional<ServerFile> server = ServerFile.find(store);
        if (server.isPresent()) {
            throw new Stop(
                    ExitCode.BUSY,
                    "store in use by the server with PID " + server.get().pid() + ": " + store
                            + "; stop it, or name a new folder with --store");
        }
    }
}
