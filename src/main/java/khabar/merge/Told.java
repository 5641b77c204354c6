package khabar.merge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
 * @param claim what of it tells whether another report is of the same event
 */
record Told(Node report, Facts facts, List<Party> parties, Telling telling, Claim claim) implements Comparable<Told> {
    private static final String NEVER = "~";
    /** Of an offset, at most. */
    private static final int DIGITS = 9;

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
            Toll toll,
            double confidence) {}

    /** How many were killed and wounded, in digits, as the report states it. */
    record Toll(Optional<String> dead, Optional<String> wounded) {
        /** Fewer than ten were killed or wounded in many places. */
        private static final int DIGITS_THAT_TELL = 2;

        /** Whether a number that few reports share is the same in both: numbers are alike in all languages. */
        boolean isTellingAs(Toll other) {
            return isTelling(dead, other.dead) || isTelling(wounded, other.wounded);
        }

        private static boolean isTelling(Optional<String> one, Optional<String> other) {
            return one.filter(number -> number.length() >= DIGITS_THAT_TELL).isPresent() && one.equals(other);
        }
    }

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

    /**
     * Someone who takes part.
     *
     * @param entity empty for a nameless group, which then may have words
     * @param offices the terms of office that a person holds on the day
     */
    record Party(Node role, Optional<Node> entity, Words words, Set<Node> offices) {}

    /**
     * What a nameless group is called.
     *
     * @param text as the article has it
     * @param kind of the event scheme, as {@code khe:people-militants}
     */
    record Words(Optional<String> text, Optional<Node> kind) {}

    /**
     * Where it is told.
     *
     * @param day of publication, ISO 8601, empty where unknown
     * @param story key of the article that this one is a copy of; else its own
     */
    record Telling(
            String articleKey,
            Optional<String> day,
            Optional<Node> publisher,
            Optional<String> language,
            String story) {}

    /** @param stories by the key of an article, the key of the one that it is a copy of */
    static List<Told> in(Graph article, Base base, UnaryOperator<String> stories) {
        return article.find(Node.ANY, Kh.reportedIn, Node.ANY)
                .mapWith(triple -> read(article, triple.getSubject(), base, stories))
                .toList();
    }

    static Told read(Graph graph, Node report, Base base, UnaryOperator<String> stories) {
        Said said = Said.of(graph, report);
        Facts facts = new Facts(
                said.one(Kh.eventType)
                        .orElseThrow(() -> new IllegalArgumentException("a report without a type: " + report)),
                said.one(Kh.eventMode),
                Set.copyOf(said.all(Kh.context)),
                said.one(Kh.status).orElse(Kh.Happened),
                said.one(Kh.reportedPlace),
                new Period(
                        said.one(Kh.reportedBegin),
                        said.one(Kh.reportedEnd),
                        said.text(Kh.datePrecision).orElse("unknown")),
                new Toll(said.text(Kh.reportedDead), said.text(Kh.reportedWounded)),
                said.text(Kh.confidence).map(Double::parseDouble).orElse(0.0));
        List<Party> parties = said.all(Kh.hasParticipation).stream()
                .sorted(Comparator.comparing(Node::getURI))
                .map(participation -> party(Said.of(graph, participation)))
                .toList();
        Node article = said.one(Kh.reportedIn)
                .orElseThrow(() -> new IllegalArgumentException("a report without an article: " + report));
        String key = keyOf(article, base);
        Telling telling = new Telling(
                key,
                Said.object(graph, article, Kh.publishedDay).map(Node::getLiteralLexicalForm),
                Said.object(graph, article, Schema.publisher),
                Said.object(graph, article, Schema.inLanguage).map(Node::getLiteralLexicalForm),
                stories.apply(key));
        return new Told(report, facts, parties, telling, Claim.of(facts, parties, telling));
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

    Stream<Words> nameless(Node role) {
        return parties.stream()
                .filter(party -> party.role().equals(role) && party.entity().isEmpty())
                .map(Party::words);
    }

    /** Last segment of its IRI. */
    String key() {
        return report.getURI().substring(report.getURI().lastIndexOf('/') + 1);
    }

    /** Where in the article it begins, by its key {@code {article}-{offset}…}. */
    private int offset() {
        String key = key();
        int from = telling.articleKey().length() + 1;
        int dash = key.indexOf('-', from);
        int to = dash < 0 ? key.length() : dash;
        int offset = 0;
        for (int i = from; i < to; i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9 || to - from > DIGITS) {
                return Integer.MAX_VALUE;
            }
            offset = 10 * offset + digit;
        }
        return from < to ? offset : Integer.MAX_VALUE;
    }

    @Override
    public int compareTo(Told other) {
        return ORDER.compare(this, other);
    }

    private static Party party(Said participation) {
        return new Party(
                side(participation),
                participation.one(Kh.party),
                new Words(participation.text(Kh.partyText), participation.one(Kh.partyKind)),
                Set.copyOf(participation.all(Kh.heldOffice)));
    }

    /** Actor or recipient, where a party is either: a recipient may be a host or a victim too. */
    private static Node side(Said participation) {
        List<Node> roles = participation.all(Kh.role);
        return Stream.of(Kh.ActorRole, Kh.RecipientRole)
                .filter(roles::contains)
                .findFirst()
                .or(() -> participation.one(Kh.role))
                .orElse(Kh.ActorRole);
    }

    private static String keyOf(Node article, Base base) {
        return base.parse(article.getURI())
                .map(Base.Local::key)
                .orElseThrow(() -> new IllegalArgumentException("not an article of ours: " + article));
    }
}
