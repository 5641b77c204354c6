package khabar.article;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A checked article.
 *
 * @param key names the article for ever: 16 hex digits, see {@link ArticleKey}
 * @param at where it was read
 */
public record Article(String key, SourceRef at, Content content, Publication publication) {
    /** Longer addresses and ids are refused, in UTF-16 units. */
    private static final int LONGEST_NAME = 2048;

    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_HEADLINE = 2000;

    /** The last check that every reader makes: a text that RDF cannot carry is refused, and so is what is absurdly long. */
    static Parsed of(SourceRef at, Content content, Publication publication) {
        OptionalInt stray = Stream.concat(
                        content.fields().stream().map(Field::text),
                        Stream.of(publication.url(), publication.sourceId(), publication.source())
                                .flatMap(Optional::stream))
                .flatMapToInt(String::codePoints)
                .filter(Article::isStray)
                .findFirst();
        if (stray.isPresent()) {
            return new Parsed.Refused(new Problem.Unreadable(
                    at, "the text holds U+%04X, which no text has; remove it".formatted(stray.getAsInt())));
        }
        Optional<Parsed> tooLong = Stream.of(
                        tooLong(at, "url", publication.url(), LONGEST_NAME),
                        tooLong(at, "id", publication.sourceId(), LONGEST_NAME),
                        tooLong(at, "source", publication.source(), LONGEST_SOURCE),
                        tooLong(
                                at,
                                "headline",
                                content.texts(ZoneKind.HEADLINE).stream().findFirst(),
                                LONGEST_HEADLINE))
                .flatMap(Optional::stream)
                .findFirst();
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        return new Parsed.Accepted(new Article(ArticleKey.of(content, publication), at, content, publication));
    }

    private static Optional<Parsed> tooLong(SourceRef at, String field, Optional<String> value, int most) {
        return value.filter(given -> given.length() > most)
                .map(given -> new Parsed.Refused(new Problem.BadField(
                        at, field, given, "at most %,d characters, and it has %,d".formatted(most, given.length()))));
    }

    /** Whether a character is one that no text has and that RDF cannot carry: a control mark or half a surrogate pair. */
    private static boolean isStray(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE;
    }

    /** SHA-256 over the fields: names the version of the text. */
    public String textHash() {
        return ArticleKey.ofText(content);
    }
}
