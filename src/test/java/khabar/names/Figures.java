package khabar.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the evaluations measured last, so that each figure is told beside the one before: a name and a figure a line, parted
 * by a tab. With {@code -Dkhabar.write=true} the file takes the new figures.
 */
final class Figures {
    static final Figures OF_NAMES = new Figures(Path.of("src/test/resources/names/last-figures.tsv"));

    private final Path file;
    private final SortedMap<String, Double> before = new TreeMap<>();
    private final SortedMap<String, Double> now = new TreeMap<>();

    Figures(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            lines().forEach(this::read);
        }
        now.putAll(before);
    }

    private Iterable<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read(String line) {
        int tab = line.lastIndexOf('\t');
        if (tab < 0) {
            throw new IllegalStateException(file + ": a name, a tab and a figure are expected, not: " + line);
        }
        before.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
    }

    /** Takes a new figure and says what it was before. */
    String beside(String name, double figure) {
        Double last = before.get(name);
        now.put(name, figure);
        if (Boolean.getBoolean("khabar.write")) {
            write();
        }
        return last == null ? "new" : String.format(Locale.ROOT, "before %.1f", last);
    }

    private void write() {
        StringBuilder lines = new StringBuilder();
        now.forEach((name, figure) -> lines.append(String.format(Locale.ROOT, "%s\t%.1f%n", name, figure)));
        try {
            Files.writeString(file, lines);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
