package khabar.article;

/**
 * A checked article.
 *
 * @param key names the article for ever: 16 hex digits, see {@link ArticleKey}
 * @param at where it was read
 */
public record Article(String key, SourceRef at, Content content, Publication publication) {
    /** SHA-256 over the fields: names the version of the text. */
    public String textHash() {
        return ArticleKey.ofText(content);
    }
}
