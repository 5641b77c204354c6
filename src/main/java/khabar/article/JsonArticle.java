package khabar.article;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads articles from a JSON object: one in the fields of {@link RawArticle}, of which all but {@code body} may be missing,
 * an item that {@link Ninjs} reads, or what {@link NewsArticleJson} finds in it.
 */
final class JsonArticle {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> FIELDS = List.of(
            "id", "url", "headline", "standfirst", "body", "published", "modified", "language", "source", "terms");

    private JsonArticle() {}

    /**
     * Reads the text of an object, which holds one article, or more where it is a graph or a list.
     *
     * @param at where it begins
     */
    static List<Parsed> read(SourceRef at, String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException syntax) {
            return List.of(refused(at.plus(linesBefore(syntax, json)), broken(syntax)));
        }
        return node.isObject()
                ? object(at, node)
                : List.of(refused(at, "not a JSON object; give one JSON object for each article"));
    }

    private static List<Parsed> object(SourceRef at, JsonNode node) {
        if (NewsArticleJson.is(node)) {
            return linked(at, node);
        }
        return List.of(Ninjs.is(node) ? Ninjs.read(at, node) : own(at, node));
    }

    private static List<Parsed> linked(SourceRef at, JsonNode node) {
        List<RawArticle> articles = NewsArticleJson.articles(at, node);
        return articles.isEmpty()
                ? List.of(refused(
                        at, "JSON-LD about a " + NewsArticleJson.kind(node) + "; give a NewsArticle of schema.org"))
                : articles.stream()
                        .map(article -> article.check(NewsArticleJson.FIELDS))
                        .toList();
    }

    private static Parsed own(SourceRef at, JsonNode node) {
        for (String field : FIELDS) {
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
                        text(node, "modified"),
                        text(node, "language"),
                        text(node, "source"),
                        text(node, "terms"))
                .check();
    }

    /** To Jackson a carriage return ends a line, too. */
    private static int linesBefore(JacksonException syntax, String json) {
        int most = (int) json.chars().filter(c -> c == '\n').count();
        return Optional.ofNullable(syntax.getLocation())
                .map(location -> Math.clamp(location.getLineNr() - 1L, 0, most))
                .orElse(0);
    }

    /** Where JSON is broken and how, in a few words. */
    private static String broken(JacksonException syntax) {
        String column = Optional.ofNullable(syntax.getLocation())
                .filter(location -> location.getColumnNr() > 0)
                .map(location -> " at column " + location.getColumnNr())
                .orElse("");
        return "not JSON" + column + ": "
                + syntax.getOriginalMessage().lines().findFirst().orElse("broken off");
    }

    private static @Nullable String text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .orElse(null);
    }

    private static Parsed refused(SourceRef at, String why) {
        return new Parsed.Refused(new Problem.Unreadable(at, why));
    }
}
