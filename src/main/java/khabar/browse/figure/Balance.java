package khabar.browse.figure;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cooperation above and conflict below a line, month by month.
 *
 * @param months from the first in which something happened to the last, with the empty ones between
 * @param columns what is drawn
 * @param base where the line runs, from the top
 */
public record Balance(List<Month> months, List<Column> columns, List<Label> labels, double base) {
    static final int WIDTH = 640;
    static final int HEIGHT = 240;

    private static final double FOOT = 24;
    /** Between the middles of two labels. */
    private static final double APART = 100;

    /**
     * One month of two who deal with each other.
     *
     * @param score mean of the PLOVER scores, from −10 to 10; empty where no event has one
     */
    public record Month(YearMonth month, long cooperation, long conflict, Optional<Double> score) {
        public String anchor() {
            return "m" + month;
        }

        /** With one digit, and the sign of a minus that does not break off. */
        public String writtenScore() {
            return score.map(Balance::written).orElse("");
        }
    }

    /** A month's two bars; a height of 0 is none. */
    public record Column(Month month, double x, double width, double up, double down) {}

    public record Label(double x, String text) {}

    public String viewBox() {
        return "0 0 " + WIDTH + " " + height();
    }

    /** A score with its sign and one digit. */
    public static String written(double score) {
        return String.format(Locale.ROOT, "%+.1f", score).replace('-', '−');
    }

    public boolean isEmpty() {
        return months.isEmpty();
    }

    public static Balance of(List<Month> known, Locale locale, boolean rightToLeft) {
        if (known.isEmpty()) {
            return new Balance(List.of(), List.of(), List.of(), 0);
        }
        Map<YearMonth, Month> byMonth = new TreeMap<>();
        known.forEach(month -> byMonth.put(month.month(), month));
        List<Month> months = new ArrayList<>();
        YearMonth last = byMonth.keySet().stream().reduce((one, other) -> other).orElseThrow();
        for (YearMonth at = byMonth.keySet().iterator().next(); !at.isAfter(last); at = at.plusMonths(1)) {
            months.add(byMonth.getOrDefault(at, new Month(at, 0, 0, Optional.empty())));
        }
        long up = months.stream().mapToLong(Month::cooperation).max().orElse(0);
        long down = months.stream().mapToLong(Month::conflict).max().orElse(0);
        double unit = Math.min(28, (HEIGHT - FOOT - 16) / Math.max(1, up + down));
        double base = Math.max(unit, up * unit) + 8;
        double width = Math.min(48, (double) WIDTH / months.size());
        List<Column> columns = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern("MMM uuuu", locale).withDecimalStyle(DecimalStyle.STANDARD);
        int step = (int) Math.ceil(APART / width);
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            double x = rightToLeft ? WIDTH - (i + 1) * width : i * width;
            columns.add(new Column(
                    month,
                    Drawing.tenth(x + width * 0.12),
                    Drawing.tenth(width * 0.76),
                    Drawing.tenth(month.cooperation() * unit),
                    Drawing.tenth(month.conflict() * unit)));
            if (i % step == 0) {
                String words = format.format(month.month());
                labels.add(new Label(Drawing.inside(x + width / 2, words, WIDTH), words));
            }
        }
        return new Balance(months, columns, labels, Drawing.tenth(base));
    }

    /** Of the drawing, as much as the highest and the lowest bar need. */
    public double height() {
        double lowest = columns.stream().mapToDouble(Column::down).max().orElse(0);
        return Drawing.tenth(base + lowest + FOOT);
    }
}
