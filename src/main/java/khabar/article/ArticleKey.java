package khabar.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the key of an article is made, from the first of these that is there: its canonical address; its source and the
 * source's own id; its source, publication and headline, where the headline and one other are present; its text.
 * SHA-256 of the UTF-8, the first 16 hex digits, the parts joined by U+001F.
 */
public final class ArticleKey {
    private static final String SEPARATOR = "\u001f";

    /** Taken apart by hand: addresses of Arabic articles often hold what {@link java.net.URI} refuses. */
    private static final Pattern ADDRESS = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<user>(?:[^/?#]*@)?)"
            + "(?<host>[^/?#@]+)(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?");

    private ArticleKey() {}

    static String of(Content content, Publication publication) {
        Optional<String> address = publication.url().map(ArticleKey::canonical);
        if (address.isPresent()) {
            return hash(address.get());
        }
        if (publication.sourceId().isPresent()) {
            return hash(publication.source().orElse("")
                    + SEPARATOR
                    + publication.sourceId().get());
        }
        Optional<String> headline = content.texts(ZoneKind.HEADLINE).stream().findFirst();
        Optional<String> published = publication
                .published()
                .map(p -> p.moment().map(Object::toString).orElse(p.day().toString()));
        if (headline.isPresent() && (publication.source().isPresent() || published.isPresent())) {
            return hash(Stream.of(publication.source().orElse(""), published.orElse(""), headline.get())
                    .collect(Collectors.joining(SEPARATOR)));
        }
        return ofText(content);
    }

    static String ofText(Content content) {
        List<String> texts = content.fields().stream().map(Field::text).toList();
        return hash(String.join(SEPARATOR, texts));
    }

    /** Lower-case scheme and host, fragment and {@code utm_*} parameters dropped; what is no address stays as it is. */
    static String canonical(String url) {
        Matcher address = ADDRESS.matcher(url.strip());
        if (!address.matches()) {
            return url.strip();
        }
        String query = Optional.ofNullable(address.group("query")).stream()
                .flatMap(parameters -> Stream.of(parameters.split("&", -1)))
                .filter(parameter -> !parameter.startsWith("utm_"))
                .collect(Collectors.joining("&"));
        return address.group("scheme").toLowerCase(Locale.ROOT)
                + "://"
                + address.group("user")
                + address.group("host").toLowerCase(Locale.ROOT)
                + (address.group("path").isEmpty() ? "/" : address.group("path"))
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** The first 16 hex digits of the SHA-256 of the UTF-8 bytes. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
