package khabar.merge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    List<Triple> of(Node name, Event event) {
        List<Triple> triples = new ArrayList<>();
        Adding to = (property, object) -> triples.add(Triple.create(name, property, object));

        to.add(Rdf.type, Kh.Event);
        to.add(Rdfs.label, Literals.english(sentence(event, Tongue.ENGLISH)));
        to.add(Rdfs.label, Literals.arabic(sentence(event, Tongue.ARABIC)));
        to.add(Kh.eventType, event.type());
        event.mode().ifPresent(mode -> to.add(Kh.eventMode, mode));
        event.contexts().forEach(context -> to.add(Kh.context, context));
        event.statuses().forEach(status -> to.add(Kh.status, status));
        event.parties(Kh.ActorRole).forEach(party -> to.add(Kh.actor, party));
        event.parties(Kh.RecipientRole).forEach(party -> to.add(Kh.recipient, party));
        event.place().ifPresent(place -> to.add(Kh.place, place));
        event.period().begin().ifPresent(day -> to.add(Kh.begin, day));
        event.period().end().ifPresent(day -> to.add(Kh.end, day));
        to.add(Kh.datePrecision, Literals.string(event.period().precision()));
        event.disputed().forEach(part -> to.add(Kh.disagreesOn, Literals.string(part)));
        event.keys(reasons.links()).forEach(key -> to.add(Kh.mergeKey, Literals.string(key)));
        to.add(Kh.confidence, Literals.decimal(event.confidence()));
        to.add(Kh.articleCount, Literals.integer(event.articles()));
        to.add(Kh.sourceCount, Literals.integer(event.sources()));
        Set<String> languages = event.languages();
        to.add(Kh.languageCount, Literals.integer(languages.size()));
        languages.forEach(language -> to.add(Schema.inLanguage, Literals.string(language)));
        event.firstPublished().ifPresent(day -> to.add(Kh.firstPublished, Literals.date(LocalDate.parse(day))));
        ofScheme(event, Kh.quadClass).ifPresent(quad -> to.add(Kh.quadClass, quad));
        ofScheme(event, Kh.score).ifPresent(score -> to.add(Kh.score, score));
        event.reports().forEach(told -> triples.add(Triple.create(told.report(), Kh.reportOf, name)));
        triples.addAll(reasons.of(event.reports()));
        return triples;
    }

    /** The mode's, else the type's. */
    private Optional<Node> ofScheme(Event event, Node property) {
        return Stream.concat(event.mode().stream(), Stream.of(event.type()))
                .flatMap(concept -> ontology.find(concept, property, Node.ANY).toList().stream())
                .map(triple -> triple.getObject())
                .findFirst();
    }

    private String sentence(Event event, Tongue tongue) {
        Function<Node, String> name = thing -> labels.of(thing, tongue.tag);
        Node concept = event.mode().orElse(event.type());
        Phrase phrase = new Phrase(
                concept.getURI().substring(Khe.NAMESPACE.length()),
                name.apply(concept),
                parties(event, Kh.ActorRole, tongue),
                parties(event, Kh.RecipientRole, tongue),
                event.place().map(name),
                period(event, tongue));
        String statuses = event.statuses().equals(Set.of(Kh.Happened))
                ? ""
                : event.statuses().stream()
                        .map(name)
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(tongue.comma, " (", ")"));
        return (tongue == Tongue.ENGLISH ? phrase.english() : phrase.arabic()) + statuses;
    }

    private List<String> parties(Event event, Node role, Tongue tongue) {
        Function<Node, String> name = thing -> labels.of(thing, tongue.tag);
        List<Node> known = event.parties(role);
        Stream<String> nameless = event.nameless(role).stream()
                .flatMap(words -> words.kind().map(name).or(() -> words.text().filter(tongue::isWrittenIn)).stream());
        return (known.isEmpty() ? nameless.sorted() : known.stream().map(name))
                .distinct()
                .toList();
    }

    private static Optional<String> period(Event event, Tongue tongue) {
        Told.Period period = event.period();
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
