package khabar.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The triples of one subject, as a gazetteer file has them. */
record Description(String subject, List<Triple> triples) {
    static final String KH = "https://w3id.org/khabar/ns#";
    static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    static final String ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel";
    static final String EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch";
    static final String SOURCE = "http://purl.org/dc/terms/source";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String LATITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
    static final String LONGITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#long";

    List<Node> all(String property) {
        List<Node> values = new ArrayList<>();
        for (Triple triple : triples) {
            if (triple.getPredicate().getURI().equals(property)) {
                values.add(triple.getObject());
            }
        }
        return values;
    }

    List<String> texts(String property) {
        return all(property).stream().map(Description::text).toList();
    }

    List<Name> names(String... properties) {
        return Stream.of(properties)
                .flatMap(property -> all(property).stream())
                .map(node -> new Name(node.getLiteralLexicalForm(), node.getLiteralLanguage()))
                .toList();
    }

    Optional<String> first(String property) {
        return all(property).stream().findFirst().map(Description::text);
    }

    Optional<String> inLanguage(String property, String language) {
        return all(property).stream()
                .filter(node -> node.getLiteralLanguage().equals(language))
                .findFirst()
                .map(Node::getLiteralLexicalForm);
    }

    /** @throws IllegalStateException if the file lacks it: a file of ours is wrong */
    String required(String property) {
        return first(property).orElseThrow(() -> new IllegalStateException(subject + " lacks " + property));
    }

    boolean isA(String type) {
        return all(TYPE).stream().anyMatch(node -> node.isURI() && node.getURI().equals(type));
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : GazetteerFile.relative(node.getURI());
    }
}
