package khabar.text;

import java.util.List;
import java.util.Optional;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;

/** Articles of one field. */
final class Plain {
    private Plain() {}

    /** An article that is all body. */
    static Article article(String text, Optional<String> language) {
        return article(text, language, List.of(new Zone(ZoneKind.BODY, "text", new Span(0, text.length()))));
    }

    static Article article(String text, Optional<String> language, List<Zone> zones) {
        return new Article(
                "0123456789abcdef",
                new SourceRef("test.txt", 1),
                new Content(List.of(new Field("text", text)), zones),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        language,
                        Optional.of(Terms.QUOTES)));
    }
}
