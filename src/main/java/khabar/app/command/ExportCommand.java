package khabar.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import khabar.app.desk.Desk;
import khabar.app.desk.ExportOrder;
import khabar.app.desk.WholeFile;
import khabar.export.Format;
import khabar.vocab.Base;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khabar export}. */
@Command(
        name = "export",
        description = "Writes the graph, or one thing of it, as one snapshot.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default turtle.", defaultValue = "TURTLE")
    private Format format = Format.TURTLE;

    @Option(names = "--gzip", description = "Compress.")
    private boolean gzip;

    @Option(names = "--entity", paramLabel = "<iri>", description = "Only this thing.")
    private Optional<String> entity = Optional.empty();

    @Option(names = "--graph", paramLabel = "<iri>", description = "Only this graph.")
    private Optional<String> graph = Optional.empty();

    @Option(names = "--source", paramLabel = "<key>", description = "Only the articles of this source.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--from", paramLabel = "<day>", description = "Only articles published on this day or later.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "<day>", description = "Only articles published on this day or earlier.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "<state>",
            description = "What changed since the state with this number, as RDF Patch.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--base", paramLabel = "<iri>", description = "What the IRIs are to begin with.")
    private Optional<String> base = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Default: standard output.")
    private Optional<Path> output = Optional.empty();

    private final Root root;

    ExportCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        ExportOrder.Articles articles = new ExportOrder.Articles(source, from, to);
        if (Stream.of(
                                entity.isPresent(),
                                graph.isPresent(),
                                since.isPresent(),
                                !articles.equals(ExportOrder.Articles.ALL))
                        .filter(asked -> asked)
                        .count()
                > 1) {
            throw new Stop(
                    ExitCode.USAGE,
                    "give one of --entity, --graph, --since, or --source with --from and --to, not two");
        }
        if (since.isPresent() && base.isPresent()) {
            throw new Stop(ExitCode.USAGE, "changes are told with the base of the store: leave --base out");
        }
        try (Desk desk = root.existingDesk()) {
            Base published = base.map(ExportCommand::checked).orElse(desk.base());
            root.warnOfLocal(published);
            ExportOrder order = new ExportOrder(
                    format,
                    gzip,
                    entity.map(given -> absolute(given, desk.base())),
                    graph.map(given -> absolute(given, desk.base())),
                    articles,
                    since,
                    base);
            if (output.isPresent()) {
                try (Bar bar = root.bar("export", " MB", 1_000_000)) {
                    WholeFile.write(output.get(), out -> desk.export(order, new Watched(out, bar)));
                }
            } else {
                desk.export(order, root.surroundings.out());
            }
        }
        return ExitCode.OK;
    }

    private static String absolute(String given, Base base) {
        return given.startsWith("id/") || given.startsWith("graph/")
                ? base.resolve(given).getURI()
                : given;
    }

    private static Base checked(String iri) {
        try {
            return new Base(iri);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }
}
