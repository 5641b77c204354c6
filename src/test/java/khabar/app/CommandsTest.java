package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import khabar.BadInput;
import khabar.app.command.ExitCode;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands without a server. */
class CommandsTest {
    private static final String ARTICLES = "SELECT ?a { ?a a <https://w3id.org/khabar/ns#Article> }";

    /** Holds a store that is there and empty, for what may not change it. */
    @TempDir
    static Path untouched;

    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of("unused"));

    @BeforeAll
    static void makeAStore() {
        Store.open(new StoreSettings(untouched.resolve("store")), Base.LOCAL).close();
    }

    @BeforeEach
    void useANewStore() {
        shell = new Shell(folder.resolve("store"));
    }

    @Test
    void whatWasIngestedIsFoundExportedAndRemoved() throws IOException {
        Path file = file("visit.txt", Texts.VISIT);

        assertThat(shell.run("ingest", file.toString()))
                .isEqualTo(new Shell.Ran(0, "read 1: 1 new, 0 changed, 0 unchanged, 0 refused\n", ""));
        Shell.Ran found = shell.run("query", "--format", "csv", ARTICLES);
        assertThat(found.err()).isEmpty();
        String iri = found.out().lines().skip(1).findFirst().orElseThrow();
        assertThat(iri).startsWith("http://localhost:8080/id/article/");

        Path dump = folder.resolve("all.nt.gz");
        Shell.Ran exported = shell.run("export", "--format", "ntriples", "--gzip", "-o", dump.toString());
        assertThat(exported.code()).isZero();
        assertThat(exported.err()).contains("is local").hasLineCount(1);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("<" + iri + ">");
        }
        assertThat(shell.run("export", "--entity", iri).out()).contains("schema:headline");
        assertThat(shell.run("export", "--entity", iri, "--base", "https://news.example/")
                        .out())
                .contains("https://news.example/id/article/")
                .doesNotContain("localhost");
        assertThat(shell.run("stats").out()).containsPattern("articles +1\n");

        assertThat(shell.run("remove", iri).code()).isZero();
        assertThat(shell.run("query", "--format", "csv", "ASK { GRAPH ?g { ?a <http://schema.org/headline> ?h } }")
                        .out())
                .contains("false");
        assertThat(shell.run("remove", iri).code()).isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void readPrintsOneObjectALineAndStoresNothing() throws IOException {
        Shell.Ran read = shell.run("read", file("visit.txt", Texts.VISIT).toString());

        assertThat(read.code()).isZero();
        assertThat(read.err()).isEmpty();
        assertThat(shell.store()).doesNotExist();
        JsonNode line = JsonMapper.shared().readTree(read.out());
        assertThat(line.propertyNames()).containsExactly("article", "at", "language", "zones", "mentions", "events");
        assertThat(line.get("language").asString()).isEqualTo("ar");
        assertThat(line.get("at").asString()).endsWith("visit.txt:1");
        for (JsonNode zone : line.get("zones")) {
            assertThat(zone.propertyNames()).containsExactly("zone", "field", "start", "end");
        }
        for (JsonNode mention : line.get("mentions")) {
            assertThat(mention.propertyNames())
                    .containsExactly("field", "start", "end", "text", "type", "entity", "confidence");
            assertThat(Texts.VISIT.substring(
                            mention.get("start").asInt(), mention.get("end").asInt()))
                    .isEqualTo(mention.get("text").asString());
        }
        for (JsonNode event : line.get("events")) {
            assertThat(event.propertyNames())
                    .containsExactlyInAnyOrder(
                            "type",
                            "mode",
                            "status",
                            "actors",
                            "recipients",
                            "hosts",
                            "victims",
                            "instruments",
                            "dead",
                            "wounded",
                            "place",
                            "date",
                            "precision",
                            "confidence",
                            "contexts",
                            "evidence");
        }
    }

    @Test
    void aBadLineIsNamedAndTheRestIsStored() throws IOException {
        Path file = file("day.jsonl", Texts.LINE_PARIS + "\n{\"id\":\n" + Texts.LINE_ROME + "\n");

        Shell.Ran ran = shell.run("ingest", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).isEqualTo("read 3: 2 new, 0 changed, 0 unchanged, 1 refused\n");
        assertThat(ran.err()).startsWith("khabar: " + file + ":2: ").hasLineCount(1);
    }

    @Test
    void whatCannotBeReadIsOneLineAndTheRestGoesOn() throws IOException {
        Path good = file("good.txt", Texts.VISIT);
        Path empty = file("empty.txt", "");
        Path binary = folder.resolve("picture.txt");
        Files.write(binary, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff});

        Shell.Ran ran = shell.run(
                "ingest",
                folder.resolve("missing.txt").toString(),
                empty.toString(),
                binary.toString(),
                good.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).isEqualTo("read 3: 1 new, 0 changed, 0 unchanged, 2 refused\n");
        assertThat(ran.err()).hasLineCount(3).doesNotContain("Exception");
    }

    @Test
    void aFolderIsReadFileByFile() throws IOException {
        Path news = Files.createDirectories(folder.resolve("news/deep"));
        Files.writeString(news.resolve("a.txt"), Texts.VISIT);
        Files.writeString(news.resolve("b.jsonl"), Texts.LINE_PARIS);
        Files.writeString(news.resolve("notes.md"), "not news");

        assertThat(shell.run("ingest", folder.resolve("news").toString()).out())
                .isEqualTo("read 3: 2 new, 0 changed, 0 unchanged, 1 refused\n");
        assertThat(shell.run("ingest", folder.resolve("news").toString()).out())
                .isEqualTo("read 3: 0 new, 0 changed, 2 unchanged, 1 refused\n");
    }

    @Test
    void anArchiveIsLoadedInBulkAndGoesOnWhereItWasStopped() throws IOException {
        Path news = Files.createDirectories(folder.resolve("archive"));
        Files.writeString(news.resolve("a.jsonl"), Texts.LINE_PARIS + "\n" + Texts.LINE_ROME + "\n");
        shell.run("ingest", news.resolve("a.jsonl").toString());
        Files.writeString(news.resolve("b.txt"), Texts.VISIT);

        Shell.Ran ran = shell.run("ingest", "--bulk", news.toString());

        assertThat(ran.out()).isEqualTo("read 3: 1 new, 0 changed, 2 unchanged, 0 refused\n");
        assertThat(ran.err()).matches("khabar: \\d+ seconds, [0-9.]+ articles a second\n");
    }

    @Test
    void standardInputIsReadInAnyForm() {
        assertThat(shell.runOn(Texts.LINE_PARIS + "\n" + Texts.LINE_ROME + "\n", "ingest", "-")
                        .out())
                .isEqualTo("read 2: 2 new, 0 changed, 0 unchanged, 0 refused\n");
        assertThat(shell.runOn(Texts.VISIT, "read", "-").code()).isZero();
        Shell.Ran bad = shell.runOn("{\"id\":\n", "ingest", "-");
        assertThat(bad.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(bad.err()).startsWith("khabar: standard input:1: not JSON").hasLineCount(1);
        assertThat(shell.runOn("", "ingest", "-").err()).contains("standard input:1: the file is empty");
    }

    @Test
    void aNameMayBeginWithADash() {
        assertThat(shell.run("read", "--", "-rf").err()).startsWith("khabar: -rf: no such file\n");
    }

    @Test
    void whereThereIsNothingToReadTheEndIsSixtySix() throws IOException {
        Shell.Ran missing = shell.run("ingest", folder.resolve("missing.txt").toString());

        assertThat(missing.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(missing.err()).hasLineCount(1);
        assertThat(shell.store()).doesNotExist();
        Path bare = Files.createDirectories(folder.resolve("bare"));
        assertThat(shell.run("read", bare.toString()).code()).isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void whatMayNotBeReadEndsWithSeventySeven() throws IOException {
        Path file = file("closed.txt", Texts.VISIT);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root reads everything");

        assertThat(shell.run("ingest", file.toString()).code()).isEqualTo(ExitCode.NOT_PERMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "query ASK{}", "export", "remove --sample", "remove 0123456789abcdef"})
    void whereThereIsNoStoreNoneIsMade(String line) {
        Shell.Ran ran = shell.run(line.split(" ", 0));

        assertThat(ran.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("no store").hasLineCount(1);
        assertThat(shell.store()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                "ingest",
                "ingest --bogus x",
                "query",
                "export --format pdf",
                "remove",
                "export --base ftp://x/",
                "stats -Dkhabar.base=nonsense"
            })
    void whatIsMisunderstoodEndsWithTwoAndOneLine(String line) {
        Shell.Ran ran = new Shell(untouched.resolve("store")).run(line.split(" ", 0));

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).startsWith("khabar: ").hasLineCount(1);
        assertThat(ran.out()).isEmpty();
    }

    @Tag("X-03")
    @BadInput(98)
    @Test
    void aStoreInUseEndsWithSeventyFive() {
        try (Store held = Store.open(new StoreSettings(shell.store()), Base.LOCAL)) {
            Shell.Ran ran = shell.run("stats");

            assertThat(held.version()).isNotNegative();
            assertThat(ran.code()).isEqualTo(ExitCode.BUSY);
            assertThat(ran.err()).contains("in use").hasLineCount(1);
        }
    }

    @Test
    void anotherBaseThanTheStoreWasMadeWithIsAClearError() {
        Store.open(new StoreSettings(shell.store()), Base.LOCAL).close();

        Shell.Ran ran = new Shell(shell.store(), Map.of("KHABAR_BASE", "https://news.example/")).run("stats");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err())
                .contains("http://localhost:8080/", "https://news.example/")
                .hasLineCount(1);
    }

    @Test
    void whatIsNoReadingQueryIsRefused() throws IOException {
        Store.open(new StoreSettings(shell.store()), Base.LOCAL).close();

        for (String query : List.of(
                "INSERT DATA { <a:a> <a:b> 1 }",
                "SELECT {",
                "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")) {
            Shell.Ran ran = shell.run("query", query);
            assertThat(ran.code()).as(query).isEqualTo(ExitCode.REFUSED);
            assertThat(ran.err()).as(query).hasLineCount(1);
        }
        assertThat(shell.runOn("ASK {}", "query", "--format", "csv", "-").out()).contains("true");
        Path file = file("q.rq", "ASK { ?s ?p <http://nothing.example/> }");
        assertThat(shell.run("query", "--format", "csv", file.toString()).out()).contains("false");
    }

    @Test
    void aFailedExportLeavesWhatWasThere() throws IOException {
        Store.open(new StoreSettings(shell.store()), Base.LOCAL).close();
        Path file = file("dump.ttl", "before");

        Shell.Ran ran =
                shell.run("export", "--entity", "http://localhost:8080/id/person/nobody", "-o", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("store", "dump.ttl");
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
