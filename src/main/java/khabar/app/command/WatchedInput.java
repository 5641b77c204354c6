package khabar.app.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import khabar.store.Progress;

/** Tells how many bytes were read. */
final class WatchedInput extends FilterInputStream {
    private final Progress progress;
    private long bytes;

    WatchedInput(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            progress.at(++bytes, 0);
        }
        return octet;
    }

    @Override
    public int read(byte[] octets, int start, int length) throws IOException {
        int found = super.read(octets, start, length);
        bytes += Math.max(found, 0);
        progress.at(bytes, 0);
        return found;
    }

    /** No going back: it would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
