package khabar.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import khabar.app.desk.Refusal;
import khabar.app.jobs.JobStatus.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How one job goes, step by step. */
class JobTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** A minute goes by each time that somebody looks. */
    private static final class Minutes extends Clock {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public Instant instant() {
            return NOON.plus(Duration.ofMinutes(looks.getAndIncrement()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }
    }

    private final Job job = new Job("1", JobKind.VERIFY, new Minutes(), Duration.ofMinutes(30));

    @Test
    void whatIsDoneSaysWhatCameOut() {
        assertThat(job.status().state()).isEqualTo(State.WAITING);

        assertThat(job.run(progress -> {
                    progress.at(1, 2);
                    return new Task.Outcome("two of two", 2);
                }))
                .isEmpty();

        JobStatus status = job.status();
        assertThat(status.state()).isEqualTo(State.DONE);
        assertThat(status.done()).isEqualTo(1);
        assertThat(status.summary()).contains("two of two");
        assertThat(status.result()).contains(2);
        assertThat(status.started().orElseThrow()).isBefore(status.ended().orElseThrow());
    }

    @Test
    void whatTakesTooLongIsEndedBetweenTwoSteps() {
        AtomicInteger steps = new AtomicInteger();

        assertThat(job.run(progress -> {
                    while (true) {
                        progress.at(steps.incrementAndGet(), 0);
                    }
                }))
                .isEmpty();

        assertThat(steps).hasValueLessThan(40);
        assertThat(job.status().state()).isEqualTo(State.FAILED);
        assertThat(job.status().trouble().orElseThrow().detail()).contains("longer than");
        assertThat(job.status().trouble().orElseThrow().kind()).isEqualTo(Refusal.Kind.BUSY);
    }

    @Test
    void whatIsCancelledEndsAtItsNextStepOrNeverBegins() {
        job.run(progress -> {
            job.cancel();
            progress.at(1, 2);
            return new Task.Outcome("never", 0);
        });
        assertThat(job.status().state()).isEqualTo(State.CANCELLED);

        Job waiting = new Job("2", JobKind.VERIFY, new Minutes(), Duration.ofMinutes(30));
        waiting.cancel();
        waiting.run(progress -> {
            throw new AssertionError("it was begun");
        });
        assertThat(waiting.status().state()).isEqualTo(State.CANCELLED);
        assertThat(waiting.status().started()).isEmpty();
    }

    /** A fault comes back for the log; what is told of it names no class and no file. */
    @Test
    void aFaultIsOneLine() {
        IOException full = new IOException("/secret/place: No space left on device");

        assertThat(job.run(progress -> {
                    throw full;
                }))
                .contains(full);

        assertThat(job.status().trouble().orElseThrow().kind()).isEqualTo(Refusal.Kind.FAULT);
        assertThat(job.status().trouble().orElseThrow().detail()).doesNotContain("secret", "Exception");
    }

    @Test
    void hoursAreSixFields() {
        JobSettings nightly = settings("0 30 3 * * *");
        assertThat(nightly.hours()).containsOnlyKeys(JobKind.BACKUP);
        assertThat(settings("").hours()).isEmpty();
        assertThatThrownBy(() -> settings("30 3 * * *").hours())
                .hasMessageStartingWith("khabar.jobs.backup is \"30 3 * * *\"");
    }

    private static JobSettings settings(String backup) {
        return new JobSettings(
                backup, null, null, null, Path.of("backups"), 7, Duration.ofHours(2), 2, DataSize.ofMegabytes(256));
    }
}
