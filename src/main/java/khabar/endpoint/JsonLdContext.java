package khabar.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khabar.vocab.Kh;
import khabar.vocab.Owl;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Xsd;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import tools.jackson.databind.json.JsonMapper;

/**
 * The context of JSON-LD that is made of the ontology: prefixes; classes and properties under their own names, with the
 * type of their values where the ontology states one; texts by language.
 */
final class JsonLdContext {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> BY_LANGUAGE = List.of(Rdf.NAMESPACE + "langString");

    private JsonLdContext() {}

    static String of(Graph ontology) {
        Map<String, Object> context = new TreeMap<>(Prefixes.ALL);
        context.put("id", "@id");
        context.put("type", "@type");
        for (Node kind : List.of(Owl.Class, Owl.ObjectProperty, Owl.DatatypeProperty)) {
            ontology.stream(Node.ANY, Rdf.type, kind)
                    .map(Triple::getSubject)
                    .filter(term -> term.isURI() && term.getURI().startsWith(Kh.NAMESPACE))
                    .forEach(term -> context.put(name(term), definition(ontology, term, kind)));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("@context", context)) + "\n";
    }

    private static Object definition(Graph ontology, Node term, Node kind) {
        String compact = "kh:" + name(term);
        if (kind.equals(Owl.ObjectProperty)) {
            return Map.of("@id", compact, "@type", "@id");
        }
        Optional<String> range = ontology.stream(term, Rdfs.range, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .findFirst();
        if (range.filter(BY_LANGUAGE::contains).isPresent()) {
            return Map.of("@id", compact, "@container", "@language");
        }
        return range.filter(type -> type.startsWith(Xsd.NAMESPACE) && !type.equals(Xsd.NAMESPACE + "string"))
                .<Object>map(type -> Map.of("@id", compact, "@type", "xsd:" + type.substring(Xsd.NAMESPACE.length())))
                .orElse(compact);
    }

    private static String name(Node term) {
        return term.getURI().substring(Kh.NAMESPACE.length());
    }
}
