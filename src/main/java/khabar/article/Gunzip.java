package khabar.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip, members one after another too, in bounded memory. What is cut off, damaged or followed by something else
 * ends with {@link Broken}, and so does what unpacks to absurdly much: news shrinks to a third or a tenth of its size.
 *
 * <p>Written by hand because {@link java.util.zip.GZIPInputStream} is silent on what follows the last member, and other
 * readers lose with the fault what they had unpacked just before it.
 */
final class Gunzip extends InputStream {
    /** Below it nothing is suspect, in bytes unpacked. */
    private static final long HARMLESS = 10_000_000;
    /** Bytes unpacked for one byte packed. */
    private static final long MOST = 200;

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] packed = new byte[1 << 13];
    private int next;
    private int end;
    private long read;
    private long unpacked;
    private boolean done;
    private Optional<Broken> broken = Optional.empty();

    /** @param in beginning with a member */
    Gunzip(InputStream in) throws IOException {
        this.in = in;
        header();
    }

    /** The rest of the data cannot be unpacked; the message says why and what to do. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        private Broken(String message) {
            super(message);
        }

        private static Broken cutOff() {
            return new Broken("the gzip data is cut off here; fetch or pack the file again");
        }

        private static Broken damaged() {
            return new Broken("the gzip data is damaged from here on; fetch or pack the file again");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (broken.isPresent()) {
            throw broken.get();
        }
        try {
            return unpack(bytes, offset, length);
        } catch (Broken here) {
            broken = Optional.of(here);
            throw here;
        }
    }

    private int unpack(byte[] bytes, int offset, int length) throws IOException {
        int some = 0;
        while (length > 0 && some == 0 && !done) {
            some = inflate(bytes, offset, length);
            if (some > 0) {
                sum.update(bytes, offset, some);
                unpacked += some;
                refuseBombs();
            } else if (inflater.finished()) {
                next = end - inflater.getRemaining();
                trailer();
                done = !hasNext();
            } else if (inflater.needsDictionary()) {
                throw Broken.damaged();
            } else {
                fill();
                inflater.setInput(packed, 0, end);
            }
        }
        return some > 0 || length == 0 ? some : -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] bytes, int offset, int length) throws Broken {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException damaged) {
            throw Broken.damaged();
        }
    }

    private void refuseBombs() throws Broken {
        if (unpacked > HARMLESS && unpacked / MOST > read) {
            throw new Broken("the gzip data unpacks to more than " + MOST
                    + " times its size, as no news does; unpack the file yourself if it is good");
        }
    }

    /** Whether another member follows; its header is read then. */
    private boolean hasNext() throws IOException {
        if (next == end) {
            int more = in.read(packed);
            if (more <= 0) {
                return false;
            }
            read += more;
            next = 0;
            end = more;
        }
        if (packed[next] != 0x1F) {
            throw new Broken(
                    "after the gzip data comes something else, which was not read; fetch or pack the file again");
        }
        header();
        return true;
    }

    private void header() throws IOException {
        if (number(2) != 0x8B1F || octet() != DEFLATE) {
            throw Broken.damaged();
        }
        int flags = octet();
        number(4); // when it was packed
        number(2); // how hard, and where
        if ((flags & EXTRA) != 0) {
            for (long left = number(2); left > 0; left--) {
                octet();
            }
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        if ((flags & HEADER_CHECKED) != 0) {
            number(2);
        }
        inflater.reset();
        inflater.setInput(packed, next, end - next);
        sum.reset();
    }

    private void trailer() throws IOException {
        if (number(4) != sum.getValue() || number(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw Broken.damaged();
        }
    }

    private void skipText(boolean there) throws IOException {
        for (int letter = there ? octet() : 0; letter != 0; letter = octet()) {
            // it ends with a zero
        }
    }

    /** A number of so many bytes, the lowest first. */
    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) octet() << (8 * i);
        }
        return number;
    }

    private int octet() throws IOException {
        if (next == end) {
            fill();
        }
        return packed[next++] & 0xFF;
    }

    private void fill() throws IOException {
        int more = in.read(packed);
        if (more <= 0) {
            throw Broken.cutOff();
        }
        read += more;
        next = 0;
        end = more;
    }
}
