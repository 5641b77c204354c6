package khabar.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What things are called, in the graphs given. */
record Labels(List<Graph> graphs) {
    /** In this language, else in any, else the last part of the IRI. Of several the first in the order of letters. */
    String of(Node thing, String language) {
        return in(thing, language).or(() -> in(thing, "")).orElseGet(() -> lastPart(thing.getURI()));
    }

    /** @param language empty for any */
    Optional<String> in(Node thing, String language) {
        return Stream.of(Rdfs.label, Skos.prefLabel)
                .flatMap(property ->
                        graphs.stream().flatMap(graph -> graph.find(thing, property, Node.ANY).toList().stream()))
                .map(triple -> triple.getObject())
                .filter(label -> label.isLiteral()
                        && (language.isEmpty() || label.getLiteralLanguage().equals(language)))
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder());
    }

    private static String lastPart(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
