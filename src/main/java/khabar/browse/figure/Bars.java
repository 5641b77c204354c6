package khabar.browse.figure;

import java.util.List;

/**
 * Numbers as lengths, each in the row of a table beside what it is of.
 *
 * @param total how many rows there are, of which these may be the first
 */
public record Bars(List<Bar> bars, long total) {
    /** So many are drawn. */
    public static final int MOST = 60;

    /**
     * One bar.
     *
     * @param href of what it is of; empty where nothing is linked to
     * @param share of the largest, from −100 to 100
     */
    public record Bar(String name, String lang, String href, double value, long share) {
        /** Whole numbers without a point. */
        public String written() {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(Drawing.tenth(value));
        }

        public boolean below() {
            return value < 0;
        }

        public long length() {
            return Math.abs(share);
        }
    }

    /** What a number is of. */
    public record Named(String name, String lang, String href, double value) {}

    public static Bars of(List<Named> numbers, long total) {
        double largest =
                numbers.stream().mapToDouble(one -> Math.abs(one.value())).max().orElse(1);
        return new Bars(
                numbers.stream()
                        .limit(MOST)
                        .map(one -> new Bar(
                                one.name(),
                                one.lang(),
                                one.href(),
                                one.value(),
                                largest == 0 ? 0 : Math.round(100 * one.value() / largest)))
                        .toList(),
                total);
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    public boolean cut() {
        return bars.size() < total;
    }
}
