package khabar.names;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long something may take, counted from when this was made; told by a clock that is never set back. */
public final class Budget {
    private final Duration most;
    private final LongSupplier nanoseconds;
    private final long begun;

    private Budget(Duration most, LongSupplier nanoseconds) {
        this.most = most;
        this.nanoseconds = nanoseconds;
        this.begun = nanoseconds.getAsLong();
    }

    /** From now on. */
    public static Budget of(Duration most) {
        return of(most, System::nanoTime);
    }

    /** By a clock of its own, for trying out what happens when it runs out. */
    static Budget of(Duration most, LongSupplier nanoseconds) {
        return new Budget(most, nanoseconds);
    }

    public Duration most() {
        return most;
    }

    public boolean isSpent() {
        return nanoseconds.getAsLong() - begun >= most.toNanos();
    }
}
