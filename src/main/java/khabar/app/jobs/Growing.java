package khabar.app.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import khabar.app.desk.Refusal;
import khabar.store.Space;
import khabar.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the dataset compacted when it has grown too much. To be run by one thread, again and again. */
final class Growing implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Growing.class);

    private final Jobs jobs;
    private final Store store;
    private final Growth growth;
    private Optional<Begun> last = Optional.empty();
    private long seen = -1;

    private record Begun(Job job, long bytes) {
        boolean hasFailed() {
            return job.status().state() != JobStatus.State.DONE;
        }
    }

    Growing(Jobs jobs, Store store, Growth growth) {
        this.jobs = jobs;
        this.store = store;
        this.growth = growth;
    }

    @Override
    public void run() {
        long version = store.version();
        if (version == seen || jobs.isOpen(JobKind.COMPACT)) {
            return;
        }
        seen = version;
        try {
            Space space = store.space();
            long failed = last.filter(Begun::hasFailed).map(Begun::bytes).orElse(0L);
            if (growth.isDue(space, failed)) {
                last = Optional.of(new Begun(jobs.add(JobKind.COMPACT, Optional.empty()), space.now()));
            }
        } catch (Refusal refused) {
            LOG.warn("the dataset has grown and is not compacted: {}", refused.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
