package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khabar.app.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder as people have it goes in at once: what can be read is stored, what cannot is one line. */
class MixedFolderTest {
    @TempDir
    Path folder;

    @Test
    void twoHundredFilesOfAllKindsGoInAndGoInAgainAsUnchanged() throws IOException {
        MixedFolder mixed = MixedFolder.in(folder.resolve("news"));
        assertThat(mixed.files()).isEqualTo(200);
        Shell shell = new Shell(folder.resolve("store"));

        Shell.Ran first = shell.run("ingest", mixed.path().toString());

        long wrong = mixed.wrong().size();
        long met = mixed.articles() + 1 + wrong;
        assertThat(first.err().lines().toList()).hasSize((int) wrong);
        for (MixedFolder.Wrong one : mixed.wrong()) {
            assertThat(first.err().lines().filter(line -> line.contains(one.file())))
                    .as(one.file())
                    .singleElement()
                    .asString()
                    .contains(one.line() > 1 ? one.file() + ":" + one.line() : one.file())
                    .contains(one.says());
        }
        assertThat(first.out())
                .isEqualTo("read %d: %d new, 0 changed, 1 unchanged, %d refused%n"
                        .formatted(met, mixed.articles(), wrong));
        assertThat(first.code()).isEqualTo(ExitCode.REFUSED);

        List<String> stored = statements(shell, "first.nq");
        Shell.Ran second = shell.run("ingest", mixed.path().toString());

        assertThat(second.out())
                .isEqualTo("read %d: 0 new, 0 changed, %d unchanged, %d refused%n"
                        .formatted(met, mixed.articles() + 1, wrong));
        assertThat(second.err()).isEqualTo(first.err());
        assertThat(second.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(statements(shell, "second.nq")).isEqualTo(stored);
        assertThat(shell.run("stats").out()).containsPattern("articles +" + mixed.articles() + "\n");
    }

    /** No blank node is in them, so that equal lines are equal graphs. */
    private List<String> statements(Shell shell, String name) throws IOException {
        Path dump = folder.resolve(name);
        assertThat(shell.run("export", "--format", "nquads", "-o", dump.toString())
                        .code())
                .isZero();
        try (var lines = Files.lines(dump)) {
            return lines.sorted().toList();
        }
    }
}
