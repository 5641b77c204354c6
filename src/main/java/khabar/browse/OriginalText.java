package khabar.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.store.Original;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text of an article as the archive keeps it, by paragraphs. */
final class OriginalText {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** In reading order; the headline stands above the page. */
    private static final List<String> FIELDS = List.of("standfirst", "body", "text");

    private OriginalText() {}

    /**
     * Each line that is not blank.
     *
     * @param elsewhere lines that the page shows elsewhere: the headline, and headlines of other articles
     */
    static List<Passage.At<String>> paragraphs(Original original, Set<String> elsewhere) {
        JsonNode article = JSON.readTree(original.json());
        List<Passage.At<String>> paragraphs = new ArrayList<>();
        for (String field : FIELDS) {
            String text = article.path(field).asString("");
            int start = 0;
            while (start < text.length()) {
                int end = text.indexOf('\n', start);
                end = end < 0 ? text.length() : end;
                String line = text.substring(start, end);
                if (!line.isBlank() && !elsewhere.contains(line.strip())) {
                    paragraphs.add(new Passage.At<>(field, start, end, line));
                }
                start = end + 1;
            }
        }
        return paragraphs;
    }
}
