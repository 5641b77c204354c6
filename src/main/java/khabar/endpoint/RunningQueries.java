package khabar.endpoint;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The queries that run now, by id: to be ended by their owner, or when memory gets scarce. */
final class RunningQueries {
    private record Running(Deadline deadline, long thread) {}

    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Whether the id was free. */
    boolean begin(String id, Deadline deadline, Thread worker) {
        return running.putIfAbsent(id, new Running(deadline, worker.threadId())) == null;
    }

    void over(String id) {
        running.remove(id);
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    /** Whether there was such a query. */
    boolean end(String id, Deadline.Cause cause) {
        Optional<Running> found = Optional.ofNullable(running.get(id));
        found.ifPresent(query -> query.deadline().end(cause));
        return found.isPresent();
    }

    /** The one that has allocated most: likeliest the one that holds most. */
    void endHungriest() {
        running.values().stream()
                .max(Comparator.comparingLong(query -> threads.getThreadAllocatedBytes(query.thread())))
                .ifPresent(query -> query.deadline().end(Deadline.Cause.MEMORY));
    }

    /** How long the calling thread has computed, in nanoseconds. */
    long computed() {
        return threads.getCurrentThreadCpuTime();
    }
}
