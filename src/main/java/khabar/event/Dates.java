package khabar.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** What the time rules of every language make of numbers. */
final class Dates {
    private Dates() {}

    static Optional<TimeExpression.Meaning> day(int year, int month, int day) {
        return ifReal(() -> new TimeExpression.FullDate(LocalDate.of(year, month, day)));
    }

    static Optional<TimeExpression.Meaning> day(int month, int day, TimeExpression.Pointer pointer) {
        // 29 February is left out: in most years it is not there.
        return ifReal(() -> new TimeExpression.DayOfYear(MonthDay.from(LocalDate.of(2017, month, day)), pointer));
    }

    static Optional<TimeExpression.Meaning> month(int year, int month) {
        return ifReal(() -> new TimeExpression.FullMonth(YearMonth.of(year, month)));
    }

    static Optional<TimeExpression.Meaning> month(int month, TimeExpression.Pointer pointer) {
        return Optional.of(new TimeExpression.MonthOfYear(month, pointer));
    }

    static Optional<TimeExpression.Meaning> year(String digits) {
        return Optional.of(new TimeExpression.FullYear(Year.of(Integer.parseInt(digits))));
    }

    static Optional<TimeExpression.Meaning> shift(int amount, ChronoUnit unit) {
        return Optional.of(new TimeExpression.Shift(amount, unit));
    }

    static Optional<TimeExpression.Meaning> bounded(
            TimeExpression.Bound bound, Optional<TimeExpression.Meaning> meaning) {
        return meaning.map(of -> bound == TimeExpression.Bound.AT ? of : new TimeExpression.Bounded(bound, of));
    }

    static Optional<TimeExpression.Meaning> quarter(int year, int quarter) {
        LocalDate first = LocalDate.of(year, 3 * quarter - 2, 1);
        return Optional.of(new TimeExpression.Stretch(first, first.plusMonths(3).minusDays(1), "quarter"));
    }

    /** The 1970s, by their first year. */
    static Optional<TimeExpression.Meaning> decade(int year) {
        return Optional.of(
                new TimeExpression.Stretch(LocalDate.of(year, 1, 1), LocalDate.of(year + 9, 12, 31), "decade"));
    }

    static Optional<TimeExpression.Meaning> years(int first, int last) {
        return first > last
                ? Optional.empty()
                : Optional.of(
                        new TimeExpression.Stretch(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), "range"));
    }

    static Optional<TimeExpression.Meaning> range(
            Optional<TimeExpression.Meaning> from, Optional<TimeExpression.Meaning> to) {
        return from.isPresent() && to.isPresent()
                ? Optional.of(new TimeExpression.Range(from.get(), to.get()))
                : Optional.empty();
    }

    private static Optional<TimeExpression.Meaning> ifReal(Supplier<TimeExpression.Meaning> meaning) {
        try {
            return Optional.of(meaning.get());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
