package khabar.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.article.Article;
import khabar.article.Field;
import khabar.article.Parsed;
import khabar.store.Original;

/** The text of an article as the archive keeps it, by paragraphs. */
final class OriginalText {
    /** The field that stands above the page. */
    private static final String HEADLINE = "headline";

    private OriginalText() {}

    /**
     * Each line that is not blank and belongs to the article: what stands in no zone, such as the line that says when it
     * was published, is no part of what is told.
     *
     * @param elsewhere lines that the page shows elsewhere: the headline, and headlines of other articles
     */
    static List<Passage.At<String>> paragraphs(Original original, Set<String> elsewhere) {
        if (!(original.read() instanceof Parsed.Accepted(Article article))) {
            return List.of();
        }
        List<Passage.At<String>> paragraphs = new ArrayList<>();
        for (Field field : article.content().fields()) {
            if (field.name().equals(HEADLINE)) {
                continue;
            }
            String text = field.text();
            int start = 0;
            while (start < text.length()) {
                int end = text.indexOf('\n', start);
                end = end < 0 ? text.length() : end;
                String line = text.substring(start, end);
                int from = start;
                int until = end;
                boolean told = article.content().zones().stream()
                        .anyMatch(zone -> zone.field().equals(field.name())
                                && zone.span().start() < until
                                && zone.span().end() > from);
                if (told && !line.isBlank() && !elsewhere.contains(line.strip())) {
                    paragraphs.add(new Passage.At<>(field.name(), start, end, line));
                }
                start = end + 1;
            }
        }
        return paragraphs;
    }
}
