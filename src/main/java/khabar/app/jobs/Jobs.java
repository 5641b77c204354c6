package khabar.app.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import khabar.app.desk.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of this server: done one after the other, remembered for a while. */
final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int MOST_OPEN = 20;
    private static final int MOST_KEPT = 100;
    private static final Duration LAST_WAIT = Duration.ofSeconds(30);

    private final Tasks tasks;
    private final Clock clock;
    private final Duration longest;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("jobs").factory());

    Jobs(Tasks tasks, Clock clock, Duration longest) {
        this.tasks = tasks;
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * Will be done when those before it are.
     *
     * @throws Refusal where too many wait already
     */
    synchronized Job add(JobKind kind, Optional<String> article) {
        if (jobs.values().stream().filter(job -> !job.status().state().isEnd()).count() >= MOST_OPEN) {
            throw new Refusal(Refusal.Kind.BUSY, MOST_OPEN + " jobs are waiting already; ask again later");
        }
        forgetOldest();
        Job job = new Job(UUID.randomUUID().toString(), kind, clock, longest);
        jobs.put(job.status().id(), job);
        worker.execute(() -> run(job, tasks.of(kind, article)));
        return job;
    }

    /** Whether one of a kind waits or is done. */
    synchronized boolean isOpen(JobKind kind) {
        return jobs.values().stream()
                .map(Job::status)
                .anyMatch(status ->
                        status.kind().equals(kind.word()) && !status.state().isEnd());
    }

    /** In the order of asking. */
    synchronized List<JobStatus> all() {
        return jobs.values().stream().map(Job::status).toList();
    }

    synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    private void forgetOldest() {
        List<Job> ended = new ArrayList<>(jobs.values().stream()
                .filter(job -> job.status().state().isEnd())
                .toList());
        ended.subList(0, Math.max(0, ended.size() - MOST_KEPT + 1))
                .forEach(job -> jobs.remove(job.status().id()));
    }

    private static void run(Job job, Task task) {
        Optional<Throwable> fault = job.run(task);
        JobStatus status = job.status();
        String outcome = status.summary()
                .or(() -> status.trouble().map(JobStatus.Trouble::detail))
                .orElse("cancelled");
        long seconds = status.started()
                .flatMap(from ->
                        status.ended().map(to -> Duration.between(from, to).toSeconds()))
                .orElse(0L);
        if (fault.isPresent()) {
            LOG.error("job {} failed after {} s", status.kind(), seconds, fault.get());
        } else if (status.state() == JobStatus.State.FAILED) {
            LOG.warn("job {} failed after {} s: {}", status.kind(), seconds, outcome);
        } else {
            LOG.info("job {} after {} s: {}", status.kind(), seconds, outcome);
        }
    }

    /** What runs is asked to end, and waited for: the store is closed afterwards. */
    @Override
    public void close() {
        synchronized (this) {
            jobs.values().forEach(Job::cancel);
        }
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LAST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a job did not end within {} s", LAST_WAIT.toSeconds());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
