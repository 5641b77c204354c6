package khabar.article;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * What is known of a file or stream before it is opened.
 *
 * @param name what problems call it
 * @param form in what form it is, where that was told
 * @param named whether somebody named this very input, so that what looks like nothing else is plain text
 */
record Input(String name, Optional<Form> form, boolean named) {
    private static final int BUFFER = 1 << 16;
    /** How far the start is looked at for its form: scripts and comments may come before the first telling tag. */
    private static final int START = 4096;
    /** Reads it, unpacked where it is gzip; what cannot be read is one refusal. */
    void read(InputStream in, Consumer<Parsed> articles) throws IOException {
        try {
            BufferedInputStream bytes = new BufferedInputStream(in, BUFFER);
            if (Binary.isGzip(start(bytes))) {
                bytes = new BufferedInputStream(new Gunzip(bytes), BUFFER);
                if (Binary.isGzip(start(bytes))) {
                    articles.accept(refused("packed with gzip twice; unpack it"));
                    return;
                }
            }
            unpacked(bytes, start(bytes), articles);
        } catch (Gunzip.Broken broken) {
            articles.accept(refused(String.valueOf(broken.getMessage())));
        }
    }

    private void unpacked(BufferedInputStream bytes, byte[] start, Consumer<Parsed> articles) throws IOException {
        if (start.length == 0 && bytes.read() < 0) {
            articles.accept(new Parsed.Refused(new Problem.Empty(at(), "the file")));
            return;
        }
        Optional<String> binary = Binary.refusal(start);
        if (binary.isPresent()) {
            articles.accept(refused(binary.get()));
            return;
        }
        Optional<Form> told = form(start);
        if (told.isEmpty()) {
            articles.accept(refused("is of no kind that is read in a folder; "
                    + "if it is an article in plain text, name it .txt or give the file itself"));
            return;
        }
        switch (told.get()) {
            case TEXT -> articles.accept(plain(bytes.readNBytes(Decoded.LONGEST_ARTICLE + 1)));
            case JSON -> JsonStream.read(name, utf8(bytes, start), articles);
            case HTML -> HtmlPage.read(at(), bytes.readNBytes(Decoded.LONGEST_ARTICLE + 1), articles);
            case XML -> Feed.read(at(), bytes.readNBytes(Feed.LONGEST + 1), articles);
        }
    }

    /** The name decides, but for XHTML named as XML; then the content; then whether somebody gave this very input. */
    private Optional<Form> form(byte[] start) {
        Optional<Form> told = Form.ofStart(start);
        return form.map(given ->
                        given == Form.XML ? told.filter(Form.HTML::equals).orElse(given) : given)
                .or(() -> told)
                .or(() -> named ? Optional.of(Form.TEXT) : Optional.empty());
    }

    private Parsed plain(byte[] bytes) {
        return switch (Decoded.plain(at(), bytes)) {
            case Decoded.Text text -> PlainText.read(at(), text.text());
            case Decoded.Bad bad -> new Parsed.Refused(bad.problem());
        };
    }

    /** JSON in UTF-16 is known by its byte order mark only; what is not UTF-16 all through ends with an error. */
    private static InputStream utf8(InputStream bytes, byte[] start) throws IOException {
        Optional<Charset> mark = Binary.byteOrderMark(start).filter(charset -> !charset.equals(StandardCharsets.UTF_8));
        if (mark.isEmpty()) {
            return bytes;
        }
        bytes.skipNBytes(2);
        return ReaderInputStream.builder()
                .setReader(new InputStreamReader(
                        bytes,
                        mark.get()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    private static byte[] start(BufferedInputStream bytes) throws IOException {
        return start(bytes, START);
    }

    /** The first bytes, which stay to be read; fewer where the stream ends or breaks before. */
    static byte[] start(BufferedInputStream bytes, int most) throws IOException {
        byte[] start = new byte[most];
        int length = 0;
        bytes.mark(most);
        try {
            for (int more = 0; more >= 0 && length < most; more = bytes.read(start, length, most - length)) {
                length += more;
            }
        } catch (Gunzip.Broken later) {
            // It is thrown again when reading comes to it.
        }
        bytes.reset();
        return Arrays.copyOf(start, length);
    }

    private SourceRef at() {
        return new SourceRef(name, 1);
    }

    private Parsed refused(String why) {
        return new Parsed.Refused(new Problem.Unreadable(at(), why));
    }
}
