package khabar.vocab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** The files of the folder {@code ontology}, each read anew as a graph of its own. */
public final class Ontology {
    private Ontology() {}

    /** Classes and properties. */
    public static Graph terms() {
        return load("khabar.ttl");
    }

    /** PLOVER's types, modes, contexts and quad classes, and the mapping of CAMEO's codes to them. */
    public static Graph eventTypes() {
        return load("event-types.ttl");
    }

    /** What the graph of an article must satisfy, in SHACL. */
    public static Graph shapes() {
        return load("shapes.ttl");
    }

    /** Of the classes and properties, as in {@code 0.1.0}: what their version IRI ends with. */
    public static String version(Graph terms) {
        return terms.stream(NodeFactory.createURI(Kh.ONTOLOGY), Owl.versionInfo, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the ontology does not say its version"));
    }

    /** Classes and properties as they were, or are, in a version; empty where there is no such version. */
    public static Optional<Graph> terms(String version) {
        Graph present = terms();
        if (version.equals(version(present))) {
            return Optional.of(present);
        }
        String file = "versions/khabar-" + version + ".ttl";
        return version.matches("\\d+\\.\\d+\\.\\d+") && Ontology.class.getResource("/ontology/" + file) != null
                ? Optional.of(load(file))
                : Optional.empty();
    }

    private static Graph load(String file) {
        String path = "/ontology/" + file;
        try (InputStream in = Ontology.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
            RDFParser.source(in).lang(Lang.TURTLE).base(Kh.ONTOLOGY).parse(graph);
            return graph;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
