package khabar.app.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import khabar.app.desk.Refusal;
import khabar.app.jobs.JobStatus.State;
import khabar.store.Progress;

/** One job, from when it is asked for. Safe for many threads. */
final class Job implements Progress {
    private final Clock clock;
    private final Duration longest;
    private final CompletableFuture<JobStatus> end = new CompletableFuture<>();
    private JobStatus status;
    private boolean cancelled;

    Job(String id, JobKind kind, Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
        this.status = new JobStatus(
                id,
                kind.word(),
                State.WAITING,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Ends the work between two of its steps. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    synchronized JobStatus status() {
        return status;
    }

    /** How it stands when it has ended, or after so long. */
    JobStatus await(Duration patience) throws InterruptedException {
        try {
            return end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            return status();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (status.state() == State.WAITING) {
            finish(State.CANCELLED, Optional.empty(), Optional.empty());
        }
    }

    /** Does the work, unless nobody wants it any more, and never throws; what could not be foreseen comes back. */
    Optional<Throwable> run(Task task) {
        if (!begin()) {
            return Optional.empty();
        }
        try {
            Task.Outcome outcome = task.run(this);
            finish(State.DONE, Optional.of(outcome), Optional.empty());
        } catch (Ended ended) {
            if (isCancelled()) {
                finish(State.CANCELLED, Optional.empty(), Optional.empty());
            } else {
                fail(Refusal.Kind.BUSY, "took longer than " + longest + " and was ended");
            }
        } catch (Exception | StackOverflowError failed) {
            Refusal refusal = Troubles.refusal(failed);
            fail(refusal.kind(), String.valueOf(refusal.getMessage()));
            return refusal.kind() == Refusal.Kind.FAULT ? Optional.of(failed) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public synchronized void at(long done, long total) {
        status = new JobStatus(
                status.id(),
                status.kind(),
                status.state(),
                status.asked(),
                status.started(),
                status.ended(),
                done,
                total,
                status.summary(),
                status.result(),
                status.trouble());
        if (cancelled || isLate()) {
            throw new Ended();
        }
    }

    private boolean isLate() {
        Instant begun = status.started().orElse(clock.instant());
        return clock.instant().isAfter(begun.plus(longest));
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private synchronized boolean begin() {
        if (status.state() != State.WAITING) {
            return false;
        }
        change(State.RUNNING, Optional.of(clock.instant()), Optional.empty(), Optional.empty(), Optional.empty());
        return true;
    }

    private void fail(Refusal.Kind kind, String detail) {
        finish(State.FAILED, Optional.empty(), Optional.of(new JobStatus.Trouble(kind, detail)));
    }

    private synchronized void finish(State state, Optional<Task.Outcome> outcome, Optional<JobStatus.Trouble> trouble) {
        change(state, status.started(), Optional.of(clock.instant()), outcome, trouble);
        end.complete(status);
    }

    private void change(
            State state,
            Optional<Instant> started,
            Optional<Instant> ended,
            Optional<Task.Outcome> outcome,
            Optional<JobStatus.Trouble> trouble) {
        status = new JobStatus(
                status.id(),
                status.kind(),
                state,
                status.asked(),
                started,
                ended,
                status.done(),
                status.total(),
                outcome.map(Task.Outcome::summary),
                outcome.map(Task.Outcome::result),
                trouble);
    }
}
