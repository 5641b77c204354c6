package khabar.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads articles in the words of schema.org, as pages carry them in JSON-LD: NewsArticle and its kin, alone, in an array,
 * in {@code @graph}, or as what a page is mainly about. It is read as plain JSON: a context, wherever it may be, is never
 * fetched. What is said to be shown of an article is left unstated, for no word of schema.org says it.
 */
final class NewsArticleJson {
    /** How the fields of an article are called here. */
    static final Map<String, String> FIELDS = Map.of(
            "id", "identifier",
            "body", "articleBody",
            "standfirst", "description",
            "published", "datePublished",
            "modified", "dateModified",
            "language", "inLanguage",
            "source", "publisher");

    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "AnalysisNewsArticle",
            "AskPublicNewsArticle",
            "BackgroundNewsArticle",
            "OpinionNewsArticle",
            "ReportageNewsArticle",
            "ReviewNewsArticle",
            "Report",
            "SatiricalArticle",
            "AdvertiserContentArticle",
            "SocialMediaPosting",
            "BlogPosting",
            "LiveBlogPosting");
    private static final Set<String> BODIES = Set.of("Organization", "NewsMediaOrganization", "Corporation", "NGO");
    /** Where a page or a graph holds what it is about, and where a list holds its members. */
    private static final List<String> HOLDERS = List.of("@graph", "mainEntity");

    private static final List<String> LISTS =
            List.of("@graph", "mainEntity", "itemListElement", "item", "dataFeedElement", "blogPost");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,8}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/]\\S*");
    private static final int DEEPEST = 12;

    private final Map<String, JsonNode> things = new HashMap<>();

    private NewsArticleJson() {}

    /** Whether an object is JSON-LD at all. */
    static boolean is(JsonNode node) {
        return node.has("@context") || node.has("@type") || node.has("@graph");
    }

    /**
     * The article that a page is about: the first one with a body, else the first. Empty where there is none. Members of
     * lists, which are other articles, do not count. The body may be missing.
     */
    static Optional<RawArticle> article(SourceRef at, JsonNode node) {
        List<RawArticle> found = new NewsArticleJson().read(at, node, HOLDERS);
        return found.stream()
                .filter(article -> article.body() != null)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** All articles of a document, those in lists too. */
    static List<RawArticle> articles(SourceRef at, JsonNode node) {
        return new NewsArticleJson().read(at, node, LISTS);
    }

    /** What an object says that it is, for a message. */
    static String kind(JsonNode node) {
        return types(node).findFirst().orElse("thing without @type");
    }

    private List<RawArticle> read(SourceRef at, JsonNode node, List<String> holders) {
        List<JsonNode> found = new ArrayList<>();
        collect(node, holders, found, 0);
        return found.stream().map(article -> article(article, at)).toList();
    }

    private void collect(JsonNode node, List<String> holders, List<JsonNode> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(member -> collect(member, holders, found, depth + 1));
        } else if (node.isObject()) {
            if (node.path("@id").isString() && node.size() > 1) {
                things.putIfAbsent(node.path("@id").asString(), node);
            }
            if (types(node).anyMatch(ARTICLES::contains)) {
                found.add(node);
            } else {
                holders.forEach(
                        holder -> value(node, holder).ifPresent(held -> collect(held, holders, found, depth + 1)));
            }
        }
    }

    private RawArticle article(JsonNode node, SourceRef at) {
        String body = text(node, "articleBody").or(() -> text(node, "text")).orElse(null);
        return new RawArticle(
                        at,
                        identifier(node).orElse(null),
                        address(node).orElse(null),
                        text(node, "headline").or(() -> text(node, "name")).orElse(null),
                        text(node, "description")
                                .or(() -> text(node, "alternativeHeadline"))
                                .orElse(null),
                        body,
                        text(node, "datePublished").orElse(null),
                        text(node, "dateModified").orElse(null),
                        value(node, "inLanguage")
                                .flatMap(NewsArticleJson::language)
                                .orElse(null),
                        source(node).orElse(null),
                        null)
                .withoutRepeats();
    }

    private static Stream<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .map(name -> name.replaceFirst("^.*[/#:]", ""));
    }

    /** The value of a property, whether its name is short, prefixed or whole. */
    private static Optional<JsonNode> value(JsonNode node, String property) {
        return Stream.of(
                        property,
                        "schema:" + property,
                        "https://schema.org/" + property,
                        "http://schema.org/" + property)
                .map(node::get)
                .filter(found -> found != null && !found.isNull())
                .findFirst();
    }

    private static Optional<String> text(JsonNode node, String property) {
        return value(node, property).flatMap(NewsArticleJson::text);
    }

    /** A string or number, alone, as {@code @value}, or the first of several. */
    private static Optional<String> text(JsonNode value) {
        return texts(value).findFirst();
    }

    private static Stream<String> texts(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().flatMap(NewsArticleJson::texts);
        }
        JsonNode bare = value.isObject() ? value.path("@value") : value;
        return bare.isString() || bare.isNumber()
                ? Stream.of(Markup.bare(bare.asString())).filter(Predicate.not(String::isBlank))
                : Stream.empty();
    }

    private static Optional<String> identifier(JsonNode node) {
        return value(node, "identifier").stream()
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .flatMap(value -> text(value).or(() -> text(value, "value")).stream())
                .findFirst();
    }

    /** Where the article is, if that is an address of the web. */
    private static Optional<String> address(JsonNode node) {
        return Stream.of("url", "mainEntityOfPage", "@id")
                .flatMap(property -> value(node, property).stream())
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .flatMap(value -> Stream.of(value, value.path("@id"), value.path("url")))
                .filter(JsonNode::isString)
                .map(value -> value.asString().strip())
                .filter(value -> ADDRESS.matcher(value).matches())
                .findFirst();
    }

    /** Who published it: an author only where that is an organisation. */
    private Optional<String> source(JsonNode node) {
        return Stream.of("publisher", "sourceOrganization", "provider")
                .flatMap(property -> value(node, property).stream())
                .flatMap(value -> name(value, false).stream())
                .findFirst()
                .or(() -> value(node, "author").flatMap(value -> name(value, true)));
    }

    private Optional<String> name(JsonNode value, boolean organisationOnly) {
        if (value.isArray()) {
            return value.valueStream()
                    .flatMap(one -> name(one, organisationOnly).stream())
                    .findFirst();
        }
        if (!value.isObject()) {
            return organisationOnly ? Optional.empty() : text(value).filter(name -> !isAddress(name));
        }
        JsonNode thing = things.getOrDefault(value.path("@id").asString(""), value);
        JsonNode named = value.has("name") ? value : thing;
        return organisationOnly && types(named).noneMatch(BODIES::contains)
                ? Optional.empty()
                : text(named, "name").or(() -> text(named, "legalName"));
    }

    private static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    /** A tag; the name of a language where that is what is given; empty where it is neither. */
    private static Optional<String> language(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().flatMap(one -> language(one).stream()).findFirst();
        }
        return Stream.concat(
                        text(value).stream(),
                        Stream.of("alternateName", "identifier", "name", "@id")
                                .flatMap(property -> text(value, property).stream()))
                .flatMap(word -> tag(word).stream())
                .findFirst();
    }

    /** A word as a language tag: {@code ar_EG} and "Arabic", too. */
    static Optional<String> tag(String word) {
        String bare = word.strip().replace('_', '-');
        return TAG.matcher(bare).matches()
                ? Optional.of(bare)
                : Stream.of(Locale.getISOLanguages())
                        .filter(code -> isNameOf(bare, code))
                        .findFirst();
    }

    private static boolean isNameOf(String word, String code) {
        Locale language = Locale.of(code);
        return language.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(word)
                || language.getDisplayLanguage(language).equalsIgnoreCase(word);
    }
}
