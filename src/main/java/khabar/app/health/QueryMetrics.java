package khabar.app.health;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import khabar.endpoint.ObservedQuery;
import khabar.endpoint.QueryObserver;

/** Queries by how they end, how long they take, how many run, how many rows they give. */
final class QueryMetrics implements QueryObserver {
    private final AtomicInteger running = new AtomicInteger();
    private final Map<ObservedQuery.Outcome, Timer> timers = new EnumMap<>(ObservedQuery.Outcome.class);
    private final DistributionSummary rows;

    /** All are there from the start: a figure that appears only with the first failure is hard to watch. */
    QueryMetrics(MeterRegistry registry) {
        for (ObservedQuery.Outcome outcome : ObservedQuery.Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("khabar.queries")
                            .description("Queries over HTTP, by how they ended")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(
                                    Duration.ofMillis(100),
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(10),
                                    Duration.ofSeconds(30))
                            .register(registry));
        }
        rows = DistributionSummary.builder("khabar.query.rows")
                .description("Rows or triples of an answer")
                .register(registry);
        registry.gauge("khabar.queries.running", running);
    }

    @Override
    public void began() {
        running.incrementAndGet();
    }

    @Override
    public void ended(ObservedQuery query) {
        running.decrementAndGet();
        Timer timer = timers.get(query.outcome());
        if (timer != null) {
            timer.record(query.took());
        }
        rows.record((double) query.rows());
    }
}
