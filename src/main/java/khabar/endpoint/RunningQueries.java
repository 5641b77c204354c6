package khabar.endpoint;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The queries that run now, by id: to be ended by their owner. */
final class RunningQueries {
    private final Map<String, Deadline> running = new ConcurrentHashMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Whether the id was free. */
    boolean begin(String id, Deadline deadline) {
        return running.putIfAbsent(id, deadline) == null;
    }

    void over(String id) {
        running.remove(id);
    }

    /** Whether there was such a query. */
    boolean end(String id, Deadline.Cause cause) {
        Optional<Deadline> found = Optional.ofNullable(running.get(id));
        found.ifPresent(deadline -> deadline.end(cause));
        return found.isPresent();
    }

    /** How long a thread has computed, in nanoseconds; -1 where it has ended. */
    long computed(Thread thread) {
        return threads.getThreadCpuTime(thread.threadId());
    }

    /** How long the calling thread has computed, in nanoseconds. */
    long computed() {
        return threads.getCurrentThreadCpuTime();
    }
}
