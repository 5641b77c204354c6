package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import khabar.app.Khabar;
import khabar.gazetteer.Gazetteer;
import khabar.store.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast {@code khabar ingest --bulk} makes a store of raw articles: {@code mvn -Pbench verify -Dtest=BulkBenchmark
 * -Dkhabar.articles=100000}. The command runs in a process of its own with little memory, once from beginning to end, and
 * once killed on its way and started again, after which the same statements have to be there.
 */
class BulkBenchmark {
    private static final int ARTICLES = Integer.getInteger("khabar.articles", 5_000);
    private static final int A_FILE = 1_000;
    private static final String MEMORY = "-Xmx1g";

    @Test
    void rate(@TempDir Path folder) throws IOException, InterruptedException {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        write(archive);
        System.out.printf("%nLoading %d articles of %d words, %s%n", ARTICLES, MadeNews.WORDS, MEMORY);

        Process whole = load(archive, folder.resolve("whole"));
        System.out.print(new String(whole.getInputStream().readAllBytes()));
        System.out.printf("Store: %d MB%n", size(folder.resolve("whole")) >> 20);
        assertThat(whole.waitFor()).isZero();

        if (ARTICLES <= 5_000) {
            Process killed = load(archive, folder.resolve("killed"));
            killed.waitFor(ARTICLES / 100, TimeUnit.SECONDS);
            killed.destroyForcibly().waitFor();
            Process again = load(archive, folder.resolve("killed"));
            System.out.print("After a kill: " + new String(again.getInputStream().readAllBytes()));
            assertThat(statements(folder, "killed")).isEqualTo(statements(folder, "whole"));
        }
    }

    private static void write(Path folder) throws IOException {
        MadeNews news = new MadeNews(1, Gazetteer.load());
        for (int from = 0; from < ARTICLES; from += A_FILE) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("%07d.jsonl".formatted(from)))) {
                for (int number = from; number < Math.min(ARTICLES, from + A_FILE); number++) {
                    out.write(news.line(number));
                    out.newLine();
                }
            }
        }
    }

    private static Process load(Path archive, Path store) throws IOException {
        return Child.start(
                Child.classPath(),
                // As the launcher does.
                List.of(MEMORY, "-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseParallelGC"),
                Khabar.class,
                "ingest",
                "--bulk",
                archive.toString(),
                "--store",
                store.toString());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** All but times of reading, and addresses that were replaced: those depend on what came together. */
    private static List<String> statements(Path folder, String store) throws IOException, InterruptedException {
        Path dump = folder.resolve(store + ".nq");
        Child.run(
                Child.classPath(),
                List.of(),
                Khabar.class,
                "export",
                "--format",
                "NQUADS",
                "-o",
                dump.toString(),
                "--store",
                folder.resolve(store).toString());
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> !line.contains("dateTime>")
                            && !line.contains("/graph/dataset>")
                            && !line.contains("isReplacedBy>"))
                    .sorted()
                    .toList();
        }
    }
}
