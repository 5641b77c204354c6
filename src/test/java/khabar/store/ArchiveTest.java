package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final Original FIRST = new Original("a1", "v1", "{\"body\":\"نص أول\"}");
    private static final Original CHANGED = new Original("a1", "v2", "{\"body\":\"نص ثان\"}");
    private static final Original OTHER = new Original("a2", "v1", "{\"body\":\"\\n\"}");

    @TempDir
    Path directory;

    @Test
    void everyVersionIsKeptAndFoundAfterOpeningAgain() throws IOException {
        try (Archive archive = DiskArchive.on(directory)) {
            archive.append(List.of(FIRST, OTHER));
            assertThat(archive.find("a1", "v1")).contains(FIRST);
            archive.append(List.of(CHANGED));
            assertThat(archive.find("a1", "v2")).contains(CHANGED);
        }
        try (Archive archive = DiskArchive.on(directory)) {
            assertThat(archive.find("a1", "v1")).contains(FIRST);
            assertThat(archive.find("a1", "v3")).isEmpty();
            assertThat(replayed(archive)).containsExactly(FIRST, OTHER, CHANGED);
        }
    }

    @Test
    void whatACrashLeftHalfWrittenIsCutOff() throws IOException {
        try (Archive archive = DiskArchive.on(directory)) {
            archive.append(List.of(FIRST, OTHER));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = whole.length - 1; length > whole.length - 30; length -= 7) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (Archive archive = DiskArchive.on(directory)) {
                assertThat(replayed(archive)).containsExactly(FIRST);
                archive.append(List.of(CHANGED));
                assertThat(replayed(archive)).containsExactly(FIRST, CHANGED);
            }
        }
    }

    @Test
    void otherProgramsReadItAsLinesOfJson() throws IOException {
        try (Archive archive = DiskArchive.on(directory)) {
            archive.append(List.of(FIRST, OTHER));
        }
        try (InputStream zipped = new GZIPInputStream(Files.newInputStream(file()))) {
            assertThat(new String(zipped.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "{\"article\":\"a1\",\"version\":\"v1\",\"original\":" + FIRST.json() + "}",
                            "{\"article\":\"a2\",\"version\":\"v1\",\"original\":" + OTHER.json() + "}");
        }
    }

    @Test
    void anOriginalIsOneLine() {
        assertThatThrownBy(() -> new Original("a1", "v1", "{\n}")).isInstanceOf(IllegalArgumentException.class);
    }

    private Path file() {
        return directory.resolve("originals.jsonl.gz");
    }

    private static List<Original> replayed(Archive archive) {
        List<Original> all = new ArrayList<>();
        archive.replay(all::add);
        return all;
    }
}
