package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the graph holds of the article that the project started from; skipped where {@code khabar.data} names no folder. */
class SeedTest {
    private static final Path QUESTIONS = Path.of("src/test/resources/seed");

    @Test
    void itsGraphAnswersEveryQuestion(@TempDir Path folder) throws IOException {
        String data = System.getProperty("khabar.data", "");
        assumeThat(data).as("khabar.data is not set").isNotBlank().doesNotStartWith("${");
        Path seed = Path.of(data, "seed");
        assumeThat(seed).as("no seed in khabar.data").isDirectory();
        Shell shell = new Shell(folder.resolve("store"));

        assertThat(shell.run("ingest", seed.toString()).out())
                .isEqualTo("read 1: 1 new, 0 changed, 0 unchanged, 0 refused\n");

        assertThat(questions())
                .hasSizeGreaterThan(8)
                .allSatisfy(question -> assertThat(shell.run("query", "--format", "csv", question.toString())
                                .out())
                        .as(question.toString())
                        .contains("true"));
    }

    private static List<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            return files.sorted().toList();
        }
    }
}
