package khabar.store;

import khabar.article.Article;
import khabar.article.ArticleLine;
import khabar.article.Parsed;
import khabar.article.SourceRef;

/**
 * An article as it came in, to be kept for reading again.
 *
 * @param articleKey key of the article
 * @param textHash names the version of its text
 * @param json one JSON object, on one line: whatever reading it again needs
 */
public record Original(String articleKey, String textHash, String json) {
    public Original {
        if (json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("an original is one line of JSON: article " + articleKey);
        }
    }

    public static Original of(Article article) {
        return new Original(article.key(), article.textHash(), ArticleLine.of(article));
    }

    /** Where an archived article stands: what problems call it. */
    public static SourceRef at(String articleKey) {
        return new SourceRef("article " + articleKey, 0);
    }

    /** Read again, as this version of the program reads articles. */
    public Parsed read() {
        return ArticleLine.read(at(articleKey), json);
    }
}
