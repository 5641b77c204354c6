package khabar.article;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads an item of IPTC's ninjs, of version 1, 2 or 3: {@code body_text}, {@code bodies} with names in small letters, or in
 * camel case. Items of text, alone or with pictures, are articles; other kinds are refused, and so is what its source has
 * withheld or taken back.
 *
 * <p>Chosen: {@code uri} is the source's own id, and the address where it is one of the web; published is the first of
 * datePublished, firstCreated, versionCreated and contentCreated; where several bodies tell the same, marked-up text wins
 * over plain text of a single line, for it keeps the paragraphs. Usage terms are words for people: what may be shown is
 * left unstated.
 */
final class Ninjs {
    private static final Set<String> KINDS = Set.of(
            "text",
            "audio",
            "video",
            "picture",
            "graphic",
            "composite",
            "animation",
            "planning",
            "event",
            "component",
            "package",
            "livestream");
    private static final Set<String> MARKS = Set.of(
            "versioncreated",
            "headlines",
            "bodies",
            "body_text",
            "body_xhtml",
            "pubstatus",
            "representationtype",
            "renditions");
    private static final Set<String> ARTICLES = Set.of("text", "composite");
    private static final Set<String> WITHDRAWN = Set.of("withheld", "canceled", "cancelled");
    private static final Set<String> MARKED_UP =
            Set.of("text/html", "application/xhtml+xml", "body_xhtml", "html", "xhtml");
    /** Roles of descriptions that sum the text up; other ones tell of a picture or its makers. */
    private static final Set<String> SUMMARIES =
            Set.of("", "text", "main", "summary", "abstract", "lead", "teaser", "plain");

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/]\\S*");

    private final SourceRef at;
    private final Map<String, JsonNode> fields;

    private Ninjs(SourceRef at, JsonNode item) {
        this.at = at;
        this.fields = lower(item);
    }

    /** Whether an object looks like an item of ninjs. */
    static boolean is(JsonNode node) {
        Map<String, JsonNode> fields = lower(node);
        JsonNode standard = fields.getOrDefault("standard", node.path("")).path("name");
        return standard.asString("").toLowerCase(Locale.ROOT).contains("ninjs")
                || fields.containsKey("uri")
                        && !fields.containsKey("body")
                        && (MARKS.stream().anyMatch(fields::containsKey)
                                || fields.containsKey("type")
                                        && KINDS.contains(fields.get("type").asString("")));
    }

    static Parsed read(SourceRef at, JsonNode item) {
        return new Ninjs(at, item).read();
    }

    private Parsed read() {
        String kind = text("type").orElse("text").toLowerCase(Locale.ROOT);
        if (!ARTICLES.contains(kind)) {
            return refused("a ninjs item of type \"" + kind + "\", not an article; items of text are read");
        }
        Optional<String> status = text("pubstatus").map(word -> word.toLowerCase(Locale.ROOT));
        if (status.filter(WITHDRAWN::contains).isPresent()) {
            return refused("its source says that it is " + status.get()
                    + "; an earlier version that is stored can be taken out with khabar remove");
        }
        Optional<String> first = text("firstcreated");
        Optional<String> version = text("versioncreated");
        Optional<String> published = text("datepublished")
                .or(() -> text("published"))
                .or(() -> first)
                .or(() -> version)
                .or(() -> text("contentcreated"));
        Optional<String> uri = text("uri");
        return new RawArticle(
                        at,
                        uri.orElse(null),
                        uri.filter(value -> ADDRESS.matcher(value).matches()).orElse(null),
                        headline().orElse(null),
                        standfirst().orElse(null),
                        body().orElse(null),
                        published.orElse(null),
                        text("datemodified")
                                .or(() -> version.filter(when -> !published.equals(version)))
                                .orElse(null),
                        text("language").flatMap(NewsArticleJson::tag).orElse(null),
                        source().orElse(null),
                        null)
                .withoutRepeats()
                .check(names(published, first));
    }

    /** What a problem calls the fields, which depends on where they came from. */
    private Map<String, String> names(Optional<String> published, Optional<String> first) {
        String day = published.equals(first) ? "firstCreated" : "versionCreated";
        return Map.of("id", "uri", "url", "uri", "body", "bodies", "published", day, "modified", "versionCreated");
    }

    private Optional<String> headline() {
        return texts("headlines")
                .min(Comparator.comparingInt(text -> text.role().equals("main") ? 0 : 1))
                .map(Text::bare)
                .or(() -> text("headline").map(Markup::bare))
                .or(() -> text("title").map(Markup::bare));
    }

    private Optional<String> standfirst() {
        return texts("descriptions")
                .filter(text -> SUMMARIES.contains(text.role()))
                .findFirst()
                .map(Text::bare)
                .or(() -> text("description_text"));
    }

    /** The best body: in the first of those roles that one has, in paragraphs if any is. */
    private Optional<String> body() {
        List<Text> bodies = Stream.concat(
                        texts("bodies"),
                        Stream.concat(
                                text("body_xhtml").map(value -> new Text("", "text/html", value)).stream(),
                                text("body_text").map(value -> new Text("", "text/plain", value)).stream()))
                .filter(body -> body.isPlain() || body.isMarkedUp())
                .toList();
        return Stream.<Predicate<Text>>of(
                        body -> body.isPlain() && body.value().strip().contains("\n"), Text::isMarkedUp, Text::isPlain)
                .flatMap(wish -> bodies.stream().filter(wish))
                .map(Text::bare)
                .findFirst();
    }

    /** The party that holds the rights, which is the agency, else the first of those that gave the information. */
    private Optional<String> source() {
        return text("copyrightholder")
                .or(() -> Stream.of("infosources", "providers", "provider")
                        .flatMap(field -> Optional.ofNullable(fields.get(field)).stream())
                        .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                        .flatMap(value -> string(value.isObject() ? value.path("name") : value).stream())
                        .findFirst());
    }

    /**
     * One of several texts for one thing.
     *
     * @param role in small letters; blank where there is none
     * @param type of media, in small letters; blank where there is none
     */
    private record Text(String role, String type, String value) {
        boolean isMarkedUp() {
            return MARKED_UP.contains(type) || type.isEmpty() && Markup.is(value);
        }

        boolean isPlain() {
            return !isMarkedUp() && (type.isEmpty() || type.startsWith("text/plain"));
        }

        String bare() {
            return isMarkedUp() ? Markup.text(value) : value;
        }
    }

    private Stream<Text> texts(String field) {
        return Optional.ofNullable(fields.get(field)).stream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isObject)
                .map(Ninjs::lower)
                .flatMap(text -> string(text.get("value")).stream()
                        .map(value -> new Text(
                                string(text.get("role")).orElse("").toLowerCase(Locale.ROOT),
                                string(text.get("contenttype")).orElse("").toLowerCase(Locale.ROOT),
                                value)));
    }

    private Optional<String> text(String field) {
        return string(fields.get(field));
    }

    private static Optional<String> string(@Nullable JsonNode value) {
        return Optional.ofNullable(value)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(Predicate.not(String::isBlank));
    }

    /** The fields by their names in small letters, as version 2 has them. */
    private static Map<String, JsonNode> lower(JsonNode node) {
        return node.properties().stream()
                .collect(Collectors.toMap(
                        field -> field.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (one, other) -> one));
    }

    private Parsed refused(String why) {
        return new Parsed.Refused(new Problem.Unreadable(at, why));
    }
}
