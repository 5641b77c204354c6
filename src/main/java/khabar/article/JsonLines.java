package khabar.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads articles from JSON Lines: one object a line, its fields as in {@link RawArticle}; all but {@code body} may be missing. */
final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLines() {}

    static Parsed read(SourceRef at, String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException syntax) {
            return new Parsed.Refused(new Problem.Unreadable(
                    at,
                    "not JSON" + column(syntax) + ": "
                            + syntax.getOriginalMessage().lines().findFirst().orElse("broken off")
                            + "; give one JSON object a line"));
        }
        if (!node.isObject()) {
            return new Parsed.Refused(new Problem.Unreadable(at, "not a JSON object; give one JSON object a line"));
        }
        for (String field : java.util.List.of(
                "id", "url", "headline", "standfirst", "body", "published", "language", "source", "terms")) {
            JsonNode value = node.get(field);
            if (value != null && !value.isNull() && !value.isString() && !(field.equals("id") && value.isNumber())) {
                return new Parsed.Refused(new Problem.BadField(at, field, value.toString(), "a string"));
            }
        }
        return new RawArticle(
                        at,
                        text(node, "id"),
                        text(node, "url"),
                        text(node, "headline"),
                        text(node, "standfirst"),
                        text(node, "body"),
                        text(node, "published"),
                        text(node, "language"),
                        text(node, "source"),
                        text(node, "terms"))
                .check();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .orElse(null);
    }

    private static String column(JacksonException syntax) {
        return Optional.ofNullable(syntax.getLocation())
                .filter(location -> location.getColumnNr() > 0)
                .map(location -> " at column " + location.getColumnNr())
                .orElse("");
    }
}
