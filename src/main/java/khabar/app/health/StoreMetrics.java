package khabar.app.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.ingest.Ingest;
import khabar.store.Store;
import org.apache.jena.atlas.iterator.Iter;

/** Figures of the store. */
final class StoreMetrics implements MeterBinder {
    /** Counting goes through all of an index; what was counted holds for so long. */
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private final Store store;
    private final Ingest ingest;
    private final Path backups;
    private final Clock clock;
    private Counted counted = new Counted(-1, 0, Instant.MIN);

    StoreMetrics(Store store, Ingest ingest, Path backups, Clock clock) {
        this.store = store;
        this.ingest = ingest;
        this.backups = backups;
        this.clock = clock;
    }

    private record Counted(long version, long quads, Instant at) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("khabar.statements", this, StoreMetrics::statements)
                .description("Statements in all graphs")
                .register(registry);
        FunctionCounter.builder("khabar.commits", store, Store::version)
                .description("Commits since the store was made")
                .register(registry);
        Gauge.builder("khabar.index.drift", store, of -> of.isInStep() ? 0 : 1)
                .description("1 where a search index has not followed the last commit")
                .register(registry);
        FunctionCounter.builder("khabar.shacl.violations", ingest, Ingest::againstShapes)
                .description("Articles refused since the start because what they gave broke the shapes")
                .register(registry);
        Gauge.builder("khabar.backup.age", this, StoreMetrics::backupAge)
                .description("How old the newest backup is; not a number where there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    private synchronized double statements() {
        Instant now = clock.instant();
        long version = store.version();
        if (counted.version() != version && counted.at().isBefore(now.minus(HOLDS))) {
            counted = new Counted(version, store.readQuads(Iter::count), now);
        }
        return counted.quads();
    }

    private double backupAge() {
        return newestBackup()
                .map(made -> (double) Duration.between(made, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }

    private Optional<Instant> newestBackup() {
        if (!Files.isDirectory(backups)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .map(file -> Instant.ofEpochMilli(file.toFile().lastModified()))
                    .max(Comparator.naturalOrder());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
