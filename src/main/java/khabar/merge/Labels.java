package khabar.merge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What things are called, in the graphs given, which do not change meanwhile. */
final class Labels {
    private final List<Graph> graphs;
    private final Map<Node, List<Node>> known = new HashMap<>();
    private final Map<Asked, Optional<String>> asked = new HashMap<>();

    private record Asked(Node thing, String language) {}

    Labels(List<Graph> graphs) {
        this.graphs = List.copyOf(graphs);
    }

    /** In this language, else in any, else the last part of the IRI. Of several the first in the order of letters. */
    String of(Node thing, String language) {
        return in(thing, language).or(() -> in(thing, "")).orElseGet(() -> lastPart(thing.getURI()));
    }

    /** @param language empty for any */
    Optional<String> in(Node thing, String language) {
        return asked.computeIfAbsent(new Asked(thing, language), one -> find(thing, language));
    }

    private Optional<String> find(Node thing, String language) {
        return known.computeIfAbsent(thing, this::read).stream()
                .filter(label ->
                        language.isEmpty() || label.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder());
    }

    private List<Node> read(Node thing) {
        return Stream.of(Rdfs.label, Skos.prefLabel)
                .flatMap(property ->
                        graphs.stream().flatMap(graph -> graph.find(thing, property, Node.ANY).toList().stream()))
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .toList();
    }

    private static String lastPart(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
