package khabar.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import khabar.app.desk.Desk;
import khabar.article.ArticleFiles;
import khabar.ingest.Batch;
import khabar.ingest.IngestReport;
import khabar.store.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khabar ingest}. */
@Command(
        name = "ingest",
        description = "Reads articles and stores what they say. Reading the same text again changes nothing.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs = new Inputs();

    @Option(
            names = "--bulk",
            description =
                    "For whole archives, while no server runs: thousands of articles in one transaction. What was "
                            + "stored before it is stopped stays, and the same command goes on from there.")
    private boolean bulk;

    private final Root root;

    IngestCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Inputs.Found found = inputs.look(root::say);
        if (found.readable().isEmpty()) {
            return found.code();
        }
        IngestReport sum = IngestReport.NOTHING;
        long begun = System.nanoTime();
        try (Desk desk = root.desk();
                Bar bar = root.bar("ingest", " kB", 1_000)) {
            long total = bytes(found.readable());
            long done = 0;
            for (Path path : found.readable()) {
                long before = done;
                IngestReport report = take(desk, path, (bytes, unknown) -> bar.at(before + bytes, total));
                done += bytes(List.of(path));
                bar.at(done, total);
                root.sayRefusals(report, " in " + path);
                sum = sum.plus(report);
            }
        }
        root.print(sum.line());
        if (bulk) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            root.say("%.0f seconds, %.1f articles a second".formatted(seconds, sum.read() / seconds));
        }
        return sum.refused() > 0 ? ExitCode.REFUSED : found.code();
    }

    /** A file that was named goes in as a stream, so that it is seen how far it was read. */
    private IngestReport take(Desk desk, Path path, Progress progress) throws IOException {
        if (Inputs.isStandardInput(path)) {
            return desk.ingest(Inputs.STANDARD_INPUT, root.surroundings.in(), batch());
        }
        if (!Files.isRegularFile(path) || !root.surroundings.terminal()) {
            return desk.ingest(path, batch(), progress);
        }
        try (InputStream in = new WatchedInput(Files.newInputStream(path), progress)) {
            return desk.ingest(path.toString(), in, batch());
        }
    }

    private Batch batch() {
        return bulk ? Batch.LARGE : Batch.USUAL;
    }

    /** Of all files, also those below folders; 0 where one of them is a stream. */
    private static long bytes(List<Path> paths) {
        return paths.stream().anyMatch(Inputs::isStandardInput)
                ? 0
                : paths.stream()
                        .flatMap(path -> Files.isDirectory(path) ? ArticleFiles.below(path).stream() : Stream.of(path))
                        .mapToLong(path -> path.toFile().length())
                        .sum();
    }
}
