package khabar.browse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.Words;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Xsd;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.FmtUtils;
import org.springframework.web.util.UriUtils;

/**
 * A question about events, as a query that anyone can run, change and cite: what a reader has chosen on a page, written in
 * SPARQL.
 *
 * @param lines of its pattern, of which each stands for one choice
 * @param lang of the labels that it asks for
 */
record Question(List<String> lines, String lang) {
    /** Prefixes in the order in which people expect them. */
    private static final String PREFIXES = Stream.of(
                    "kh: <" + Kh.NAMESPACE + ">",
                    "khe: <" + Khe.NAMESPACE + ">",
                    "rdfs: <" + Rdfs.NAMESPACE + ">",
                    "schema: <" + Schema.NAMESPACE + ">",
                    "text: <http://jena.apache.org/text#>",
                    "xsd: <" + Xsd.NAMESPACE + ">")
            .map(prefix -> "PREFIX " + prefix + "\n")
            .collect(Collectors.joining());

    Question {
        lines = List.copyOf(lines);
    }

    /** The events that a search finds. */
    static Question of(Asked asked, Locale locale) {
        List<String> lines = new ArrayList<>();
        Words.all(asked.words())
                .ifPresent(words -> lines.add("?event text:query (rdfs:label " + written(words) + " 1000) ."));
        lines.add("?event a kh:Event ; kh:eventType ?type .");
        asked.chosen().forEach((facet, value) -> line(facet, value).ifPresent(lines::add));
        during(asked.period()).ifPresent(lines::add);
        return new Question(lines, locale.getLanguage());
    }

    /**
     * Events in which both have a part.
     *
     * @param only whether a state stands for itself only, and not for its bodies and people
     */
    static Question between(Node one, Node other, boolean only, Locale locale) {
        List<String> parts = only
                ? List.of(withPart(one), withPart(other))
                : List.of(
                        "?one kh:country? " + written(one) + " . ?other kh:country? " + written(other) + " .",
                        withPart("?one"),
                        withPart("?other"),
                        "FILTER(?one != ?other)");
        return new Question(
                Stream.concat(Stream.of("?event a kh:Event ; kh:eventType ?type ."), parts.stream())
                        .toList(),
                locale.getLanguage());
    }

    /** This question, and who else has a part. */
    Question and(Node actor) {
        List<String> more = new ArrayList<>(lines);
        more.add(withPart(actor));
        return new Question(more, lang);
    }

    /** A table of the events, the latest first. */
    String select() {
        return PREFIXES
                + "SELECT DISTINCT ?event ?what ?type ?day ?place ?sources WHERE {\n"
                + pattern()
                + "  ?event rdfs:label ?what FILTER(LANG(?what) = \"" + lang + "\")\n"
                + "  OPTIONAL { ?event kh:begin ?day }\n"
                + "  OPTIONAL { ?event kh:place ?place }\n"
                + "  OPTIONAL { ?event kh:sourceCount ?sources }\n"
                + "}\nORDER BY DESC(?day) ?event\n";
    }

    /** All that is said of the events, of their reports, and the sentences that say so. */
    String construct() {
        return PREFIXES
                + "CONSTRUCT { ?thing ?property ?value } WHERE {\n"
                + "  { SELECT DISTINCT ?event WHERE {\n"
                + pattern()
                + "  } }\n"
                + "  # the event itself, its reports, and the sentences that say so\n"
                + "  ?thing (kh:reportOf|(^kh:evidence/kh:reportOf))? ?event .\n"
                + "  ?thing ?property ?value .\n"
                + "}\n";
    }

    /** The page on which it stands, ready to be run. */
    public String href() {
        return "/sparql?format=html&query=" + encoded(select()) + "#answer";
    }

    public String csv() {
        return "/sparql?format=csv&query=" + encoded(select());
    }

    public String turtle() {
        return "/sparql?format=ttl&query=" + encoded(construct());
    }

    private String pattern() {
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static Optional<String> line(Facet facet, Node value) {
        return switch (facet) {
            // A question is about events, whatever kinds of thing the page shows beside them.
            case KIND -> Optional.empty();
            case TYPE -> Optional.of("?event kh:eventType " + written(value) + " .");
            case QUAD -> Optional.of("?event kh:quadClass " + written(value) + " .");
            case ACTOR -> Optional.of(withPart(value));
            case PLACE -> Optional.of("?event kh:place/kh:within* " + written(value) + " .");
            case SOURCE ->
                Optional.of("?report kh:reportOf ?event ; kh:reportedIn/schema:publisher " + written(value) + " .");
            case LANGUAGE -> Optional.of("?event schema:inLanguage " + written(value) + " .");
            case FIRST ->
                Optional.of("?event kh:firstPublished ?early ; kh:sourceCount ?independent FILTER(?independent > 1)\n"
                        + "  ?first kh:reportOf ?event ; kh:reportedIn ?article .\n"
                        + "  ?article kh:publishedDay ?early ; schema:inLanguage " + written(value) + " .");
            case SOURCES -> Optional.of("?event kh:sourceCount ?count FILTER(?count >= " + facet.word(value) + ")");
            case CONFIDENCE ->
                Optional.of("?event kh:confidence ?sure FILTER(?sure * 100 >= " + facet.word(value) + ")");
        };
    }

    private static String withPart(Node actor) {
        return withPart(written(actor));
    }

    private static String withPart(String actor) {
        return "{ ?event kh:actor " + actor + " } UNION { ?event kh:recipient " + actor + " }";
    }

    /** An event without a day of its own counts for the day on which it was first told. */
    private static Optional<String> during(Period period) {
        if (period.isOpen()) {
            return Optional.empty();
        }
        String within = Stream.of(
                        period.from().map(day -> "?date >= " + date(day)),
                        period.to().map(day -> "?date <= " + date(day)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" && "));
        return Optional.of("OPTIONAL { ?event kh:begin ?begin } OPTIONAL { ?event kh:firstPublished ?published }\n"
                + "  BIND(COALESCE(?begin, ?published) AS ?date) FILTER(" + within + ")");
    }

    private static String date(LocalDate day) {
        return "\"" + day + "\"^^xsd:date";
    }

    private static String written(Node node) {
        return node.isURI() && node.getURI().startsWith(Khe.NAMESPACE)
                ? "khe:" + node.getURI().substring(Khe.NAMESPACE.length())
                : FmtUtils.stringForNode(node);
    }

    private static String encoded(String query) {
        return UriUtils.encode(query, StandardCharsets.UTF_8);
    }
}
