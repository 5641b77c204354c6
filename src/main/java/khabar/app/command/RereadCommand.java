package khabar.app.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.ingest.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khabar reread}. */
@Command(
        name = "reread",
        description = {
            "Reads all stored articles again from the archive: after a change of the reader, of the gazetteer or of the"
                    + " terms of a source.",
            "What would come out the same stays as it is; an article that cannot be read any more, too, and is named."
        },
        mixinStandardHelpOptions = true)
final class RereadCommand implements Callable<Integer> {
    @Option(names = "--article", paramLabel = "<article>", description = "Only this one: its key, or its IRI.")
    private Optional<String> article = Optional.empty();

    private final Root root;

    RereadCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk();
                Bar bar = root.bar("reread", "", 1)) {
            IngestReport report = desk.reread(article.map(given -> RemoveCommand.key(given, desk.base())), bar);
            root.sayRefusals(report, "");
            root.print("read %d: %d changed, %d unchanged, %d refused"
                    .formatted(report.read(), report.changed(), report.unchanged(), report.refused()));
            return report.refused() > 0 ? ExitCode.REFUSED : ExitCode.OK;
        }
    }
}
