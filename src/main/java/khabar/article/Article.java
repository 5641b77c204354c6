package khabar.article;

import java.util.OptionalInt;

/**
 * A checked article.
 *
 * @param key names the article for ever: 16 hex digits, see {@link ArticleKey}
 * @param at where it was read
 */
public record Article(String key, SourceRef at, Content content, Publication publication) {
    /** The last check that every reader makes: a text that RDF cannot carry is refused, all else is an article. */
    static Parsed of(SourceRef at, Content content, Publication publication) {
        OptionalInt stray = content.stray();
        if (stray.isPresent()) {
            return new Parsed.Refused(new Problem.Unreadable(
                    at, "the text holds U+%04X, which no text has; remove it".formatted(stray.getAsInt())));
        }
        return new Parsed.Accepted(new Article(ArticleKey.of(content, publication), at, content, publication));
    }

    /** SHA-256 over the fields: names the version of the text. */
    public String textHash() {
        return ArticleKey.ofText(content);
    }
}
