package khabar.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.io.function.IOConsumer;
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

    /** Of the files, so that a store that has them already need not be compared with them. */
    static String hash() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        FILES.forEach(file -> reading(file, stream -> digest.update(stream.readAllBytes())));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Graph load() {
        Graph graph = GraphFactory.createDefaultGraph();
        FILES.forEach(file -> reading(file, stream -> RDFDataMgr.read(graph, stream, Lang.TURTLE)));
        return graph;
    }

    private static void reading(String file, IOConsumer<InputStream> reader) {
        try (InputStream stream = OntologyGraph.class.getClassLoader().getResourceAsStream(file)) {
            if (stream != null) {
                reader.accept(stream);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Read {
        private static final Graph GRAPH = load();
    }
}
