package khabar.browse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * From one day to another, both included; open where a day is missing.
 */
record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
    static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    static Period of(Year year) {
        return new Period(
                Optional.of(year.atDay(1)), Optional.of(year.atMonth(12).atEndOfMonth()));
    }

    static Period of(YearMonth month) {
        return new Period(Optional.of(month.atDay(1)), Optional.of(month.atEndOfMonth()));
    }

    /** The first day of what is written as a day, a month or a year: {@code 2017-09-12}, {@code 2017-09}, {@code 2017}. */
    static Optional<LocalDate> first(String written) {
        return written(written).flatMap(Period::from);
    }

    /** The last day of what is written. */
    static Optional<LocalDate> last(String written) {
        return written(written).flatMap(Period::to);
    }

    boolean isOpen() {
        return from.isEmpty() && to.isEmpty();
    }

    boolean holds(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The year within which it lies. */
    Optional<Year> year() {
        return from.map(Year::from).filter(year -> to.map(Year::from).equals(Optional.of(year)));
    }

    /** The first day as short as it can be written: a whole year or month by its name. */
    public Optional<String> writtenFrom() {
        return shortly().or(() -> from.map(LocalDate::toString));
    }

    public Optional<String> writtenTo() {
        return shortly().or(() -> to.map(LocalDate::toString));
    }

    /** The year or the month that it is exactly. */
    Optional<String> shortly() {
        return year().filter(year -> equals(of(year)))
                .map(Year::toString)
                .or(() -> from.map(YearMonth::from)
                        .filter(month -> equals(of(month)))
                        .map(YearMonth::toString));
    }

    private static Optional<Period> written(String written) {
        try {
            return switch (written.length()) {
                case 4 -> Optional.of(of(Year.parse(written)));
                case 7 -> Optional.of(of(YearMonth.parse(written)));
                case 10 -> {
                    Optional<LocalDate> day = Optional.of(LocalDate.parse(written));
                    yield Optional.of(new Period(day, day));
                }
                default -> Optional.empty();
            };
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
