package khabar.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.export.DumpManifest;
import picocli.CommandLine.Command;

/** {@code khabar dump}. */
@Command(
        name = "dump",
        description = {
            "Writes a dated dump beside the store: N-Quads, N-Triples and Turtle with checksums and a manifest.",
            "A server offers it under /export. Where nothing has changed since the last one, nothing is written."
        },
        mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {
    private final Root root;

    DumpCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            root.warnOfLocal(desk.base());
            DumpManifest dump = desk.dump();
            root.print("dump " + dump.name() + ": state " + dump.version() + ", " + dump.quads() + " quads, "
                    + dump.triples() + " triples");
        }
        return ExitCode.OK;
    }
}
