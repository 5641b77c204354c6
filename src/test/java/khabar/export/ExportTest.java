package khabar.export;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import khabar.merge.Merger;
import khabar.merge.Story;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    private static final Story STORY = Story.of("a1", "2017-09-12", visit(10, "2017-09-12", "damascus"));
    private static final Story OTHER = Story.of("a2", "2017-09-13", visit(10, "2017-09-12", "damascus"));

    @TempDir
    static Path directory;

    private static Store store;

    @BeforeAll
    static void fill() {
        store = Store.open(new StoreSettings(directory.resolve("store")), BASE);
        Merger merger = new Merger(BASE, Clock.systemUTC());
        store.write(present -> merger.replace(present, STORY.graph()));
        store.write(present -> merger.replace(present, OTHER.graph()));
        Triple twice = Triple.create(STORY.node(), Rdfs.comment, Literals.arabic("\"\"\"\\ \r\n\u2028 قول '''"));
        store.write(present -> Changes.adding(BASE.graph("decisions"), List.of(twice))
                .and(Changes.adding(BASE.graph("storylines"), List.of(twice))));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsReadBackAsItIsInTheStore(Format format) throws IOException {
        DatasetGraph read = parsed(written(format, new Scope.Everything()), format);
        Set<Quad> expected = new HashSet<>();
        store.read(present -> {
            present.find()
                    .forEachRemaining(quad -> expected.add(
                            format.hasGraphs() ? quad : Quad.create(Quad.defaultGraphNodeGenerated, quad.asTriple())));
            return expected;
        });
        Set<Quad> found = quads(read, format);
        assertThat(found).hasSameSizeAs(expected);
        assertThat(expected.stream().filter(quad -> !found.contains(quad))).isEmpty();
    }

    @Test
    void aTripleOfTwoGraphsStandsOnceWhereThereAreNoGraphs() throws IOException {
        String text = new String(written(Format.NTRIPLES, new Scope.Everything()), StandardCharsets.UTF_8);
        assertThat(text.lines())
                .doesNotHaveDuplicates()
                .filteredOn(line -> line.startsWith("<" + STORY.node().getURI() + "> <" + Rdfs.comment.getURI()))
                .hasSize(1);
    }

    @Test
    void oneGraphIsThatGraph() throws IOException {
        Node name = STORY.graph().name();
        DatasetGraph triples = parsed(written(Format.TURTLE, new Scope.OneGraph(name)), Format.TURTLE);
        assertThat(triples.getDefaultGraph().isIsomorphicWith(STORY.graph().graph()))
                .isTrue();
        DatasetGraph quads = parsed(written(Format.TRIG, new Scope.OneGraph(name)), Format.TRIG);
        assertThat(quads.getGraph(name).isIsomorphicWith(STORY.graph().graph())).isTrue();
        assertThat(written(Format.NTRIPLES, new Scope.OneGraph(BASE.graph("nothing"))))
                .isEmpty();
    }

    @Test
    void anEventComesWithItsReportsTheirPartsAndTheNamesOfAll() throws IOException {
        byte[] turtle = written(Format.TURTLE, new Scope.OneEntity(STORY.event(10)));
        Graph graph = parsed(turtle, Format.TURTLE).getDefaultGraph();
        assertThat(graph.contains(STORY.event(10), Kh.place, BASE.id("place", "damascus")))
                .isTrue();
        assertThat(graph.contains(OTHER.report(10), Kh.reportOf, STORY.event(10)))
                .isTrue();
        assertThat(graph.contains(BASE.id("participation", "a2-10-1"), Kh.party, Node.ANY))
                .isTrue();
        assertThat(graph.contains(BASE.id("person", "sergei-shoigu"), Rdfs.label, Node.ANY))
                .isTrue();
        assertThat(graph.contains(BASE.id("place", "damascus"), Rdfs.label, Node.ANY))
                .isTrue();
        assertThat(new String(turtle, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("PREFIX") && !line.isBlank()))
                .first()
                .asString()
                .startsWith("event:a1-10");
        assertThat(written(Format.TURTLE, new Scope.OneEntity(STORY.event(10)))).isEqualTo(turtle);
    }

    @Test
    void aDescriptionHasALimit() {
        Graph graph = store.read(present -> new Description(1, 3).of(BASE.id("person", "sergei-shoigu"), present));
        assertThat(graph.stream(Node.ANY, Node.ANY, BASE.id("person", "sergei-shoigu")))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anotherBaseIsWrittenEverywhere(Format format) throws IOException {
        Base published = new Base("https://data.example/news/");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(store, published).write(out, format, new Scope.Everything());
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(BASE.iri());
        DatasetGraph read = parsed(out.toByteArray(), format);
        assertThat(read.find(Node.ANY, published.id("article", "a1"), Node.ANY, Node.ANY))
                .hasNext();
    }

    @Test
    void aFileHasItsNameOnlyWhenItIsWhole() throws IOException {
        Path file = directory.resolve("dump.nq.gz");
        new Export(store).writeTo(file, Format.ofFile("dump.nq.gz").orElseThrow(), true, new Scope.Everything());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(in.readAllBytes()).isEqualTo(written(Format.NQUADS, new Scope.Everything()));
        }
        assertThatThrownBy(() -> new Export(store)
                        .writeTo(directory.resolve("no/such/folder.ttl"), Format.TURTLE, false, new Scope.Everything()))
                .isInstanceOf(IOException.class);
        try (var files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("store", "dump.nq.gz");
        }
    }

    @Test
    void aFullDiskIsAnIOException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (Format format : Format.values()) {
            assertThatThrownBy(() -> new Export(store).write(full, format, new Scope.Everything()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
        }
    }

    @Test
    void formatsAreFoundByNameAndSuffix() {
        assertThat(Format.named("N-Triples")).contains(Format.NTRIPLES);
        assertThat(Format.named("ttl")).contains(Format.TURTLE);
        assertThat(Format.named("word")).isEmpty();
        assertThat(Format.ofFile("x.trig")).contains(Format.TRIG);
    }

    private static byte[] written(Format format, Scope scope) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(store).write(out, format, scope);
        return out.toByteArray();
    }

    private static DatasetGraph parsed(byte[] text, Format format) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFDataMgr.read(dataset, new ByteArrayInputStream(text), RDFLanguages.contentTypeToLang(format.mediaType()));
        return dataset;
    }

    private static Set<Quad> quads(DatasetGraph dataset, Format format) {
        Set<Quad> quads = new HashSet<>();
        dataset.find()
                .forEachRemaining(quad -> quads.add(
                        format.hasGraphs() ? quad : Quad.create(Quad.defaultGraphNodeGenerated, quad.asTriple())));
        return quads;
    }
}
