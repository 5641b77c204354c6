package khabar.browse.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The countries of the world by their shapes, coarse and fine; made by {@code src/distil/outlines.py}. */
final class Outlines {
    static final List<Country> COARSE = load("countries-110m.tsv");
    static final List<Country> FINE = load("countries-50m.tsv");

    private static final double UNITS = 100;

    /** @param code ISO 3166-1 alpha-2; {@code -} where the source has none */
    record Country(String code, List<Shape> shapes) {}

    record Shape(Ring ring, Box box) {}

    private Outlines() {}

    private static List<Country> load(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Outlines.class.getResourceAsStream("/khabar/browse/figure/" + file),
                        file + " is not in the jar"),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Outlines::country)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Country country(String line) {
        int tab = line.indexOf('\t');
        return new Country(
                line.substring(0, tab),
                Arrays.stream(line.substring(tab + 1).split("\\|"))
                        .map(Outlines::ring)
                        .map(ring -> new Shape(ring, ring.box()))
                        .toList());
    }

    private static Ring ring(String steps) {
        String[] points = steps.split(" ", -1);
        double[] xs = new double[points.length];
        double[] ys = new double[points.length];
        int x = 0;
        int y = 0;
        for (int i = 0; i < points.length; i++) {
            int comma = points[i].indexOf(',');
            x += Integer.parseInt(points[i], 0, comma, 10);
            y += Integer.parseInt(points[i], comma + 1, points[i].length(), 10);
            xs[i] = x / UNITS;
            ys[i] = y / UNITS;
        }
        return new Ring(xs, ys);
    }
}
