package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Answers that go through all of the data and last as long as the other side takes to read them: only so many run at the
 * same time, so that pages and queries are not starved by them. Who finds no place in some seconds hears 503 and when to
 * come again.
 */
public final class Streams {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(60);

    private final Semaphore places;
    private final Duration patience;

    /** @param most how many run at the same time */
    public Streams(int most) {
        this(most, PATIENCE);
    }

    Streams(int most, Duration patience) {
        this.places = new Semaphore(most, true);
        this.patience = patience;
    }

    /** Writes headers and body of an answer. */
    @FunctionalInterface
    public interface Answer {
        void write() throws IOException;
    }

    /** Writes the answer, or in its stead a refusal where no place gets free. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        if (!entered()) {
            response.setHeader("Retry-After", Long.toString(LATER.toSeconds()));
            HttpProblem busy =
                    HttpProblem.of(503, "busy", "Too many downloads at the same time", "Try again in a minute");
            RefusalAdvice.answer(busy, request, response);
            return;
        }
        try {
            answer.write();
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
