package khabar.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes as text, or why they are none; nothing is ever replaced. A byte order mark decides and is removed; without one the
 * bytes are UTF-8, or, in plain text only, in an encoding that can be told with certainty.
 */
sealed interface Decoded {
    /** A longer article is refused, in bytes. */
    int LONGEST_ARTICLE = 5_000_000;

    /** What the bytes say. */
    record Text(String text) implements Decoded {}

    /** Why they say nothing. */
    record Bad(Problem problem) implements Decoded {}

    /**
     * Decodes one article in plain text.
     *
     * @param at where the first byte stands
     */
    static Decoded plain(SourceRef at, byte[] bytes) {
        Optional<Charset> marked = Binary.byteOrderMark(bytes).filter(Decoded::isWide);
        if (bytes.length > LONGEST_ARTICLE) {
            return tooLong(at);
        }
        if (marked.isPresent()) {
            return strict(bytes, marked.get())
                    .map(text -> bare(at, text))
                    .orElseGet(() -> bad(
                            at,
                            "is not the " + marked.get()
                                    + " that its byte order mark says; convert the file to UTF-8"));
        }
        return strict(bytes, StandardCharsets.UTF_8)
                .or(() -> Guess.of(bytes).filter(Guess::certain).flatMap(guess -> strict(bytes, guess.charset())))
                .map(text -> bare(at, text))
                .orElseGet(() -> notUtf8(at, bytes));
    }

    /**
     * Decodes UTF-8.
     *
     * @param at where the first byte stands
     */
    static Decoded utf8(SourceRef at, byte[] bytes) {
        if (bytes.length > LONGEST_ARTICLE) {
            return tooLong(at);
        }
        return strict(bytes, StandardCharsets.UTF_8).map(text -> bare(at, text)).orElseGet(() -> notUtf8(at, bytes));
    }

    /** The text, where all bytes are in an encoding. */
    static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean isWide(Charset charset) {
        return !charset.equals(StandardCharsets.UTF_8);
    }

    private static Decoded bare(SourceRef at, String text) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return bare.indexOf('\0') >= 0 ? bad(at, "not text but binary data") : new Text(bare);
    }

    private static Decoded tooLong(SourceRef at) {
        return bad(at, "longer than 5 MB; an article is shorter");
    }

    private static Decoded notUtf8(SourceRef at, byte[] bytes) {
        return misfit(at, bytes, StandardCharsets.UTF_8, Guess.hint(bytes));
    }

    /**
     * Refused because some byte is none of an encoding: says which.
     *
     * @param more what else there is to say of it
     */
    static Decoded misfit(SourceRef at, byte[] bytes, Charset charset, String more) {
        int lines = 0;
        int lineStart = 0;
        int fault = fault(bytes, charset);
        for (int i = 0; i < fault; i++) {
            if (bytes[i] == '\n') {
                lines++;
                lineStart = i + 1;
            }
        }
        return bad(
                at.plus(lines),
                "byte " + (fault - lineStart + 1) + " of the line is not " + charset + more
                        + "; convert the file to UTF-8");
    }

    /** Index of the first byte that the encoding does not have. */
    private static int fault(byte[] bytes, Charset charset) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            charset.newDecoder().decode(buffer);
        } catch (CharacterCodingException malformed) {
            return buffer.position();
        }
        return bytes.length;
    }

    static Decoded bad(SourceRef at, String why) {
        return new Bad(new Problem.Unreadable(at, why));
    }
}
