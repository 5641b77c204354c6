package khabar.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import khabar.vocab.Base;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** What the endpoint says about itself, in the vocabulary of SPARQL 1.1 Service Description. */
final class ServiceDescription {
    private static final String FILE = "/khabar/endpoint/service.ttl";

    private final Graph graph;

    private ServiceDescription(Graph graph) {
        this.graph = graph;
    }

    static ServiceDescription load(Base base) {
        return new ServiceDescription(graph(base));
    }

    static Graph graph(Base base) {
        try (InputStream in = ServiceDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FILE);
            }
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.source(in).lang(Lang.TURTLE).base(base.iri()).parse(graph);
            return graph;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Negotiation.Chosen form, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=3600");
        RdfWriting.write(graph, form, response);
    }
}
