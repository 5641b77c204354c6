package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import khabar.BadInput;
import khabar.store.Store;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the public sends to a SPARQL endpoint, by the numbers of the catalogue of bad inputs: each has a stated answer
 * within the time limit, and afterwards all is as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        classes = SparqlTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "khabar.endpoint.timeout=1s",
            "khabar.endpoint.longest=1s",
            "khabar.endpoint.rows=1000",
            "khabar.endpoint.slow=4",
            "khabar.clients.concurrent=100",
            "khabar.clients.compute=1h",
            "khabar.clients.errors=100000",
            "server.tomcat.connection-timeout=2s",
            "spring.threads.virtual.enabled=true"
        })
class BadInputTest {
    /** In ns: the limit of a second, one more, and what a machine adds that does other things, too. */
    private static final long SOON = 8_000_000_000L;
    /** Caches of the store, which fill once. */
    private static final long ALLOWED_TO_STAY = 100L << 20;

    private static final String ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
    private static final String TEXT = "PREFIX text: <http://jena.apache.org/text#> SELECT * { ?s text:query ";

    @LocalServerPort
    private int port;

    @Autowired
    private Store store;

    private Http http;
    private long triples;
    private ServerSocket elsewhere;

    @BeforeAll
    void begin() throws IOException, JMException {
        http = new Http(port);
        triples = size();
        collect();
        elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        elsewhere.setSoTimeout(1);
    }

    @AfterEach
    void othersAreAnswered() {
        assertThat(http.query("ASK {}").statusCode()).isEqualTo(200);
    }

    @AfterAll
    void theStoreIsAsItWas() throws IOException {
        assertThat(size()).isEqualTo(triples);
        elsewhere.close();
    }

