package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import khabar.store.Child;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that hold more and more, in a virtual machine of their own with little memory. */
class HeapWatchTest {
    private static final String GROUPS =
            "SELECT ?a ?d ?g (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?g";

    @Tag("Q-17")
    @ParameterizedTest(name = "Q-17 A query that fills the heap is ended, and the next is answered: {0}")
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC"})
    void theHungriestIsEnded(String collector) throws Exception {
        // The last of two options about a collector would be an error: Child gives one of its own.
        List<String> options = collector.equals("-XX:+UseG1GC")
                ? List.of("-Xmx128m", "-XX:-UseSerialGC", collector)
                : List.of("-Xmx128m");
        String output = Child.run(Child.classPath(), options, Asking.class);
        assertThat(output).contains("503 query-memory", "truth").doesNotContain("OutOfMemory");
    }

    static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) {
            DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
            dataset.executeWrite(() -> {
                for (int n = 0; n < 2_000; n++) {
                    dataset.getDefaultGraph()
                            .add(
                                    NodeFactory.createURI("urn:test:" + n),
                                    NodeFactory.createURI("urn:test:is"),
                                    NodeFactory.createURI("urn:test:" + n));
                }
            });
            SparqlEndpoint endpoint = new SparqlEndpoint(
                    dataset, new EndpointSettings(Duration.ofSeconds(60), Duration.ofSeconds(60), 1_000, 2, 1, 1));
            System.out.println(said(ask(endpoint, GROUPS)));
            System.out.println(said(ask(endpoint, "ASK {}")));
            System.exit(0);
        }

        private static Reply ask(SparqlEndpoint endpoint, String query) {
            return endpoint.reply(
                    QueryId.random(),
                    new SparqlRequest(
                            new QueryText(query),
                            List.of(),
                            List.of(),
                            Negotiation.parse(null),
                            Optional.empty(),
                            List.of(),
                            Duration.ofSeconds(60)),
                    Account.unlimited());
        }

        private static String said(Reply reply) {
            return switch (reply) {
                case Reply.Refused refused ->
                    refused.problem().status() + " " + refused.problem().kind();
                case Reply.Answered answered -> "truth " + answered.answer();
                case Reply.Unchanged unchanged -> "unchanged";
            };
        }
    }
}
