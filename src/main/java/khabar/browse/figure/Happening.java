package khabar.browse.figure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An event as it goes into a time line.
 *
 * @param name of the event, in the language {@code lang}
 * @param when it happened, in words
 * @param begin the first day on which it may have happened; empty where nothing is known
 * @param end the last such day; the first where it is not told
 * @param precision day, month, year, interval or unknown
 * @param side whether it is cooperation or conflict
 */
public record Happening(
        String name,
        String lang,
        String href,
        String when,
        Optional<LocalDate> begin,
        Optional<LocalDate> end,
        String precision,
        Side side) {
    boolean onOneDay() {
        return precision.equals("day")
                && begin.isPresent()
                && end.map(begin.get()::equals).orElse(true);
    }

    LocalDate first() {
        return begin.or(() -> end).orElseThrow();
    }

    LocalDate last() {
        return end.orElseGet(this::first);
    }

    boolean dated() {
        return begin.isPresent() || end.isPresent();
    }
}
