package khabar.merge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a report says that it happened.
 *
 * @param token equal where two reports state the same, as {@code 2017-09-12}, {@code 2017-09} or {@code 2014-09-01/};
 *     empty where the day is unknown
 * @param first the first day on which it may have been, and {@code last} the last; both empty where nothing bounds it
 */
record When(Precision precision, String token, Optional<LocalDate> first, Optional<LocalDate> last) {
    /** Who leaves out the day speaks of the last days: a week before it was printed, and one more for weeklies. */
    static final int RECENT = 14;

    /** A longer time is no window to look for a day in. */
    static final int LONGEST_WINDOW = 31;

    /** In the order of how exactly it is told. */
    enum Precision {
        DAY,
        INTERVAL,
        MONTH,
        YEAR,
        UNKNOWN
    }

    static When of(Told.Facts facts, Told.Telling telling) {
        Told.Period period = facts.period();
        Optional<LocalDate> begin = period.begin().map(node -> LocalDate.parse(node.getLiteralLexicalForm()));
        Optional<LocalDate> end = period.end().map(node -> LocalDate.parse(node.getLiteralLexicalForm()));
        return switch (period.precision()) {
            case "day" ->
                begin.map(day -> new When(Precision.DAY, day.toString(), begin, begin))
                        .orElseGet(() -> unknown(facts, telling));
            case "month" ->
                begin.map(day -> new When(
                                Precision.MONTH,
                                day.toString().substring(0, 7),
                                Optional.of(day.withDayOfMonth(1)),
                                Optional.of(day.withDayOfMonth(day.lengthOfMonth()))))
                        .orElseGet(() -> unknown(facts, telling));
            case "year" ->
                begin.map(day -> new When(
                                Precision.YEAR,
                                day.toString().substring(0, 4),
                                Optional.of(day.withDayOfYear(1)),
                                Optional.of(day.withDayOfYear(day.lengthOfYear()))))
                        .orElseGet(() -> unknown(facts, telling));
            case "interval" ->
                begin.isEmpty() && end.isEmpty()
                        ? unknown(facts, telling)
                        : new When(
                                Precision.INTERVAL,
                                begin.map(LocalDate::toString).orElse("") + "/"
                                        + end.map(LocalDate::toString).orElse(""),
                                begin,
                                end);
            default -> unknown(facts, telling);
        };
    }

    /** Nothing is told before it happened, but for plans, which lie ahead of the day of printing by nobody knows what. */
    private static When unknown(Told.Facts facts, Told.Telling telling) {
        Optional<LocalDate> printed =
                Reality.of(facts.status()) == Reality.FACT ? telling.day().map(LocalDate::parse) : Optional.empty();
        return new When(Precision.UNKNOWN, "", printed.map(day -> day.minusDays(RECENT)), printed);
    }

    boolean isDay() {
        return precision == Precision.DAY;
    }

    /** Whether days may be looked for in it: short enough, and bounded on both sides. */
    boolean isWindow() {
        return !isDay()
                && first.isPresent()
                && last.isPresent()
                && first.get().plusDays(LONGEST_WINDOW).isAfter(last.get())
                && !first.get().isAfter(last.get());
    }

    /** Whether the day of the other may be meant. */
    boolean mayBe(When day) {
        return isWindow()
                && day.isDay()
                && !day.first.orElseThrow().isBefore(first.orElseThrow())
                && !day.first.orElseThrow().isAfter(last.orElseThrow());
    }
}
