package khabar.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When it happened, as exactly as the clause tells.
 *
 * @param begin first day, where known
 * @param end last day, where known; equal to {@code begin} for a day
 * @param basis how it was decided, one word: {@code weekday}, {@code date}, {@code relative}, {@code duration}, {@code none} …
 * @param text the expression in the article, empty where there is none
 */
public record When(Optional<LocalDate> begin, Optional<LocalDate> end, Precision precision, String basis, String text) {
    public static final When UNKNOWN = new When(Optional.empty(), Optional.empty(), Precision.UNKNOWN, "none", "");

    /** ISO 8601: a day, a month, a year, or {@code a/b} for an interval; empty where unknown or without any day. */
    public Optional<String> iso() {
        return switch (precision) {
            case DAY -> begin.map(LocalDate::toString);
            case MONTH -> begin.map(day -> day.toString().substring(0, 7));
            case YEAR -> begin.map(day -> day.toString().substring(0, 4));
            case INTERVAL ->
                begin.isEmpty() && end.isEmpty()
                        ? Optional.empty()
                        : Optional.of(begin.map(LocalDate::toString).orElse("..")
                                + "/"
                                + end.map(LocalDate::toString).orElse(".."));
            case UNKNOWN -> Optional.empty();
        };
    }
}
