package khabar.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import khabar.article.Problem;

/**
 * What became of a run of articles.
 *
 * @param read all that were met: {@code added + changed + unchanged + refused}
 * @param refusals the first {@link #KEPT} of those refused, in the order of reading
 */
public record IngestReport(
        long read,
        @JsonProperty("new") long added,
        long changed,
        long unchanged,
        long refused,
        List<Refusal> refusals) {
    /** How many refusals are kept by name; all are counted. */
    public static final int KEPT = 1000;

    public static final IngestReport NOTHING = new IngestReport(0, 0, 0, 0, 0, List.of());

    public IngestReport {
        refusals = List.copyOf(refusals);
    }

    /** Of a file that cannot even be opened. */
    public static IngestReport of(Problem problem) {
        return new IngestReport(1, 0, 0, 0, 1, List.of(Refusal.of(problem)));
    }

    /** One article that was refused; lines count from 1, 0 where the whole file is meant. */
    public record Refusal(String file, int line, String message) {
        static Refusal of(Problem problem) {
            return new Refusal(problem.at().file(), problem.at().line(), problem.message());
        }

        @Override
        public String toString() {
            return (line == 0 ? file : file + ":" + line) + ": " + message;
        }
    }

    public IngestReport plus(IngestReport other) {
        List<Refusal> both = new ArrayList<>(refusals);
        other.refusals.stream().limit(KEPT - Math.min(KEPT, both.size())).forEach(both::add);
        return new IngestReport(
                read + other.read,
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                refused + other.refused,
                both);
    }

    /** One line for a person. */
    public String line() {
        return "read %d: %d new, %d changed, %d unchanged, %d refused"
                .formatted(read, added, changed, unchanged, refused);
    }

    /** Counts while a run goes on; for one thread. */
    static final class Tally {
        private long added;
        private long changed;
        private long unchanged;
        private long refused;
        private final List<Refusal> refusals = new ArrayList<>();

        void count(Outcome outcome) {
            switch (outcome) {
                case Outcome.Stored stored -> {
                    if (stored.replaced()) {
                        changed++;
                    } else {
                        added++;
                    }
                }
                case Outcome.Unchanged same -> unchanged++;
                case Outcome.Refused no -> {
                    refused++;
                    if (refusals.size() < KEPT) {
                        refusals.add(Refusal.of(no.problem()));
                    }
                }
            }
        }

        long read() {
            return added + changed + unchanged + refused;
        }

        IngestReport report() {
            return new IngestReport(read(), added, changed, unchanged, refused, refusals);
        }
    }
}
