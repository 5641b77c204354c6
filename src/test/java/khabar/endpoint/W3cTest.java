package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The W3C's test suites of SPARQL 1.1 over HTTP: what plain Jena passes our endpoint passes, but for the refusals that
 * {@code w3c-refusals.tsv} lists with their reasons. A refusal that is none any more is a failure, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class W3cTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final Map<String, String> refusals = refusals();
    private LoneEndpoint endpoint;
    private Http http;

    @BeforeAll
    void serve() {
        endpoint = new LoneEndpoint(
                dataset,
                new EndpointSettings(LIMIT, LIMIT, 10_000, 4, 2, 1),
                new ClientSettings(100, Duration.ofHours(1), 100_000, 1, List.of()));
        http = new Http(endpoint.port());
    }

    @AfterAll
    void end() {
        endpoint.close();
    }

    static Map<String, String> refusals() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/khabar/endpoint/w3c-refusals.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path suites() {
        String data = System.getProperty("khabar.data", "");
        Path suites = Path.of(data, "w3c-sparql11", "sparql", "sparql11");
        Assumptions.assumeTrue(
                !data.isBlank() && Files.isDirectory(suites), "the W3C suites are not there: set KHABAR_DATA");
        return suites;
    }

    @TestFactory
    @Tag("Q-01")
    @Tag("Q-02")
    Stream<DynamicTest> queriesAreAnsweredAsPlainJenaDoes() {
        return W3cManifest.queryTests(suites()).map(test -> DynamicTest.dynamicTest(test.name(), () -> evaluate(test)));
    }

    private void evaluate(W3cManifest.QueryTest test) {
        test.load(dataset);
        boolean plain = test.passesIn(dataset);
        HttpResponse<String> answer = http.send(
                "POST", "/sparql", test.text(), "Content-Type", "application/sparql-query", "Accept", test.accepted());
        boolean ours = answer.statusCode() == 200 && test.isAnsweredBy(answer.body());
        if (plain) {
            check(test.name(), ours, answer);
        }
    }

    private void check(String name, boolean passed, HttpResponse<String> answer) {
        String said = answer.statusCode() + " " + answer.body();
        assertThat(passed)
                .as(refusals.containsKey(name) ? "is not refused any more: " + name : said)
                .isEqualTo(!refusals.containsKey(name));
    }

    @TestFactory
    @Tag("Q-04")
    Stream<DynamicTest> syntaxIsToldFromWhatIsNone() {
        return W3cManifest.syntaxTests(suites())
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    dataset.executeWrite(dataset::clear);
                    HttpResponse<String> answer =
                            http.send("POST", "/sparql", test.text(), "Content-Type", "application/sparql-query");
                    check(test.name(), test.good() == (answer.statusCode() == 200), answer);
                }));
    }

    @TestFactory
    @Tag("Q-25")
    Stream<DynamicTest> theProtocolIsSpoken() {
        return W3cManifest.protocolTests(suites())
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    test.load(dataset);
                    for (W3cManifest.Exchange exchange : test.exchanges()) {
                        HttpResponse<String> answer = exchange.sendTo(http);
                        check(test.name(), exchange.isAnsweredBy(answer), answer);
                        if (refusals.containsKey(test.name())) {
                            return;
                        }
                    }
                }));
    }
}
