package khabar.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import khabar.article.Parsed;

/**
 * Articles on their way in: read side by side, some ahead of the others, and stored in the order in which they came, many in
 * one transaction. For one thread, which does the storing. How many wait is bounded by number and by length of text, whatever
 * comes.
 */
final class Inflow implements AutoCloseable {
    /** In characters: about as many as fifty long articles have. */
    private static final int MOST_TEXT = 500_000;

    private final ExecutorService readers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Inflow::reader);
    private final Batch batch;
    private final Function<Parsed, Prepared> reading;
    private final Function<List<Prepared>, List<Outcome>> storing;
    private final Consumer<Outcome> outcomes;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private long text;

    /** @param length of its text, in characters */
    private record Ahead(Future<Prepared> reading, int length) {}

    /**
     * @param reading safe for many threads
     * @param storing all or none
     * @param outcomes is told of each article in order, once it is stored
     */
    Inflow(
            Batch batch,
            Function<Parsed, Prepared> reading,
            Function<List<Prepared>, List<Outcome>> storing,
            Consumer<Outcome> outcomes) {
        this.batch = batch;
        this.reading = reading;
        this.storing = storing;
        this.outcomes = outcomes;
    }

    /** Returns when it is on its way. */
    void take(Parsed parsed) {
        int length = length(parsed);
        ahead.add(new Ahead(readers.submit(() -> reading.apply(parsed)), length));
        text += length;
        // While the first half is stored the second is read.
        while (ahead.size() >= 2 * batch.articles() || text > 2 * MOST_TEXT && ahead.size() > 1) {
            store();
        }
    }

    /** Returns when all that was taken is stored. */
    void end() {
        while (!ahead.isEmpty()) {
            store();
        }
    }

    private void store() {
        List<Prepared> some = new ArrayList<>();
        long length = 0;
        while (!ahead.isEmpty()
                && some.size() < batch.articles()
                && (some.isEmpty() || length + ahead.getFirst().length() <= MOST_TEXT)) {
            Ahead next = ahead.remove();
            some.add(read(next.reading()));
            length += next.length();
        }
        text -= length;
        storing.apply(some).forEach(outcomes);
    }

    private static Prepared read(Future<Prepared> reading) {
        try {
            return reading.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an article was read", stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    private static int length(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Refused refused -> 0;
            case Parsed.Accepted accepted ->
                accepted.article().content().fields().stream()
                        .mapToInt(field -> field.text().length())
                        .sum();
        };
    }

    private static Thread reader(Runnable work) {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    }

    /** What is not stored yet is left. */
    @Override
    public void close() {
        readers.shutdownNow();
    }
}
