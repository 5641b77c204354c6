package khabar.browse.figure;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Days along a line: where each stands, and which are written below it.
 *
 * @param width of the line, in units of the drawing
 * @param rightToLeft whether time runs so
 */
record TimeAxis(LocalDate first, LocalDate last, double width, boolean rightToLeft) {
    /**
     * A day that is written below the line.
     *
     * @param middle of the words, which stay inside the drawing
     */
    public record Tick(double x, double middle, String text) {}

    private static final int MOST_TICKS = 6;

    /** From the first to the last of these, with a little room on both sides. */
    static TimeAxis over(LocalDate first, LocalDate last, double width, boolean rightToLeft) {
        long room = Math.max(3, ChronoUnit.DAYS.between(first, last) / 25);
        return new TimeAxis(first.minusDays(room), last.plusDays(room), width, rightToLeft);
    }

    double x(LocalDate day) {
        double along = width * ChronoUnit.DAYS.between(first, day) / Math.max(1, ChronoUnit.DAYS.between(first, last));
        return rightToLeft ? width - along : along;
    }

    List<Tick> ticks(Locale locale) {
        long days = ChronoUnit.DAYS.between(first, last);
        if (days <= 7L * MOST_TICKS) {
            int step = days <= MOST_TICKS ? 1 : days <= 2 * MOST_TICKS ? 2 : 7;
            return ticks(first.plusDays(1), day -> day.plusDays(step), written("d MMM uuuu", locale));
        }
        if (days <= 365L * 5) {
            int step = (int) Math.max(1, (days / 30 + MOST_TICKS - 1) / MOST_TICKS);
            int months = step <= 1 ? 1 : step <= 2 ? 2 : step <= 3 ? 3 : step <= 6 ? 6 : 12;
            return ticks(
                    YearMonth.from(first).plusMonths(1).atDay(1),
                    day -> day.plusMonths(months),
                    written("MMM uuuu", locale));
        }
        int years = (int) Math.max(1, (days / 365 + MOST_TICKS - 1) / MOST_TICKS);
        return ticks(Year.from(first).plusYears(1).atDay(1), day -> day.plusYears(years), written("uuuu", locale));
    }

    private List<Tick> ticks(LocalDate from, UnaryOperator<LocalDate> next, Function<LocalDate, String> written) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(last); day = next.apply(day)) {
            String words = written.apply(day);
            Tick tick = new Tick(Drawing.tenth(x(day)), Drawing.inside(x(day), words, width), words);
            // A word that would stand in the one before it is left out.
            if (ticks.isEmpty()
                    || Drawing.areApart(
                            ticks.getLast().middle(), ticks.getLast().text(), tick.middle(), words)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    private static Function<LocalDate, String> written(String pattern, Locale locale) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, locale).withDecimalStyle(DecimalStyle.STANDARD);
        return format::format;
    }
}
