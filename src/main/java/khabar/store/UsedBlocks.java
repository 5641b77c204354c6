package khabar.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * What a sparse file takes up: Java cannot ask the file system, so blocks without anything in them are not counted. TDB2 makes its
 * files longer by eight megabytes at a time: only the end of a file is looked at.
 */
final class UsedBlocks {
    private static final long END = 8L << 20;
    private static final int BLOCK = 4096;
    private static final byte[] EMPTY = new byte[BLOCK];
    private static final int READ = 256 * BLOCK;

    private UsedBlocks() {}

    /** Bytes. */
    static long in(Path file) throws IOException {
        byte[] bytes = new byte[READ];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = channel.size();
            long used = Math.max(0, (end - END) / BLOCK * BLOCK);
            for (long place = used; place < end; place += buffer.position()) {
                buffer.clear();
                while (buffer.hasRemaining() && channel.read(buffer, place + buffer.position()) > 0) {
                    // Until the buffer is full or the file ends.
                }
                if (buffer.position() == 0) {
                    return used;
                }
                used += used(bytes, buffer.position());
            }
            return used;
        }
    }

    private static long used(byte[] bytes, int length) {
        long used = 0;
        for (int start = 0; start < length; start += BLOCK) {
            int end = Math.min(start + BLOCK, length);
            if (Arrays.mismatch(bytes, start, end, EMPTY, 0, end - start) >= 0) {
                used += end - start;
            }
        }
        return used;
    }
}
