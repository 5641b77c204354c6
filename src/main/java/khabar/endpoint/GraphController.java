package khabar.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import khabar.store.Store;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Named graphs, whole: at their own addresses, and by the SPARQL Graph Store Protocol (reading only). */
@Controller
final class GraphController {
    private final Store store;
    private final EndpointSettings settings;
    private final Streams streams;

    GraphController(Store store, EndpointSettings settings, Streams streams) {
        this.store = store;
        this.settings = settings;
        this.streams = streams;
    }

    @GetMapping("/graph/{name}")
    void graph(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        at("", name, request, response);
    }

    @GetMapping("/graph/article/{name}")
    void articleGraph(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        at("article/", name, request, response);
    }

    private void at(String folder, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Representations.Address address = Representations.Address.parse(name);
        String path = "graph/" + folder + address.name();
        if (!address.name().matches("[a-z0-9-]+")) {
            throw Requests.notFound();
        }
        Node graph = store.base().resolve(path);
        if (isEmpty(graph)) {
            throw Requests.notFound();
        }
        new Representations(
                        "/" + path,
                        "/page/" + path,
                        address.suffix(),
                        Representations.State.of(store),
                        Representations.About.data(store.base(), "/" + path, graph.getURI()))
                .answer(request, response, form -> write(Optional.of(graph), form, request, response));
    }

    @GetMapping("/sparql/data")
    void graphStore(
            @RequestParam(name = "graph", required = false) @Nullable String name,
            @RequestParam(name = "default", required = false) @Nullable String union,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if ((name == null) == (union == null)) {
            throw HttpProblem.of(400, "graph", "Which graph?", "Give either graph= with an IRI, or default")
                    .refusal();
        }
        Optional<Node> graph = Optional.ofNullable(name).map(NodeFactory::createURI);
        if (graph.isPresent() && (name != null && name.startsWith("urn:x-arq:") || isEmpty(graph.get()))) {
            throw Requests.notFound();
        }
        Negotiation.Chosen form = Negotiation.parse(Requests.accept(request))
                .choose(Format.GRAPH)
                .orElseThrow(() -> HttpProblem.notAcceptable(Format.GRAPH).refusal());
        response.addHeader("Vary", "Accept");
        write(graph, form, request, response);
    }

    private boolean isEmpty(Node graph) {
        return store.read(dataset -> !dataset.contains(graph, Node.ANY, Node.ANY, Node.ANY));
    }

    /** Streamed where the form allows it, so that size costs no memory; else up to the endpoint's limit of triples. */
    private void write(
            Optional<Node> name, Negotiation.Chosen form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<RDFFormat> streamed = streamed(form.format());
        if (streamed.isEmpty()) {
            RdfWriting.write(store.read(dataset -> copy(dataset, name, form.format())), form, response);
            return;
        }
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(form.contentType());
            return;
        }
        streams.answer(request, response, () -> {
            response.setContentType(form.contentType());
            send(name, streamed.get(), form.format(), response);
        });
    }

    private void send(Optional<Node> name, RDFFormat format, Format form, HttpServletResponse response)
            throws IOException {
        try {
            store.read(dataset -> {
                stream(dataset, name, format, form, response);
                return true;
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static void stream(
            DatasetGraph dataset, Optional<Node> name, RDFFormat format, Format form, HttpServletResponse response) {
        try {
            StreamRDF out = StreamRDFWriter.getWriterStream(response.getOutputStream(), format);
            out.start();
            Prefixes.ALL.forEach(out::prefix);
            if (form == Format.TRIG && name.isPresent()) {
                dataset.find(name.get(), Node.ANY, Node.ANY, Node.ANY).forEachRemaining(out::quad);
            } else {
                view(dataset, name).find().forEachRemaining(out::triple);
            }
            out.finish();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Graph copy(DatasetGraph dataset, Optional<Node> name, Format form) {
        Graph copy = GraphFactory.createDefaultGraph();
        Prefixes.addTo(copy);
        var triples = view(dataset, name).find();
        try {
            while (triples.hasNext()) {
                if (copy.size() >= settings.rows()) {
                    throw HttpProblem.of(
                                    406,
                                    "too-large-for-form",
                                    "The graph is too large for this form",
                                    form.mediaType() + " goes up to " + settings.rows()
                                            + " triples; ask for application/n-triples or text/turtle")
                            .refusal();
                }
                copy.add(triples.next());
            }
        } finally {
            triples.close();
        }
        return copy;
    }

    private static Graph view(DatasetGraph dataset, Optional<Node> name) {
        return name.map(dataset::getGraph).orElseGet(() -> dataset.getGraph(Quad.unionGraph));
    }

    private static Optional<RDFFormat> streamed(Format format) {
        return switch (format) {
            case TURTLE -> Optional.of(RDFFormat.TURTLE_BLOCKS);
            case N_TRIPLES -> Optional.of(RDFFormat.NTRIPLES_UTF8);
            case TRIG -> Optional.of(RDFFormat.TRIG_BLOCKS);
            case N_QUADS -> Optional.of(RDFFormat.NQUADS_UTF8);
            case JSON_LD, RDF_XML, HTML, RESULTS_JSON, RESULTS_XML, CSV, TSV -> Optional.empty();
        };
    }
}
