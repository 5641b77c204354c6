package khabar.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.store.Store;
import picocli.CommandLine.Command;

/** {@code khabar reindex}. */
@Command(
        name = "reindex",
        description = {
            "Makes both search indexes anew from the dataset and the archive: over names, headlines and quotations, and over"
                    + " whole texts.",
            "Readers go on with what was there; writers wait until it is done."
        },
        mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
    private final Root root;

    ReindexCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            Store.Reindexed sizes = desk.reindex();
            root.print("indexed %d texts, %d bodies".formatted(sizes.labels(), sizes.bodies()));
        }
        return ExitCode.OK;
    }
}
