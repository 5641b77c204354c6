package khabar.endpoint;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;

/** The moment at which a query is over, on the clock of {@link System#nanoTime}. */
record Deadline(long nanos) {
    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** At least 1: Jena takes 0 for no limit. */
    long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime()));
    }

    /** Throws {@link QueryCancelledException} when it is over. */
    void check() {
        if (System.nanoTime() - nanos > 0) {
            throw new QueryCancelledException();
        }
    }
}
