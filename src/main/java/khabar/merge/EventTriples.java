package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.vocab.Kh;
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
 */
record EventTriples(Graph ontology, Labels labels) {
    List<Triple> of(Node name, Event event) {
        Told.Facts facts = event.facts();
        List<Triple> triples = new ArrayList<>();
        Adding to = (property, object) -> triples.add(Triple.create(name, property, object));

        to.add(Rdf.type, Kh.Event);
        to.add(Rdfs.label, Literals.english(sentence(event, Tongue.ENGLISH)));
        to.add(Rdfs.label, Literals.arabic(sentence(event, Tongue.ARABIC)));
        to.add(Kh.eventType, facts.type());
        event.mode().ifPresent(mode -> to.add(Kh.eventMode, mode));
        event.contexts().forEach(context -> to.add(Kh.context, context));
        event.statuses().forEach(status -> to.add(Kh.status, status));
        event.parties(Kh.ActorRole).forEach(party -> to.add(Kh.actor, party));
        event.parties(Kh.RecipientRole).forEach(party -> to.add(Kh.recipient, party));
        facts.place().ifPresent(place -> to.add(Kh.place, place));
        facts.period().begin().ifPresent(day -> to.add(Kh.begin, day));
        facts.period().end().ifPresent(day -> to.add(Kh.end, day));
        to.add(Kh.datePrecision, Literals.string(facts.period().precision()));
        to.add(Kh.confidence, Literals.decimal(event.confidence()));
        to.add(Kh.articleCount, Literals.integer(event.articles()));
        to.add(Kh.sourceCount, Literals.integer(event.sources()));
        Set<String> languages = event.languages();
        to.add(Kh.languageCount, Literals.integer(languages.size()));
        languages.forEach(language -> to.add(Schema.inLanguage, Literals.string(language)));
        event.firstPublished()
                .ifPresent(day -> to.add(Kh.firstPublished, Literals.date(java.time.LocalDate.parse(day))));
        ofScheme(event, Kh.quadClass).ifPresent(quad -> to.add(Kh.quadClass, quad));
        ofScheme(event, Kh.score).ifPresent(score -> to.add(Kh.score, score));
        event.reports().forEach(told -> triples.add(Triple.create(told.report(), Kh.reportOf, name)));
        return triples;
    }

    /** The mode's, else the type's. */
    private Optional<Node> ofScheme(Event event, Node property) {
        return Stream.concat(event.mode().stream(), Stream.of(event.facts().type()))
                .flatMap(concept -> ontology.find(concept, property, Node.ANY).toList().stream())
                .map(triple -> triple.getObject())
                .findFirst();
    }

    /** As in "Visit: Sergei Shoigu → Bashar al-Assad, Damascus, 2017-09-12". */
    private String sentence(Event event, Tongue tongue) {
        Function<Node, String> name = thing -> labels.of(thing, tongue.tag);
        String concept = name.apply(event.mode().orElse(event.facts().type()));
        String parties = Stream.of(Kh.ActorRole, Kh.RecipientRole)
                .map(role -> parties(event, role, name, tongue))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(tongue.arrow));
        if (parties(event, Kh.ActorRole, name, tongue).isEmpty()) {
            parties = tongue.arrow.strip() + " " + parties;
        }
        String setting = Stream.concat(
                        Stream.of(parties),
                        Stream.concat(event.facts().place().map(name).stream(), period(event).stream()))
                .collect(Collectors.joining(tongue.comma));
        String statuses = event.statuses().equals(Set.of(Kh.Happened))
                ? ""
                : event.statuses().stream()
                        .map(name)
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(tongue.comma, " (", ")"));
        return concept + ": " + setting + statuses;
    }

    private static String parties(Event event, Node role, Function<Node, String> name, Tongue tongue) {
        List<Node> known = event.parties(role);
        return (known.isEmpty() ? event.nameless(role).stream() : known.stream().map(name))
                .collect(Collectors.joining(tongue.comma));
    }

    private static Optional<String> period(Event event) {
        Told.Period period = event.facts().period();
        Optional<String> begin = period.begin().map(Node::getLiteralLexicalForm);
        Optional<String> end = period.end().map(Node::getLiteralLexicalForm);
        return switch (period.precision()) {
            case "day" -> begin;
            case "month" -> begin.map(day -> day.substring(0, 7));
            case "year" -> begin.map(day -> day.substring(0, 4));
            case "interval" ->
                begin.isEmpty() && end.isEmpty()
                        ? Optional.empty()
                        : Optional.of(begin.orElse("…") + " – " + end.orElse("…"));
            default -> Optional.empty();
        };
    }

    /** How a language puts things in a row; in a line from right to left the arrow points to the left. */
    private enum Tongue {
        ENGLISH("en", ", ", " → "),
        ARABIC("ar", "، ", " ← ");

        private final String tag;
        private final String comma;
        private final String arrow;

        Tongue(String tag, String comma, String arrow) {
            this.tag = tag;
            this.comma = comma;
            this.arrow = arrow;
        }
    }

    private interface Adding {
        void add(Node property, Node object);
    }
}
