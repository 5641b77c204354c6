package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import khabar.store.Changes;
import khabar.store.Original;
import khabar.store.Store;
import khabar.vocab.Base;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = SparqlTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "khabar.endpoint.rows=500",
            "khabar.endpoint.slow=4",
            "khabar.clients.concurrent=50",
            "khabar.clients.compute=1h",
            "khabar.clients.errors=100000",
            "spring.threads.virtual.enabled=true"
        })
class SparqlTest {
    /** Not the address of the server under test: IRIs must come from the setting. */
    static final Base BASE = new Base("https://khabar.example/");

    private static final int BULK = 300;

    /** As an article lies in the archive; the word is in its text only. */
    private static final Original SECRET =
            new Original("dddd000000000004", "0123456789abcdef", "{\"headline\":\"none\",\"body\":\"zarqatun\"}");

    @LocalServerPort
    private int port;

    @Autowired
    private Store store;

    private Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    /** The endpoint alone, over a small store, with pages that only say which they are. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EndpointConfiguration.class, Pages.class})
    static class Server {
        @Bean(destroyMethod = "close")
        Store store() throws IOException {
            Store store = Store.inMemory(BASE);
            DatasetGraph data = DatasetGraphFactory.create();
            try (InputStream in = SparqlTest.class.getResourceAsStream("data.trig")) {
                RDFParser.source(in).lang(Lang.TRIG).base(BASE.iri()).parse(data);
            }
            data.listGraphNodes()
                    .forEachRemaining(name -> store.write(now -> Changes.replacing(name, data.getGraph(name))));
            Node likes = NodeFactory.createURI("urn:test:likes");
            Graph bulk = GraphFactory.createDefaultGraph();
            IntStream.range(0, BULK)
                    .forEach(n -> bulk.add(Triple.create(
                            NodeFactory.createURI("urn:test:" + n),
                            likes,
                            NodeFactory.createURI("urn:test:" + (n + 1) % BULK))));
            store.write(now -> Changes.replacing(BASE.graph("bulk"), bulk));
            return store;
        }
    }

    @RestController
    static class Pages {
        @GetMapping(path = "/page/**", produces = "text/html;charset=utf-8")
        String page(HttpServletRequest request) {
            return "<p>page " + request.getRequestURI() + "</p>";
        }
    }

    private static Graph graph(HttpResponse<String> answer, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), lang).base("urn:none:").parse(graph);
        return graph;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static void isProblem(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"https://w3id.org/khabar/problems#" + kind + "\"", "\"status\":" + status)
                .doesNotContain("java.", "Exception", "org.apache");
    }

    @Test
    @Tag("Q-01")
    @DisplayName("Q-01 A query comes by address, as a form and as itself, and JSON is the default")
    void aQueryComesInThreeWays() {
        List<HttpResponse<String>> answers = List.of(
                http.query("ASK {}"),
                http.send("POST", "/sparql", "query=ASK%7B%7D", "Content-Type", "application/x-www-form-urlencoded"),
                http.send("POST", "/sparql", "ASK{}", "Content-Type", "application/sparql-query"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).startsWith("application/sparql-results+json");
            assertThat(answer.body()).contains("\"boolean\"").contains("true");
        });
    }

    @Tag("Q-02")
    @ParameterizedTest(name = "Q-02 SELECT and ASK as {0}")
    @CsvSource({
        "application/sparql-results+json, قناة",
        "application/sparql-results+xml, قناة",
        "text/csv, قناة",
        "text/tab-separated-values, قناة",
        "application/json, قناة"
    })
    void tablesComeInFourForms(String type, String label) {
        HttpResponse<String> answer = http.query(
                "SELECT ?l { <https://khabar.example/id/source/qanat> ?p ?l FILTER isLiteral(?l) }", "Accept", type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(answer.body()).contains(label);
        assertThat(http.query("ASK {}", "Accept", type).body()).contains("true");
    }

    @Tag("Q-02")
    @Tag("N-12")
    @ParameterizedTest(name = "Q-02, N-12 CONSTRUCT and DESCRIBE as {0}")
    @CsvSource({
        "text/turtle, TURTLE",
        "application/ld+json, JSONLD11",
        "application/n-triples, N-Triples",
        "application/rdf+xml, RDF/XML"
    })
    void graphsComeInFourForms(String type, String language) {
        Lang lang = org.apache.jena.riot.RDFLanguages.nameToLang(language);
        String iri = "<https://khabar.example/id/person/ada-example>";
        HttpResponse<String> described = http.query("DESCRIBE " + iri, "Accept", type);
        HttpResponse<String> constructed =
                http.query("CONSTRUCT { " + iri + " ?p ?o } WHERE { " + iri + " ?p ?o }", "Accept", type);
        assertThat(header(described, "Content-Type")).startsWith(type);
        assertThat(graph(described, lang).size()).as(described.body()).isEqualTo(4);
        assertThat(graph(described, lang).isIsomorphicWith(graph(constructed, lang)))
                .isTrue();
    }

    @Test
    @Tag("Q-02")
    @DisplayName("Q-02 DESCRIBE with a pattern describes what the pattern finds, in the union")
    void describeWithAPattern() {
        HttpResponse<String> answer = http.query("DESCRIBE ?r { ?r a <https://w3id.org/khabar/ns#EventReport> }");
        assertThat(graph(answer, Lang.TURTLE).size()).as(answer.body()).isEqualTo(5 + 3 + 2);
    }

    @Test
    @Tag("Q-02")
    @DisplayName("Q-02 CONSTRUCT of quads comes as TriG")
    void quadsComeAsTriG() {
        HttpResponse<String> answer = http.query(
                "CONSTRUCT { GRAPH ?g { ?s a ?c } } WHERE { GRAPH ?g { ?s a ?c } FILTER(STRENDS(STR(?g), 'gazetteer'))"
                        + " }");
        assertThat(header(answer, "Content-Type")).startsWith("application/trig");
        assertThat(answer.body()).contains("https://khabar.example/graph/gazetteer");
    }

    @Test
    @Tag("Q-03")
    @DisplayName("Q-03 Weights decide, and what nobody offers is refused")
    void weightsDecide() {
        assertThat(header(
                        http.query("ASK {}", "Accept", "text/csv;q=0.4, application/sparql-results+xml;q=0.8"),
                        "Content-Type"))
                .startsWith("application/sparql-results+xml");
        isProblem(http.query("ASK {}", "Accept", "application/pdf"), 406, "not-acceptable");
        isProblem(http.query("ASK {}", "Accept", "text/turtle"), 406, "not-acceptable");
        assertThat(http.query("ASK {}", "Accept", "rubbish").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("Q-03")
    @DisplayName("Q-03 A browser that follows a link to a query meets the page, unless the link names a form")
    void aBrowserMeetsThePage() {
        assertThat(http.query("ASK {}", "Accept", Http.BROWSER).body()).isEqualTo("<p>page /page/sparql</p>");
        assertThat(http.query("ASK {}", "Accept", "text/html").body()).isEqualTo("<p>page /page/sparql</p>");
        assertThat(header(
                        http.query("ASK {}", "Accept", "application/sparql-results+xml, text/html;q=0.5, */*;q=0.1"),
                        "Content-Type"))
                .startsWith("application/sparql-results+xml");
        assertThat(header(http.get("/sparql?query=ASK%20%7B%7D&format=csv", "Accept", Http.BROWSER), "Content-Type"))
                .startsWith("text/csv");
    }

    @Test
    @Tag("Q-04")
    @DisplayName("Q-04 An error of syntax says line and column; two queries are one too many")
    void errorsOfSyntaxSayWhere() {
        HttpResponse<String> wrong = http.query("SELECT *\nWHERE { ?s ?p }");
        isProblem(wrong, 400, "query-syntax");
        assertThat(wrong.body()).contains("\"line\":2", "\"column\":", "\"queryId\":", "\"instance\":");
        isProblem(http.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400, "one-query");
        isProblem(
                http.send("POST", "/sparql", "a=b", "Content-Type", "application/x-www-form-urlencoded"),
                400,
                "one-query");
        isProblem(http.query("SELECT <script>alert(1)</script> {"), 400, "query-syntax");
        isProblem(http.query("SELECT (REGEX('a', '(') AS ?r) {}"), 400, "query-syntax");
    }

    @Test
    @Tag("Q-04")
    @Tag("Q-10")
    @DisplayName("Q-04, Q-10 What writes is refused: update, other types, other methods")
    void nothingWrites() {
        isProblem(
                http.send("POST", "/sparql", "DROP ALL", "Content-Type", "application/sparql-update"),
                415,
                "media-type");
        isProblem(
                http.send("POST", "/sparql", "update=DROP+ALL", "Content-Type", "application/x-www-form-urlencoded"),
                400,
                "update");
        isProblem(http.get("/sparql?update=DROP+ALL"), 400, "update");
        isProblem(http.query("INSERT DATA { <urn:a> <urn:b> <urn:c> }"), 400, "query-syntax");
        isProblem(http.send("POST", "/sparql", "{}", "Content-Type", "application/json"), 415, "media-type");
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            HttpResponse<String> answer = http.send(method, "/sparql", "");
            isProblem(answer, 405, "method");
            assertThat(header(answer, "Allow")).contains("GET", "POST").doesNotContain(method);
        }
        for (String method : List.of("PUT", "POST", "DELETE")) {
            HttpResponse<String> answer = http.send(method, "/sparql/data?default", "<urn:a> <urn:b> <urn:c> .");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(header(answer, "Allow")).contains("GET");
        }
    }

    @Test
    @Tag("Q-05")
    @Tag("D-01")
    @DisplayName("Q-05, D-01 Without a query a browser gets the page, and a program the description of the service")
    void withoutAQueryTheServiceDescribesItself() {
        assertThat(http.get("/sparql", "Accept", Http.BROWSER).body()).contains("page /page/sparql");
        for (String accept : List.of("*/*", "text/turtle")) {
            HttpResponse<String> answer = http.get("/sparql", "Accept", accept);
            assertThat(header(answer, "Content-Type")).startsWith("text/turtle");
            Graph description = graph(answer, Lang.TURTLE);
            Node service = NodeFactory.createURI("https://khabar.example/sparql");
            String sd = "http://www.w3.org/ns/sparql-service-description#";
            assertThat(description.contains(service, NodeFactory.createURI(sd + "endpoint"), service))
                    .isTrue();
            assertThat(description.contains(
                            service,
                            NodeFactory.createURI(sd + "feature"),
                            NodeFactory.createURI(sd + "UnionDefaultGraph")))
                    .isTrue();
        }
        assertThat(graph(http.get("/sparql", "Accept", "application/rdf+xml"), Lang.RDFXML)
                        .size())
                .isPositive();
    }

    @Test
    @Tag("Q-06")
    @DisplayName("Q-06 HEAD is GET without the body")
    void headIsGetWithoutTheBody() {
        HttpResponse<String> answer = http.send("HEAD", "/sparql?query=ASK%7B%7D", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/sparql-results+json");
        assertThat(answer.body()).isEmpty();
        assertThat(http.send("HEAD", "/sparql", "").statusCode()).isEqualTo(200);
    }

    private String count(String query, String more) {
        HttpResponse<String> answer = http.get("/sparql?query=" + Http.encoded(query) + more, "Accept", "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().skip(1).findFirst().orElse("none");
    }

    @Test
    @Tag("Q-07")
    @DisplayName("Q-07 FROM and the protocol's graphs choose within the dataset, and nothing is fetched")
    void graphsAreChosenWithinTheDataset() {
        String events = "https://khabar.example/graph/events";
        String all = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        String from = "SELECT (COUNT(*) AS ?n) FROM <%s> { ?s ?p ?o }";
        assertThat(count(from.formatted(events), "")).isEqualTo("7");
        assertThat(count(all, "&default-graph-uri=" + Http.encoded(events))).isEqualTo("7");
        assertThat(count("SELECT (COUNT(*) AS ?n) FROM NAMED <%s> { ?s ?p ?o }".formatted(events), ""))
                .isEqualTo("0");
        String graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) %s { GRAPH ?g { ?s ?p ?o } }";
        assertThat(count(graphs.formatted("FROM NAMED <" + events + ">"), "")).isEqualTo("1");
        assertThat(count(graphs.formatted(""), "&named-graph-uri=" + Http.encoded(events)))
                .isEqualTo("1");
        // What the protocol says goes before what the query says.
        assertThat(count(
                        from.formatted("https://khabar.example/graph/gazetteer"),
                        "&default-graph-uri=" + Http.encoded(events)))
                .isEqualTo("7");
        assertThat(count(
                        "SELECT (COUNT(*) AS ?n) FROM <%s> { VALUES ?c {} ?c ?e ?f . ?f ?h ?i }".formatted(events), ""))
                .isEqualTo("0");
        assertThat(count(from.formatted("file:///etc/passwd"), "")).isEqualTo("0");
        assertThat(count(from.formatted("http://localhost:" + port + "/ns"), ""))
                .isEqualTo("0");
        HttpResponse<String> described =
                http.query("DESCRIBE <https://khabar.example/id/report/aaaa000000000001-10> FROM <" + events + ">");
        assertThat(graph(described, Lang.TURTLE).size()).as(described.body()).isEqualTo(1);
    }

    @Test
    @Tag("Q-08")
    @DisplayName("Q-08 The default graph is the union of all graphs, each statement once")
    void theDefaultGraphIsTheUnion() {
        String inGraphs = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }";
        assertThat(count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "")).isEqualTo(count(inGraphs, ""));
        assertThat(count("SELECT (COUNT(*) AS ?n) { ?s <urn:test:likes> ?o }", ""))
                .isEqualTo("" + BULK);
    }

    @Test
    @Tag("Q-11")
    @DisplayName("Q-11 SERVICE is refused over HTTP, before anything runs")
    void serviceIsRefused() {
        isProblem(http.query("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }"), 403, "query-service");
        isProblem(http.query("SELECT (<java:java.lang.System>() AS ?x) {}"), 403, "query-code");
        isProblem(http.query("SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }"), 403, "query-default-graph");
        isProblem(
                http.get("/sparql?query=ASK%7B%7D&default-graph-uri=urn:x-arq:DefaultGraph"),
                403,
                "query-default-graph");
    }

    @Test
    @DisplayName("text:query finds by label, and a wrong text query is the client's error")
    void textIsSearched() {
        String query = "PREFIX text: <http://jena.apache.org/text#> SELECT ?s { ?s text:query \"%s\" }";
        assertThat(http.query(query.formatted("Examples"), "Accept", "text/csv").body())
                .contains("ada-example");
        HttpResponse<String> wrong = http.query(query.formatted("("));
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
    }

    @Tag("Q-13")
    @Tag("Q-15")
    @ParameterizedTest(name = "Q-13, Q-15 Out of time is 503: {0}")
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?l ?a",
                "SELECT (GROUP_CONCAT(STR(?f)) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STRLEN(CONCAT(STR(?a), STR(?e), STR(?i),"
                        + " STR(?l))) > 100000) }",
            })
    void outOfTimeIsSaid(String query) {
        long start = System.nanoTime();
        HttpResponse<String> answer = http.get("/sparql?timeout=0.5&query=" + Http.encoded(query));
        isProblem(answer, 503, "query-timeout");
        assertThat(header(answer, "Retry-After")).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(2_500_000_000L);
    }

    @Tag("Q-13")
    @ParameterizedTest(name = "Q-13 A hard query ends: {0}")
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?x (<urn:test:likes>*)* ?y }",
                "SELECT (COUNT(*) AS ?n) { ?x <urn:test:likes>+ ?y . ?y <urn:test:likes>+ ?z }",
                "SELECT (COUNT(*) AS ?n) { ?x (!<urn:a>|^<urn:a>)* ?y }",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?i",
            })
    void hardQueriesEnd(String query) {
        long start = System.nanoTime();
        HttpResponse<String> answer = http.get("/sparql?timeout=1&query=" + Http.encoded(query));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }

    @Tag("Q-13")
    @ParameterizedTest(name = "Q-13 A pattern that other engines never end with is answered: {0}")
    @ValueSource(
            strings = {
                "SELECT ?r { BIND(REGEX('TEXT', '(.*a){25}$') AS ?r) }",
                "SELECT ?r { BIND(REPLACE('TEXT', '(.*a){25}$', 'b') AS ?r) }",
                "SELECT ?s { ?s ?p ?o FILTER EXISTS { ?a ?b ?c FILTER REGEX(STR(?c), '^(.*h)?') FILTER REGEX('TEXT',"
                        + " '(.*a){25}$') } }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (REGEX('TEXT', CONCAT('(.*a){25}', '$')))",
                "SELECT ?s { ?s ?p ?o } ORDER BY (REGEX('TEXT', '(.*a){25}$'))",
                "SELECT (<http://www.w3.org/2005/xpath-functions#matches>('TEXT', '(.*a){25}$') AS ?r) {}",
            })
    void endlessPatternsEnd(String query) {
        String text = "a".repeat(60) + "!";
        HttpResponse<String> answer = http.query(query.replace("TEXT", text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        // Had it not ended within the time limit, the answer would be 503.
    }

    @ParameterizedTest(name = "What is not told in one reading is refused: {0}")
    @ValueSource(
            strings = {
                "SELECT (REGEX('aaaa', '^(a+)+\\\\1$') AS ?r) {}",
                "SELECT (REGEX('aaaa', CONCAT('^(a+)+', '\\\\1$')) AS ?r) {}",
                "SELECT (COALESCE(REGEX('aaaa', 'a(?=b)'), 'no') AS ?r) {}",
                "SELECT (REPLACE('aaaa', '(?<!b)a', 'b') AS ?r) {}",
            })
    void referencesBackAreRefused(String query) {
        isProblem(http.query(query), 400, "pattern");
    }

    @Test
    @DisplayName("A pattern that grows by its repetitions is refused")
    void largePatternsAreRefused() {
        isProblem(http.query("SELECT (REGEX('a', '((a{100}){100}){100}') AS ?r) {}"), 400, "pattern-too-large");
        assertThat(count("SELECT (REGEX('2017-09-12', '^[0-9]{4}(-[0-9]{2}){2}$') AS ?r) {}", ""))
                .isEqualTo("true");
    }

    @Test
    @DisplayName("Texts do not grow without bounds")
    void textsDoNotGrow() {
        StringBuilder query = new StringBuilder("SELECT (STRLEN(?t30) AS ?n) { BIND('0123456789' AS ?t0) ");
        IntStream.range(0, 30)
                .forEach(n -> query.append("BIND(CONCAT(?t" + n + ", ?t" + n + ") AS ?t" + (n + 1) + ") "));
        isProblem(http.query(query + "}"), 400, "text-too-long");
    }

    @Test
    @DisplayName("REGEX, REPLACE and CONCAT mean what they mean in SPARQL")
    void boundedFunctionsKeepTheirMeaning() {
        assertThat(count("SELECT (REGEX('Damascus', '^dam', 'i') AS ?x) {}", ""))
                .isEqualTo("true");
        assertThat(count("SELECT (REGEX('a.b', 'a.b', 'q') AS ?x) {}", "")).isEqualTo("true");
        assertThat(count("SELECT (COALESCE(REGEX('a', CONCAT('(', '')), 'error') AS ?x) {}", ""))
                .isEqualTo("error");
        assertThat(count("SELECT (COALESCE(REGEX(<urn:a>, 'a'), 'error') AS ?x) {}", ""))
                .isEqualTo("error");
        assertThat(count("SELECT (REPLACE('abcb', 'B', '[$0]', 'i') AS ?x) {}", ""))
                .isEqualTo("a[b]c[b]");
        assertThat(count("SELECT (LANG(REPLACE('abc'@ar, 'b', 'd')) AS ?x) {}", ""))
                .isEqualTo("ar");
        assertThat(count("SELECT (LANG(CONCAT('a'@ar, 'b'@ar)) AS ?x) {}", "")).isEqualTo("ar");
        assertThat(count("SELECT (COUNT(*) AS ?x) { ?s ?p ?o FILTER REGEX(STR(?o), '^https.*EXAMPLE-0$', 'i') }", ""))
                .isEqualTo("1");
    }

    @Test
    @Tag("Q-14")
    @DisplayName("Q-14 A time limit is a number of seconds")
    void aTimeLimitIsANumber() {
        isProblem(http.get("/sparql?timeout=soon&query=ASK%7B%7D"), 400, "timeout");
        isProblem(http.get("/sparql?timeout=-1&query=ASK%7B%7D"), 400, "timeout");
        assertThat(http.get("/sparql?timeout=999999&query=ASK%7B%7D").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("Q-16")
    @DisplayName("Q-16 Above the limit of rows and triples the answer says that it is cut, and is whole in form")
    void cutAnswersSaySo() {
        String cross = "{ ?a <urn:test:likes> ?b . ?c <urn:test:likes> ?d }";
        HttpResponse<String> cut = http.query("SELECT * " + cross, "Accept", "text/csv");
        assertThat(header(cut, "X-Result-Truncated")).isEqualTo("rows=500");
        assertThat(cut.body().lines()).hasSize(501);
        HttpResponse<String> exact = http.query("SELECT * " + cross + " LIMIT 500", "Accept", "text/csv");
        assertThat(header(exact, "X-Result-Truncated")).isEmpty();
        assertThat(exact.body().lines()).hasSize(501);
        HttpResponse<String> triples = http.query("CONSTRUCT { ?a <urn:test:near> ?d } WHERE " + cross);
        assertThat(header(triples, "X-Result-Truncated")).isEqualTo("triples=500");
        assertThat(graph(triples, Lang.TURTLE).size()).isEqualTo(500);
        HttpResponse<String> described = http.query("DESCRIBE ?s { ?s a <https://w3id.org/khabar/ns#Person> }");
        assertThat(header(described, "X-Result-Truncated")).isEmpty();
        assertThat(described.statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("Q-18")
    @DisplayName("Q-18 Long queries: an address to 64 kB, a text to 256 KiB, a body to 10 MB in transport")
    void longQueries() {
        String comment = "# " + "x".repeat(60_000) + "\n";
        assertThat(http.query(comment + "ASK {}").statusCode()).isEqualTo(200);
        isProblem(http.query(comment + "#" + "y".repeat(7_000) + "\nASK {}"), 414, "address-too-long");
        String form = "application/x-www-form-urlencoded";
        String large = "query=" + "%20".repeat(200_000) + "ASK%7B%7D";
        assertThat(http.send("POST", "/sparql", large, "Content-Type", form).statusCode())
                .isEqualTo(200);
        isProblem(
                http.send("POST", "/sparql", "query=ASK%7B%7D" + "+".repeat(300_000), "Content-Type", form),
                413,
                "query-too-large");
        isProblem(
                http.send("POST", "/sparql", "ASK{}" + " ".repeat(300_000), "Content-Type", "application/sparql-query"),
                413,
                "query-too-large");
        isProblem(
                http.send("POST", "/sparql", "query=" + "+".repeat(11_000_000), "Content-Type", form),
                413,
                "query-too-large");
    }

    @Test
    @Tag("Q-19")
    @DisplayName("Q-19 Brackets need not be encoded in the address; beyond the container's limit the answer is 4xx")
    void bracketsNeedNotBeEncoded() throws IOException {
        assertThat(http.raw("GET /sparql?query=ASK{<urn:a>|^<urn:b>?c} HTTP/1.1"))
                .contains(" 400 ");
        assertThat(http.raw("GET /sparql?query=ASK{<urn:a><urn:b>|^<urn:b>?c} HTTP/1.1"))
                .contains(" 200 ");
        assertThat(http.raw("GET /sparql?query=" + "x".repeat(100_000) + " HTTP/1.1"))
                .contains(" 4");
    }

    @Test
    @Tag("Q-22")
    @DisplayName("Q-22 Who has an answer is told so, until the data changes")
    void whoHasAnAnswerIsToldSo() {
        String query = "SELECT * { <urn:test:0> ?p ?o }";
        HttpResponse<String> first = http.query(query);
        String tag = header(first, "ETag");
        assertThat(tag).startsWith("W/\"");
        assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
        HttpResponse<String> again = http.query(query, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Vary")).contains("Accept");
        assertThat(header(http.query(query, "Accept", "text/csv"), "ETag")).isNotEqualTo(tag);
        assertThat(header(http.query("SELECT (NOW() AS ?now) {}"), "ETag")).isEmpty();
        store.write(now -> Changes.replacing(BASE.graph("new"), GraphFactory.createDefaultGraph()));
        Graph more = GraphFactory.createDefaultGraph();
        more.add(Triple.create(
                NodeFactory.createURI("urn:test:new"),
                NodeFactory.createURI("urn:test:is"),
                NodeFactory.createURI("urn:test:new")));
        store.write(now -> Changes.replacing(BASE.graph("new"), more));
        assertThat(http.query(query, "If-None-Match", tag).statusCode()).isEqualTo(200);
        store.write(now -> Changes.replacing(BASE.graph("new"), GraphFactory.createDefaultGraph()));
    }

    @Test
    @Tag("Q-07")
    @DisplayName("Q-07 Several FROM are one graph, in which each statement stands once")
    void severalGraphsAreMerged() {
        String article = BASE.iri() + "graph/article/";
        String both = "FROM <" + article + "aaaa000000000001> FROM <" + article + "bbbb000000000002>";
        String label = "{ ?a <https://w3id.org/khabar/ns#mentions> <https://khabar.example/id/person/ada-example> }";
        assertThat(count("SELECT (COUNT(*) AS ?n) " + both + label, "")).isEqualTo("2");
        assertThat(count("SELECT (COUNT(*) AS ?n) FROM <" + article + "aaaa000000000001>" + label, ""))
                .isEqualTo("1");
        String twice = "FROM <" + BASE.iri() + "graph/gazetteer> FROM <" + BASE.iri() + "graph/gazetteer>";
        assertThat(count("SELECT (COUNT(*) AS ?n) " + twice + " { ?s ?p ?o }", ""))
                .isEqualTo(count(
                        "SELECT (COUNT(*) AS ?n) { GRAPH <" + BASE.iri() + "graph/gazetteer> { ?s ?p ?o } }", ""));
    }

    @Test
    @Tag("Q-08")
    @DisplayName("Q-08 GRAPH names what is published; the union has a name, the stored default graph has none")
    void namesOfGraphs() {
        assertThat(count("SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }", ""))
                .isEqualTo(count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ""));
        assertThat(count(
                        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'urn:x-arq:')) }",
                        ""))
                .isEqualTo("0");
        isProblem(http.query("SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }"), 403, "query-default-graph");
        isProblem(
                http.query("SELECT * { GRAPH ?g { ?s <http://jena.apache.org/text#query> 'word' } }"),
                403,
                "query-text-in-any-graph");
    }

    @Test
    @Tag("Q-08")
    @DisplayName("Q-08 What is in one graph is found once in the union, by a label as by a text search")
    void aLabelIsFoundOnce() {
        String label = "{ ?s <http://www.w3.org/2000/01/rdf-schema#label> 'Ada Example'@en }";
        assertThat(count("SELECT (COUNT(*) AS ?n) " + label, "")).isEqualTo("1");
        String text =
                "{ ?s <http://jena.apache.org/text#query> 'minister' . ?s a <https://w3id.org/khabar/ns#Tenure> }";
        assertThat(count("SELECT (COUNT(*) AS ?n) " + text, "")).isEqualTo("1");
        // Also where graphs are chosen: the hits are of the whole index, what is said of them is of the graph.
        assertThat(count("SELECT (COUNT(*) AS ?n) FROM <" + BASE.iri() + "graph/events> " + text, ""))
                .isEqualTo("0");
    }

    @Test
    @Tag("Q-24")
    @DisplayName("Q-24 A query declares its prefixes itself, as the standard has it")
    void prefixesAreDeclaredInTheQuery() {
        isProblem(http.query("SELECT * { ?s rdfs:label ?l }"), 400, "query-syntax");
    }

    @Test
    @Tag("Q-20")
    @DisplayName("Q-20 A query comes by the method QUERY, too")
    void aQueryComesByItsOwnMethod() {
        HttpResponse<String> answer =
                http.send("QUERY", "/sparql", "ASK {}", "Content-Type", "application/sparql-query");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("boolean");
        isProblem(http.send("QUERY", "/sparql", "{}", "Content-Type", "application/json"), 415, "media-type");
    }

    @Test
    @Tag("Q-09")
    @DisplayName("Q-09 What is not published is found by no way: text of articles, what is stored outside of graphs")
    void whatIsPrivateIsNotFound() {
        store.write(now -> Changes.archiving(SECRET));
        assertThat(store.archive().find(SECRET.articleKey(), SECRET.textHash())).isPresent();
        for (String pattern : List.of(
                "?s ?p ?o",
                "GRAPH ?g { ?s ?p ?o }",
                "GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o }",
                "?s <http://jena.apache.org/text#query> 'zarqatun' . ?s ?p ?o")) {
            assertThat(count(
                            "SELECT (COUNT(*) AS ?n) { " + pattern
                                    + " FILTER(CONTAINS(STR(?o), 'zarqatun') || CONTAINS(STR(?s), 'zarqatun')) }",
                            ""))
                    .isEqualTo("0");
        }
        // Every graph that there is, is one of those that are published.
        assertThat(http.query("SELECT DISTINCT ?g { GRAPH ?g {} }", "Accept", "text/csv")
                        .body()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(graph -> graph.startsWith(BASE.iri() + "graph/"));
        assertThat(http.get("/sparql/data?graph=urn:x-arq:DefaultGraph").statusCode())
                .isEqualTo(404);
        assertThat(graph(http.query("DESCRIBE <urn:khabar:zarqatun>"), Lang.TURTLE)
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Tag("Q-21")
    @DisplayName("Q-21 Every answer has the id of its query")
    void everyAnswerHasAnId() {
        assertThat(header(http.query("ASK {}"), "X-Query-Id")).matches("[0-9a-f]{32}");
        assertThat(header(http.query("ASK {"), "X-Query-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    @Tag("Q-26")
    @DisplayName("Q-26 The graph store can be read: a graph, and as default the union")
    void theGraphStoreCanBeRead() {
        HttpResponse<String> events =
                http.get("/sparql/data?graph=" + Http.encoded("https://khabar.example/graph/events"));
        assertThat(graph(events, Lang.TURTLE).size()).isEqualTo(7);
        HttpResponse<String> union = http.get("/sparql/data?default", "Accept", "application/n-triples");
        assertThat(Integer.toString(graph(union, Lang.NTRIPLES).size()))
                .isEqualTo(count("SELECT (COUNT(*) AS ?n) {?s ?p ?o}", ""));
        isProblem(http.get("/sparql/data?graph=urn:none"), 404, "not-found");
        isProblem(http.get("/sparql/data"), 400, "graph");
        isProblem(http.get("/sparql/data?default", "Accept", "application/rdf+xml"), 406, "too-large-for-form");
        HttpResponse<String> head = http.send("HEAD", "/sparql/data?default", "", "Accept", "application/n-triples");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).startsWith("application/n-triples");
        assertThat(head.body()).isEmpty();
        HttpResponse<String> put = http.send("PUT", "/sparql/data?graph=urn:new", "", "Content-Type", "text/turtle");
        isProblem(put, 405, "method");
        assertThat(header(put, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    @Tag("H-05")
    @DisplayName("H-05 Any site's scripts may read")
    void anySiteMayRead() {
        assertThat(header(http.query("ASK {}"), "Access-Control-Allow-Origin")).isEqualTo("*");
        HttpResponse<String> preflight = http.send(
                "OPTIONS",
                "/sparql",
                "",
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Content-Type");
    }

    @Test
    @Tag("H-13")
    @DisplayName("H-13 No JSONP: callback= is as if it were not there")
    void noJsonp() {
        HttpResponse<String> answer = http.get("/sparql?output=json&callback=alert(1)//&query=ASK%7B%7D");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("alert").contains("boolean");
    }

    @Test
    @DisplayName("Bad input: bytes that are not UTF-8, an unknown form")
    void badInput() {
        isProblem(http.get("/sparql?format=docx&query=ASK%7B%7D"), 400, "format");
        isProblem(http.get("/sparql?format=ttl&query=ASK%7B%7D"), 400, "format");
        assertThat(header(http.get("/sparql?format=csv&query=ASK%7B%7D"), "Content-Type"))
                .startsWith("text/csv");
        isProblem(
                http.sendBytes("/sparql", "ASK{?s ?p '\u00e9'}".getBytes(StandardCharsets.ISO_8859_1)),
                400,
                "encoding");
    }
}
