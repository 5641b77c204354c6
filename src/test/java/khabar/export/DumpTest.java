package khabar.export;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import khabar.merge.Merger;
import khabar.merge.Story;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final Triple HEAD =
            Triple.create(BASE.resolve("dataset"), Rdfs.label, Literals.arabic("خبر \"\"\" \\ \r\n\u2028\u202E"));

    @TempDir
    Path directory;

    private Store store(String name) {
        return Store.open(new StoreSettings(directory.resolve(name)), BASE);
    }

    private DumpManifest dump(Store store, String name) throws IOException {
        return new Dumps(directory.resolve(name)).write(store, DAY, census -> {
            Graph head = GraphFactory.createDefaultGraph();
            head.add(HEAD);
            return head;
        });
    }

    private static void tell(Store store, String key, String day) {
        Merger merger = new Merger(BASE, DAY);
        store.write(present -> merger.replace(
                present, Story.of(key, day, visit(10, day, "damascus")).graph()));
    }

    private DatasetGraph parsed(Path file, Lang lang) throws IOException {
        DatasetGraph read = DatasetGraphFactory.create();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            RDFParser.source(in).lang(lang).parse(read);
        }
        return read;
    }

    private static Set<String> quads(DatasetGraph data) {
        Set<String> quads = new TreeSet<>();
        data.stream()
                .filter(quad -> !quad.getGraph().equals(BASE.graph("dataset")))
                .forEach(quad -> quads.add(quad.toString()));
        return quads;
    }

    @Test
    @Tag("E-01")
    @Tag("E-02")
    void everyFileIsTheStateOfTheStoreWithItsDescriptionAtTheHead() throws Exception {
        try (Store store = store("one")) {
            tell(store, "a1", "2017-09-12");
            DumpManifest manifest = dump(store, "dumps");
            Path folder = directory.resolve("dumps").resolve("2026-11-23");
            DatasetGraph all = parsed(folder.resolve("news.nq.gz"), Lang.NQUADS);
            assertThat(quads(all)).isEqualTo(store.read(DumpTest::quads)).hasSize((int) manifest.quads());
            assertThat(all.contains(BASE.graph("dataset"), HEAD.getSubject(), HEAD.getPredicate(), HEAD.getObject()))
                    .isTrue();
            Graph triples = parsed(folder.resolve("news.nt.gz"), Lang.NTRIPLES).getDefaultGraph();
            assertThat(parsed(folder.resolve("news.ttl.gz"), Lang.TURTLE)
                            .getDefaultGraph()
                            .isIsomorphicWith(triples))
                    .isTrue();
            assertThat(triples.size()).isEqualTo((int) manifest.triples() + 1);
            for (DumpManifest.DumpFile file : manifest.files()) {
                byte[] bytes = Files.readAllBytes(folder.resolve(file.name()));
                String hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                assertThat(file.bytes()).isEqualTo(bytes.length);
                assertThat(file.sha256()).isEqualTo(hash);
                assertThat(folder.resolve(file.name() + ".sha256")).hasContent(hash + "  " + file.name() + "\n");
            }
            assertThat(new Dumps(directory.resolve("dumps")).all()).containsExactly(manifest);
        }
    }

    @Test
    @Tag("E-03")
    void theSameDataHasTheSameHashWhateverTheWayThere() throws IOException {
        try (Store one = store("one");
                Store other = store("other")) {
            tell(one, "a1", "2017-09-12");
            tell(one, "a2", "2017-09-13");
            other.write(present -> Changes.adding(BASE.graph("elsewhere"), List.of(HEAD)));
            tell(other, "a1", "2017-09-12");
            tell(other, "a2", "2017-09-13");
            other.write(present -> Changes.replacing(BASE.graph("elsewhere"), GraphFactory.createDefaultGraph()));
            DumpManifest first = dump(one, "dumps");
            assertThat(dump(other, "others").data()).isEqualTo(first.data());
            assertThat(dump(one, "dumps")).as("nothing has changed").isEqualTo(first);
            tell(one, "a4", "2017-09-15");
            DumpManifest second = dump(one, "dumps");
            assertThat(second.name()).isEqualTo("2026-11-23-2");
            assertThat(second.data()).isNotEqualTo(first.data());
        }
    }

    @Test
    @Tag("E-03")
    void whatFailsLeavesNothing() throws IOException {
        try (Store store = store("one")) {
            Dumps dumps = new Dumps(directory.resolve("dumps"));
            assertThatThrownBy(() -> dumps.write(store, DAY, census -> {
                        throw new IllegalStateException("no header");
                    }))
                    .hasMessage("no header");
            try (Stream<Path> left = Files.list(dumps.directory())) {
                assertThat(left).isEmpty();
            }
            assertThat(dumps.all()).isEmpty();
            assertThat(dumps.file("2026-11-23", "manifest.json")).isEmpty();
            assertThat(dumps.file("..", "store.properties")).isEmpty();
        }
    }

    @Test
    @Tag("E-03")
    void linesAreSortedInPartsAsInOne() throws IOException {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(random.nextInt(4_000) + (i % 7 == 0 ? "خبر" : i % 11 == 0 ? "\uD83D\uDCF0" : "\uFFFD"));
        }
        List<String> sorted = new ArrayList<>();
        try (LineSorter sorter = new LineSorter(directory, "lines", 1_000)) {
            for (String line : lines) {
                sorter.add(line.getBytes(StandardCharsets.UTF_8));
            }
            sorter.sorted(line -> sorted.add(new String(line, StandardCharsets.UTF_8)));
        }
        assertThat(sorted)
                .containsExactlyElementsOf(lines.stream()
                        .distinct()
                        .sorted((one, two) -> Arrays.compareUnsigned(
                                one.getBytes(StandardCharsets.UTF_8), two.getBytes(StandardCharsets.UTF_8)))
                        .toList());
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    /** Any two states: what is told of the way leads from the one to the other. */
    @Test
    @Tag("E-05")
    void changesReplayedOnADumpGiveTheNextOne() throws IOException {
        Random random = new Random(11);
        List<Long> versions = new ArrayList<>();
        List<Set<String>> states = new ArrayList<>();
        List<DatasetGraph> dumps = new ArrayList<>();
        try (Store store = store("one")) {
            for (int i = 0; i < 12; i++) {
                change(store, random);
                versions.add(store.version());
                states.add(store.read(DumpTest::quads));
                DatasetGraph copy = DatasetGraphFactory.create();
                store.read(present -> {
                    present.stream()
                            .filter(quad -> !quad.getGraph().equals(BASE.graph("dataset")))
                            .forEach(copy::add);
                    return copy;
                });
                dumps.add(copy);
            }
        }
        // Another process goes on with the same log.
        try (Store store = store("one")) {
            for (int i = 0; i < versions.size(); i++) {
                ByteArrayOutputStream patch = new ByteArrayOutputStream();
                Patch.since(store, versions.get(i)).orElseThrow().write(patch);
                RDFPatch read = RDFPatchOps.read(new ByteArrayInputStream(patch.toByteArray()));
                RDFPatchOps.applyChange(dumps.get(i), read);
                assertThat(quads(dumps.get(i))).isEqualTo(states.getLast());
            }
            assertThat(Patch.since(store, store.version() + 1)).isEmpty();
        }
    }

    private static void change(Store store, Random random) {
        List<Quad> added = new ArrayList<>();
        List<Quad> removed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Node value = switch (random.nextInt(4)) {
                case 0 -> Literals.decimal(random.nextInt(8) / 4.0);
                case 1 -> Literals.arabic("\"قول\" \\ \n" + random.nextInt(3));
                case 2 -> Literals.integer(random.nextInt(5));
                default -> NodeFactory.createURI("urn:x:" + random.nextInt(5));
            };
            Quad quad = Quad.create(
                    BASE.graph(random.nextBoolean() ? "events" : "actors"),
                    NodeFactory.createURI("urn:s:" + random.nextInt(3)),
                    NodeFactory.createURI("urn:p:" + random.nextInt(2)),
                    value);
            (random.nextBoolean() ? added : removed).add(quad);
        }
        store.write(present -> new Changes(Map.of(), removed, added, List.of()));
    }

    @Test
    @Tag("E-05")
    void aLogThatMissesSomethingBeginsAnew() throws IOException {
        long before;
        try (Store store = store("one")) {
            tell(store, "a1", "2017-09-12");
            before = store.version();
            assertThat(Patch.since(store, 0)).isPresent();
        }
        try (Stream<Path> files = Files.list(directory.resolve("one").resolve("changes"))) {
            Path last = files.sorted().toList().getLast();
            Files.writeString(last, Files.readString(last).substring(0, 200));
        }
        try (Store store = store("one")) {
            assertThat(Patch.since(store, 0)).isEmpty();
            tell(store, "a2", "2017-09-13");
            assertThat(Patch.since(store, before)).isPresent();
        }
    }

    @Test
    @Tag("E-04")
    void thePeriodAndTheSourceDecideWhichArticlesAreTold() throws IOException {
        try (Store store = store("one")) {
            tell(store, "a1", "2017-09-12");
            tell(store, "a2", "2017-10-01");
            assertThat(articles(store, "", "")).contains("a1", "a2").contains("reportOf");
            assertThat(articles(store, "2017-09-12", "2017-09")).contains("a1").doesNotContain("article/a2");
            assertThat(articles(store, "2017-10", "")).contains("a2").doesNotContain("article/a1");
        }
        assertThatThrownBy(() -> Scope.Articles.of(Optional.empty(), Optional.of("yesterday"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String articles(Store store, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(store)
                .write(
                        out,
                        Format.NTRIPLES,
                        Scope.Articles.of(
                                Optional.empty(),
                                Optional.of(from).filter(day -> !day.isEmpty()),
                                Optional.of(to).filter(day -> !day.isEmpty())));
        return out.toString(StandardCharsets.UTF_8);
    }
}
