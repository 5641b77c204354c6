package khabar.browse.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Events along time, as exactly as they are dated: a dot for a day, a bar over a month, a year or the time between two days;
 * what has no date is not on the line, and is counted.
 *
 * @param bars of the inexactly dated, above the dots
 * @param height of the drawing, in its own units
 * @param base where the line runs, from the top
 * @param shown all that is drawn, the latest first: the table
 * @param undated those without a date
 * @param total how many there are, of which {@code shown} and {@code undated} may be some
 */
public record TimeLine(
        List<Dot> dots,
        List<Bar> bars,
        List<TimeAxis.Tick> ticks,
        double height,
        double base,
        List<Happening> shown,
        List<Happening> undated,
        long total) {
    static final int WIDTH = 640;

    private static final double SIZE = 11;
    private static final double TALLEST = 150;
    private static final double BAR = 13;
    private static final double FOOT = 24;

    /** An event on one day. */
    public record Dot(double x, double y, Happening event) {}

    /** An event some time between two days. */
    public record Bar(double x, double y, double width, Happening event) {}

    public String viewBox() {
        return "0 0 " + WIDTH + " " + height;
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    public boolean cut() {
        return shown.size() + undated.size() < total;
    }

    /**
     * The events in the order of their days, those without a day apart.
     *
     * @param total how many events there are, where {@code events} are only some of them
     */
    public static TimeLine of(List<Happening> events, long total, Locale locale, boolean rightToLeft) {
        List<Happening> shown = events.stream()
                .filter(Happening::dated)
                .sorted(Comparator.comparing(Happening::first).reversed().thenComparing(Happening::href))
                .toList();
        List<Happening> undated =
                events.stream().filter(event -> !event.dated()).toList();
        if (shown.isEmpty()) {
            return new TimeLine(List.of(), List.of(), List.of(), 0, 0, shown, undated, total);
        }
        LocalDate first = shown.stream()
                .map(Happening::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = shown.stream()
                .map(Happening::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        TimeAxis axis = TimeAxis.over(first, last, WIDTH, rightToLeft);
        Map<Long, List<Happening>> columns = new HashMap<>();
        shown.stream()
                .filter(Happening::onOneDay)
                .forEach(event -> columns.computeIfAbsent(
                                Math.round(axis.x(event.first()) / SIZE), column -> new ArrayList<>())
                        .add(event));
        int tallest = columns.values().stream().mapToInt(List::size).max().orElse(0);
        double step = tallest == 0 ? SIZE : Math.min(SIZE, TALLEST / tallest);
        List<Bar> bars = bars(axis, shown);
        double above = bars.stream().mapToDouble(Bar::y).max().orElse(-BAR) + BAR + 4;
        double base = above + Math.max(1, tallest) * step + 4;
        List<Dot> dots = new ArrayList<>();
        columns.forEach((column, stacked) -> {
            for (int i = 0; i < stacked.size(); i++) {
                dots.add(new Dot(
                        Math.clamp(column * SIZE, 6, WIDTH - 6),
                        Drawing.tenth(base - (i + 0.5) * step - 2),
                        stacked.get(i)));
            }
        });
        dots.sort(Comparator.comparing((Dot dot) -> dot.event().first())
                .thenComparing(dot -> dot.event().href()));
        return new TimeLine(dots, bars, axis.ticks(locale), base + FOOT, base, shown, undated, total);
    }

    /** Each in the first row in which it does not meet another. */
    private static List<Bar> bars(TimeAxis axis, List<Happening> events) {
        List<Bar> bars = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>();
        events.stream()
                .filter(event -> !event.onOneDay())
                .sorted(Comparator.comparing(Happening::first).thenComparing(Happening::href))
                .forEach(event -> {
                    int row = 0;
                    while (row < ends.size() && !ends.get(row).isBefore(event.first())) {
                        row++;
                    }
                    if (row == ends.size()) {
                        ends.add(event.last());
                    } else {
                        ends.set(row, event.last());
                    }
                    double one = axis.x(event.first());
                    double other = axis.x(event.last());
                    bars.add(new Bar(
                            Drawing.tenth(Math.min(one, other)),
                            row * BAR + 2,
                            Drawing.tenth(Math.max(8, Math.abs(other - one))),
                            event));
                });
        return bars;
    }
}
