package khabar.browse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** A property and its values, by their names. */
record Fact(Link property, List<Link> values) {
    Fact {
        values = List.copyOf(values);
    }

    /** These properties, in this order, where something is said. */
    static List<Fact> of(PageReading reading, Statements statements, List<Node> properties) {
        return properties.stream()
                .filter(property -> !statements.all(property).isEmpty())
                .map(property -> new Fact(reading.link(property), reading.links(statements.all(property))))
                .toList();
    }

    /** All but these. */
    static List<Fact> but(PageReading reading, Statements statements, Set<Node> properties) {
        return of(
                reading,
                statements,
                statements.byProperty().keySet().stream()
                        .filter(property -> !properties.contains(property))
                        .toList());
    }

    static List<Fact> of(PageReading reading, Map<Node, List<Node>> byProperty) {
        return byProperty.entrySet().stream()
                .map(one -> new Fact(reading.link(one.getKey()), reading.links(one.getValue())))
                .toList();
    }
}
