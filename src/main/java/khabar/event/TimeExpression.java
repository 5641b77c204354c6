package khabar.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A time as the text says it, not yet placed on the calendar.
 *
 * @param first index of its first token in the sentence
 * @param last index after its last token
 */
record TimeExpression(int first, int last, String text, Meaning meaning) {

    private static final int MONTHS_AROUND = 1;

    /** Where a time without year or week is looked for: before the day of publication or after it. */
    enum Direction {
        PAST,
        FUTURE
    }

    /** Which of several the text points at: "last Monday", "next Monday", "this month". */
    enum Pointer {
        NONE,
        LAST,
        THIS,
        NEXT
    }

    /** How an open stretch is bounded: "since 2014", "until May". */
    enum Bound {
        AT,
        SINCE,
        UNTIL
    }

    /** What the words mean. */
    sealed interface Meaning {}

    record FullDate(LocalDate day) implements Meaning {}

    record DayOfYear(MonthDay day, Pointer pointer) implements Meaning {}

    record DayOfMonth(int day, Pointer month) implements Meaning {}

    record FullMonth(YearMonth month) implements Meaning {}

    record MonthOfYear(int month, Pointer pointer) implements Meaning {}

    record FullYear(Year year) implements Meaning {}

    record Weekday(DayOfWeek day, Pointer pointer) implements Meaning {}

    /** "Yesterday", "two days ago": so many units from the day of publication. */
    record Shift(int amount, ChronoUnit unit) implements Meaning {}

    /** "For three years": a stretch of which no end is told. */
    record Duration() implements Meaning {}

    /** "Last week on Friday": so many weeks, of Monday to Sunday, from that of publication. */
    record WeekdayOfWeek(DayOfWeek day, int weeks) implements Meaning {}

    /** "Friday the 15th": a weekday and a day of some month, which must go together. */
    record WeekdayWithDay(DayOfWeek day, int dayOfMonth) implements Meaning {}

    /** "The past three weeks": up to the day of publication. */
    record Past(int amount, ChronoUnit unit) implements Meaning {}

    /** A stretch that the calendar knows: a quarter, a decade. */
    record Stretch(LocalDate first, LocalDate last, String basis) implements Meaning {}

    /** "From 4 to 22 January": both included. */
    record Range(Meaning from, Meaning to) implements Meaning {}

    record Bounded(Bound bound, Meaning of) implements Meaning {}

    /** What the words say of the calendar; relative words say nothing where the day of publication is not known. */
    When resolve(Optional<LocalDate> published, Direction direction) {
        return resolve(meaning, published, direction);
    }

    private When resolve(Meaning asked, Optional<LocalDate> published, Direction direction) {
        return switch (asked) {
            case FullDate date -> day(date.day(), "date");
            case FullMonth month -> month(month.month(), "month");
            case FullYear year -> year(year.year(), "year");
            case Duration duration ->
                new When(Optional.empty(), Optional.empty(), Precision.INTERVAL, "duration", text);
            case Stretch stretch -> interval(stretch.first(), stretch.last(), stretch.basis());
            case Range range ->
                range(resolve(range.from(), published, direction), resolve(range.to(), published, direction));
            case WeekdayOfWeek of ->
                published
                        .map(p -> day(
                                p.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                        .plusWeeks(of.weeks())
                                        .with(TemporalAdjusters.nextOrSame(of.day())),
                                "weekday"))
                        .orElseGet(this::unanchored);
            case WeekdayWithDay of ->
                published.map(p -> weekdayWithDay(of, p, direction)).orElseGet(this::unanchored);
            case Past past ->
                published
                        .map(p -> interval(p.minus(past.amount(), past.unit()), p, "relative"))
                        .orElseGet(this::unanchored);
            case Bounded bounded -> bounded(bounded, resolve(bounded.of(), published, direction));
            case DayOfYear of ->
                published.map(p -> day(nearest(of, p, direction), "date")).orElseGet(this::unanchored);
            case DayOfMonth of -> published.map(p -> dayOfMonth(of, p)).orElseGet(this::unanchored);
            case MonthOfYear of ->
                published
                        .map(p -> month(nearest(of, YearMonth.from(p), direction), "month"))
                        .orElseGet(this::unanchored);
            case Weekday of ->
                published.map(p -> day(nearest(of, p, direction), "weekday")).orElseGet(this::unanchored);
            case Shift shift -> published.map(p -> shifted(shift, p)).orElseGet(this::unanchored);
        };
    }

    private When bounded(Bounded bounded, When when) {
        return switch (bounded.bound()) {
            case AT -> when;
            case SINCE -> new When(when.begin(), Optional.empty(), Precision.INTERVAL, "since", text);
            case UNTIL -> new When(Optional.empty(), when.end(), Precision.INTERVAL, "until", text);
        };
    }

