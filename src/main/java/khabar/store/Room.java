package khabar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is to stay free on a store's disk. TDB2 and Lucene write in place and are undone at the next start when the disk ends in
 * the middle; who stops before that goes on answering, and writes again as soon as there is room.
 *
 * @param directory on the disk
 * @param reserve in bytes
 */
record Room(Path directory, long reserve) {
    /** @param more what is about to be written, in bytes, as far as that is known */
    void check(long more) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free - more < reserve) {
            throw new StoreException.Full(directory, free, more, reserve);
        }
    }
}
