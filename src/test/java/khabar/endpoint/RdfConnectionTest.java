package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A client that is not ours, as researchers use it: Jena's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RdfConnectionTest {
    private LoneEndpoint endpoint;
    private RDFConnection connection;

    @BeforeAll
    void connect() {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        dataset.executeWrite(() -> dataset.add(
                NodeFactory.createURI("urn:test:graph"),
                NodeFactory.createURI("urn:test:qanat"),
                NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label"),
                NodeFactory.createLiteralLang("قناة", "ar")));
        endpoint = new LoneEndpoint(
                dataset,
                new EndpointSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000, 4, 1, 1),
                new ClientSettings(4, Duration.ofHours(1), 1_000, 1, List.of()));
        connection = RDFConnectionRemote.service("http://localhost:" + endpoint.port() + "/sparql")
                .build();
    }

    @AfterAll
    void close() {
        connection.close();
        endpoint.close();
    }

    @Test
    @Tag("Q-01")
    void allKindsOfQueries() {
        List<String> labels = new ArrayList<>();
        connection.querySelect(
                "SELECT ?l { GRAPH ?g { ?s ?p ?l } }",
                row -> labels.add(row.getLiteral("l").getString()));
        assertThat(labels).containsExactly("قناة");
        assertThat(connection.queryAsk("ASK { GRAPH <urn:test:graph> { ?s ?p 'قناة'@ar } }"))
                .isTrue();
        Model found = connection.queryConstruct("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }");
        assertThat(found.size()).isEqualTo(1);
        assertThat(connection
                        .queryDescribe("DESCRIBE <urn:test:qanat> FROM <urn:test:graph>")
                        .size())
                .isEqualTo(1);
    }

    @Test
    @Tag("Q-10")
    void refusalsReachTheClient() {
        assertThatThrownBy(() -> connection.queryAsk("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"))
                .isInstanceOfSatisfying(
                        QueryExceptionHTTP.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(403));
        assertThatThrownBy(() -> connection.update("CLEAR ALL"))
                .isInstanceOfSatisfying(
                        HttpException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(415));
    }
}
