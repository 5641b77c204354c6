package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.app.command.Settings;
import khabar.app.desk.ServerFile;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with the sample: every address in its data and on its pages answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlTest {
    private static final String BASE = "http://localhost:8080/";
    private static final int THINGS_OF_A_TYPE = 12;
    private static final int PAGES_OF_A_TYPE = 4;
    private static final Pattern LOCAL = Pattern.compile("<(" + BASE + "[^>]*)>");
    private static final Pattern HREF = Pattern.compile("\\b(?:href|src)=\"([^\"]*)\"");
    private static final Map<String, Lang> VARIANTS = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/ld+json", Lang.JSONLD,
            "application/n-triples", Lang.NTRIPLES,
            "application/rdf+xml", Lang.RDFXML);

    private final long seed = Long.getLong("khabar.crawl.seed", System.nanoTime());
    private final HttpClient client = HttpClient.newHttpClient();
    private Shell shell = new Shell(Path.of("unused"));
    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private int port;
    private Set<String> addresses = Set.of();
    private Set<String> moved = Set.of();
    private Set<String> gone = Set.of();

    @BeforeAll
    void startAndListAllAddresses(@TempDir Path folder) throws IOException {
        System.out.println("CrawlTest: -Dkhabar.crawl.seed=" + seed);
        shell = new Shell(folder.resolve("store"));
        server = Optional.of(Khabar.start(new Settings(shell.store(), Optional.empty(), Map.of("server.port", "0"))));
        port = ServerFile.find(shell.store()).orElseThrow().port();
        takeOneInAndOut();
        awaitDescription();
        addresses = LOCAL.matcher(shell.run("export", "--format", "nquads").out())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        moved = things("SELECT DISTINCT ?a { ?a <http://purl.org/dc/terms/isReplacedBy> ?b }");
        // An earlier version of an article is over, and its address goes on telling of it.
        gone = things("SELECT DISTINCT ?a { ?a <http://www.w3.org/ns/prov#invalidatedAtTime> ?when "
                + "FILTER NOT EXISTS { ?a a <https://w3id.org/khabar/ns#ArticleVersion> } }");
    }

    /** It is written soon after the start. */
    private void awaitDescription() {
        String ask =
                "SELECT ?n { GRAPH <" + BASE + "graph/dataset> { ?d <http://rdfs.org/ns/void#triples> ?n } } LIMIT 1";
        for (int tries = 0; tries < 600 && rows(ask) == 0; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(rows(ask)).isPositive();
    }

    /** So that something is gone. */
    private void takeOneInAndOut() {
        assertThat(shell.runOn(Texts.VISIT, "ingest", "-").out()).contains("1 new");
        String visit = shell.run(
                        "query",
                        "--format",
                        "csv",
                        "SELECT ?a { ?a <http://schema.org/headline> 'وزير الخارجية الفرنسي يزور بغداد'@ar }")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(shell.run("remove", visit).code()).isZero();
    }

    @AfterAll
    void stop() {
        server.ifPresent(ConfigurableApplicationContext::close);
        client.close();
    }

    @Test
    @Tag("I-09")
    void everyAddressInTheDataIsOneOfOurs() {
        assertThat(addresses)
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        address -> assertThat(address)
                                .matches(
                                        BASE + "((id|doc)/[a-z]+/[a-z0-9-]+|graph/(article/[a-z0-9-]+|[a-z]+)"
                                                + "|(dataset|sparql)(#[A-Za-z0-9.-]+)?|about|downloads|resource\\?uri=|opensearch.xml|export/khabar\\.[a-z]+\\.gz)?"));
    }

    @Test
    @Tag("I-08")
    @Tag("I-02")
    void everyThingLeadsToItsDocumentAndEveryGraphIsThere() {
        for (String address : sample(THINGS_OF_A_TYPE)) {
            String path = path(address);
            if (path.startsWith("/id/")) {
                HttpResponse<String> lead = get(path, "*/*");
                assertThat(lead.statusCode()).as(path).isEqualTo(303);
                path = lead.headers().firstValue("Location").orElseThrow();
                assertThat(path).startsWith("/doc/");
            }
            for (String type : List.of("text/turtle", "text/html")) {
                HttpResponse<String> answer = get(path, type);
                assertThat(answer.statusCode()).as(path + " as " + type).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(path)
                        .startsWith(type);
            }
        }
    }

    @Test
    @Tag("I-08")
    void everyAddressThatTheDescriptionNamesAnswers() {
        Set<String> named = addresses.stream()
                .map(address -> path(address).replaceFirst("#.*", ""))
                .filter(path -> !path.matches("/(id|doc|graph)/.*|/|/resource.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .contains("/dataset", "/sparql", "/about", "/export/khabar.nq.gz")
                .allSatisfy(path -> assertThat(head(path)).as(path).isEqualTo(200));
    }

    private int head(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(path, failed);
        }
    }

    /** A correction of the sample takes a day from an event, and a later article told of one with an earlier key. */
    @Test
    void whatWasMovedLeadsOnAndWhatIsNoMoreSaysSo() {
        assertThat(moved).isNotEmpty().allSatisfy(address -> {
            HttpResponse<String> lead = get(path(address), "*/*");
            assertThat(lead.statusCode()).as(address).isEqualTo(301);
            String next = lead.headers().firstValue("Location").orElseThrow();
            assertThat(get(next, "*/*").statusCode()).as(next).isEqualTo(303);
        });
        assertThat(gone)
                .isNotEmpty()
                .allSatisfy(
                        address -> assertThat(get(path(address), "text/turtle").statusCode())
                                .as(address)
                                .isEqualTo(410));
    }

    @Test
    @Tag("N-12")
    void theFormsOfADocumentSayTheSame() {
        for (String address : sample(2)) {
            String path = path(address).replaceFirst("^/id/", "/doc/");
            Graph turtle = graph(path, "text/turtle");
            assertThat(turtle.isEmpty()).as(path).isFalse();
            for (String type : VARIANTS.keySet()) {
                assertThat(graph(path, type).isIsomorphicWith(turtle))
                        .as(path + " as " + type)
                        .isTrue();
            }
        }
    }

    @Test
    void everyLinkOnAPageLeadsSomewhere() {
        Set<String> pages = new TreeSet<>(List.of("/", "/?lang=ar", "/sparql", "/ns", "/event-types"));
        sample(PAGES_OF_A_TYPE).forEach(address -> pages.add(path(address).replaceFirst("^/id/", "/doc/")));
        Map<String, String> links = new TreeMap<>();
        for (String page : pages) {
            HREF.matcher(get(page, "text/html").body())
                    .results()
                    .map((MatchResult match) -> match.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.startsWith("#"))
                    .map(link -> link.startsWith(BASE) ? path(link) : link)
                    .filter(link -> link.startsWith("/") || link.startsWith("?") || !link.contains(":"))
                    .map(link -> URI.create("http://h" + page).resolve(link))
                    .map(link -> link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                    .forEach(link -> links.putIfAbsent(link, page));
        }
        List<String> order = shuffled(List.copyOf(links.keySet()));
        assertThat(order).hasSizeGreaterThan(50);
        for (String link : order.subList(0, Math.min(order.size(), 400))) {
            int status = get(link, "text/html").statusCode();
            if (isGone(link)) {
                assertThat(status).as(link + " on " + links.get(link)).isEqualTo(410);
            } else {
                assertThat(status).as(link + " on " + links.get(link)).isLessThan(400);
            }
        }
    }

    @Test
    void everyExampleAndTheQueryOfTheReadmeHaveAnswers() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("queries/example"))) {
            for (Path example : examples.sorted().toList()) {
                assertThat(rows(example.toString())).as(example.toString()).isPositive();
            }
        }
        String query = Files.readString(Path.of("README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("    PREFIX"))
                .takeWhile(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));
        assertThat(rows(query)).isPositive();
    }

    /** A page may name what is no more: the graph that tells of it does. */
    private boolean isGone(String link) {
        return gone.stream().anyMatch(address -> path(address).equals(link.replaceFirst("^/doc/", "/id/")));
    }

    private Set<String> things(String query) {
        return shell.run("query", "--format", "csv", query)
                .out()
                .lines()
                .skip(1)
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long rows(String query) {
        Shell.Ran ran = shell.run("query", "--format", "tsv", query);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out().lines().skip(1).count();
    }

    /** So many of each type, by chance, and always something of each. */
    private List<String> sample(int most) {
        Map<String, List<String>> types = addresses.stream()
                .filter(address -> path(address).matches("/(id|doc|graph)/.*"))
                .filter(address -> !moved.contains(address) && !gone.contains(address))
                .collect(Collectors.groupingBy(
                        address -> address.substring(0, address.lastIndexOf('/')), TreeMap::new, Collectors.toList()));
        return types.values().stream()
                .flatMap(same -> shuffled(same).stream().limit(most))
                .toList();
    }

    private List<String> shuffled(List<String> given) {
        List<String> shuffled = new ArrayList<>(given);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private Graph graph(String path, String type) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(get(path, type).body().getBytes(StandardCharsets.UTF_8)))
                .base(BASE)
                .lang(Optional.ofNullable(VARIANTS.get(type)).orElseThrow())
                .parse(graph);
        return graph;
    }

    private static String path(String address) {
        return address.substring(BASE.length() - 1);
    }

    private HttpResponse<String> get(String path, String accept) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept", accept)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(path, failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(path, stopped);
        }
    }
}
