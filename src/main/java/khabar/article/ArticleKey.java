package khabar.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the key of an article is made, from the first of these that is there: its canonical address; its source and the
 * source's own id; its source, publication and headline, where the headline and one other are present; its text.
 * SHA-256 of the UTF-8, the first 16 hex digits, the parts joined by U+001F.
 */
public final class ArticleKey {
    private static final String SEPARATOR = "\u001f";

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

    /** Lower-case scheme and host; fragment and {@code utm_*} parameters dropped; anything unreadable stays as it is. */
    static String canonical(String url) {
        try {
            URI uri = new URI(url.strip());
            if (uri.getHost() == null) {
                return url.strip();
            }
            String query = uri.getRawQuery() == null
                    ? ""
                    : Arrays.stream(uri.getRawQuery().split("&"))
                            .filter(parameter -> !parameter.startsWith("utm_"))
                            .collect(Collectors.joining("&"));
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)
                    + "://"
                    + uri.getHost().toLowerCase(Locale.ROOT)
                    + port
                    + path
                    + (query.isEmpty() ? "" : "?" + query);
        } catch (URISyntaxException unreadable) {
            return url.strip();
        }
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
