package khabar.endpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Places for the queries that run at the same time. Every query begins in the quick lane, and one that turns out to be slow
 * has to find a place in the slow one, which is narrow: so that a few who ask hard things cannot keep out the many who ask
 * easy ones.
 */
final class Lanes {
    /** A slow query waits no longer than this for quick ones, then runs for {@link #TURN}: it must come to its end, too. */
    private static final Duration COURTESY = Duration.ofMillis(60);

    private static final Duration TURN = Duration.ofMillis(10);
    private static final Duration LOOKING = Duration.ofMillis(1);

    private final Semaphore quick;
    private final Semaphore slow;
    private final int running;

    /**
     * @param running how many run at the same time in the quick lane
     * @param slow how many in the slow one, besides
     */
    Lanes(int running, int slow) {
        this.running = running;
        this.quick = new Semaphore(running, true);
        this.slow = new Semaphore(slow, true);
    }

    /** One slow query for every two cores leaves room to compute for the others. */
    static int slowFor(int cores) {
        return Math.max(1, cores / 2);
    }

    /** Waits for a place; empty where none gets free in time. */
    Optional<Place> enter(boolean slowly, Duration patience) throws InterruptedException {
        Lane lane = slowly ? Lane.SLOW : Lane.QUICK;
        return places(lane).tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? Optional.of(new Place(lane))
                : Optional.empty();
    }

    boolean isSomebodyWaiting() {
        return quick.hasQueuedThreads();
    }

    private boolean isAnyQuick() {
        return quick.availablePermits() < running;
    }

    private Semaphore places(Lane lane) {
        return lane == Lane.SLOW ? slow : quick;
    }

    private enum Lane {
        QUICK,
        SLOW,
        NONE
    }

    /** The place of one query, until it is left. */
    final class Place {
        private volatile Lane lane;
        private long turnEnds = System.nanoTime();

        private Place(Lane lane) {
            this.lane = lane;
        }

        /** Changes to the slow lane if there is room; whether the query is in it, or needs no place any more. */
        synchronized boolean slowDown() {
            if (lane == Lane.QUICK && slow.tryAcquire()) {
                lane = Lane.SLOW;
                quick.release();
            }
            return lane != Lane.QUICK;
        }

        /**
         * To be called by the thread of the query, every now and then: while quick ones run a slow one lets them have the
         * processor, for the most part.
         */
        void giveWay() {
            if (lane != Lane.SLOW || !isAnyQuick() || System.nanoTime() - turnEnds < 0) {
                return;
            }
            long patience = System.nanoTime() + COURTESY.toNanos();
            while (isAnyQuick() && System.nanoTime() - patience < 0) {
                LockSupport.parkNanos(LOOKING.toNanos());
            }
            turnEnds = System.nanoTime() + TURN.toNanos();
        }

        synchronized void leave() {
            if (lane != Lane.NONE) {
                places(lane).release();
                lane = Lane.NONE;
            }
        }
    }
}
