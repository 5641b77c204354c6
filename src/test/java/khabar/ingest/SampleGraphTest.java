package khabar.ingest;

import static khabar.Graphs.assertSameGraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.SampleStore;
import khabar.article.Article;
import khabar.article.ArticleFiles;
import khabar.article.Field;
import khabar.article.Parsed;
import khabar.article.Terms;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Prefixes;
import khabar.vocab.Rdf;
import khabar.vocab.Schema;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What is known of the sample lies beside it as Turtle, one file for each named graph, IRIs relative to the base. Where what
 * is read changes on purpose, {@code mvn -Dquick test -Dtest=SampleGraphTest -Dkhabar.write=true} writes the files anew:
 * read the difference then.
 */
class SampleGraphTest {
    private static final Path GRAPHS = Path.of("rdf", "sample", "graphs");
    private static final Set<String> NOT_OF_THE_SAMPLE = Set.of("ontology", "dataset");

    /** By the key of the article, as it was last changed. */
    private static final Map<String, Article> SAMPLE = new LinkedHashMap<>();

    private static final Map<String, Graph> MADE = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        ArticleFiles.read(SampleStore.ARTICLES, parsed -> {
            if (parsed instanceof Parsed.Accepted accepted) {
                SAMPLE.put(accepted.article().key(), accepted.article());
            }
        });
        SampleStore.get().read(present -> {
            present.find().forEachRemaining(SampleGraphTest::keep);
            return present;
        });
        if (Boolean.getBoolean("khabar.write")) {
            write();
        }
    }

    @Test
    void noGraphIsMissingAndNoneIsTooMany() throws IOException {
        try (Stream<Path> files = Files.walk(GRAPHS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> GRAPHS.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(MADE.keySet());
        }
    }

    @Test
    void everyGraphIsAsItsFileSays() {
        MADE.forEach((file, graph) -> assertSameGraph(graph, parsed(GRAPHS.resolve(file))));
    }

    @Test
    void whatMayNotBeShownIsInNoGraph() {
        List<Article> closed = SAMPLE.values().stream()
                .filter(article -> article.publication().terms() == Terms.METADATA)
                .toList();
        assertThat(closed).hasSizeGreaterThan(1);
        for (Article article : closed) {
            Graph graph = made(file(article));
            assertThat(graph.contains(Node.ANY, Rdf.type, Kh.EventReport)).isTrue();
            assertThat(Stream.of(Schema.headline, Kh.exact, Kh.partyText, Kh.relatedHeadline))
                    .noneMatch(property -> graph.contains(Node.ANY, property, Node.ANY));
            Set<String> told = graph.find()
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isLiteral)
                    .mapWith(Node::getLiteralLexicalForm)
                    .toSet();
            for (Field field : article.content().fields()) {
                assertThat(told)
                        .noneMatch(
                                literal -> literal.contains(" ") && field.text().contains(literal));
            }
        }
    }

    /** Every row: an event that these articles tell, in this many languages and by this many independent sources. */
    @ParameterizedTest
    @CsvFileSource(resources = "/sample/events.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
    void tellsEveryEventOnce(
            String type,
            String day,
            String place,
            String actors,
            String recipients,
            int articles,
            int sources,
            int languages) {
        List<Node> found = events(type, day, place, actors, recipients);

        assertThat(found).hasSize(1);
        Node event = found.getFirst();
        assertThat(List.of(
                        number(event, Kh.articleCount), number(event, Kh.sourceCount), number(event, Kh.languageCount)))
                .containsExactly(articles, sources, languages);
    }

    private static List<Node> events(String type, String day, String place, String actors, String recipients) {
        Graph events = made("events.ttl");
        return events.find(Node.ANY, Rdf.type, Kh.Event)
                .mapWith(Triple::getSubject)
                .filterKeep(event -> names(events, event, Kh.eventMode).equals(type)
                        || names(events, event, Kh.eventMode).isEmpty()
                                && names(events, event, Kh.eventType).equals(type))
                .filterKeep(event -> names(events, event, Kh.begin).equals(day)
                        && names(events, event, Kh.place).equals(place)
                        && names(events, event, Kh.actor).equals(actors)
                        && names(events, event, Kh.recipient).equals(recipients))
                .toList();
    }

    /** The last parts of IRIs, and days, sorted, a blank between them; empty where there are none. */
    private static String names(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList().stream()
                .map(Triple::getObject)
                .map(node -> node.isURI()
                        ? node.getURI().replaceFirst(".*[/#]", "").replaceFirst("-[0-9]+$", "")
                        : node.getLiteralLexicalForm())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
    }

    private static int number(Node event, Node property) {
        return ((Number) made("events.ttl")
                        .find(event, property, Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralValue())
                .intValue();
    }

    private static void keep(Quad quad) {
        String name = quad.getGraph().getURI().substring((Base.LOCAL.iri() + "graph/").length());
        if (!NOT_OF_THE_SAMPLE.contains(name)) {
            String file = name.startsWith("article/")
                    ? file(Objects.requireNonNull(SAMPLE.get(name.substring(8))))
                    : name + ".ttl";
            MADE.computeIfAbsent(file, key -> GraphMemFactory.createDefaultGraphSameTerm())
                    .add(quad.asTriple());
        }
    }

    private static Graph made(String file) {
        return Objects.requireNonNull(MADE.get(file), file);
    }

    private static String file(Article article) {
        return "articles/" + article.publication().sourceId().orElseThrow() + ".ttl";
    }

    private static Graph parsed(Path file) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        RDFParser.source(file).lang(Lang.TURTLE).base(Base.LOCAL.iri()).parse(graph);
        return graph;
    }

    private static void write() throws IOException {
        if (Files.exists(GRAPHS)) {
            try (Stream<Path> old = Files.walk(GRAPHS)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(GRAPHS.resolve("articles"));
        MADE.forEach((file, graph) -> {
            try {
                Files.writeString(GRAPHS.resolve(file), turtle(graph), StandardCharsets.UTF_8);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    /** Sorted by subject, property and object, so that a difference shows what changed. */
    private static String turtle(Graph graph) {
        NodeFormatterTTL formatter = new NodeFormatterTTL(Base.LOCAL.iri(), PrefixMapFactory.create(Prefixes.ALL));
        SortedMap<String, SortedMap<String, TreeSet<String>>> subjects = new TreeMap<>();
        graph.find()
                .forEach(triple -> subjects.computeIfAbsent(
                                written(formatter, triple.getSubject()), s -> new TreeMap<>())
                        .computeIfAbsent(
                                triple.getPredicate().equals(Rdf.type)
                                        ? "a"
                                        : written(formatter, triple.getPredicate()),
                                p -> new TreeSet<>())
                        .add(written(formatter, triple.getObject())));
        StringBuilder turtle = new StringBuilder();
        Prefixes.ALL.forEach((prefix, namespace) -> turtle.append("PREFIX " + prefix + ": <" + namespace + ">\n"));
        subjects.forEach((subject, properties) -> {
            List<String> lines = new ArrayList<>();
            properties.forEach((property, objects) -> lines.add(property + " " + String.join(" , ", objects)));
            turtle.append("\n" + subject + " " + String.join(" ;\n    ", lines) + " .\n");
        });
        return turtle.toString();
    }

    private static String written(NodeFormatterTTL formatter, Node node) {
        try (IndentedLineBuffer out = new IndentedLineBuffer()) {
            formatter.format(out, node);
            return out.toString();
        }
    }
}
