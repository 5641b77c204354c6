package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.Soak;
import khabar.article.ArticleFiles;
import khabar.article.Form;
import khabar.article.Parsed;
import khabar.gazetteer.Gazetteer;
import khabar.store.Child;
import khabar.store.Progress;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles come in, and the process is killed at any moment: what it said is stored is there, whole. */
class IngestFaultsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    /** After its first acknowledgement a child is killed, at the latest: before that nothing could be lost. */
    private static final int LONGEST = 2_000;

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedIsThereWholeHoweverOftenTheProcessIsKilled() throws IOException, InterruptedException {
        long seed = Long.getLong("khabar.seed", System.nanoTime() % 1_000_000);
        Random random = new Random(seed);
        MadeNews news = new MadeNews(seed, GAZETTEER);
        int next = 0;
        for (int kill = 0; kill < Soak.times(1, 100); kill++) {
            int before = next;
            next = 1 + ingestUntilKilled(seed, next, random.nextInt(LONGEST));
            assertThat(next).as("seed %d, kill %d", seed, kill).isGreaterThan(before);
            try (Store store = open(directory)) {
                assertThat(store.isInStep()).as("seed %d, kill %d", seed, kill).isTrue();
                assertThat(store.verify(Queries.load().in("check"), Progress.NONE)
                                .findings())
                        .as("seed %d, kill %d", seed, kill)
                        .isEmpty();
                assertThat(articles(store)).as("seed %d, kill %d", seed, kill).hasSizeGreaterThanOrEqualTo(next);
            }
        }
        try (Store store = open(directory);
                Store oneByOne = Store.inMemory(Base.LOCAL)) {
            Ingest ingest = new Ingest(Reader.of(GAZETTEER), oneByOne, CLOCK);
            int stored = articles(store).size();
            IntStream.range(0, stored).mapToObj(news::line).toList().reversed().forEach(line -> {
                try {
                    ingest.ingestAll(taker -> read(line, taker));
                } catch (IOException impossible) {
                    throw new AssertionError(impossible);
                }
            });
            Set<Quad> here = said(store);
            Set<Quad> there = said(oneByOne);
            assertThat(without(here, there)).as("seed %d, too much", seed).isEmpty();
            assertThat(without(there, here)).as("seed %d, missing", seed).isEmpty();
        }
    }

    /** The last that was acknowledged, -1 where none was. */
    private int ingestUntilKilled(long seed, int first, int milliseconds) throws IOException {
        long begun = System.nanoTime();
        Process child = Child.start(
                Child.classPath(),
                List.of("-Xmx512m"),
                Ingestor.class,
                directory.toString(),
                Long.toString(seed),
                Integer.toString(first));
        int last = -1;
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.equals("OPEN")) {
                    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST_START);
                } else if (line.startsWith("ACK ")) {
                    if (last < 0) {
                        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS)
                                .execute(child::destroyForcibly);
                    }
                    last = Integer.parseInt(line.substring(4));
                }
            }
        }
        assertThat(said).contains("OPEN\n");
        assertThat(child.onExit().join().exitValue()).as(said.toString()).isEqualTo(137);
        return last;
    }

    private static Store open(Path directory) {
        return Store.open(new StoreSettings(directory, 0), Base.LOCAL);
    }

    private static void read(String line, Consumer<Parsed> taker) throws IOException {
        ArticleFiles.read("made", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), Form.JSON, taker);
    }

    private static Set<String> articles(Store store) {
        return store.read(present -> {
            Set<String> articles = new TreeSet<>();
            present.find(Node.ANY, Node.ANY, Kh.textHash, Node.ANY)
                    .forEachRemaining(quad -> articles.add(quad.getSubject().getURI()));
            return articles;
        });
    }

    /** All but what is said of the data as a whole, the vocabulary, and addresses that were replaced. */
    private static Set<Quad> said(Store store) {
        Set<Node> leftOut = Set.of(Base.LOCAL.graph("dataset"), Base.LOCAL.graph("ontology"));
        return store.readQuads(quads -> {
            Set<Quad> said = new HashSet<>();
            quads.forEachRemaining(quad -> {
                if (!leftOut.contains(quad.getGraph()) && !quad.getPredicate().equals(Dct.isReplacedBy)) {
                    said.add(quad);
                }
            });
            return said;
        });
    }

    private static List<Quad> without(Set<Quad> all, Set<Quad> others) {
        return all.stream().filter(quad -> !others.contains(quad)).toList();
    }

    /** Takes in some articles at a time, and says which are stored. Arguments: directory, seed, number of the first. */
    static final class Ingestor {
        private Ingestor() {}

        public static void main(String[] arguments) throws IOException {
            long seed = Long.parseLong(arguments[1]);
            MadeNews news = new MadeNews(seed, GAZETTEER);
            try (Store store = open(Path.of(arguments[0]))) {
                Ingest ingest = new Ingest(Reader.of(GAZETTEER), store, CLOCK);
                System.out.println("OPEN");
                Random random = new Random(seed);
                for (int from = Integer.parseInt(arguments[2]); ; ) {
                    int to = from + 1 + random.nextInt(9);
                    String lines =
                            IntStream.range(from, to).mapToObj(news::line).collect(Collectors.joining("\n"));
                    IngestReport report = ingest.ingestAll(
                            taker -> ArticleFiles.read(
                                    "made",
                                    new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                                    Form.JSON,
                                    taker),
                            random.nextBoolean() ? Batch.USUAL : Batch.LARGE);
                    if (report.refused() > 0) {
                        throw new IllegalStateException(report.line());
                    }
                    for (; from < to; from++) {
                        System.out.println("ACK " + from);
                    }
                }
            }
        }
    }
}
