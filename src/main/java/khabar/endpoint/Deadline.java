package khabar.endpoint;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a query is over: at a moment on the clock of {@link System#nanoTime}, or before it, when somebody ends it. */
final class Deadline {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    /** Why a query was ended. */
    enum Cause {
        TIME,
        OWNER,
        OTHERS_WAIT
    }

    private final long nanos;
    private volatile @Nullable Cause ended;
    private volatile @Nullable Runnable abort;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** At least 1: Jena takes 0 for no limit. */
    long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime()));
    }

    boolean isOver() {
        return ended != null || System.nanoTime() - nanos > 0;
    }

    /** Throws {@link QueryCancelledException} when it is over. */
    void check() {
        if (isOver()) {
            throw new QueryCancelledException();
        }
    }

    /** Ends the query now, from any thread; the first cause stands. */
    void end(Cause cause) {
        if (ended == null) {
            ended = cause;
        }
        @Nullable Runnable stop = abort;
        if (stop != null) {
            try {
                stop.run();
            } catch (RuntimeException crossed) {
                // Jena closes the files of a sort while the query's own thread writes them; the signal to stop stands.
                LOG.debug("A query was ended in the middle of a step", crossed);
            }
        }
    }

    /** What ends the part of the query that is about to run. */
    void aborting(Runnable stop) {
        abort = stop;
        if (ended != null) {
            stop.run();
        }
    }

    /** Why it is over; by the clock where nobody ended it. */
    Cause cause() {
        @Nullable Cause cause = ended;
        return cause == null ? Cause.TIME : cause;
    }
}
