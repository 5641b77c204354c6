package khabar.browse;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/** A property and its values, by their names. */
record Fact(Link property, List<Link> values) {
    /** What a reader asks first; all others follow in the order of their names. */
    private static final List<Node> ORDER = List.of(
            Kh.exact,
            Kh.partyText,
            Kh.role,
            Kh.party,
            Kh.heldOffice,
            Kh.refersTo,
            Kh.mentionType,
            Kh.mentionedIn,
            Kh.field,
            Kh.start,
            Kh.end,
            Kh.triggerStart,
            Kh.triggerEnd,
            Kh.holder,
            Kh.officeOf,
            Kh.from,
            Kh.to,
            Kh.confidence,
            Kh.country,
            Kh.sector,
            Kh.origin,
            Kh.stateActor,
            Kh.statePlace,
            Kh.feature,
            Kh.population,
            Kh.countryCode);

    private static final Comparator<Node> FIRST_ASKED_FIRST = Comparator.comparingInt(
                    (Node property) -> ORDER.contains(property) ? ORDER.indexOf(property) : ORDER.size())
            .thenComparing(Node::getURI);

    Fact {
        values = List.copyOf(values);
    }

    /** These properties, in this order, where something is said. */
    static List<Fact> of(PageReading reading, Statements statements, List<Node> properties) {
        return properties.stream()
                .filter(property -> !statements.all(property).isEmpty())
                .map(property -> new Fact(reading.link(property), inFull(reading, statements.all(property))))
                .toList();
    }

    /** All but these. */
    static List<Fact> but(PageReading reading, Statements statements, Set<Node> properties) {
        return of(
                reading,
                statements,
                statements.byProperty().keySet().stream()
                        .filter(property -> !properties.contains(property))
                        .sorted(FIRST_ASKED_FIRST)
                        .toList());
    }

    static List<Fact> of(PageReading reading, Map<Node, List<Node>> byProperty) {
        return byProperty.entrySet().stream()
                .map(one -> new Fact(reading.link(one.getKey()), inFull(reading, one.getValue())))
                .toList();
    }

    private static List<Link> inFull(PageReading reading, List<Node> values) {
        return values.stream().map(reading::linkInFull).toList();
    }

    /** Key of the words for a value that the data has as a code: {@code value.sector.MIL}. */
    public String key(Link value) {
        return "value."
                + property.iri()
                        .substring(Math.max(
                                        property.iri().lastIndexOf('#'),
                                        property.iri().lastIndexOf('/'))
                                + 1)
                + "." + value.text().value();
    }
}
