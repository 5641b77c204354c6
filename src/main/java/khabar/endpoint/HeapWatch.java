package khabar.endpoint;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the hungriest query when the heap is nearly full with what no collector can take away. Jena holds groups, joins,
 * paths and more in memory without a limit of its own, and this is the only one that is over all of them. It is no promise:
 * a query gives way where Jena looks whether it is cancelled, and with a heap of 128 MB, one that groups did not look within
 * 45 seconds.
 */
final class HeapWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);

    /** Of the pool of long-lived objects, after a collection. */
    private static final double FULL = 0.75;

    private static final Duration LOOKING = Duration.ofMillis(50);

    private final RunningQueries queries;
    private final List<MemoryPoolMXBean> pools;
    private long collections;

    private HeapWatch(RunningQueries queries) {
        this.queries = queries;
        this.pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP
                        && pool.isUsageThresholdSupported()
                        && pool.isCollectionUsageThresholdSupported()
                        && pool.getUsage().getMax() > 0)
                .toList();
    }

    /** Watches until it is interrupted. */
    static Thread over(RunningQueries queries) {
        HeapWatch watch = new HeapWatch(queries);
        watch.pools.forEach(pool ->
                pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax())));
        return Thread.ofPlatform().daemon().name("heap-watch").start(watch::look);
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOKING);
                if (!queries.isEmpty() && isFull()) {
                    LOG.warn("The heap is nearly full: the hungriest query is ended");
                    queries.endHungriest();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once for each collection: what was ended needs the next one to be gone. */
    private boolean isFull() {
        if (pools.stream().noneMatch(MemoryPoolMXBean::isCollectionUsageThresholdExceeded)) {
            return false;
        }
        long now = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        boolean collected = now != collections;
        collections = now;
        return collected;
    }
}
