package khabar.text;

import java.util.List;
import khabar.article.Article;

/** An article whose language is known and whose zones are cut into sentences and tokens, in reading order. */
public record SegmentedArticle(Article article, Language language, List<Sentence> sentences) {
    public SegmentedArticle {
        sentences = List.copyOf(sentences);
    }
}
