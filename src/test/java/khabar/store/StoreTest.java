package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Base BASE = new Base("https://news.example/");
    private static final Node ARTICLE = BASE.articleGraph("0123456789abcdef");
    private static final Node MINISTRY = BASE.id("organisation", "rus-ministry-of-defence");
    private static final NamedQuery SEARCH = NamedQuery.of("test/search", """
            # What is called so?
            # given: ?words
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?thing { ?thing text:query (rdfs:label skos:altLabel ?words) }
            """);

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsThereAfterOpeningAgain() {
        try (Store store = open()) {
            assertThat(store.write(present -> named("وزارة الدفاع الروسية", "ar")))
                    .isEqualTo(store.version());
        }
        try (Store store = open()) {
            assertThat(store.version()).isPositive();
            assertThat(search(store, "الدفاع")).containsExactly(MINISTRY.getURI());
        }
    }

    @Test
    void arabicAndEnglishAreFoundInOtherForms() {
        try (Store store = Store.inMemory(BASE)) {
            store.write(
                    present -> named("وزارة الدفاع الروسية", "ar").and(named("Ministry of Defence of Russia", "en")));
            for (String words : List.of(
                    "الدفاع",
                    "دفاع",
                    "وزاره",
                    "الروسيّة",
                    "وزارة الدفاع",
                    "الدفا",
                    "ministry",
                    "MINISTRIES",
                    "Russia defence",
                    "Défence",
                    "russ")) {
                assertThat(search(store, words)).as(words).containsExactly(MINISTRY.getURI());
            }
            assertThat(search(store, "الدفاع الأمريكية")).isEmpty();
            assertThat(search(store, "ministry AND NOT ) \" * ~")).isEmpty();
            assertThat(Words.all(" \") ")).isEmpty();
        }
    }

    @Test
    void theTextIndexFollowsAReplacedGraph() {
        try (Store store = open()) {
            store.write(present -> named("Ministry of War", "en"));
            store.write(present -> Changes.replacing(ARTICLE, graph("Ministry of Peace", "en")));
            assertThat(search(store, "war")).isEmpty();
            assertThat(search(store, "peace")).containsExactly(MINISTRY.getURI());
            store.write(present -> Changes.replacing(ARTICLE, GraphFactory.createDefaultGraph()));
            assertThat(search(store, "peace")).isEmpty();
        }
    }

    @Test
    void theDefaultGraphOfQueriesIsTheUnion() {
        try (Store store = open()) {
            store.write(present ->
                    Changes.adding(BASE.graph("actors"), List.of(Triple.create(MINISTRY, Rdf.type, Kh.Organisation))));
            NamedQuery query = NamedQuery.of("test/union", "# Is it one?\n# given: ?thing\nASK { ?thing a ?type }");
            assertThat(store.ask(query, Map.of("thing", MINISTRY))).isTrue();
            assertThatThrownBy(() -> store.ask(query, Map.of())).hasMessageContaining("thing");
        }
    }

    @Test
    void writingTheSameAgainIsNoCommit() {
        try (Store store = open()) {
            long first = store.write(present -> Changes.replacing(ARTICLE, graph("Ministry", "en")));
            long second = store.write(present -> Changes.replacing(ARTICLE, graph("Ministry", "en")));
            assertThat(second).isEqualTo(first);
            assertThat(store.write(present -> Changes.NONE)).isEqualTo(first);
        }
    }

    @Test
    void whatIsBothRemovedAndAddedStays() {
        try (Store store = open()) {
            store.write(present -> Changes.replacing(ARTICLE, graph("Ministry", "en")));
            Quad quad = Quad.create(ARTICLE, MINISTRY, Rdfs.label, Literals.english("Ministry"));
            long before = store.version();
            assertThat(store.write(present -> new Changes(Map.of(), List.of(quad), List.of(quad), List.of())))
                    .isEqualTo(before);
        }
    }

    @Test
    void aPlanThatFailsWritesNothingAndBreaksNothing() {
        try (Store store = open()) {
            long before = store.version();
            assertThatThrownBy(() -> store.write(present -> {
                        throw new IllegalStateException("bad data");
                    }))
                    .hasMessage("bad data");
            assertThat(store.write(present -> named("Ministry", "en"))).isEqualTo(before + 1);
        }
    }

    @Test
    void whatIsWrittenTogetherIsOneCommit() throws Exception {
        try (Store store = open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            long before = store.version();
            try (Store.Together together = store.together()) {
                store.write(present -> named("Ministry of War", "en"));
                assertThatThrownBy(() -> store.write(present -> {
                            throw new IllegalStateException("bad data");
                        }))
                        .hasMessage("bad data");
                store.write(present -> {
                    assertThat(present.contains(Node.ANY, MINISTRY, Rdfs.label, Literals.english("Ministry of War")))
                            .isTrue();
                    return Changes.replacing(ARTICLE, graph("Ministry of Peace", "en"));
                });
                assertThat(others.submit(() -> search(store, "ministry")).get()).isEmpty();
                assertThat(store.version()).isEqualTo(before);
                assertThatThrownBy(store::together).isInstanceOf(IllegalStateException.class);
                assertThat(together).isNotNull();
            }
            assertThat(store.version()).isEqualTo(before + 1);
            assertThat(others.submit(() -> search(store, "peace")).get()).containsExactly(MINISTRY.getURI());
            assertThat(search(store, "war")).isEmpty();
            // How it came to this is not known, and from now on it is.
            assertThat(store.changesSince(before, 100)).isInstanceOf(History.Unknown.class);
            store.write(present -> Changes.replacing(ARTICLE, graph("Ministry", "en")));
            assertThat(store.changesSince(before + 1, 100)).isInstanceOf(History.Known.class);
        }
        try (Store store = open()) {
            assertThat(search(store, "ministry")).containsExactly(MINISTRY.getURI());
            assertThat(store.isInStep()).isTrue();
        }
    }

    @Test
    void togetherWithNothingIsNoCommit() {
        try (Store store = open()) {
            long before = store.version();
            store.together().close();
            assertThat(store.write(present -> Changes.NONE)).isEqualTo(before);
        }
    }

    @Test
    void whoWantsToWriteWaitsForThoseThatAreTogether() throws Exception {
        try (Store store = open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            Future<Long> other;
            try (Store.Together together = store.together()) {
                store.write(present -> named("Ministry of War", "en"));
                other = others.submit(() -> store.write(present -> {
                    assertThat(present.contains(Node.ANY, MINISTRY, Node.ANY, Node.ANY))
                            .isTrue();
                    return Changes.replacing(ARTICLE, graph("Ministry of Peace", "en"));
                }));
                assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                assertThat(together).isNotNull();
            }
            assertThat(other.get()).isEqualTo(store.version());
        }
    }

    @Test
    void aReaderThatFailsTakesNothingFromTheWriter() throws InterruptedException {
        try (Store store = open()) {
            AtomicBoolean over = new AtomicBoolean();
            Thread reader = Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    Thread.currentThread().interrupt();
                    failToRead(store);
                }
            });
            for (int number = 0; number < 30; number++) {
                Node thing = BASE.id("organisation", "ministry-" + number);
                List<Triple> label = List.of(Triple.create(thing, Rdfs.label, Literals.text("Ministry", "en")));
                store.write(present -> Changes.adding(BASE.graph("actors"), label));
            }
            over.set(true);
            reader.join();
            assertThat(search(store, "ministry")).hasSize(30);
        }
    }

    private static void failToRead(Store store) {
        try {
            store.read(present -> {
                throw new IllegalStateException("a query that failed");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("query");
        }
    }

    @Test
    void thePlanAndTheEndpointCannotWrite() {
        try (Store store = open()) {
            assertThatThrownBy(() -> store.write(present -> {
                        present.add(Quad.create(ARTICLE, MINISTRY, Rdf.type, Kh.Organisation));
                        return Changes.NONE;
                    }))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> store.write(present -> {
                        store.write(again -> Changes.NONE);
                        return Changes.NONE;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Tag("X-06")
    @Test
    void whoReadsDoesNotWaitForWhoWrites() throws Exception {
        try (Store store = Store.open(new StoreSettings(directory), BASE);
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            CountDownLatch planning = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            Future<Long> written = writer.submit(() -> store.write(present -> {
                planning.countDown();
                awaited(read);
                return Changes.adding(ARTICLE, List.of(Triple.create(ARTICLE, Rdf.type, Kh.Article)));
            }));
            assertThat(awaited(planning)).isTrue();

            long before = store.version();
            boolean there = store.read(present -> present.containsGraph(ARTICLE));

            assertThat(there).isFalse();
            assertThat(written.isDone()).isFalse();
            read.countDown();
            assertThat(written.get(30, TimeUnit.SECONDS)).isEqualTo(before + 1);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Tag("X-02")
    @Test
    void whereTheDiskIsNearlyFullNothingIsWrittenAndAllIsRead() {
        Triple there = Triple.create(MINISTRY, Rdf.type, Kh.Organisation);
        Triple more = Triple.create(ARTICLE, Rdf.type, Kh.Article);
        try (Store store = Store.open(new StoreSettings(directory), BASE)) {
            store.write(present -> Changes.adding(ARTICLE, List.of(there)));
        }
        try (Store store = Store.open(new StoreSettings(directory, Long.MAX_VALUE / 2), BASE)) {
            long before = store.version();

            assertThatThrownBy(() -> store.write(present -> Changes.adding(ARTICLE, List.of(more))))
                    .isInstanceOf(StoreException.Full.class)
                    .hasMessageContaining("khabar.store.reserve")
                    .hasMessageNotContaining("\n");
            assertThatThrownBy(() -> store.compact(Duration.ofSeconds(1))).isInstanceOf(StoreException.Full.class);

            assertThat(store.write(present -> Changes.adding(ARTICLE, List.of(there))))
                    .as("what changes nothing needs no room")
                    .isEqualTo(before);
            boolean is = store.read(present -> present.contains(Quad.create(ARTICLE, there)));
            assertThat(is).isTrue();
        }
    }

    @Test
    void anotherBaseIsRefusedWithBothNamed() {
        open().close();
        assertThatThrownBy(() -> Store.open(new StoreSettings(directory), Base.LOCAL))
                .isInstanceOf(StoreException.OtherBase.class)
                .hasMessageContaining(BASE.iri())
                .hasMessageContaining(Base.LOCAL.iri());
        open().close();
    }

    @Test
    void aStoreIsOpenOnce() {
        try (Store store = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.InUse.class)
                    .hasMessageContaining(
                            "in use by PID " + ProcessHandle.current().pid());
            assertThat(store.version()).isNotNegative();
        }
        open().close();
    }

    private Store open() {
        return Store.open(new StoreSettings(directory), BASE);
    }

    private static List<String> search(Store store, String typed) {
        return store.select(SEARCH, Map.of("words", Words.all(typed).orElseThrow()), row -> row.iri("thing"));
    }

    private static Changes named(String name, String language) {
        return Changes.adding(ARTICLE, graph(name, language).find().toList());
    }

    private static Graph graph(String name, String language) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(MINISTRY, Rdfs.label, Literals.text(name, language));
        return graph;
    }
}
