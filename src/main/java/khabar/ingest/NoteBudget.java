package khabar.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many notes came within the last hour, and from whom; kept in memory only. Safe for many threads. */
final class NoteBudget {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final int each;
    private final int all;
    private final Clock clock;
    private final Deque<Came> came = new ArrayDeque<>();

    private record Came(Instant at, String client) {}

    NoteBudget(int each, int all, Clock clock) {
        this.each = each;
        this.all = all;
        this.clock = clock;
    }

    /** Whether the client may send one more now; it is counted then. */
    synchronized boolean admits(String client) {
        Instant now = clock.instant();
        while (!came.isEmpty() && came.peekFirst().at().plus(WINDOW).isBefore(now)) {
            came.removeFirst();
        }
        long own = came.stream().filter(one -> one.client().equals(client)).count();
        if (came.size() >= all || own >= each) {
            return false;
        }
        came.addLast(new Came(now, client));
        return true;
    }
}
