package khabar.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import khabar.endpoint.SelfDescription;
import khabar.store.Store;
import khabar.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the description of the data in the data itself: written anew soon after a change, and while changes go on at most
 * so often that counting takes a twentieth of the time.
 */
final class DescriptionKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DescriptionKeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int SHARE = 20;

    private final Store store;
    private final SelfDescription description;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("description").daemon().factory());

    private long described = -1;
    private long seen = -1;
    private long notBefore = System.nanoTime();
    private volatile boolean running;

    DescriptionKeeper(Store store, SelfDescription description) {
        this.store = store;
        this.description = description;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // look throws nothing
    public void start() {
        running = true;
        clock.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A change is followed when it has been the last for a moment, or when the last description is old enough. */
    private void look() {
        long version = store.version();
        boolean quiet = version == seen;
        seen = version;
        if (version == described || !quiet && System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            long begun = System.nanoTime();
            // Counted before the write: writers wait only for what is to be written.
            description.graph();
            long after = store.write(present -> description.changes());
            described = after == version + 1 ? after : version;
            notBefore = System.nanoTime() + SHARE * (System.nanoTime() - begun);
        } catch (StoreException.Full full) {
            // Said to whoever writes; the next write, when there is room, is followed again.
            described = version;
        } catch (RuntimeException failed) {
            LOG.warn("the description of the data could not be written: {}", failed.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        clock.shutdown();
        try {
            if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("the description of the data was still being counted");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
