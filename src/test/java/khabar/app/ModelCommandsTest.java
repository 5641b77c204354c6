package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.names.model.TinyModel;
import khabar.names.model.UnusableModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Names by a model that is set, and what one is trained with. */
@EnabledIf(value = "khabar.names.model.NativeRuntime#works", disabledReason = "ONNX Runtime cannot start here")
class ModelCommandsTest {
    private static final String MODEL = "khabar.names.model";

    @TempDir
    private Path folder;

    private Shell shell = new Shell(Path.of("unused"));
    private Path article = Path.of("unused");

    @BeforeEach
    void writeAnArticle() throws IOException {
        shell = new Shell(folder.resolve("store"));
        article = Files.writeString(
                folder.resolve("a.txt"), "First Published: 2017-09-12\n\nزيارة\n\nزار سليم الحداد تلفريت.\n");
    }

    @Test
    void theModelThatIsSetReadsAndTheGraphSaysSo() {
        String model = "-D" + MODEL + "=" + TinyModel.in(folder);
        assertThat(shell.run("read", article.toString()).out()).doesNotContain("\"تلفريت\"");
        Shell.Ran read = shell.run("read", model, article.toString());
        assertThat(read.err()).isEmpty();
        assertThat(read.out()).contains("\"سليم الحداد\"", "\"تلفريت\"");

        assertThat(shell.run("ingest", article.toString()).out()).contains("1 new");
        assertThat(shell.run("ingest", model, article.toString()).out()).contains("1 changed");
        assertThat(shell.run("ingest", model, article.toString()).out()).contains("1 unchanged");
        assertThat(shell.run(
                                "query",
                                "--format",
                                "csv",
                                "SELECT ?v { ?run <https://w3id.org/khabar/ns#readerVersion> ?v }")
                        .out())
                .containsPattern("\\d+ tiny [0-9a-f]{12} \\(CC0-1\\.0\\)");
        assertThat(new Shell(shell.store(), Map.of("KHABAR_NAMES_MODEL", folder.toString()))
                        .run("reread")
                        .out())
                .contains("1 unchanged");
    }

    @Test
    void clustersOfWordsAreLearntFromArticles() throws IOException {
        Path out = folder.resolve("clusters.tsv");
        Shell.Ran ran = shell.run("clusters", article.toString(), "--least-uses", "1", "-o", out.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("read 1 articles, ").hasLineCount(1);
        assertThat(Files.readAllLines(out)).anyMatch(line -> line.matches("ar\t\\d+\tحداد"));

        assertThat(shell.run("clusters", article.toString(), "--clusters", "1", "-o", out.toString()))
                .satisfies(wrong -> assertThat(wrong.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(wrong -> assertThat(wrong.err()).contains("from 2 to 4096"));
        assertThat(shell.run("clusters", folder.resolve("none").toString(), "-o", out.toString())
                        .code())
                .isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void aModelThatCannotBeUsedIsOneLine() {
        Path nowhere = folder.resolve("nowhere");
        Shell.Ran read = shell.run("read", "-D" + MODEL + "=" + nowhere, article.toString());
        assertThat(read.code()).isEqualTo(ExitCode.USAGE);
        assertThat(read.err())
                .startsWith("khabar: " + nowhere + ": no such folder")
                .hasLineCount(1);
        Settings settings =
                new Settings(shell.store(), Optional.empty(), Map.of("server.port", "0", MODEL, nowhere.toString()));
        assertThatThrownBy(() -> Khabar.start(settings))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void timesAndThreadsThatAreNoneAreRefused() {
        assertRefused("khabar.names.budget=soon", "give a time, such as 30s");
        assertRefused("khabar.names.budget=0s", "give a time from 1ms to 24h");
        assertRefused("khabar.names.threads=-1", "give a number, 0 for as many as there are cores");
        assertRefused("khabar.names.modal=x", "there is no setting khabar.names.modal");
    }

    @Test
    void anArticleThatTakesTooLongIsToldAndReadAllTheSame() {
        Shell.Ran read = shell.run(
                "read", "-D" + MODEL + "=" + TinyModel.in(folder), "-Dkhabar.names.budget=1ns", article.toString());
        assertThat(read.code()).isZero();
        assertThat(read.err())
                .contains("a.txt", "names read by the built-in recogniser: it takes longer than")
                .hasLineCount(1);
        assertThat(read.out()).contains("\"mentions\"");
    }

    private void assertRefused(String setting, String told) {
        Shell.Ran ran = shell.run("read", "-D" + setting, article.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains(setting.replaceFirst("=.*", ""), told).hasLineCount(1);
    }
}
