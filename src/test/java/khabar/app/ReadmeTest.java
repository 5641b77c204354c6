package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.app.command.Commands;
import khabar.app.command.Surroundings;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;

/** The README speaks of what is there. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void namesOnlyFilesThatExist() throws IOException {
        List<String> named = found("(?<![\\w/.-])((?:src|ontology|queries|rdf|\\.ci)(?:/[\\w.-]+)*)(?![\\w/-])")
                .toList();

        assertThat(named).contains("src/main/java/khabar/ingest/Ingest.java");
        assertThat(named).allSatisfy(name -> assertThat(Path.of(name)).exists());
        assertThat(Path.of("LICENSE")).exists();
        assertThat(Path.of("NOTICE")).exists();
        assertThat(Path.of("khabar")).isExecutable();
        assertThat(Path.of(".ci/run")).isExecutable();
    }

    @Test
    void namesOnlyCommandsThatExistAndAllOfThem() throws IOException {
        List<String> commands = Pattern.compile("(?m)^  ([a-z]+) ")
                .matcher(help())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(commands).contains("serve", "ingest");
        assertThat(found("(?:\\./|`)khabar ([a-z]+)").distinct()).containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void listsEveryPackageInTheOrderOfTheFlow() throws IOException {
        List<String> listed = found("(?m)^\\| `([a-z]+)` \\|").toList();

        try (Stream<Path> folders = Files.list(Path.of("src/main/java/khabar"))) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void itsQueryIsOne() throws IOException {
        String query = Files.readString(README)
                .lines()
                .dropWhile(line -> !line.startsWith("    PREFIX"))
                .takeWhile(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));

        assertThat(QueryFactory.create(query).isSelectType()).isTrue();
    }

    private static Stream<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult match) -> match.group(1));
    }

    private static String help() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Commands.run(
                new Surroundings(
                        new ByteArrayInputStream(new byte[0]), out, err, false, Map.of(), Map.of(), settings -> {}),
                "--help");
        return out.toString(StandardCharsets.UTF_8);
    }
}
