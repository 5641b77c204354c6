package khabar.endpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Gives up on a client that reads too slowly: what it is to get lies in memory meanwhile. One that does not read at all is
 * given up by the container, when a write has waited for the connection's time-out.
 */
final class PacedOutput extends FilterOutputStream {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BYTES_PER_SECOND = 10_000;

    private final long start = System.nanoTime();
    private long written;

    PacedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        written(1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        written(length);
    }

    private void written(int bytes) throws IOException {
        written += bytes;
        long seconds = (System.nanoTime() - start) / 1_000_000_000L - PATIENCE.toSeconds();
        if (seconds > 0 && written / seconds < BYTES_PER_SECOND) {
            throw new IOException("the client reads too slowly");
        }
    }

    /** The container ends the answer. */
    @Override
    public void close() throws IOException {
        out.flush();
    }
}
