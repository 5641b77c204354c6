package khabar.app.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import khabar.store.Progress;

/** Tells how many bytes were written. */
final class Watched extends FilterOutputStream {
    private final Progress progress;
    private long bytes;

    Watched(OutputStream out, Progress progress) {
        super(out);
        this.progress = progress;
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        progress.at(++bytes, 0);
    }

    @Override
    public void write(byte[] octets, int start, int length) throws IOException {
        out.write(octets, start, length);
        bytes += length;
        progress.at(bytes, 0);
    }
}
