package khabar.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets any number of readers in, and for a moment one who must be alone. */
final class Gate {
    private static final Duration FIRST_TRY = Duration.ofMillis(250);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** Whether the thread was outside before. */
    boolean enter() {
        boolean outside = lock.getReadHoldCount() == 0;
        if (outside) {
            lock.readLock().lock();
        }
        return outside;
    }

    /** Nothing happens where the thread is outside already: a transaction may be ended twice. */
    void leave() {
        if (lock.getReadHoldCount() > 0) {
            lock.readLock().unlock();
        }
    }

    /**
     * Waits until nobody is inside. While it tries, new readers wait too; so it tries for a quarter of a second, lets
     * those that came through, and tries for twice as long: one long reader does not stop all others.
     *
     * @return whether the action was run; false when readers were still inside at the end of the time
     */
    boolean alone(Duration longest, Runnable action) throws InterruptedException {
        for (Duration patience = FIRST_TRY; patience.compareTo(longest) <= 0; patience = patience.multipliedBy(2)) {
            if (lock.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    action.run();
                    return true;
                } finally {
                    lock.writeLock().unlock();
                }
            }
            Thread.sleep(patience);
        }
        return false;
    }
}
