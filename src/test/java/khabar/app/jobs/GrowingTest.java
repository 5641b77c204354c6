package khabar.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import khabar.app.desk.StoreDesk;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Ingest;
import khabar.ingest.Reader;
import khabar.store.Changes;
import khabar.store.Space;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Under steady writing a dataset takes up at most three times what it needs, with nobody looking after it. */
class GrowingTest {
    private static final Base BASE = Base.LOCAL;
    private static final long LEAST = 6 << 20;

    @Test
    void whatIsWrittenAgainAndAgainStaysSmall(@TempDir Path folder) throws Exception {
        JobSettings settings = new JobSettings(
                null, null, null, null, folder.resolve("backups"), 1, Duration.ofHours(1), 2, DataSize.ofBytes(LEAST));
        try (Store store = Store.open(new StoreSettings(folder.resolve("store")), BASE)) {
            Gazetteer gazetteer = Gazetteer.load();
            Ingest ingest = new Ingest(Reader.of(gazetteer), store, Clock.systemUTC());
            StoreDesk desk = new StoreDesk(store, folder.resolve("store"), () -> ingest);
            Tasks tasks = new Tasks(desk, ingest, () -> gazetteer, settings, Clock.systemUTC());
            try (Jobs jobs = new Jobs(tasks, Clock.systemUTC(), settings.deadline())) {
                Growing growing = new Growing(jobs, store, settings.grown());
                long most = 0;
                for (int turn = 0; turn < 50; turn++) {
                    write(store, turn);
                    growing.run();
                    while (jobs.isOpen(JobKind.COMPACT)) {
                        Thread.sleep(5);
                    }
                    most = Math.max(most, store.space().now());
                }
                List<JobStatus> done = jobs.all();
                assertThat(done).hasSizeBetween(3, 20).allMatch(job -> job.state() == JobStatus.State.DONE);
                long needed = store.compact(Duration.ofSeconds(10)).after();
                // Just before a compaction is begun; each turn adds less than a quarter of that.
                assertThat(most).isBetween(needed, Math.max(LEAST, 2 * needed) * 5 / 4);
                assertThat(store.space()).isEqualTo(new Space(needed, needed));
            }
        }
    }

    /** A text of a quarter of a megabyte in place of the one before. */
    private static void write(Store store, int turn) {
        Node graph = BASE.articleGraph("a");
        store.write(present -> {
            Graph says = GraphFactory.createDefaultGraph();
            says.add(Triple.create(BASE.id("article", "a"), Rdfs.label, Literals.english(turn + "x".repeat(1 << 18))));
            return new Changes(Map.of(graph, says), List.of(), List.of(), List.of());
        });
    }

    @ParameterizedTest(name = "{0} bytes now, {1} when compacted, one failed at {2}")
    @CsvSource({
        "99, 0, 0, false",
        "100, 0, 0, true",
        "100, 60, 0, false",
        "120, 60, 0, true",
        "120, 60, 115, false",
        "130, 60, 115, true",
    })
    void itIsDueWhenLargeAndTwiceWhatItWasAndNotJustFailed(long now, long compacted, long failed, boolean due) {
        Space space = new Space(now, compacted);
        assertThat(new Growth(2, 100).isDue(space, failed)).isEqualTo(due);
        assertThat(new Growth(0, 100).isDue(space, failed)).isFalse();
    }
}
