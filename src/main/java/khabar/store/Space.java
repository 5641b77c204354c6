package khabar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the dataset takes up on the disk.
 *
 * @param now bytes
 * @param compacted bytes after the last compaction; nothing where there was none, or nobody knows
 */
public record Space(long now, long compacted) {
    /** @param file beside the dataset, in which the last compaction left its bytes */
    static Space of(Path dataset, Path file) throws IOException {
        return new Space(Compaction.size(dataset), compacted(file));
    }

    private static long compacted(Path file) throws IOException {
        String written = Files.exists(file) ? Files.readString(file).strip() : "";
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    static void note(Path file, long compacted) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, compacted + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
