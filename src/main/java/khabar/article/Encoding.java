package khabar.article;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a page or a feed, whose bytes may be in any encoding: by the byte order mark, else as declared, else UTF-8
 * where it fits, else as detected.
 *
 * <p>Nothing is ever replaced. Chosen: what is declared as something else and is UTF-8 all through is read as UTF-8, as
 * chance does not make such bytes; any other declaration that does not fit refuses the file and says what it looks like,
 * because a guess that is wrong would turn names into other names.
 */
final class Encoding {
    /** A declaration stands at the start. */
    private static final int START = 8192;
    /** So many sequences of UTF-8 are no chance. */
    private static final int CERTAIN = 4;

    private static final Pattern IN_HTML =
            Pattern.compile("<meta\\s[^>]{0,400}?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_XML =
            Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    /** What Arabic in windows-1256 or a like encoding becomes where it is read as Latin; no language writes so. */
    private static final Pattern GARBLED = Pattern.compile("[\u00C0-\u00FF]{4}");

    private static final int GARBLED_WORDS = 5;

    /** Where browsers read one encoding under the name of another, which it holds whole. */
    private static final Map<String, String> WIDER = Map.of(
            "iso-8859-1", "windows-1252",
            "us-ascii", "windows-1252",
            "iso-8859-9", "windows-1254",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "shift_jis", "windows-31j");

    private final SourceRef at;
    private final byte[] bytes;

    private Encoding(SourceRef at, byte[] bytes) {
        this.at = at;
        this.bytes = bytes;
    }

    /**
     * Decodes a file.
     *
     * @param at where the first byte stands
     */
    static Decoded decode(SourceRef at, byte[] bytes) {
        return new Encoding(at, bytes).decode();
    }

    private Decoded decode() {
        Optional<Charset> mark = mark();
        if (mark.isPresent()) {
            return as(mark.get(), "its byte order mark says " + mark.get()).orElseGet(() -> misfit(mark.get()));
        }
        for (byte b : bytes) {
            if (b == 0) {
                return Decoded.bad(at, "not text but binary data");
            }
        }
        Optional<String> utf8 = Decoded.strict(bytes, StandardCharsets.UTF_8);
        Optional<String> declared = declared();
        if (utf8.isPresent() && (declared.isEmpty() || sequences() == 0 || sequences() >= CERTAIN)) {
            return new Decoded.Text(utf8.get());
        }
        return declared.map(this::declared).orElseGet(this::detected);
    }

    private Decoded declared(String name) {
        Charset charset;
        try {
            charset = charset(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Decoded.bad(
                    at, "declares the encoding \"" + name + "\", which is not known; convert the file to UTF-8");
        }
        Optional<String> text = Decoded.strict(bytes, charset);
        if (text.isEmpty()) {
            return misfit(charset);
        }
        return isGarbled(text.get())
                ? Decoded.bad(
                        at,
                        "declares the encoding " + name + ", but is not written in it" + Guess.hint(visible())
                                + "; convert the file to UTF-8")
                : new Decoded.Text(text.get());
    }

    private Decoded detected() {
        return Guess.of(visible())
                .filter(Guess::certain)
                .flatMap(guess -> Decoded.strict(bytes, guess.charset()))
                .<Decoded>map(Decoded.Text::new)
                .orElseGet(() -> Decoded.bad(
                        at,
                        "neither UTF-8 nor declared to be anything else, and its encoding cannot be told with certainty; "
                                + "convert the file to UTF-8"));
    }

    private Decoded misfit(Charset charset) {
        return Decoded.misfit(at, bytes, charset, ", as the file declares" + Guess.hint(visible()));
    }

    private Optional<Decoded> as(Charset charset, String why) {
        Optional<String> text =
                Decoded.strict(bytes, charset).map(given -> given.startsWith("\uFEFF") ? given.substring(1) : given);
        if (text.filter(given -> given.indexOf('\0') >= 0).isPresent()) {
            return Optional.of(Decoded.bad(at, "not text but binary data, though " + why));
        }
        return text.map(Decoded.Text::new);
    }

    /** The byte order mark, or the first {@code <} that is written with two bytes. */
    private Optional<Charset> mark() {
        Optional<Charset> mark = Binary.byteOrderMark(bytes);
        if (mark.isPresent()) {
            return mark;
        }
        if (begins(0, '<', 0)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return begins('<', 0) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private boolean begins(int... values) {
        if (bytes.length < values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((bytes[i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name of the encoding that an XML declaration or a meta tag gives. */
    private Optional<String> declared() {
        String start = new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher xml = IN_XML.matcher(start);
        if (xml.find()) {
            return Optional.of(xml.group(1));
        }
        Matcher html = IN_HTML.matcher(COMMENT.matcher(start).replaceAll(""));
        return html.find() ? Optional.of(html.group(1)) : Optional.empty();
    }

    /** A declaration that can be read as ASCII is none of UTF-16: browsers then take UTF-8. */
    private static Charset charset(String name) {
        Charset charset = Charset.forName(name.strip());
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            return StandardCharsets.UTF_8;
        }
        return Optional.ofNullable(WIDER.get(charset.name().toLowerCase(Locale.ROOT)))
                .map(Charset::forName)
                .orElse(charset);
    }

    /** The bytes without tags: ICU tells languages by their letters, and those of the markup are English. */
    private byte[] visible() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return TAG.matcher(text)
                .replaceAll(" ")
                .replaceAll("[ -@\\[-`{-~\\s]+", " ")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isGarbled(String text) {
        return GARBLED.matcher(text).results().limit(GARBLED_WORDS).count() == GARBLED_WORDS;
    }

    /** The number of characters that UTF-8 writes with more than one byte. */
    private long sequences() {
        long sequences = 0;
        for (byte b : bytes) {
            if ((b & 0xC0) == 0xC0) {
                sequences++;
            }
        }
        return sequences;
    }
}
