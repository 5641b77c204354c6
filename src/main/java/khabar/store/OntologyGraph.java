package khabar.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;

/** The vocabulary and the event scheme, as the program brings them. The shapes are for the gate, not for readers. */
final class OntologyGraph {
    private static final List<String> FILES = List.of("ontology/khabar.ttl", "ontology/event-types.ttl");

    private OntologyGraph() {}

    /** Read once in the life of the program; not to be changed. */
    static Graph graph() {
        return Read.GRAPH;
    }

    private static Graph load() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : FILES) {
            try (InputStream stream = OntologyGraph.class.getClassLoader().getResourceAsStream(file)) {
                if (stream != null) {
                    RDFDataMgr.read(graph, stream, Lang.TURTLE);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return graph;
    }

    private static final class Read {
        private static final Graph GRAPH = load();
    }
}
