package khabar.merge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * An event as {@code graph/events} says it.
 *
 * @param ontology class and score of types and modes
 * @param reasons why reports are of one event
 */
record EventTriples(Graph ontology, Labels labels, Reasons reasons) {
    /** What both the statements and their sentences are made of; the votes on it are counted once. */
    private record Outcome(
            Event event,
            Node type,
            Optional<Node> mode,
            Set<Node> statuses,
            Map<Node, List<Node>> parties,
            Optional<Node> place,
            Told.Period period) {
        static Outcome of(Event event) {
            return new Outcome(
                    event,
                    event.type(),
                    event.mode(),
                    event.statuses(),
                    Map.of(
                            Kh.ActorRole,
                            event.parties(Kh.ActorRole),
                            Kh.RecipientRole,
                            event.parties(Kh.RecipientRole)),
                    event.place(),
                    event.period());
        }

        List<Node> parties(Node role) {
            return parties.getOrDefault(role, List.of());
        }
    }

    List<Triple> of(Node name, Event event) {
        Outcome outcome = Outcome.of(event);
        List<Triple> triples = new ArrayList<>();
        Adding to = (property, object) -> triples.add(Triple.create(name, property, object));

        to.add(Rdf.type, Kh.Event);
        to.add(Rdfs.label, Literals.english(sentence(outcome, Tongue.ENGLISH)));
        to.add(Rdfs.label, Literals.arabic(sentence(outcome, Tongue.ARABIC)));
        to.add(Kh.eventType, outcome.type());
        outcome.mode().ifPresent(mode -> to.add(Kh.eventMode, mode));
        event.contexts().forEach(context -> to.add(Kh.context, context));
        outcome.statuses().forEach(status -> to.add(Kh.status, status));
        outcome.parties(Kh.ActorRole).forEach(party -> to.add(Kh.actor, party));
        outcome.parties(Kh.RecipientRole).forEach(party -> to.add(Kh.recipient, party));
        outcome.place().ifPresent(place -> to.add(Kh.place, place));
        outcome.period().begin().ifPresent(day -> to.add(Kh.begin, day));
        outcome.period().end().ifPresent(day -> to.add(Kh.end, day));
        to.add(Kh.datePrecision, Literals.string(outcome.period().precision()));
        event.disputed().forEach(part -> to.add(Kh.disagreesOn, Literals.string(part)));
        event.keys(reasons.links()).forEach(key -> to.add(Kh.mergeKey, Literals.string(key)));
        to.add(Kh.confidence, Literals.decimal(event.confidence()));
        to.add(Kh.articleCount, Literals.integer(event.articles()));
        to.add(Kh.sourceCount, Literals.integer(event.sources()));
        Set<String> languages = event.languages();
        to.add(Kh.languageCount, Literals.integer(languages.size()));
        languages.forEach(language -> to.add(Schema.inLanguage, Literals.string(language)));
        event.firstPublished().ifPresent(day -> to.add(Kh.firstPublished, Literals.date(LocalDate.parse(day))));
        ofScheme(outcome, Kh.quadClass).ifPresent(quad -> to.add(Kh.quadClass, quad));
        ofScheme(outcome, Kh.score).ifPresent(score -> to.add(Kh.score, score));
        event.reports().forEach(told -> triples.add(Triple.create(told.report(), Kh.reportOf, name)));
        triples.addAll(reasons.of(event.reports()));
        return triples;
    }

    /** The mode's, else the type's. */
    private Optional<Node> ofScheme(Outcome outcome, Node property) {
        return outcome.mode()
                .flatMap(mode -> Said.object(ontology, mode, property))
                .or(() -> Said.object(ontology, outcome.type(), property));
    }

    private String sentence(Outcome outcome, Tongue tongue) {
        Function<Node, String> name = thing -> labels.of(thing, tongue.tag);
        Node concept = outcome.mode().orElse(outcome.type());
        Phrase phrase = new Phrase(
                concept.getURI().substring(Khe.NAMESPACE.length()),
                name.apply(concept),
                parties(outcome, Kh.ActorRole, tongue),
                parties(outcome, Kh.RecipientRole, tongue),
                outcome.place().map(name),
                period(outcome.period(), tongue));
        String statuses = outcome.statuses().equals(Set.of(Kh.Happened))
                ? ""
                : outcome.statuses().stream()
                        .map(name)
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(tongue.comma, " (", ")"));
        return (tongue == Tongue.ENGLISH ? phrase.english() : phrase.arabic()) + statuses;
    }

    private List<String> parties(Outcome outcome, Node role, Tongue tongue) {
        Function<Node, String> name = thing -> labels.of(thing, tongue.tag);
        List<Node> known = outcome.parties(role);
        if (!known.isEmpty()) {
            return known.stream().map(name).distinct().toList();
        }
        return outcome.event().nameless(role).stream()
                .flatMap(words -> words.kind().map(name).or(() -> words.text().filter(tongue::isWrittenIn)).stream())
                .sorted()
                .distinct()
                .toList();
    }

    private static Optional<String> period(Told.Period period, Tongue tongue) {
        Optional<String> begin = period.begin().map(Node::getLiteralLexicalForm);
        Optional<String> end = period.end().map(Node::getLiteralLexicalForm);
        return switch (period.precision()) {
            case "day" -> begin.map(day -> tongue.day.format(LocalDate.parse(day)));
            case "month" -> begin.map(day -> tongue.month.format(LocalDate.parse(day)));
            case "year" -> begin.map(day -> tongue.year.format(LocalDate.parse(day)));
            case "interval" ->
                begin.isEmpty() && end.isEmpty()
                        ? Optional.empty()
                        : Optional.of(begin.map(day -> tongue.day.format(LocalDate.parse(day)))
                                        .orElse("…")
                                + " – "
                                + end.map(day -> tongue.day.format(LocalDate.parse(day)))
                                        .orElse("…"));
            default -> Optional.empty();
        };
    }

    /** A language's tag, comma and dates; digits are 0 to 9 in both. */
    private enum Tongue {
        ENGLISH("en", ", "),
        ARABIC("ar", "، ");

        private final String tag;
        private final String comma;
        private final DateTimeFormatter day;
        private final DateTimeFormatter month;
        private final DateTimeFormatter year;

        Tongue(String tag, String comma) {
            this.tag = tag;
            this.comma = comma;
            this.day = written("d MMMM uuuu");
            this.month = written("MMMM uuuu");
            this.year = written("uuuu");
        }

        private DateTimeFormatter written(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.of(tag)).withDecimalStyle(DecimalStyle.STANDARD);
        }

        /** A line in one language carries no words of the other. */
        private boolean isWrittenIn(String words) {
            boolean arabic =
                    words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
            return arabic == (this == ARABIC);
        }
    }

    private interface Adding {
        void add(Node property, Node object);
    }
}
