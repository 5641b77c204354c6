package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.BadInput;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.app.desk.ServerFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What keeps a store well: validate, backup, restore, compact, verify; with and without a server. */
class UpkeepTest {
    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of("unused"));

    @BeforeEach
    void useANewStore() {
        shell = new Shell(folder.resolve("store"));
    }

    @Tag("X-02")
    @Test
    void whatWasBackedUpIsRestoredAndWell() throws IOException {
        ingest();
        String before = shell.run("export", "--format", "nquads").out();
        Path backup = folder.resolve("store.zip");

        assertThat(shell.run("backup", backup.toString())).isEqualTo(new Shell.Ran(0, "", ""));
        Shell again = new Shell(folder.resolve("again"));
        Shell.Ran restored = again.run("restore", backup.toString());

        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).startsWith("restored ").endsWith(" with the base http://localhost:8080/\n");
        assertThat(again.run("export", "--format", "nquads").out().lines())
                .containsExactlyInAnyOrderElementsOf(before.lines().toList());
        Shell.Ran verified = again.run("verify");
        assertThat(verified.out()).endsWith("2 originals: 0 findings\n").hasLineCount(1);
        assertThat(verified.code()).isZero();
        assertThat(again.run("compact").out()).startsWith("compacted from ").hasLineCount(1);
        assertThat(again.run("ingest", folder.resolve("day.jsonl").toString()).out())
                .isEqualTo("read 2: 0 new, 0 changed, 2 unchanged, 0 refused\n");

        Shell.Ran occupied = again.run("restore", backup.toString());
        assertThat(occupied.code()).isEqualTo(ExitCode.USAGE);
        assertThat(occupied.err()).contains("is not empty").hasLineCount(1);
        Shell third = new Shell(folder.resolve("third"));
        Shell.Ran otherBase = third.run("restore", "-Dkhabar.base=https://news.example/", backup.toString());
        assertThat(otherBase.code()).isEqualTo(ExitCode.USAGE);
        assertThat(otherBase.err()).contains("http://localhost:8080/").hasLineCount(1);
        Files.writeString(backup, "no backup");
        Shell.Ran foreign = third.run("restore", backup.toString());
        assertThat(foreign.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(foreign.err()).contains("is no backup of Khabar").hasLineCount(1);
        assertThat(third.run("restore", folder.resolve("nothing.zip").toString())
                        .code())
                .isEqualTo(ExitCode.NO_INPUT);
        assertThat(names()).containsExactlyInAnyOrder("store", "again", "store.zip", "day.jsonl");
    }

    @Tag("X-02")
    @Test
    void aServerGoesOnThroughAllOfIt() throws IOException {
        ingest();
        Path backup = folder.resolve("store.zip");
        try (ConfigurableApplicationContext server = ServerTest.start(shell.store())) {
            assertThat(server.isActive()).isTrue();
            assertThat(shell.run("verify").out()).endsWith(": 0 findings\n").hasLineCount(1);
            assertThat(shell.run("backup", backup.toString())).isEqualTo(new Shell.Ran(0, "", ""));
            assertThat(shell.run("compact").out()).startsWith("compacted from ").hasLineCount(1);
            Path visit = Files.writeString(folder.resolve("visit.txt"), Texts.VISIT);
            assertThat(shell.run("ingest", visit.toString()).out()).startsWith("read 1: 1 new");
            assertThat(shell.run("verify").out()).endsWith("3 originals: 0 findings\n");

            Shell.Ran restore = shell.run("restore", backup.toString());
            assertThat(restore.code()).isEqualTo(ExitCode.BUSY);
            assertThat(restore.err())
                    .contains("in use by the server with PID "
                            + ProcessHandle.current().pid())
                    .hasLineCount(1);
            Shell.Ran otherBase = shell.run("stats", "-Dkhabar.base=https://news.example/");
            assertThat(otherBase.code()).isEqualTo(ExitCode.USAGE);
            assertThat(otherBase.err()).contains("http://localhost:8080/").hasLineCount(1);
        }
        Shell again = new Shell(folder.resolve("again"));
        assertThat(again.run("restore", backup.toString()).code()).isZero();
        assertThat(again.run("stats").out()).containsPattern("articles +2\n");
    }

    @Test
    void validateSaysWhatWouldBeRefusedAndStoresNothing() throws IOException {
        Path day = Files.writeString(
                folder.resolve("day.jsonl"), Texts.LINE_PARIS + "\n{\"id\":\n" + Texts.LINE_ROME + "\n");

        Shell.Ran ran = shell.run("validate", day.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).isEqualTo("read 3: 2 good, 1 refused\n");
        assertThat(ran.err()).startsWith("khabar: " + day + ":2: ").hasLineCount(1);
        Path good = Files.writeString(folder.resolve("visit.txt"), Texts.VISIT);
        assertThat(shell.run("validate", good.toString()))
                .isEqualTo(new Shell.Ran(0, "read 1: 1 good, 0 refused\n", ""));
        assertThat(shell.run("validate", folder.resolve("missing").toString()).code())
                .isEqualTo(ExitCode.NO_INPUT);
        assertThat(shell.store()).doesNotExist();
    }

    @BadInput(97)
    @Test
    void oddFilesAreOneLineEach() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.txt");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");
        Path loop = folder.resolve("loop.txt");
        Files.createSymbolicLink(loop, loop);
        Path options = Files.writeString(folder.resolve("-rf"), Texts.VISIT);

        for (String command : List.of("ingest", "validate", "read")) {
            for (Path odd : List.of(pipe, loop)) {
                Shell.Ran ran = shell.run(command, odd.toString());
                assertThat(ran.code()).as(command + " " + odd).isEqualTo(ExitCode.NO_INPUT);
                assertThat(ran.err())
                        .as(command + " " + odd)
                        .contains(odd.toString())
                        .hasLineCount(1);
            }
            assertThat(shell.run(command, "-rf").code()).isEqualTo(ExitCode.USAGE);
        }
        assertThat(shell.run("validate", options.toString()).code()).isZero();
        for (String command : List.of("backup", "export -o")) {
            String[] words = (command + " " + folder).split(" ", 0);
            Shell.Ran ran = shell.run(words);
            assertThat(ran.code()).as(command).isEqualTo(ExitCode.NO_INPUT);
            assertThat(ran.err()).as(command).hasLineCount(1);
        }
        assertThat(shell.store()).doesNotExist();
    }

    @BadInput(96)
    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
        ingest();
        for (String command : List.of("backup", "export -o")) {
            Shell.Ran folderThere = shell.run((command + " " + folder).split(" ", 0));
            assertThat(folderThere.code()).as(command).isEqualTo(ExitCode.USAGE);
            Shell.Ran nowhere = shell.run((command + " " + folder.resolve("no/such/file")).split(" ", 0));
            assertThat(nowhere.code()).as(command).isEqualTo(ExitCode.NO_INPUT);
        }
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assumeTrue(!Files.isWritable(closed), "root writes everywhere");
        assertThat(shell.run("backup", closed.resolve("b.zip").toString()).code())
                .isEqualTo(ExitCode.NOT_PERMITTED);
    }

    @BadInput(96)
    @Test
    void aServerOnAFullDiskRefusesWritesAndGoesOnAnswering() throws IOException {
        ingest();
        String oslo = "{\"id\":\"o\",\"source\":\"Example\",\"body\":\"The minister arrived in Oslo.\"}";
        Path more = Files.writeString(folder.resolve("more.jsonl"), oslo);
        Shell.Ran alone = shell.run("ingest", "-Dkhabar.store.reserve=1000TB", more.toString());
        assertThat(alone.code()).isEqualTo(ExitCode.IO);
        assertThat(alone.err()).contains("khabar.store.reserve").hasLineCount(1);
        Map<String, String> settings =
                Map.of("server.port", "0", "khabar.sample", "false", "khabar.store.reserve", "1000TB");

        try (ConfigurableApplicationContext server =
                Khabar.start(new Settings(shell.store(), Optional.empty(), settings))) {
            assertThat(server.isActive()).isTrue();
            ServerFile file = ServerFile.find(shell.store()).orElseThrow();
            Api api = new Api(file.port(), "Bearer " + file.token());
            HttpResponse<String> refused = api.send("POST", "/api/articles", oslo);
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            Shell.Ran beside = shell.run("ingest", more.toString());
            assertThat(beside.code()).isEqualTo(ExitCode.IO);
            assertThat(beside.err()).contains("khabar.store.reserve").hasLineCount(1);
            assertThat(api.send("GET", "/sparql?query=ASK%7B%7D", "").statusCode())
                    .isEqualTo(200);
            assertThat(shell.run("compact").code()).isEqualTo(ExitCode.IO);
        }
    }

    @Test
    void everyCommandSaysHowItMayEnd() {
        for (String command : List.of(
                "serve",
                "ingest",
                "read",
                "query",
                "export",
                "remove",
                "reread",
                "stats",
                "validate",
                "backup",
                "restore",
                "compact",
                "verify",
                "reindex",
                "password")) {
            assertThat(shell.run(command, "--help").out())
                    .as(command)
                    .contains("Exit codes:", "  65 ", "  66 ", "  70 ", "  74 ", "  75 ", "  77 ");
        }
    }

    @Test
    void anEntityAndAGraphAreNotExportedTogether() {
        Shell.Ran ran = shell.run("export", "--entity", "id/person/a", "--graph", "graph/events");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("not two").hasLineCount(1);
    }

    private void ingest() throws IOException {
        Path day = Files.writeString(folder.resolve("day.jsonl"), Texts.LINE_PARIS + "\n" + Texts.LINE_ROME + "\n");
        assertThat(shell.run("ingest", day.toString()).code()).isZero();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }
}
