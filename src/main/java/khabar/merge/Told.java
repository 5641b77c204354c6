package khabar.merge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Schema;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * One report, as far as merging needs it.
 *
 * @param facts what it says of the event
 * @param parties who took part, nameless groups too
 * @param telling which article says so
 */
record Told(Node report, Facts facts, List<Party> parties, Telling telling) implements Comparable<Told> {
    private static final String NEVER = "~";

    /** Of one event, the report that comes first gives the event its name. */
    private static final Comparator<Told> ORDER = Comparator.comparing(
                    (Told told) -> told.telling.day().orElse(NEVER))
            .thenComparing(told -> told.telling.articleKey())
            .thenComparingInt(Told::offset)
            .thenComparing(Told::key);

    /** What one report says. */
    record Facts(
            Node type,
            Optional<Node> mode,
            Set<Node> contexts,
            Node status,
            Optional<Node> place,
            Period period,
            double confidence) {}

    /**
     * When it happened.
     *
     * @param precision as in {@code kh:datePrecision}; {@code unknown} where the report has none
     */
    record Period(Optional<Node> begin, Optional<Node> end, String precision) {
        /** The day, where it is known. */
        Optional<String> day() {
            return precision.equals("day") ? begin.map(Node::getLiteralLexicalForm) : Optional.empty();
        }
    }

    /** @param entity empty for a nameless group, which then may have a text */
    record Party(Node role, Optional<Node> entity, Optional<String> text) {}

    /** @param day of publication, ISO 8601, empty where unknown */
    record Telling(
            String articleKey,
            Optional<String> day,
            Optional<Node> publisher,
            Optional<String> language,
            Optional<String> textHash) {}

    static List<Told> in(Graph article, Base base) {
        return article.find(Node.ANY, Kh.reportedIn, Node.ANY)
                .mapWith(triple -> read(article, triple.getSubject(), base))
                .toList();
    }

    static Told read(Graph graph, Node report, Base base) {
        Facts facts = new Facts(
                one(graph, report, Kh.eventType)
                        .orElseThrow(() -> new IllegalArgumentException("a report without a type: " + report)),
                one(graph, report, Kh.eventMode),
                Set.copyOf(all(graph, report, Kh.context)),
                one(graph, report, Kh.status).orElse(Kh.Happened),
                one(graph, report, Kh.reportedPlace),
                new Period(
                        one(graph, report, Kh.reportedBegin),
                        one(graph, report, Kh.reportedEnd),
                        text(graph, report, Kh.datePrecision).orElse("unknown")),
                text(graph, report, Kh.confidence).map(Double::parseDouble).orElse(0.0));
        List<Party> parties = all(graph, report, Kh.hasParticipation).stream()
                .sorted(Comparator.comparing(Node::getURI))
                .map(participation -> party(graph, participation))
                .toList();
        Node article = one(graph, report, Kh.reportedIn)
                .orElseThrow(() -> new IllegalArgumentException("a report without an article: " + report));
        Telling telling = new Telling(
                keyOf(article, base),
                text(graph, article, Kh.publishedDay),
                one(graph, article, Schema.publisher),
                text(graph, article, Schema.inLanguage),
                text(graph, article, Kh.textHash));
        return new Told(report, facts, parties, telling);
    }

    Told {
        parties = List.copyOf(parties);
    }

    /** Those with an identity. */
    Set<Node> entities() {
        return parties.stream().flatMap(party -> party.entity().stream()).collect(Collectors.toSet());
    }

    Set<Node> entities(Node role) {
        return parties.stream()
                .filter(party -> party.role().equals(role))
                .flatMap(party -> party.entity().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    Stream<String> nameless(Node role) {
        return parties.stream()
                .filter(party -> party.role().equals(role) && party.entity().isEmpty())
                .flatMap(party -> party.text().stream());
    }

    /** Last segment of its IRI. */
    String key() {
        return report.getURI().substring(report.getURI().lastIndexOf('/') + 1);
    }

    /** Where in the article it begins, by its key {@code {article}-{offset}…}. */
    private int offset() {
        String[] parts = key().substring(telling.articleKey().length()).split("-", -1);
        return parts.length > 1 && parts[1].matches("\\d{1,9}") ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
    }

    @Override
    public int compareTo(Told other) {
        return ORDER.compare(this, other);
    }

    private static Party party(Graph graph, Node participation) {
        return new Party(
                one(graph, participation, Kh.role).orElse(Kh.ActorRole),
                one(graph, participation, Kh.party),
                text(graph, participation, Kh.partyText));
    }

    private static String keyOf(Node article, Base base) {
        return base.parse(article.getURI())
                .map(Base.Local::key)
                .orElseThrow(() -> new IllegalArgumentException("not an article of ours: " + article));
    }

    private static Set<Node> all(Graph graph, Node subject, Node property) {
        return new HashSet<>(graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList());
    }

    /** The first in order of text, so that what should be one is one. */
    private static Optional<Node> one(Graph graph, Node subject, Node property) {
        return all(graph, subject, property).stream().min(Comparator.comparing(Node::toString));
    }

    private static Optional<String> text(Graph graph, Node subject, Node property) {
        return one(graph, subject, property).map(Node::getLiteralLexicalForm);
    }
}
