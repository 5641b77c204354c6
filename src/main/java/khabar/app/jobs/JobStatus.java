package khabar.app.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Optional;
import khabar.app.desk.Refusal;

/**
 * How a job stands.
 *
 * @param done how far it is, in units of its own
 * @param total in the same units; 0 where nobody knows
 * @param summary one line for a person, when it is done
 * @param result what came out, when it is done
 * @param trouble why it has failed
 */
@JsonInclude(Include.NON_ABSENT)
public record JobStatus(
        String id,
        String kind,
        State state,
        Instant asked,
        Optional<Instant> started,
        Optional<Instant> ended,
        long done,
        long total,
        Optional<String> summary,
        Optional<Object> result,
        Optional<Trouble> trouble) {
    /** In the order that a job goes through, but for the last three, one of which is the end. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isEnd() {
            return this != WAITING && this != RUNNING;
        }
    }

    /**
     * Why a job has failed.
     *
     * @param detail one line for a person
     */
    public record Trouble(Refusal.Kind kind, String detail) {}
}
