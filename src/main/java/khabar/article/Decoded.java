package khabar.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text, or why they are none: UTF-8 only, a byte order mark removed, nothing replaced. */
sealed interface Decoded {
    /** A longer article is refused, in bytes. */
    int LONGEST_ARTICLE = 5_000_000;

    /** What the bytes say. */
    record Text(String text) implements Decoded {}

    /** Why they say nothing. */
    record Bad(Problem problem) implements Decoded {}

    /**
     * Decodes the bytes of one article.
     *
     * @param at where the first byte stands
     */
    static Decoded of(SourceRef at, byte[] bytes) {
        if (bytes.length > LONGEST_ARTICLE) {
            return bad(at, "longer than 5 MB; an article is shorter");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return bare.indexOf('\0') >= 0 ? bad(at, "not text but binary data") : new Text(bare);
        } catch (CharacterCodingException malformed) {
            int lines = 0;
            int lineStart = 0;
            for (int i = 0; i < buffer.position(); i++) {
                if (bytes[i] == '\n') {
                    lines++;
                    lineStart = i + 1;
                }
            }
            return bad(
                    at.plus(lines),
                    "byte " + (buffer.position() - lineStart + 1)
                            + " of the line is not UTF-8; convert the file to UTF-8");
        }
    }

    private static Decoded bad(SourceRef at, String why) {
        return new Bad(new Problem.Unreadable(at, why));
    }
}
