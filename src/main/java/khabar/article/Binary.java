package khabar.article;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the first bytes of a file tell before it is known to be text. */
final class Binary {
    /** So many first bytes are enough. */
    static final int START = 512;

    private static final int TAR_MARK = 257;
    /** In fewer bytes chance may look like letters. */
    private static final int FEWEST_WIDE = 16;

    /** First bytes, in ISO-8859-1, by which kinds of files are known. */
    private record Magic(String bytes, int offset, String kind) {}

    private static final List<Magic> KINDS = List.of(
            new Magic("PK\u0003\u0004", 0, "a ZIP archive, or a document packed as one; unpack it"),
            new Magic("PK\u0005\u0006", 0, "an empty ZIP archive"),
            new Magic("ustar", TAR_MARK, "a tar archive; unpack it"),
            new Magic("BZh", 0, "packed with bzip2; unpack it, or pack it with gzip"),
            new Magic("\u00FD7zXZ\0", 0, "packed with xz; unpack it, or pack it with gzip"),
            new Magic("(\u00B5/\u00FD", 0, "packed with zstd; unpack it, or pack it with gzip"),
            new Magic("7z\u00BC\u00AF", 0, "a 7z archive; unpack it"),
            new Magic("Rar!\u001A", 0, "a RAR archive; unpack it"),
            new Magic("%PDF-", 0, "a PDF; give its text"),
            new Magic("{\\rtf", 0, "an RTF document; give its text"),
            new Magic("\u00D0\u00CF\u0011\u00E0", 0, "an old Office document; give its text"),
            new Magic("\u0089PNG", 0, "a PNG image"),
            new Magic("\u00FF\u00D8\u00FF", 0, "a JPEG image"),
            new Magic("GIF8", 0, "a GIF image"),
            new Magic("RIFF", 0, "a WebP image, a sound or a video"),
            new Magic("ftyp", 4, "a video"),
            new Magic("ID3", 0, "a sound"),
            new Magic("OggS", 0, "a sound"),
            new Magic("\u007FELF", 0, "a program"),
            new Magic("MZ\u0090", 0, "a program"),
            new Magic("\u00CA\u00FE\u00BA\u00BE", 0, "a Java class"),
            new Magic("SQLite format 3\0", 0, "an SQLite database"),
            new Magic("PAR1", 0, "a Parquet table"),
            new Magic("WARC/", 0, "a web archive (WARC)"));

    private Binary() {}

    static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
    }

    /** The encoding that a byte order mark names. */
    static Optional<Charset> byteOrderMark(byte[] start) {
        if (has(start, "\u00EF\u00BB\u00BF", 0)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (has(start, "\u00FF\u00FE", 0)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return has(start, "\u00FE\u00FF", 0) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** Why a file that begins so is no text; empty where it may be. */
    static Optional<String> refusal(byte[] start) {
        Optional<Magic> known = KINDS.stream()
                .filter(magic -> has(start, magic.bytes(), magic.offset()))
                .findFirst();
        if (known.isPresent()) {
            return known.map(magic -> "not text but " + magic.kind());
        }
        if (byteOrderMark(start).isPresent() || !hasZero(start)) {
            return Optional.empty();
        }
        return Optional.of(
                isWide(start)
                        ? "looks like UTF-16 without a byte order mark; convert the file to UTF-8"
                        : "not text but binary data");
    }

    private static boolean hasZero(byte[] start) {
        for (int i = 0; i < Math.min(START, start.length); i++) {
            if (start[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether every other byte is the upper half of a Latin or Arabic letter. */
    private static boolean isWide(byte[] start) {
        int length = Math.min(START, start.length) & ~1;
        int little = 0;
        int big = 0;
        for (int i = 0; i < length; i += 2) {
            big += start[i] == 0 || start[i] == 6 ? 1 : 0;
            little += start[i + 1] == 0 || start[i + 1] == 6 ? 1 : 0;
        }
        return length >= FEWEST_WIDE && Math.max(big, little) * 20 >= length * 9 && Math.min(big, little) * 4 <= length;
    }

    private static boolean has(byte[] start, String bytes, int offset) {
        if (start.length < offset + bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((start[offset + i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
