package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** All that a graph says of one thing, asked for once: one look into the index instead of one for each property. */
record Said(Map<Node, List<Node>> byProperty) {
    static Said of(Graph graph, Node subject) {
        return of(graph, subject, property -> true);
    }

    /** Where only some of its properties are asked for. */
    static Said of(Graph graph, Node subject, Predicate<Node> properties) {
        Map<Node, List<Node>> byProperty = new HashMap<>();
        graph.find(subject, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            if (properties.test(triple.getPredicate())) {
                byProperty
                        .computeIfAbsent(triple.getPredicate(), first -> new ArrayList<>())
                        .add(triple.getObject());
            }
        });
        return new Said(byProperty);
    }

    List<Node> all(Node property) {
        return byProperty.getOrDefault(property, List.of());
    }

    /** The first in order of text, so that what should be one is one. */
    Optional<Node> one(Node property) {
        return all(property).stream().min(Comparator.comparing(Node::toString));
    }

    Optional<String> text(Node property) {
        return one(property).map(Node::getLiteralLexicalForm);
    }

    /** As {@link #one}, where nothing else is asked of the thing. */
    static Optional<Node> object(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject()).toList().stream()
                .min(Comparator.comparing(Node::toString));
    }
}
