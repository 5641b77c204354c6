package khabar.browse.figure;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A chart that is a table: how many events of each type there are in each month, or in each year where there are many.
 *
 * @param columns from the first in which something happened to the last, with the empty ones between
 * @param undated whether some have no date: they stand in a column of their own, the last
 */
public record Matrix(List<Span> columns, List<Line> lines, boolean undated) {
    private static final int MOST_MONTHS = 14;
    private static final int MOST_YEARS = 20;
    private static final int SIZES = 5;
    private static final long FEW = 8;

    /**
     * A number that goes into it.
     *
     * @param row what it is of
     * @param month empty where it is not known
     */
    public record Count<R>(R row, Optional<YearMonth> month, long events) {}

    /** A row's heading; {@code href} may hold the page of what it names. */
    public record Heading(String name, String lang, String href, Side side) {}

    /**
     * A month or a year.
     *
     * @param written as in addresses: 2017-09 or 2017
     */
    public record Span(String written, String name) {}

    /**
     * The events of one row in one span of time.
     *
     * @param size of the circle, from 1 to 5; 0 where there is nothing
     * @param href the events behind it
     */
    public record Cell(long events, int size, Optional<String> href) {}

    /**
     * A row of the table.
     *
     * @param total of all times, those before the first column too
     */
    public record Line(Heading heading, List<Cell> cells, long total) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * A table of rows by months, or by years where the months are too many.
     *
     * @param heading of a row
     * @param narrowed the address of a row's events, which is given the span as {@code from} and {@code to}
     */
    public static <R> Matrix of(
            List<Count<R>> counts, Locale locale, Function<R, Heading> heading, Function<R, String> narrowed) {
        List<YearMonth> months = counts.stream()
                .flatMap(count -> count.month().stream())
                .sorted()
                .distinct()
                .toList();
        boolean byYear =
                !months.isEmpty() && months.getFirst().plusMonths(MOST_MONTHS).isBefore(months.getLast());
        List<Span> columns = months.isEmpty() ? List.of() : spans(months.getFirst(), months.getLast(), byYear, locale);
        boolean undated = counts.stream().anyMatch(count -> count.month().isEmpty());
        Map<R, Map<String, Long>> byRow = new HashMap<>();
        counts.forEach(count -> byRow.computeIfAbsent(count.row(), first -> new HashMap<>())
                .merge(count.month().map(month -> written(month, byYear)).orElse(""), count.events(), Long::sum));
        long largest = byRow.values().stream()
                .flatMap(row -> row.values().stream())
                .max(Comparator.naturalOrder())
                .orElse(1L);
        // Where there are few of everything, one is not to look like many.
        long most = Math.max(FEW, largest);
        List<Line> lines = byRow.entrySet().stream()
                .map(row -> line(row.getKey(), row.getValue(), columns, undated, most, heading, narrowed))
                .sorted(Comparator.comparingLong(Line::total)
                        .reversed()
                        .thenComparing(line -> line.heading().name()))
                .toList();
        return new Matrix(columns, lines, undated);
    }

    private static <R> Line line(
            R row,
            Map<String, Long> counts,
            List<Span> columns,
            boolean undated,
            long most,
            Function<R, Heading> heading,
            Function<R, String> narrowed) {
        List<Cell> cells = new ArrayList<>(columns.stream()
                .map(span -> cell(
                        counts.getOrDefault(span.written(), 0L),
                        most,
                        Optional.of(narrowed.apply(row) + "&from=" + span.written() + "&to=" + span.written())))
                .toList());
        if (undated) {
            cells.add(cell(counts.getOrDefault("", 0L), most, Optional.empty()));
        }
        return new Line(
                heading.apply(row),
                cells,
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The area of a circle goes with its number. */
    private static Cell cell(long events, long most, Optional<String> href) {
        int size = events == 0 ? 0 : (int) Math.clamp(Math.round(SIZES * Math.sqrt((double) events / most)), 1L, SIZES);
        return new Cell(events, size, events == 0 ? Optional.empty() : href);
    }

    private static List<Span> spans(YearMonth first, YearMonth last, boolean byYear, Locale locale) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(byYear ? "uuuu" : "MMM uuuu", locale)
                .withDecimalStyle(DecimalStyle.STANDARD);
        YearMonth from = byYear && first.getYear() < last.getYear() - MOST_YEARS ? last.minusYears(MOST_YEARS) : first;
        return Stream.iterate(
                        byYear ? from.withMonth(1) : from,
                        month -> !month.isAfter(last),
                        month -> byYear ? month.plusYears(1) : month.plusMonths(1))
                .map(month -> new Span(written(month, byYear), format.format(month)))
                .toList();
    }

    private static String written(YearMonth month, boolean byYear) {
        return byYear ? Integer.toString(month.getYear()) : month.toString();
    }
}
