package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotThereSaysSo() {
        assertThat(message(folder.resolve("a.txt"))).isEqualTo("no such file");
        assertThat(message(folder)).startsWith("holds no file");
    }

    @Test
    void foldersAreReadInTheOrderOfTheirNames() throws IOException {
        Files.createDirectories(folder.resolve("b/deep"));
        Files.writeString(folder.resolve("b/deep/c.txt"), "They met on Monday.");
        Files.writeString(folder.resolve("a.TXT"), "They met on Tuesday.");
        Files.writeString(folder.resolve("b/data"), "{\"body\":\"They met on Friday.\"}");
        Files.writeString(folder.resolve("notes.md"), "They met on Sunday.");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/d.txt"), "They met on Saturday.");
        Files.writeString(folder.resolve(".e.txt"), "They met on Saturday.");
        assertThat(read(folder).stream().map(ArticleFilesTest::shown))
                .containsExactly(
                        "a.TXT",
                        "data",
                        "c.txt",
                        "notes.md: is of no kind that is read in a folder; "
                                + "if it is an article in plain text, name it .txt or give the file itself");
        assertThat(read(folder.resolve("notes.md"))).hasOnlyElementsOfType(Parsed.Accepted.class);
    }

    @Test
    void whatCannotBeOpenedInAFolderIsOneRefusalEach() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("news/deep"));
        Files.createSymbolicLink(inside.resolve("up"), folder.resolve("news"));
        Files.createSymbolicLink(inside.resolve("nowhere.txt"), folder.resolve("gone.txt"));
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("a.txt"), "They met on Monday.");
        Files.createSymbolicLink(inside.resolve("other"), other);
        assertThat(read(folder.resolve("news")).stream().map(ArticleFilesTest::shown))
                .containsExactly(
                        "nowhere.txt: is a link that leads nowhere",
                        "a.txt",
                        "up: is a link to a folder that it lies in; it is not followed");
        Path closed = Files.createDirectories(folder.resolve("news/closed"));
        assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "root may read everything");
        assertThat(read(folder.resolve("news")).stream().map(ArticleFilesTest::shown))
                .contains("closed: is a folder that may not be looked into; check its permissions");
        assertThat(message(closed)).startsWith("is a folder that may not be looked into");
    }

    @Test
    void aFileThatCannotBeReadIsOneRefusal() throws IOException {
        assertThat(message(file("empty.txt", new byte[0]))).contains("is empty");
        assertThat(message(file("empty.jsonl", new byte[0]))).contains("is empty");
        assertThat(message(file("binary.txt", new byte[] {'a', 0, 'b'}))).contains("binary");
        assertThat(message(file("long.txt", "word ".repeat(1_000_001).getBytes(StandardCharsets.UTF_8))))
                .startsWith("longer than 5 MB");
        Parsed bad =
                read(file("bad.txt", new byte[] {'a', '\n', 'b', (byte) 0xFF})).getFirst();
        assertThat(((Parsed.Refused) bad).problem().at().line()).isEqualTo(2);
        assertThat(((Parsed.Refused) bad).problem().message()).startsWith("byte 2 of the line");
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("a.txt"));
        assertThat(message(link)).isEqualTo("is a link that leads nowhere");
        Path inside = Files.createDirectory(folder.resolve("b"));
        Files.createSymbolicLink(inside.resolve("up"), folder);
        assertThatCode(() -> ArticleFiles.below(folder)).doesNotThrowAnyException();
    }

    @Test
    void whatMayNotBeReadIsRefused() throws IOException {
        Path secret = file("secret.txt", "They met.".getBytes(StandardCharsets.UTF_8));
        assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "root may read everything");
        assertThat(message(secret)).startsWith("may not be read");
    }

    @Test
    void aPipeDoesNotHang() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.txt");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo");
        new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(message(pipe)).startsWith("neither a file nor a folder"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First Published: 2017-09-12",
                "Published: 12 September 2017",
                "published on 2017-09-12",
                "Date: 2017-09-12",
                "Publication date: Sept. 12, 2017",
                "تاريخ النشر: ١٢ أيلول ٢٠١٧",
                "نُشر في: 2017-09-12",
                "2017-09-12",
                "\uFEFF\n\nPublished:2017-09-12\r"
            })
    void aHeaderTellsTheDay(String header) throws IOException {
        Article article = article(header + "\n\nMinisters meet in the capital\n\nThey met on Tuesday.\n");
        assertThat(article.publication().published()).contains(Published.on(LocalDate.of(2017, 9, 12)));
        assertThat(article.content().texts(ZoneKind.HEADLINE)).containsExactly("Ministers meet in the capital");
    }

    @Test
    void theDayMayStandBelowTheHeadline() throws IOException {
        Article article = article("Ministers meet in the capital\n\nPublished: 2017-09-12\n\nThey met on Tuesday.\n");
        assertThat(article.publication().published()).isPresent();
        assertThat(article.publication().source()).isEmpty();
        assertThat(article.content().zones()).hasSize(2);
    }

    @Test
    void aHeaderWithoutADayIsRefusedInItsLine() throws IOException {
        Parsed read = read(file("a.txt", "\n\nPublished: 2017-02-30\n\nThey met.".getBytes(StandardCharsets.UTF_8)))
                .getFirst();
        assertThat(((Parsed.Refused) read).problem().at().line()).isEqualTo(3);
        assertThat(((Parsed.Refused) read).problem().message()).startsWith("field \"published\" is \"2017-02-30\"");
    }

    private Article article(String text) throws IOException {
        return ((Parsed.Accepted) read(file("article.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .getFirst())
                .article();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static String shown(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Accepted accepted -> name(accepted.article().at());
            case Parsed.Refused refused ->
                name(refused.problem().at()) + ": " + refused.problem().message();
        };
    }

    private static String name(SourceRef at) {
        return Path.of(at.file()).getFileName().toString();
    }

    private static List<Parsed> read(Path path) {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read(path, read::add);
        return read;
    }

    private static String message(Path path) {
        return ((Parsed.Refused) read(path).getFirst()).problem().message();
    }
}