    private long size() {
        return store.read(
                now -> now.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY).count());
    }

    private static Arguments bad(int row, String expected, String query) {
        return Arguments.of(row, expected, query);
    }

    /** What is not a number is a kind of problem; "200 rows" an answer that says that it is cut. */
    private static Stream<Arguments> queries() {
        String grows = "BIND('0123456789' AS ?t0) "
                + IntStream.range(0, 30)
                        .mapToObj(n -> "BIND(CONCAT(?t" + n + ", ?t" + n + ") AS ?t" + (n + 1) + ") ")
                        .collect(Collectors.joining());
        String squares = "BIND(" + "9".repeat(900) + " AS ?t0) "
                + IntStream.range(0, 20)
                        .mapToObj(n -> "BIND(?t" + n + " * ?t" + n + " AS ?t" + (n + 1) + ") ")
                        .collect(Collectors.joining());
        String arabic = grows.replace("0123456789", "قققققققققق");
        String a60 = "'" + "a".repeat(60) + "!'";
        return Stream.of(
                bad(1, "503 query-timeout", "SELECT (COUNT(*) AS ?n) { " + ALL + " }"),
                bad(2, "200 rows", "SELECT * { " + ALL + " }"),
                bad(5, "503 query-timeout", "SELECT * { " + ALL + " } ORDER BY ?a ?l"),
                bad(6, "200 rows", "SELECT DISTINCT * { " + ALL + " }"),
                bad(7, "503 query-timeout", "SELECT (GROUP_CONCAT('') AS ?x) { " + ALL + " }"),
                bad(8, "200 or 503", "SELECT (COUNT(*) AS ?n) { ?x (<urn:test:likes>*)* ?y }"),
                bad(9, "200 or 503", "SELECT (COUNT(*) AS ?n) { ?x <urn:test:likes>+ ?y }"),
                bad(10, "200 or 503", "SELECT (COUNT(*) AS ?n) { ?x (!<urn:z>|^<urn:z>)* ?y }"),
                bad(11, "200", "SELECT (REGEX(" + a60 + ", '(.*a){25}$') AS ?r) {}"),
                bad(12, "400 pattern", "SELECT (REGEX(" + a60 + ", '^(a+)+\\\\1$') AS ?r) {}"),
                bad(13, "200", "ASK { FILTER EXISTS { ?s ?p ?o FILTER REGEX(" + a60 + ", '(.*a){25}$') } }"),
                bad(14, "200", "SELECT (REPLACE(" + a60 + ", '(.*a){25}$', 'b') AS ?r) {}"),
                bad(15, "400 text-too-long", "SELECT (STRLEN(?t30) AS ?n) { " + grows + "}"),
                bad(16, "400 or 503", "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) { ?a ?b ?c . ?d ?e ?f }"),
                bad(
                        16,
                        "400 or 503",
                        "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?a), STR(?d), STR(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f"
                                + " }"),
                bad(17, "400 text-too-long", "SELECT (STRDT(?t30, <urn:t>) AS ?x) { " + grows + "}"),
                bad(
                        17,
                        "400 text-too-long",
                        "SELECT (STRLEN(ENCODE_FOR_URI(?t16)) AS ?n) { "
                                + arabic.substring(0, arabic.indexOf("BIND(CONCAT(?t17")) + "}"),
                bad(
                        17,
                        "400 text-too-long",
                        "SELECT (REPLACE(?t16, '[0-9]', ?t10) AS ?x) { "
                                + grows.substring(0, grows.indexOf("BIND(CONCAT(?t17")) + "}"),
                bad(18, "400 number-too-long", "SELECT (?t20 AS ?n) { " + squares + "}"),
                bad(
                        18,
                        "400 number-too-long",
                        "SELECT (STRDT(?t10, <http://www.w3.org/2001/XMLSchema#integer>) AS ?n) { "
                                + grows.substring(0, grows.indexOf("BIND(CONCAT(?t11")) + "}"),
                bad(
                        18,
                        "400 number-too-long",
                        "SELECT (<http://www.w3.org/2001/XMLSchema#integer>(?t10) AS ?n) { "
                                + grows.substring(0, grows.indexOf("BIND(CONCAT(?t11")) + "}"),
                bad(
                        18,
                        "400 number-too-long",
                        "SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(10, 100000000) AS ?n) {}"),
                bad(18, "400 query-too-complex", "SELECT (" + "9".repeat(2_000) + " * 2 AS ?n) {}"),
                bad(19, "400 query-too-complex", "ASK { FILTER" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " }"),
                bad(20, "400 query-too-complex", "ASK " + "{".repeat(20_000) + "}".repeat(20_000)),
                bad(
                        21,
                        "400 query-too-complex",
                        "ASK { ?s " + "(".repeat(20_000) + "<urn:a>" + ")".repeat(20_000) + " ?o }"),
                bad(22, "400 query-too-complex", "ASK { {}" + " UNION {}".repeat(20_000) + " }"),
                bad(23, "400 query-too-complex", "ASK { FILTER(1" + "||1".repeat(50_000) + ") }"),
                bad(24, "400 query-too-complex", "ASK { VALUES ?x { " + "1 ".repeat(100_000) + "} }"),
                bad(27, "400 query-syntax", "SELECT <script>alert(1)</script> {"),
                bad(28, "403 query-service", "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }"),
                bad(
                        29,
                        "403 query-service",
                        "SELECT * { VALUES ?e { <http://127.0.0.1:PORT/> } SERVICE ?e { ?s ?p ?o } }"),
                bad(31, "403 query-service", "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }"),
                bad(32, "403 query-service", "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }"),
                bad(
                        33,
                        "403 query-service",
                        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql> { SERVICE <http://127.0.0.1:PORT/sparql> {"
                                + " ?s ?p ?o } } }"),
                bad(34, "403 query-service", "SELECT * { SERVICE <http://169.254.169.254/latest> { ?s ?p ?o } }"),
                bad(35, "200 none", "SELECT * FROM <http://127.0.0.1:PORT/data.ttl> { ?s ?p ?o }"),
                bad(35, "200 none", "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"),
                bad(35, "200 none", "SELECT * FROM NAMED <http://127.0.0.1:PORT/data.ttl> { GRAPH ?g { ?s ?p ?o } }"),
                bad(37, "400 query-syntax", "LOAD <http://127.0.0.1:PORT/>"),
                bad(38, "400 query-syntax", "LOAD <file:///etc/passwd>"),
                bad(39, "400 query-syntax", "DELETE WHERE { ?s ?p ?o }"),
                bad(39, "400 query-syntax", "DROP ALL"),
                bad(45, "400 text-query", TEXT + "'(' }"),
                bad(46, "400 text-query", TEXT + "'\"abc' }"),
                bad(47, "400 text-query", TEXT + "'*a*' }"),
                bad(47, "400 text-query", TEXT + "(<http://www.w3.org/2000/01/rdf-schema#label> '?a') }"),
                bad(48, "400 text-query", TEXT + "'/(.*a){30}/' }"),
                bad(49, "400 text-query", TEXT + "'" + "word OR ".repeat(5_000) + "word' }"),
                bad(50, "400 text-query", TEXT + "'*:*' }"),
                bad(50, "400 text-query", TEXT + "'uri:h*' }"),
                bad(50, "400 text-query", TEXT + "'graph : h*' }"),
                bad(51, "400 text-query", TEXT + "'' }"),
                bad(51, "400 text-query", TEXT + "'AND AND' }"),
                bad(52, "200", TEXT + "('examples' 2147483647) }"),
                bad(52, "200", TEXT + "('examples' -5) }"),
                bad(53, "403 query-code", "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}"),
                bad(53, "403 query-code", "SELECT (<java:java.lang.Runtime>() AS ?x) {}"),
                bad(53, "200", "SELECT (<js:f>(1) AS ?x) {}"),
                bad(90, "400 text-query", TEXT + "'\\\") } DROP ALL #' }"));
    }

    @BadInput({
        1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 27, 28, 29, 31, 32, 33, 34, 35,
        37, 38, 39, 45, 46, 47, 48, 49, 50, 51, 52, 53, 90
    })
    @Tag("Q-13")
    @Tag("Q-15")
    @Tag("Q-16")
    @Tag("H-09")
    @ParameterizedTest(name = "bad input {0}: {1}")
    @MethodSource("queries")
    void badQueriesHaveTheirAnswers(int row, String expected, String query) {
        String text = query.replace("PORT", Integer.toString(elsewhere.getLocalPort()));
        long heap = heap();
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send("POST", "/sparql", text, "Content-Type", "application/sparql-query");
        assertThat(System.nanoTime() - start).isLessThan(SOON);
        check(answer, expected);
        assertThat(heap() - heap).as("bytes more in the heap").isLessThan(200L << 20);
        nobodyWasAsked();
    }

    private static void check(HttpResponse<String> answer, String expected) {
        String body = answer.body();
        assertThat(body).doesNotContain("\tat ", "java.lang.", "org.apache.jena");
        String status = expected.split(" ", 2)[0];
        if (expected.contains(" or ")) {
            assertThat(expected).contains(Integer.toString(answer.statusCode()));
        } else {
            assertThat(Integer.toString(answer.statusCode()))
                    .as(body.substring(0, Math.min(500, body.length())))
                    .isEqualTo(status);
        }
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(body.length()).isLessThan(1_200);
            if (!expected.contains(" or ")) {
                assertThat(body).contains("problems#" + expected.split(" ", 2)[1] + "\"");
            }
            return;
        }
        // What is whole can be parsed.
        assertThat(body.strip()).startsWith("{").endsWith("}");
        if (expected.equals("200 rows")) {
            assertThat(answer.headers().firstValue("X-Result-Truncated")).contains("rows=1000");
        }
        if (expected.equals("200 none")) {
            assertThat(body.replaceAll("\\s", "")).contains("\"bindings\":[]");
        }
    }

    /** What is in the heap now and will not go; near enough without a collection for each. */
    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(pool -> pool.getCollectionUsage())
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** Collects the whole heap; to ask for that outright is switched off in tests. */
    private static void collect() throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }

    private void nobodyWasAsked() {
        try (Socket someone = elsewhere.accept()) {
            throw new AssertionError("asked by " + someone);
        } catch (IOException nobody) {
            assertThat(nobody).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @BadInput({3, 4})
    @Tag("Q-15")
    @Tag("Q-16")
    @ParameterizedTest(name = "bad input 3, 4: a stream that is cut is whole as {0}")
    @MethodSource("tables")
    void cutStreamsAreWhole(String type, String end) {
        HttpResponse<String> answer = http.query("SELECT * { " + ALL + " }", "Accept", type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Result-Truncated")).contains("rows=1000");
        assertThat(answer.body().strip()).endsWith(end);
        if (type.equals("text/csv")) {
            assertThat(answer.body().lines()).hasSize(1_001);
        }
    }

    private static Stream<Arguments> tables() {
        return Stream.of(Arguments.of("text/csv", ""), Arguments.of("application/sparql-results+xml", "</sparql>"));
    }

    @Test
    @BadInput(25)
    @DisplayName("bad input 25: a body of 30 MB is refused before it is read")
    @Tag("Q-18")
    void largeBodies() throws IOException {
        long start = System.nanoTime();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                    + "Content-Length: 30000000\r\n\r\nASK {}")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes(12);
            assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(System.nanoTime() - start).isLessThan(SOON);
    }

    @Test
    @BadInput(26)
    @DisplayName("bad input 26: a long address is refused with a short answer")
    @Tag("Q-18")
    void longAddresses() {
        HttpResponse<String> answer = http.get("/sparql?query=" + "x".repeat(70_000));
        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.body().length()).isLessThan(500);
    }

    @Test
    @BadInput({30, 36})
    @DisplayName("bad input 30, 36: graphs of the protocol are not fetched")
    @Tag("Q-07")
    void graphsAreNotFetched() {
        String graph = Http.encoded("http://127.0.0.1:" + elsewhere.getLocalPort() + "/data.ttl");
        for (String parameter : List.of("default-graph-uri", "named-graph-uri")) {
            check(
                    http.get("/sparql?query=" + Http.encoded("SELECT * { ?s ?p ?o }") + "&" + parameter + "=" + graph),
                    "200 none");
        }
        nobodyWasAsked();
    }

    @Test
    @BadInput({39, 40, 41, 100})
    @DisplayName("bad input 39 to 41, 100: what writes, and methods that there are not")
    @Tag("Q-10")
    void methods() throws IOException {
        for (String method : List.of("PUT", "DELETE", "PATCH", "BREW")) {
            HttpResponse<String> answer = http.send(method, "/sparql?query=ASK%7B%7D", "");
            check(answer, "405 method");
            assertThat(answer.headers().firstValue("Allow")).isPresent();
        }
        assertThat(http.raw("TRACE /sparql HTTP/1.1")).contains(" 405 ");
        assertThat(http.send("DELETE", "/sparql/data?default", "").statusCode()).isEqualTo(405);
        check(http.send("POST", "/sparql", "DROP ALL", "Content-Type", "application/sparql-update"), "415 media-type");
        check(
                http.send("POST", "/sparql", "update=DROP+ALL", "Content-Type", "application/x-www-form-urlencoded"),
                "400 update");
    }

    @Test
    @BadInput({42, 43})
    @DisplayName("bad input 42, 43: no more time than there is, and no JSONP")
    @Tag("Q-14")
    @Tag("H-13")
    void parameters() {
        long start = System.nanoTime();
        check(
                http.get("/sparql?timeout=999999&query=" + Http.encoded("SELECT (COUNT(*) AS ?n) { " + ALL + " }")),
                "503 query-timeout");
        assertThat(System.nanoTime() - start).isLessThan(SOON);
        assertThat(http.get("/sparql?output=json&callback=alert(1)//&query=ASK%7B%7D")
                        .body())
                .doesNotContain("alert");
    }

    @Test
    @BadInput(92)
    @DisplayName("bad input 92: headers that accept nothing, or ask for it at length")
    @Tag("Q-03")
    void accept() {
        assertThat(http.query("ASK {}", "Accept", "text/x-a,".repeat(1_100) + "text/csv;q=0.1")
                        .statusCode())
                .isIn(200, 406);
        assertThat(http.query("ASK {}", "Accept", "text/csv;q=2").statusCode()).isEqualTo(200);
        check(http.query("ASK {}", "Accept", "*/*;q=0"), "406 not-acceptable");
    }

    @Test
    @BadInput(78)
    @DisplayName("bad input 78: clients that never read hold up nobody and are let go")
    void clientsThatNeverRead() throws IOException {
        String query = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 1000";
        List<Socket> silent = new ArrayList<>();
        try {
            for (int n = 0; n < 60; n++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4_096);
                socket.connect(new java.net.InetSocketAddress("localhost", port));
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + Http.encoded(query) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                silent.add(socket);
            }
            long[] took = IntStream.range(0, 20)
                    .mapToLong(n -> {
                        long start = System.nanoTime();
                        assertThat(http.query("ASK {}").statusCode()).isEqualTo(200);
                        return System.nanoTime() - start;
                    })
                    .sorted()
                    .toArray();
            assertThat(took[18]).as("p95 of others in ns").isLessThan(SOON);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    @BadInput(79)
    @DisplayName("bad input 79: clients that go away in the middle leave nothing behind")
    void clientsThatGoAway() throws Exception {
        int before = Thread.activeCount();
        String query = Http.encoded("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 1000");
        for (int n = 0; n < 50; n++) {
            try (Socket socket = new Socket("localhost", port)) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().read();
            }
        }
        for (int tries = 0; tries < 100 && sparqlThreads() > 0; tries++) {
            Thread.sleep(50);
        }
        assertThat(sparqlThreads()).isZero();
        assertThat(Thread.activeCount()).isLessThan(before + 20);
    }

    private static long sparqlThreads() {
        // Not by the group of this thread: what a virtual thread starts stands in another.
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sparql"))
                .count();
    }

    @Test
    @DisplayName("Q-17 Twenty of the worst at the same time end, and leave no more in the heap than before")
    @Tag("Q-17")
    void twentyOfTheWorst() throws InterruptedException, JMException {
        List<String> worst = List.of(
                "SELECT * { " + ALL + " } ORDER BY ?l ?a",
                "SELECT ?a ?d ?g (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?g",
                "SELECT DISTINCT ?a ?d ?g ?j { " + ALL + " } ORDER BY ?a",
                "SELECT (GROUP_CONCAT(STR(?a)) AS ?x) { " + ALL + " } GROUP BY ?d ?f ?i",
                "CONSTRUCT { ?a ?e ?l } WHERE { " + ALL + " }");
        collect();
        long before = heap();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> http.send(
                                    "POST",
                                    "/sparql",
                                    worst.get(n % worst.size()),
                                    "Content-Type",
                                    "application/sparql-query"),
                            many))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(200, 400, 503));
        }
        assertThat(heap()).as("while they ran").isLessThan(Runtime.getRuntime().maxMemory() * 8 / 10);
        // An answer may go out a moment before its thread has let go.
        long left = Long.MAX_VALUE;
        for (int tries = 0; tries < 40 && (sparqlThreads() > 0 || left > ALLOWED_TO_STAY); tries++) {
            Thread.sleep(250);
            collect();
            left = heap() - before;
        }
        assertThat(sparqlThreads()).isZero();
        assertThat(left).as("bytes more than before").isLessThan(ALLOWED_TO_STAY);
    }
}
