package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The W3C's test suite of the SPARQL 1.1 Graph Store Protocol. The store is read only: what a test writes is offered, has to
 * be turned away without a trace, and is then put into the store behind the server's back, so that what the test reads can
 * be compared.
 */
@SpringBootTest(
        classes = SparqlTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "khabar.clients.errors=100000")
class W3cGraphStoreTest {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Map<String, Integer> STATUSES = Map.of("OK", 200, "NotFound", 404);

    @LocalServerPort
    private int port;

    @Autowired
    private Store store;

    @TestFactory
    @Tag("Q-26")
    Stream<DynamicTest> graphsAreRead() {
        return W3cManifest.graphStoreTests(W3cTest.suites())
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> run(test)));
    }

    private void run(W3cManifest.ProtocolTest test) {
        Set<Node> written = new HashSet<>();
        try {
            for (W3cManifest.Exchange exchange : test.exchanges()) {
                String query = exchange.path().replaceFirst("/gsp\\??", "");
                if (READING.contains(exchange.method())) {
                    isAnswered(exchange, query);
                    continue;
                }
                isTurnedAway(exchange, query);
                if (W3cTest.refusals().containsKey(test.name())) {
                    return;
                }
                Node graph = graph(query);
                written.add(graph);
                store.write(now -> Changes.replacing(graph, after(exchange, now.getGraph(graph))));
            }
        } finally {
            written.forEach(graph -> store.write(now -> Changes.replacing(graph, GraphFactory.createDefaultGraph())));
        }
    }

    private void isAnswered(W3cManifest.Exchange exchange, String query) {
        HttpResponse<String> answer = send(exchange, query);
        assertThat(exchange.statuses())
                .extracting(status -> STATUSES.get(status.replaceFirst(".*#", "")))
                .contains(answer.statusCode());
        exchange.graph().ifPresent(expected -> {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/turtle;charset=utf-8");
            Graph wanted = parsed(expected);
            Graph found = query.equals("default") ? inWordsOf(wanted, parsed(answer.body())) : parsed(answer.body());
            assertThat(found.isIsomorphicWith(wanted)).as(answer.body()).isTrue();
        });
        if (exchange.method().equals("HEAD")) {
            assertThat(answer.body()).isEmpty();
        }
    }

    private void isTurnedAway(W3cManifest.Exchange exchange, String query) {
        long before = store.version();
        HttpResponse<String> answer = send(exchange, query);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(store.version()).isEqualTo(before);
    }

    private HttpResponse<String> send(W3cManifest.Exchange exchange, String query) {
        return new Http(port)
                .sendBytes(
                        exchange.method(),
                        "/sparql/data?" + query,
                        exchange.body().getBytes(StandardCharsets.UTF_8),
                        exchange.headers().toArray(String[]::new));
    }

    /** Of all that the store holds beside the test's own data, what could be meant. */
    private static Graph inWordsOf(Graph wanted, Graph all) {
        Graph some = GraphFactory.createDefaultGraph();
        all.stream()
                .filter(triple -> wanted.contains(Node.ANY, triple.getPredicate(), Node.ANY))
                .filter(triple -> !triple.getPredicate().equals(Rdf.type)
                        || wanted.contains(Node.ANY, Node.ANY, triple.getObject()))
                .forEach(some::add);
        return some;
    }

    /** The default graph is the union, so that whatever is written there has to have a name. */
    private static Node graph(String query) {
        return NodeFactory.createURI(Optional.of(query)
                .filter(named -> named.startsWith("graph="))
                .map(named -> URLDecoder.decode(named.substring("graph=".length()), StandardCharsets.UTF_8))
                .orElse("urn:test:default"));
    }

    private static Graph after(W3cManifest.Exchange exchange, Graph before) {
        Graph after = GraphFactory.createDefaultGraph();
        if (exchange.method().equals("POST")) {
            GraphUtil.addInto(after, before);
        }
        if (!exchange.method().equals("DELETE")) {
            turtle(exchange).forEach(text -> GraphUtil.addInto(after, parsed(text)));
        }
        return after;
    }

    /** The body, or the parts of a form. */
    private static Stream<String> turtle(W3cManifest.Exchange exchange) {
        String type = String.join(" ", exchange.headers());
        if (!type.contains("boundary=")) {
            return Stream.of(exchange.body());
        }
        String boundary = "--" + type.replaceFirst("(?s).*boundary=(\\S+).*", "$1");
        return Stream.of(exchange.body().replace("\r", "").split(Pattern.quote(boundary), -1))
                .filter(part -> part.contains("\n\n"))
                .map(part -> part.substring(part.indexOf("\n\n")));
    }

    private static Graph parsed(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE)
                .base("http://www.example/gsp/")
                .parse(graph);
        return graph;
    }
}
