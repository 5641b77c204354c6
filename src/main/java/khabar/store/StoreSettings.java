package khabar.store;

import java.nio.file.Path;

/**
 * Where a store lies.
 *
 * @param directory holds all of a store; made when it is not there
 * @param reserve bytes of its disk that are to stay free
 */
public record StoreSettings(Path directory, long reserve) {
    public static final long RESERVE = 256L << 20;

    public StoreSettings(Path directory) {
        this(directory, RESERVE);
    }

    Path dataset() {
        return directory.resolve("tdb2");
    }

    Path text() {
        return directory.resolve("text");
    }

    Path bodies() {
        return directory.resolve("bodies");
    }

    Path archive() {
        return directory.resolve("archive");
    }

    Path changes() {
        return directory.resolve("changes");
    }

    Path lock() {
        return directory.resolve("store.lock");
    }

    Path notes() {
        return directory.resolve("notes");
    }

    /** How far the loading of the sample went; the store keeps the file for others. */
    Path sample() {
        return directory.resolve("sample");
    }

    /** The hash of the vocabulary that the store holds. */
    Path vocabulary() {
        return directory.resolve("vocabulary");
    }

    /** What the dataset took up after the last compaction. */
    Path compacted() {
        return directory.resolve("compacted");
    }

    Path marker() {
        return directory.resolve("store.properties");
    }
}
