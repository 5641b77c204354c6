package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactionTest {
    private static final Base BASE = new Base("https://news.example/");
    private static final NamedQuery SEARCH = NamedQuery.of("test/search", """
            # What is called so?
            # given: ?words
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?thing { ?thing text:query (rdfs:label ?words) . ?thing rdfs:label ?label }
            """);

    @TempDir
    Path directory;

    @Test
    void readersAndAWriterGoOnThroughIt() throws Exception {
        AtomicInteger written = new AtomicInteger();
        long version;
        try (Store store = open()) {
            for (int turn = 0; turn < 12; turn++) {
                store.write(label("churn", "version " + turn + " " + "x".repeat(20_000)));
            }
            AtomicBoolean over = new AtomicBoolean();
            AtomicReference<Throwable> failed = new AtomicReference<>();
            Thread writer = thread(failed, () -> {
                while (!over.get()) {
                    store.write(label("place-" + written.get(), "Harbour"));
                    written.incrementAndGet();
                }
            });
            AtomicInteger reads = new AtomicInteger();
            List<Thread> readers = Stream.of(1, 2)
                    .map(number -> thread(failed, () -> {
                        while (!over.get()) {
                            int least = written.get();
                            assertThat(search(store, "harbour")).hasSizeGreaterThanOrEqualTo(least);
                            slowly(store);
                            reads.incrementAndGet();
                        }
                    }))
                    .toList();
            for (int turn = 0; turn < 2; turn++) {
                int before = reads.get();
                Store.Compacted sizes = store.compact(Duration.ofMinutes(1));
                if (turn == 0) {
                    assertThat(sizes.after()).isLessThan(sizes.before());
                }
                while (reads.get() < before + 5 && failed.get() == null) {
                    Thread.sleep(5);
                }
            }
            over.set(true);
            writer.join();
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(failed).hasNullValue();
            assertThat(written).hasPositiveValue();
            version = store.version();
            assertThat(store.verify(List.of(), Progress.NONE).findings()).isEmpty();
        }
        try (Store again = open()) {
            assertThat(again.version()).isEqualTo(version);
            assertThat(search(again, "harbour")).hasSize(written.get());
            assertThat(generations()).containsExactly("Data-0003");
        }
    }

    /** A disk that is full of what was removed is no reason to keep it: what counts is what the new files take. */
    @Test
    void itNeedsNoMoreRoomThanWhatIsThereTakes() throws Exception {
        Random random = new Random(5);
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(directory.toString());
        try {
            Set<Quad> there = new HashSet<>();
            for (int commit = 0; commit < 30; commit++) {
                List<Quad> some = IntStream.range(0, 400)
                        .mapToObj(n -> Quad.create(
                                node("graph", random),
                                node("thing", random),
                                node("says", random),
                                node("thing", random)))
                        .toList();
                Txn.executeWrite(database, () -> some.forEach(database::add));
                there.addAll(some);
            }
            long before = Compaction.size(directory);
            AtomicLong needed = new AtomicLong();
            assertThatThrownBy(() -> Compaction.run(database, new Gate(), Duration.ofSeconds(9), bytes -> {
                        needed.set(bytes);
                        throw new StoreException.Full(directory, 1 << 20, bytes, 1 << 20);
                    }))
                    .isInstanceOf(StoreException.Full.class)
                    .hasMessageContaining((needed.get() >> 20) + " MB are needed");
            assertThat(generations(directory)).containsExactly("Data-0001");
            assertThat(Compaction.run(database, new Gate(), Duration.ofSeconds(9), bytes -> {}))
                    .isTrue();
            assertThat(generations(directory)).containsExactly("Data-0002");
            assertThat(needed.get())
                    .isLessThan(before / 3)
                    .isGreaterThan(Compaction.size(directory))
                    .isLessThan(2 * Compaction.size(directory));
            assertThat(Txn.calculateRead(database, () -> Iter.toSet(database.find())))
                    .isEqualTo(there);
        } finally {
            TDBInternal.expel(database, true);
        }
    }

    private static Node node(String kind, Random random) {
        return NodeFactory.createURI("urn:test:" + kind + ":" + random.nextInt(5_000));
    }

    @Test
    void whereAReaderDoesNotEndEverythingStays() throws Exception {
        try (Store store = open()) {
            store.write(label("one", "Harbour"));
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch enough = new CountDownLatch(1);
            AtomicReference<Throwable> failed = new AtomicReference<>();
            Thread reader = thread(
                    failed,
                    () -> store.read(present -> {
                        long before = labels(present);
                        inside.countDown();
                        try {
                            enough.await();
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                        assertThat(labels(present)).isEqualTo(before);
                        return before;
                    }));
            inside.await();
            assertThatThrownBy(() -> store.compact(Duration.ofMillis(300))).isInstanceOf(StoreException.Busy.class);
            assertThat(search(store, "harbour")).hasSize(1);
            store.write(label("two", "Harbour"));
            enough.countDown();
            reader.join();
            assertThat(failed).hasNullValue();
        }
        try (Store again = open()) {
            assertThat(search(again, "harbour")).hasSize(2);
            assertThat(generations()).containsExactly("Data-0001");
        }
    }

    @Test
    void anEmptyGenerationDoesNotCount() throws IOException {
        try (Store store = open()) {
            store.write(label("one", "Harbour"));
        }
        Files.createDirectory(directory.resolve("tdb2/Data-0002"));
        try (Store again = open()) {
            assertThat(search(again, "harbour")).hasSize(1);
            assertThat(generations()).containsExactly("Data-0001");
        }
    }

    /** Whatever was written and removed, in trees of several levels; and it can be written to as before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void allThatIsThereStaysAndWhatWasRemovedIsInNoFile(long seed) throws IOException {
        Random random = new Random(seed);
        Set<Quad> there = new HashSet<>();
        try (Store store = open()) {
            for (int round = 0; round < 3; round++) {
                List<Quad> fresh =
                        Stream.generate(() -> some(random)).limit(6_000).toList();
                List<Quad> gone =
                        there.stream().filter(quad -> random.nextInt(3) == 0).toList();
                store.write(present -> new Changes(Map.of(), gone, fresh, List.of()));
                gone.forEach(there::remove);
                there.addAll(fresh);
                if (round > 0) {
                    store.compact(Duration.ofMinutes(1));
                }
                assertThat(store.verify(List.of(), Progress.NONE).findings()).isEmpty();
                assertThat(ours(store)).isEqualTo(there);
            }
            Node secret = Literals.string("taken out again " + seed);
            Quad taken = Quad.create(BASE.graph("g"), BASE.id("place", "p"), Rdfs.label, secret);
            store.write(present -> new Changes(Map.of(), List.of(), List.of(taken), List.of()));
            store.write(present -> new Changes(Map.of(), List.of(taken), List.of(), List.of()));
            assertThat(nodes()).contains(secret.getLiteralLexicalForm());
            store.compact(Duration.ofMinutes(1));
            assertThat(nodes()).doesNotContain(secret.getLiteralLexicalForm());
        }
        try (Store again = open()) {
            assertThat(ours(again)).isEqualTo(there);
        }
    }

    private static Set<Quad> ours(Store store) {
        return store.read(present -> present.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .filter(quad -> quad.getGraph().getURI().startsWith("urn:test:"))
                .collect(Collectors.toSet()));
    }

    private String nodes() throws IOException {
        Path file = directory.resolve("tdb2").resolve(generations().getFirst()).resolve("nodes-data.obj");
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static Quad some(Random random) {
        return Quad.create(
                NodeFactory.createURI("urn:test:graph:" + random.nextInt(50)),
                NodeFactory.createURI("urn:test:thing:" + random.nextInt(5_000)),
                NodeFactory.createURI("urn:test:says:" + random.nextInt(20)),
                switch (random.nextInt(6)) {
                    case 0 -> NodeFactory.createURI("urn:test:thing:" + random.nextInt(5_000));
                    case 1 -> Literals.integer(random.nextInt());
                    case 2 -> Literals.date(LocalDate.ofEpochDay(random.nextInt(20_000)));
                    case 3 -> Literals.decimal(random.nextInt(10_000) / 100.0);
                    case 4 -> Literals.arabic("نص " + random.nextInt(3_000));
                    default -> Literals.string("x".repeat(random.nextInt(300)) + random.nextInt());
                });
    }

    /** A reader in many small steps, some of which fall before the change and some after it. */
    private static void slowly(Store store) {
        store.read(present -> {
            long first = labels(present);
            for (int step = 0; step < 5; step++) {
                assertThat(labels(present)).isEqualTo(first);
                LockSupport.parkNanos(1_000);
            }
            return first;
        });
    }

    private static long labels(DatasetGraph present) {
        return present.stream(Node.ANY, Node.ANY, Rdfs.label, Node.ANY).count();
    }

    private static Thread thread(AtomicReference<Throwable> failed, Runnable work) {
        return Thread.ofPlatform().start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error thrown) {
                failed.compareAndSet(null, thrown);
            }
        });
    }

    private static Function<DatasetGraph, Changes> label(String key, String name) {
        Node graph = BASE.graph("graph-" + key);
        return present -> {
            Graph labels = GraphFactory.createDefaultGraph();
            labels.add(Triple.create(BASE.id("place", key), Rdfs.label, Literals.english(name)));
            return Changes.replacing(graph, labels);
        };
    }

    private static List<String> search(Store store, String words) {
        return store.select(SEARCH, Map.of("words", Words.all(words).orElseThrow()), row -> row.iri("thing"));
    }

    private List<String> generations() throws IOException {
        return generations(directory.resolve("tdb2"));
    }

    private static List<String> generations(Path dataset) throws IOException {
        try (Stream<Path> files = Files.list(dataset)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.startsWith("Data"))
                    .toList();
        }
    }

    private Store open() {
        return Store.open(new StoreSettings(directory), BASE);
    }
}
