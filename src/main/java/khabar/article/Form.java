package khabar.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** In what form articles are written in a file or stream. */
public enum Form {
    /** One article in plain text. */
    TEXT("txt", "text"),
    /**
     * JSON of any shape: one object a line, an array, objects over many lines; the fields ours, those of ninjs or those of
     * schema.org.
     */
    JSON("jsonl", "ndjson", "json", "jsonld"),
    /** A page, with one article. */
    HTML("html", "htm", "xhtml", "xht"),
    /** A feed, RSS or Atom. */
    XML("xml", "rss", "atom", "rdf");

    private static final String GZIP = ".gz";
    /** "[Reuters]" opens a text, "[{" an array. */
    private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}].*|\\[\\s*[\\[{\\]].*", Pattern.DOTALL);

    private static final Pattern PAGE = Pattern.compile("<(?:!doctype\\s+html|html|head|body|article|main)\\b");
    private static final Pattern FEED = Pattern.compile("<(?:\\w+:)?(?:rss|feed|rdf)\\b");
    private static final Pattern ELEMENT = Pattern.compile("^<(?:[a-z?]|!--|!doctype).*", Pattern.DOTALL);

    @SuppressWarnings("ImmutableEnumChecker") // List.of() is what it is
    private final List<String> endings;

    Form(String... endings) {
        this.endings = List.of(endings);
    }

    /** What the name of a file tells, a {@code .gz} at its end left out; empty where it tells nothing. */
    public static Optional<Form> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
        String ending = bare.substring(bare.lastIndexOf('.') + 1);
        return bare.contains(".")
                ? Arrays.stream(values())
                        .filter(form -> form.endings.contains(ending))
                        .findFirst()
                : Optional.empty();
    }

    /** What the first bytes tell; empty where they may be plain text. */
    static Optional<Form> ofStart(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .replace("\0", "")
                .replaceFirst("^(?:\u00FF\u00FE|\u00FE\u00FF)", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (JSON_START.matcher(text).matches()) {
            return Optional.of(JSON);
        }
        if (!ELEMENT.matcher(text).matches()) {
            return Optional.empty();
        }
        if (FEED.matcher(text).find() && !text.contains("<html")) {
            return Optional.of(XML);
        }
        return Optional.of(PAGE.matcher(text).find() || !text.startsWith("<?xml") ? HTML : XML);
    }
}
