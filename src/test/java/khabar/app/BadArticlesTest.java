package khabar.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import khabar.BadInput;
import khabar.app.command.Settings;
import khabar.app.desk.ServerFile;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** What newsrooms and their machines send that is broken or hostile, and what comes of it, against one running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadArticlesTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long MOST_HEAP = 300L << 20;
    private static final String JSON = "application/json";
    private static final String FOUND = "application/octet-stream";

    private Path folder = Path.of("unused");
    private Shell shell = new Shell(Path.of("unused"));
    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private Api api = new Api(0, "");
    private Api anybody = new Api(0, "");
    private long atFirst;

    @BeforeAll
    void start(@TempDir Path fresh) throws IOException {
        folder = fresh;
        shell = new Shell(folder.resolve("store"));
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "server.tomcat.connection-timeout", "1s",
                "khabar.sample", "false",
                "khabar.gazetteer.directory",
                        Files.createDirectory(folder.resolve("own")).toString());
        server = Optional.of(Khabar.start(new Settings(shell.store(), Optional.empty(), settings)));
        ServerFile file = ServerFile.find(shell.store()).orElseThrow();
        api = new Api(file.port(), "Bearer " + file.token());
        anybody = new Api(file.port(), "");
        assertThat(api.send("POST", "/api/articles", Texts.LINE_PARIS).statusCode())
                .isEqualTo(200);
        atFirst = quads();
    }

    /** Nothing was lost by all of it, and writing goes on. */
    @AfterAll
    void allIsWellAfterwards() {
        try {
            assertThat(api.send("POST", "/api/articles", Texts.LINE_ROME).body())
                    .contains("\"new\":1");
            assertThat(api.send("POST", "/api/articles", Texts.LINE_PARIS).body())
                    .contains("\"unchanged\":1");
            assertThat(shell.run("verify").out()).endsWith(": 0 findings\n").hasLineCount(1);
        } finally {
            server.ifPresent(ConfigurableApplicationContext::close);
        }
    }

    static Stream<Arguments> refused() {
        String rss =
                "<?xml version=\"1.0\"?>%s<rss version=\"2.0\"><channel><title>T</title><link>https://a.example/</link><description>d</description><item><title>%s</title><description>They met in Rome on Tuesday.</description></item></channel></rss>";
        String laughs =
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        return Stream.of(
                Arguments.of("54 truncated JSON", JSON, bytes("{\"body\": \"They met in")),
                Arguments.of("54 truncated Turtle", "text/turtle", bytes("<a> <b> \"c")),
                Arguments.of("55 not UTF-8", JSON, new byte[] {
                    '{', '"', 'b', 'o', 'd', 'y', '"', ':', '"', (byte) 0xff, (byte) 0xfe, (byte) 0xc3, '(', '"', '}'
                }),
                Arguments.of("56 no Turtle", "text/turtle", bytes(":%")),
                Arguments.of("60 nested arrays", JSON, bytes("[".repeat(50_000))),
                Arguments.of("60 nested and closed", JSON, bytes("[".repeat(50_000) + "]".repeat(50_000))),
                Arguments.of(
                        "62 deep JSON-LD",
                        "application/ld+json",
                        bytes("{\"@type\":\"NewsArticle\",\"articleBody\":".repeat(20_000))),
                Arguments.of("63 gzip bomb", "application/gzip", gzipped('x', 100_000_000)),
                Arguments.of("64 one literal of 200 MB", "application/gzip", gzippedLiteral(200_000_000)),
                Arguments.of("65 zip", "application/zip", zipped("../../etc/x")),
                Arguments.of("65 zip by content", FOUND, zipped("../../etc/x")),
                Arguments.of("66 zip within zip", FOUND, zipped("42.zip")),
                Arguments.of(
                        "67 gzip cut short", "application/gzip", cut(gzip(bytes("They met in Rome. ".repeat(500))))),
                Arguments.of(
                        "70 XXE",
                        "application/rss+xml",
                        bytes(rss.formatted("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"))),
                Arguments.of(
                        "70 external DTD",
                        "application/xml",
                        bytes(rss.formatted("<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/x.dtd\">", "t"))),
                Arguments.of("71 billion laughs", "application/rss+xml", bytes(rss.formatted(laughs, "&d;"))),
                Arguments.of("75 N-Quads", "application/n-quads", bytes("<a:a> <a:b> <a:c> <a:g> .")),
                Arguments.of("75 TriG", "application/trig", bytes("<a:g> { <a:a> <a:b> <a:c> }")),
                Arguments.of("76 PDF", "application/pdf", bytes("%PDF-1.7")),
                Arguments.of("76 no type", "", bytes(Texts.LINE_ROME)),
                Arguments.of("76 nonsense for a type", "///;;", bytes(Texts.LINE_ROME)),
                Arguments.of("76 XML called JSON", JSON, bytes("<rss/>")),
                Arguments.of("82 endless feed", "application/rss+xml", endless()),
                Arguments.of(
                        "84 no such day",
                        JSON,
                        bytes("{\"body\":\"They met in Rome.\",\"published\":\"2026-02-30\"}")));
    }

    @BadInput({54, 55, 56, 60, 62, 63, 64, 65, 66, 67, 70, 71, 75, 76, 82, 83, 84})
    @ParameterizedTest(name = "{0}")
    @MethodSource
    @Order(1)
    void refused(String name, String type, byte[] body) {
        resetPeaks();
        Instant begun = Instant.now();

        HttpResponse<String> answer = api.send("POST", "/api/articles?name=request", body, type);

        assertThat(answer.statusCode()).isIn(400, 413, 415, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("detail").asString())
                .isNotBlank()
                .hasSizeLessThan(500)
                .doesNotContain("Exception", "/etc/", "root:");
        assertThat(answer.body()).doesNotContain("\\tat ", "java.");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
        assertThat(peak()).isLessThan(MOST_HEAP);
    }

    @Test
    @Order(2)
    void nothingOfWhatWasRefusedIsStored() {
        assertThat(quads()).isEqualTo(atFirst);
    }

    static Stream<Arguments> takenSafely() {
        return Stream.of(
                Arguments.of(
                        "58 half a character",
                        "\"headline\":\"Half \\ud83d of it\",\"body\":\"They met in Rome \\ud83d.\""),
                Arguments.of(
                        "59 controls",
                        "\"headline\":\"A \\u0001 in it\",\"body\":\"They met\\u0000 in \\u0001 Rome on Tuesday.\""),
                Arguments.of(
                        "72 address with a space",
                        "\"body\":\"They met in Oslo.\",\"url\":\"https://a.example/a b{}\""),
                Arguments.of(
                        "73 script for an address", "\"body\":\"They met in Bonn.\",\"url\":\"javascript:alert(1)\""),
                Arguments.of("74 relative address", "\"body\":\"They met in Lima.\",\"url\":\"a/b\""),
                Arguments.of("84 first year", "\"body\":\"They met in Kyiv.\",\"published\":\"0001-01-01\""),
                Arguments.of("84 last year", "\"body\":\"They met in Doha.\",\"published\":\"9999-12-31T23:59:59Z\""),
                Arguments.of(
                        "85 identifier of a megabyte",
                        "\"body\":\"They met in Graz.\",\"id\":\"" + "i".repeat(1 << 20) + "\""),
                Arguments.of(
                        "85 headline of a megabyte",
                        "\"body\":\"They met in Linz.\",\"headline\":\"" + "word ".repeat(1 << 17) + "\""),
                Arguments.of(
                        "94 marks",
                        "\"headline\":\"\\\"\\\"\\\" \\\\ \\r\\n \\u2028 \\u202e\",\"body\":\"They \\\"met\\\" in \\u202eRome\\u2028 \\\\ on Tuesday.\""));
    }

    /** Refused in one line, or stored so that everything that is published of it can be read again, which is tried at the end. */
    @BadInput({58, 59, 72, 73, 74, 84, 85, 94})
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void takenSafely(String name, String fields) {
        String article = "{\"source\":\"Bad Post\",\"terms\":\"full\"," + fields + "}";
        if (!fields.contains("\"id\"")) {
            article = article.replace("{\"source", "{\"id\":\"" + name + "\",\"source");
        }

        HttpResponse<String> answer = api.send("POST", "/api/articles", article);

        assertThat(answer.statusCode()).isIn(200, 422);
        assertThat(answer.body()).doesNotContain("Exception", "fault of ours");
    }

    /** The last but one. */
    @BadInput({58, 59, 72, 73, 74, 94})
    @Test
    @Order(Integer.MAX_VALUE)
    void whatWasTakenCanBeReadInEveryForm() throws Exception {
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.fromString(shell.run("export", "--format", "nquads").out(), Lang.NQUADS)
                .parse(read);
        assertThat(read.stream()
                        .filter(quad -> !isDescription(quad))
                        .mapToLong(BadArticlesTest::hash)
                        .sum())
                .isEqualTo(quads());
        RDFParser.fromString(shell.run("export", "--format", "turtle").out(), Lang.TURTLE)
                .parse(DatasetGraphFactory.create());
        HttpResponse<String> rows = anybody.send(
                "GET",
                "/sparql?query=" + encoded("SELECT * { ?s ?p ?o FILTER(isLiteral(?o)) }"),
                "",
                "Accept",
                "application/sparql-results+xml");
        assertThat(rows.statusCode()).isEqualTo(200);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(rows.body())));
        assertThat(read.stream().map(Quad::getObject).filter(Node::isURI).map(Node::getURI))
                .noneMatch(iri -> iri.startsWith("javascript:") || iri.contains(" "));
    }

    /** A context is a name to us: nobody is asked for it. */
    @BadInput({68, 69})
    @Test
    void noContextIsFetched() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(300);
            for (String context : List.of("http://127.0.0.1:" + listener.getLocalPort() + "/c", "file:///etc/passwd")) {
                String article = "{\"@context\":\"" + context
                        + "\",\"@type\":\"NewsArticle\",\"@id\":\"https://a.example/" + context.length()
                        + "\",\"articleBody\":\"They met in Bern.\"}";
                assertThat(api.send("POST", "/api/articles", bytes(article), "application/ld+json")
                                .statusCode())
                        .isIn(200, 422);
            }
            assertThat(CompletableFuture.supplyAsync(() -> comes(listener)).join())
                    .isFalse();
        }
    }

    @BadInput({44, 81, 86, 88})
    @Tag("H-14")
    @Tag("H-15")
    @Test
    void whatIsHostileInAnArticleIsTextOnItsPage() {
        String hostile = "</script><script>alert(1)</script> \\\"><svg onload=alert(2)> {{7*7}} ${7*7} [[${7*7}]]";
        String article = "{\"id\":\"hostile\",\"source\":\"" + hostile
                + "\",\"terms\":\"full\",\"url\":\"javascript:alert(3)\",\"published\":\"2017-09-12\",\"language\":\"en\",\"headline\":\""
                + hostile + "\",\"body\":\"Sergei Lavrov visited Damascus on Tuesday. " + hostile + "\"}";
        assertThat(api.send("POST", "/api/articles", article).statusCode()).isIn(200, 422);
        String list = shell.run(
                        "query",
                        "--format",
                        "csv",
                        "SELECT ?a { ?a <https://w3id.org/khabar/ns#sourceIdentifier> 'hostile' }")
                .out();
        String iri = list.lines().skip(1).findFirst().orElseThrow();
        String key = iri.substring(iri.lastIndexOf('/') + 1);

        for (String path : List.of(
                "/doc/article/" + key + ".html",
                "/search?q=alert",
                "/search?q=" + encoded("</script><script>alert(1)</script>"),
                "/sparql?query="
                        + encoded("SELECT ('<svg onload=alert(2)></script><script>alert(1)</script>' AS ?x) {}"))) {
            HttpResponse<String> page = anybody.send("GET", path, "", "Accept", "text/html");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("<script>alert", "<svg onload", "href=\"javascript:", " 49 ");
        }
    }

    @BadInput(89)
    @Tag("P-03")
    @Test
    void aPlaceOfVeryManyEventsIsShownInParts() {
        Node place = NodeFactory.createURI(shell.run(
                        "query",
                        "--format",
                        "csv",
                        "SELECT ?p { [] a <https://w3id.org/khabar/ns#Mention> ; ?x ?p . ?p a <https://w3id.org/khabar/ns#Place> }")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
        Node graph = store().base().graph("many");
        List<Triple> triples = IntStream.range(0, 2_000)
                .mapToObj(n -> store().base().id("event", "many-" + n))
                .flatMap(event -> Stream.of(
                        Triple.create(event, Rdf.type, Kh.Event),
                        Triple.create(event, Kh.place, place),
                        Triple.create(event, Kh.eventType, Khe.concept("CONSULT"))))
                .toList();
        store().write(now -> Changes.adding(graph, triples));
        Instant begun = Instant.now();

        String path = place.getURI().replaceFirst(".*/id/", "/doc/") + ".html";
        HttpResponse<String> page = anybody.send("GET", path, "", "Accept", "text/html");
        Duration took = Duration.between(begun, Instant.now());
        store().write(now -> Changes.replacing(graph, GraphFactory.createDefaultGraph()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsPattern("\\b2.?000\\b").hasSizeLessThan(300_000);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    @BadInput(87)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/person/%2e%2e%2fx",
                "/doc/person/..%2f..%2fetc",
                "/doc/person/a%252e",
                "/id/person/%E2%80%AEx",
                "/doc/%D0%B0pple/x",
                "/resource?uri=%00",
                "/search?q=%00%01",
                "/doc/person/x.exe",
                "/search?page=-1",
                "/search?page=9999999999999"
            })
    void aPathThatLeadsNowhereIsNoFaultOfOurs(String path) {
        HttpResponse<String> answer = anybody.send("GET", path, "", "Accept", "text/html");

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @BadInput(91)
    @Test
    void addressesComeFromTheSettingAndNotFromWhoAsks() throws IOException {
        String answer = raw(
                "GET /graph/ontology.nt HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n");
        String page = raw(
                "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains(" 200").doesNotContain("evil.example");
        assertThat(page).contains(" 200").doesNotContain("evil.example");
    }

    /** Who does not send what was announced is let go, and others do not wait for it. */
    @BadInput(77)
    @Test
    void aBodyThatDoesNotComeHoldsUpNobody() throws IOException {
        String head =
                "POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
                        + api.authorization() + "\r\nContent-Length: 100000\r\nConnection: close\r\n\r\n{\"body\":";
        long before = quads();
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            slow.setSoTimeout(20_000);
            slow.getOutputStream().write(bytes(head));
            Instant begun = Instant.now();
            assertThat(anybody.send("GET", "/about", "").statusCode()).isEqualTo(200);
            String answer = new String(slow.getInputStream().readAllBytes(), UTF_8);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(answer).doesNotContain(" 200 ", "Exception");
        }
        assertThat(quads()).isEqualTo(before);
    }

    @BadInput(80)
    @Test
    void theSameArticleTwiceAtOnceIsOneArticle() {
        String article = "{\"id\":\"twice\",\"source\":\"Bad Post\",\"body\":\"They met in Basel.\"}";

        List<Integer> codes = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> api.send("POST", "/api/articles", article).statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(codes).containsOnly(200);
        assertThat(shell.run(
                                "query",
                                "--format",
                                "csv",
                                "SELECT ?a { ?a <https://w3id.org/khabar/ns#sourceIdentifier> 'twice' }")
                        .out())
                .hasLineCount(2);
    }

    @BadInput(95)
    @Test
    void anExportIsOfOneMomentWhileArticlesComeIn() {
        List<CompletableFuture<Integer>> writers = Stream.iterate(0, n -> n + 1)
                .limit(6)
                .map(n -> CompletableFuture.supplyAsync(() -> api.send(
                                "POST",
                                "/api/articles",
                                "{\"id\":\"w" + n + "\",\"source\":\"Bad Post\",\"body\":\"They met in Turin " + n
                                        + " times.\"}")
                        .statusCode()))
                .toList();
        for (int i = 0; i < 2; i++) {
            DatasetGraph read = DatasetGraphFactory.create();
            RDFParser.fromString(shell.run("export", "--format", "nquads").out(), Lang.NQUADS)
                    .parse(read);
            // Every article that is there is there whole: its graph and the source that it names.
            assertThat(read.stream().filter(quad -> quad.getPredicate().getURI().endsWith("#textHash")))
                    .allSatisfy(quad -> assertThat(
                                    read.contains(quad.getGraph(), quad.getSubject(), Kh.firstRead, Node.ANY))
                            .isTrue());
        }
        assertThat(writers.stream().map(CompletableFuture::join)).containsOnly(200);
    }

    private Store store() {
        return server.orElseThrow().getBean(Store.class);
    }

    /** The same number where the same quads are stored, in any order. */
    private long quads() {
        return store().readQuads(all -> {
            long sum = 0;
            while (all.hasNext()) {
                Quad quad = all.next();
                sum += isDescription(quad) ? 0 : hash(quad);
            }
            return sum;
        });
    }

    /** What the server says of its data follows each write by itself. */
    private boolean isDescription(Quad quad) {
        return quad.getGraph().equals(store().base().graph("dataset"));
    }

    private static long hash(Quad quad) {
        return 1_000_003L * quad.hashCode();
    }

    private static Stream<MemoryPoolMXBean> longLived() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.getName().matches(".*(Tenured|Old).*"));
    }

    private static long usedBefore;

    private static void resetPeaks() {
        usedBefore = longLived().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        longLived().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return longLived().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - usedBefore;
    }

    private static boolean comes(ServerSocket listener) {
        try (Socket caller = listener.accept()) {
            return caller.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes(request));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, whole.length - 20);
    }

    /** What is written into a stream. */
    @FunctionalInterface
    private interface Written {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] gzip(byte[] plain) {
        return packed(out -> out.write(plain));
    }

    private static byte[] packed(Written content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            content.to(zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] gzipped(char letter, int times) {
        return packed(out -> fill(out, letter, times));
    }

    private static byte[] gzippedLiteral(int length) {
        return packed(out -> {
            out.write(bytes("{\"body\":\""));
            fill(out, 'y', length);
            out.write(bytes("\"}"));
        });
    }

    private static void fill(OutputStream out, char letter, int times) throws IOException {
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) letter);
        for (int done = 0; done < times; done += block.length) {
            out.write(block);
        }
    }

    private static byte[] zipped(String name) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes("They met in Rome."));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** A feed of 25 MB that never ends. */
    private static byte[] endless() {
        String begin = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>";
        return bytes(begin + "<item><title>a</title></item>".repeat(900_000));
    }
}