    private static LocalDate nearest(Weekday of, LocalDate published, Direction direction) {
        return switch (of.pointer()) {
            case LAST -> published.with(TemporalAdjusters.previous(of.day()));
            case NEXT -> published.with(TemporalAdjusters.next(of.day()));
            case NONE, THIS ->
                switch (direction) {
                    case PAST -> published.with(TemporalAdjusters.previousOrSame(of.day()));
                    case FUTURE -> published.with(TemporalAdjusters.nextOrSame(of.day()));
                };
        };
    }

    private static LocalDate nearest(DayOfYear of, LocalDate published, Direction direction) {
        LocalDate thisYear = of.day().atYear(published.getYear());
        return switch (of.pointer()) {
            case LAST -> thisYear.isAfter(published) ? of.day().atYear(published.getYear() - 1) : thisYear;
            case NEXT -> thisYear.isBefore(published) ? of.day().atYear(published.getYear() + 1) : thisYear;
            case THIS -> thisYear;
            case NONE ->
                switch (direction) {
                    case PAST -> thisYear.isAfter(published) ? of.day().atYear(published.getYear() - 1) : thisYear;
                    case FUTURE -> thisYear.isBefore(published) ? of.day().atYear(published.getYear() + 1) : thisYear;
                };
        };
    }

    private static YearMonth nearest(MonthOfYear of, YearMonth published, Direction direction) {
        YearMonth thisYear = YearMonth.of(published.getYear(), of.month());
        return switch (of.pointer()) {
            case LAST -> thisYear.isBefore(published) ? thisYear : thisYear.minusYears(1);
            case NEXT -> thisYear.isAfter(published) ? thisYear : thisYear.plusYears(1);
            case THIS -> thisYear;
            case NONE ->
                switch (direction) {
                    case PAST -> thisYear.isAfter(published) ? thisYear.minusYears(1) : thisYear;
                    case FUTURE -> thisYear.isBefore(published) ? thisYear.plusYears(1) : thisYear;
                };
        };
    }

    private When dayOfMonth(DayOfMonth of, LocalDate published) {
        YearMonth month = YearMonth.from(published)
                .plusMonths(
                        switch (of.month()) {
                            case LAST -> -1;
                            case NONE, THIS -> 0;
                            case NEXT -> 1;
                        });
        return month.isValidDay(of.day()) ? day(month.atDay(of.day()), "date") : When.UNKNOWN;
    }

    /** The nearest such day within {@link #MONTHS_AROUND} months; none where the two never go together there. */
    private When weekdayWithDay(WeekdayWithDay of, LocalDate published, Direction direction) {
        for (int months = 0; months <= MONTHS_AROUND; months++) {
            YearMonth month = YearMonth.from(published)
                    .plusMonths(
                            switch (direction) {
                                case PAST -> -months;
                                case FUTURE -> months;
                            });
            if (month.isValidDay(of.dayOfMonth())) {
                LocalDate day = month.atDay(of.dayOfMonth());
                boolean onThatSide = switch (direction) {
                    case PAST -> !day.isAfter(published);
                    case FUTURE -> !day.isBefore(published);
                };
                if (onThatSide && day.getDayOfWeek() == of.day()) {
                    return day(day, "date");
                }
            }
        }
        return new When(Optional.empty(), Optional.empty(), Precision.UNKNOWN, "contradictory", text);
    }

    private When range(When from, When to) {
        boolean whole = from.begin().isPresent()
                && to.end().isPresent()
                && !to.end().get().isBefore(from.begin().get());
        return whole ? interval(from.begin().get(), to.end().get(), "range") : unanchored();
    }

    private When interval(LocalDate first, LocalDate last, String basis) {
        return new When(Optional.of(first), Optional.of(last), Precision.INTERVAL, basis, text);
    }

    private When shifted(Shift shift, LocalDate published) {
        LocalDate day = published.plus(shift.amount(), shift.unit());
        return switch (shift.unit()) {
            case DAYS -> day(day, "relative");
            case MONTHS -> month(YearMonth.from(day), "relative");
            case YEARS -> year(Year.from(day), "relative");
            default -> // a week: from its Monday on
                new When(
                        Optional.of(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                        Optional.of(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))),
                        Precision.INTERVAL,
                        "relative",
                        text);
        };
    }

    private When day(LocalDate day, String basis) {
        return new When(Optional.of(day), Optional.of(day), Precision.DAY, basis, text);
    }

    private When month(YearMonth month, String basis) {
        return new When(Optional.of(month.atDay(1)), Optional.of(month.atEndOfMonth()), Precision.MONTH, basis, text);
    }

    private When year(Year year, String basis) {
        return new When(
                Optional.of(year.atDay(1)), Optional.of(year.atMonth(12).atEndOfMonth()), Precision.YEAR, basis, text);
    }

    private When unanchored() {
        return new When(Optional.empty(), Optional.empty(), Precision.UNKNOWN, "unanchored", text);
    }
}
