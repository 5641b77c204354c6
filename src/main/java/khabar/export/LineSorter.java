package khabar.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of lines in constant memory: parts that fit are sorted and laid down in files, and the files are merged.
 * The order is that of the bytes of UTF-8, which is that of code points. Equal lines come out once.
 */
final class LineSorter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** Of the lines held, in bytes; the objects around them take about as much again. */
    private static final long MOST_HELD = 24L << 20;

    private final Path folder;
    private final String name;
    private final long mostHeld;
    private final List<byte[]> held = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private long bytes;

    /** @param name what the files in the folder begin with */
    LineSorter(Path folder, String name) {
        this(folder, name, MOST_HELD);
    }

    LineSorter(Path folder, String name, long mostHeld) {
        this.folder = folder;
        this.name = name;
        this.mostHeld = mostHeld;
    }

    /** @param line without an end */
    void add(byte[] line) throws IOException {
        held.add(line);
        bytes += line.length;
        if (bytes > mostHeld) {
            layDown();
        }
    }

    /** Takes each line in its turn. */
    @FunctionalInterface
    interface Taker {
        void take(byte[] line) throws IOException;
    }

    /** Hands over all lines in order and returns how many there were. */
    long sorted(Taker taker) throws IOException {
        if (!held.isEmpty()) {
            layDown();
        }
        PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(run -> run.line, Arrays::compareUnsigned));
        List<Run> open = new ArrayList<>();
        try {
            for (Path file : runs) {
                Run run = new Run(file);
                open.add(run);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            return merge(queue, taker);
        } finally {
            for (Run run : open) {
                run.close();
            }
        }
    }

    private static long merge(PriorityQueue<Run> queue, Taker taker) throws IOException {
        byte @Nullable [] last = null;
        long count = 0;
        while (!queue.isEmpty()) {
            Run run = queue.remove();
            byte[] line = run.line;
            if (last == null || !Arrays.equals(last, line)) {
                taker.take(line);
                count++;
                last = line;
            }
            if (run.advance()) {
                queue.add(run);
            }
        }
        return count;
    }

    private void layDown() throws IOException {
        held.sort(Arrays::compareUnsigned);
        Path file = folder.resolve(name + "." + runs.size());
        runs.add(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            for (byte[] line : held) {
                out.write(line);
                out.write('\n');
            }
        }
        held.clear();
        bytes = 0;
    }

    /** Takes its files away. */
    @Override
    public void close() throws IOException {
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
    }

    private static final class Run implements AutoCloseable {
        private final InputStream in;
        private byte[] line = {};

        Run(Path file) throws IOException {
            this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        }

        boolean advance() throws IOException {
            ByteArrayOutputStream next = new ByteArrayOutputStream(256);
            int octet = in.read();
            if (octet < 0) {
                return false;
            }
            while (octet != '\n') {
                next.write(octet);
                octet = in.read();
            }
            line = next.toByteArray();
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
