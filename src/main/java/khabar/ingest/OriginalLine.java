package khabar.ingest;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import khabar.article.Article;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.store.Original;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An article as the archive keeps it: the fields of JSON Lines, or {@code text} alone where it came as plain text. */
final class OriginalLine {
    private static final JsonMapper JSON = JsonMapper.shared();

    private OriginalLine() {}

    /** Equal for equal input, wherever it was read. */
    static Original of(Article article) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        article.content().fields().forEach((Field field) -> line.put(field.name(), field.text()));
        if (!line.has("text")) {
            Publication publication = article.publication();
            put(line, "id", publication.sourceId());
            put(line, "url", publication.url());
            put(line, "published", publication.published().map(OriginalLine::iso));
            put(line, "modified", publication.modified().map(OriginalLine::iso));
            put(line, "language", publication.language());
            put(line, "source", publication.source());
            put(line, "terms", publication.stated().map(terms -> terms.name().toLowerCase(Locale.ROOT)));
        }
        return new Original(article.key(), article.textHash(), JSON.writeValueAsString(line));
    }

    private static void put(ObjectNode line, String field, Optional<String> value) {
        value.ifPresent(text -> line.put(field, text));
    }

    private static String iso(Published published) {
        return published
                .moment()
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .orElse(published.day().toString());
    }
}
