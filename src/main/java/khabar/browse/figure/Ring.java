package khabar.browse.figure;

import java.util.Arrays;

/** A closed line of a country's outline, in degrees or as projected; the last point is joined to the first. */
final class Ring {
    private final double[] xs;
    private final double[] ys;

    /**
     * @param xs longitudes, or whatever they were projected to
     * @param ys latitudes, or whatever they were projected to
     */
    Ring(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    double x(int point) {
        return xs[point];
    }

    double y(int point) {
        return ys[point];
    }

    int size() {
        return xs.length;
    }

    /** The box around it. */
    Box box() {
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = 0; i < xs.length; i++) {
            west = Math.min(west, xs[i]);
            east = Math.max(east, xs[i]);
            south = Math.min(south, ys[i]);
            north = Math.max(north, ys[i]);
        }
        return new Box(west, south, east, north);
    }

    /** What of it lies in a box: cut at one side after the other (Sutherland and Hodgman). May be empty. */
    Ring within(Box box) {
        return cut(box.west(), true, true)
                .cut(box.east(), true, false)
                .cut(box.south(), false, true)
                .cut(box.north(), false, false);
    }

    private Ring cut(double limit, boolean byX, boolean above) {
        double[] cutXs = new double[2 * xs.length];
        double[] cutYs = new double[2 * xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            int before = (i + xs.length - 1) % xs.length;
            double here = byX ? xs[i] : ys[i];
            double there = byX ? xs[before] : ys[before];
            boolean hereIn = above ? here >= limit : here <= limit;
            boolean thereIn = above ? there >= limit : there <= limit;
            if (hereIn != thereIn) {
                double share = (limit - there) / (here - there);
                cutXs[count] = xs[before] + share * (xs[i] - xs[before]);
                cutYs[count++] = ys[before] + share * (ys[i] - ys[before]);
            }
            if (hereIn) {
                cutXs[count] = xs[i];
                cutYs[count++] = ys[i];
            }
        }
        return new Ring(Arrays.copyOf(cutXs, count), Arrays.copyOf(cutYs, count));
    }

    /** Twice the area that it encloses, negative where it runs clockwise. */
    double area() {
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            int next = (i + 1) % xs.length;
            sum += xs[i] * ys[next] - xs[next] * ys[i];
        }
        return sum;
    }
}
