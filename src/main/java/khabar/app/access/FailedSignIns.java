package khabar.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a client has failed to sign in of late: who has failed too often is not heard for a while, so that passwords
 * cannot be guessed, nor the processor kept busy with hashing them. Safe for many threads.
 */
final class FailedSignIns {
    /** So many failures are one too many, within so long. */
    private static final int MOST = 20;

    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Who has been quiet the longest is forgotten first. */
    private static final int CLIENTS = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > CLIENTS;
        }
    };

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    private record Failures(Instant first, int count) {
        Instant end() {
            return first.plus(WINDOW);
        }
    }

    synchronized void add(String client) {
        Instant now = clock.instant();
        failures.merge(
                client,
                new Failures(now, 1),
                (before, one) -> before.end().isAfter(now) ? new Failures(before.first(), before.count() + 1) : one);
    }

    /** How long the client is not heard from now on; zero where it is. */
    synchronized Duration silence(String client) {
        Failures known = failures.get(client);
        Instant now = clock.instant();
        return known == null || known.count() < MOST || !known.end().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, known.end());
    }
}
