package khabar.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one query that came over HTTP.
 *
 * @param id as the client was told
 * @param took until the last byte was handed on
 * @param rows of a table, or triples, that were answered
 * @param user who has signed in; personal, as is the client
 * @param client the address that it came from
 * @param text empty where it was refused before it was looked at
 */
public record ObservedQuery(
        String id,
        Instant begun,
        Duration took,
        Outcome outcome,
        long rows,
        Optional<String> user,
        String client,
        Optional<String> text) {
    /** How it ended. */
    public enum Outcome {
        ANSWERED,
        /** Answered, and the limit of rows was reached. */
        CUT,
        /** What was sent is no query, or not one that can be answered. */
        WRONG,
        /** It asks for what nobody may. */
        REFUSED,
        /** The client has asked for too much of late. */
        LIMITED,
        TIMEOUT,
        BUSY,
        FAULT;

        static Outcome of(int status, boolean cut, boolean later) {
            return switch (status) {
                case 403 -> REFUSED;
                case 429 -> LIMITED;
                case 503 -> later ? BUSY : TIMEOUT;
                default -> {
                    if (status >= 500) {
                        yield FAULT;
                    }
                    if (status >= 400) {
                        yield WRONG;
                    }
                    yield cut ? CUT : ANSWERED;
                }
            };
        }
    }
}
