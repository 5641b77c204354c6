package khabar.browse;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is sent, and copied on its way. It cannot be held back and sent at the end: after a forward the container
 * takes nothing more.
 */
final class Copying extends HttpServletResponseWrapper {
    private final int most;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean isLonger;
    private boolean isBroken;

    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    /** @param most bytes that are copied */
    Copying(HttpServletResponse response, int most) {
        super(response);
        this.most = most;
    }

    /** All of the body; empty where it was longer, or where not all of it could be sent. */
    Optional<byte[]> whole() {
        PrintWriter used = writer;
        if (used != null) {
            used.flush();
            isBroken |= used.checkError();
        }
        return isLonger || isBroken ? Optional.empty() : Optional.of(copy.toByteArray());
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream known = stream;
        if (known == null) {
            known = new Both(super.getOutputStream());
            stream = known;
        }
        return known;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter known = writer;
        if (known == null) {
            known = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
            writer = known;
        }
        return known;
    }

    @Override
    public void flushBuffer() throws IOException {
        PrintWriter used = writer;
        if (used != null) {
            used.flush();
        }
        super.flushBuffer();
    }

    /** What is taken back was not said. */
    @Override
    public void resetBuffer() {
        super.resetBuffer();
        copy.reset();
    }

    @Override
    public void reset() {
        super.reset();
        copy.reset();
        stream = null;
        writer = null;
    }

    private final class Both extends ServletOutputStream {
        private final ServletOutputStream out;

        Both(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException gone) {
                isBroken = true;
                throw gone;
            }
            if (copy.size() + length > most) {
                isLonger = true;
                copy.reset();
            } else if (!isLonger) {
                copy.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
