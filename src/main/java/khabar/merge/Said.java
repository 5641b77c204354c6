package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.ByThing;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.GraphView;

/** All that a graph says of one thing, asked for once: one look into the index instead of one for each property. */
record Said(Map<Node, List<Node>> byProperty) {
    static Said of(Graph graph, Node subject) {
        return known(graph, subject).map(Said::new).orElseGet(() -> sought(graph, subject));
    }

    private static Optional<Map<Node, List<Node>>> known(Graph graph, Node subject) {
        return graph instanceof GraphView view && view.getDataset() instanceof ByThing data
                ? data.said(view.getGraphName(), subject)
                : Optional.empty();
    }

    private static Said sought(Graph graph, Node subject) {
        Map<Node, List<Node>> byProperty = new HashMap<>();
        graph.find(subject, Node.ANY, Node.ANY)
                .forEachRemaining(triple -> byProperty
                        .computeIfAbsent(triple.getPredicate(), first -> new ArrayList<>())
                        .add(triple.getObject()));
        return new Said(byProperty);
    }

    List<Node> all(Node property) {
        return byProperty.getOrDefault(property, List.of());
    }

    /** The first in order of text, so that what should be one is one. */
    Optional<Node> one(Node property) {
        return first(all(property));
    }

    private static Optional<Node> first(List<Node> nodes) {
        return switch (nodes.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(nodes.getFirst());
            default -> nodes.stream().min(Comparator.comparing(Node::toString));
        };
    }

    Optional<String> text(Node property) {
        return one(property).map(Node::getLiteralLexicalForm);
    }

    /** As {@link #one}, where nothing else is asked of the thing. */
    static Optional<Node> object(Graph graph, Node subject, Node property) {
        return first(known(graph, subject)
                .map(said -> said.getOrDefault(property, List.of()))
                .orElseGet(() -> graph.find(subject, property, Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList()));
    }
}
