package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What a gazetteer file says of one subject, by property. */
record Description(String subject, Map<String, List<Node>> values) {
    static final String KH = "https://w3id.org/khabar/ns#";
    static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    static final String ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel";
    static final String EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch";
    static final String SOURCE = "http://purl.org/dc/terms/source";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String LATITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
    static final String LONGITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#long";

    static Description of(String subject, List<Triple> triples) {
        Map<String, List<Node>> values = HashMap.newHashMap(triples.size());
        for (Triple triple : triples) {
            values.computeIfAbsent(triple.getPredicate().getURI(), property -> new ArrayList<>(1))
                    .add(triple.getObject());
        }
        return new Description(subject, values);
    }

    List<Node> all(String property) {
        return values.getOrDefault(property, List.of());
    }

    List<String> texts(String property) {
        List<Node> nodes = all(property);
        return nodes.isEmpty()
                ? List.of()
                : nodes.stream().map(Description::text).toList();
    }

    List<Name> names(String... properties) {
        List<Name> names = new ArrayList<>();
        for (String property : properties) {
            for (Node node : all(property)) {
                names.add(new Name(node.getLiteralLexicalForm(), node.getLiteralLanguage()));
            }
        }
        return names;
    }

    Optional<String> first(String property) {
        List<Node> nodes = all(property);
        return nodes.isEmpty() ? Optional.empty() : Optional.of(text(nodes.getFirst()));
    }

    Optional<String> inLanguage(String property, String language) {
        for (Node node : all(property)) {
            if (node.getLiteralLanguage().equals(language)) {
                return Optional.of(node.getLiteralLexicalForm());
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException if the file lacks it: a file of ours is wrong */
    String required(String property) {
        return first(property).orElseThrow(() -> new IllegalStateException(subject + " lacks " + property));
    }

    /** The same with a value for what it does not say. */
    Description orElse(String property, Supplier<Node> value) {
        if (!all(property).isEmpty()) {
            return this;
        }
        Map<String, List<Node>> more = new HashMap<>(values);
        more.put(property, List.of(value.get()));
        return new Description(subject, more);
    }

    boolean isA(String type) {
        return all(TYPE).stream().anyMatch(node -> node.isURI() && node.getURI().equals(type));
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : GazetteerFile.relative(node.getURI());
    }
}
