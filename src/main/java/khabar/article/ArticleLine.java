package khabar.article;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article as one line of JSON, to be kept and read again: the fields of JSON Lines, or {@code text} alone where it came
 * as plain text.
 */
public final class ArticleLine {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ArticleLine() {}

    /** Equal for equal input, wherever it was read; without a line end. */
    public static String of(Article article) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        article.content().fields().forEach((Field field) -> line.put(field.name(), field.text()));
        if (!line.has("text")) {
            Publication publication = article.publication();
            put(line, "id", publication.sourceId());
            put(line, "url", publication.url());
            put(line, "published", publication.published().map(ArticleLine::iso));
            put(line, "modified", publication.modified().map(ArticleLine::iso));
            put(line, "language", publication.language());
            put(line, "source", publication.source());
            put(line, "terms", publication.stated().map(Terms::word));
        }
        return JSON.writeValueAsString(line);
    }

    /** Reads what {@link #of} wrote, as this version of the program reads articles. */
    public static Parsed read(SourceRef at, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            @Nullable String text = value(node, "text");
            return text != null
                    ? PlainText.read(at, text)
                    : new RawArticle(
                                    at,
                                    value(node, "id"),
                                    value(node, "url"),
                                    value(node, "headline"),
                                    value(node, "standfirst"),
                                    value(node, "body"),
                                    value(node, "published"),
                                    value(node, "modified"),
                                    value(node, "language"),
                                    value(node, "source"),
                                    value(node, "terms"))
                            .check();
        } catch (JacksonException broken) {
            return new Parsed.Refused(
                    new Problem.Unreadable(at, "is not kept as JSON: " + broken.getOriginalMessage()));
        }
    }

    private static @Nullable String value(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .orElse(null);
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
