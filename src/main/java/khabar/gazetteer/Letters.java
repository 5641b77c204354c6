package khabar.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Latin and Arabic letters gain by being read as each other, learnt by {@code src/distil/transliteration.py}: the
 * resource {@code gazetteer/transliteration.txt}.
 */
final class Letters {
    private static final String RESOURCE = "/gazetteer/transliteration.txt";
    private static final int LONGEST_LATIN = 3;
    private static final int LONGEST_ARABIC = 2;
    /** For a letter that stands for nothing where the table does not let it, in hundredths of a natural logarithm. */
    private static final int LONE = -450;

    private static final Letters LEARNT = load();

    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final Map<String, Integer> latinUnits = new HashMap<>();
    private final Map<String, Integer> arabicUnits = new HashMap<>();
    /** By the numbers of a Latin and of an Arabic unit. */
    private final int[][] gains;

    private Letters(List<Gain> learnt) {
        for (Gain gain : learnt) {
            latinUnits.putIfAbsent(gain.latin(), latinUnits.size());
            arabicUnits.putIfAbsent(gain.arabic(), arabicUnits.size());
        }
        gains = new int[latinUnits.size()][arabicUnits.size()];
        for (int[] row : gains) {
            Arrays.fill(row, NEVER);
        }
        for (Gain gain : learnt) {
            int latin = latinUnits.getOrDefault(gain.latin(), 0);
            int arabic = arabicUnits.getOrDefault(gain.arabic(), 0);
            gains[latin][arabic] = gain.gain();
        }
    }

    /** In hundredths of a natural logarithm. */
    private record Gain(String latin, String arabic, int gain) {}

    static Letters learnt() {
        return LEARNT;
    }

    private static Letters load() {
        try (InputStream in = Letters.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            return new Letters(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(unit -> new Gain(unit[0], unit[1], Integer.parseInt(unit[2])))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /**
     * What the best reading of one as the other gains over two words that have nothing to do with each other: the
     * natural logarithm of how much likelier the pair is, by letter of the longer one.
     *
     * @param arabic normal form
     * @param latin normal form
     */
    double gain(String arabic, String latin) {
        String left = "^" + latin + "$";
        String right = "^" + arabic + "$";
        int[][] leftUnits = units(left, LONGEST_LATIN, latinUnits);
        int[][] rightUnits = units(right, LONGEST_ARABIC, arabicUnits);
        int[][] best = new int[left.length() + 1][right.length() + 1];
        for (int[] row : best) {
            Arrays.fill(row, NEVER);
        }
        best[0][0] = 0;
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                from(best, leftUnits[i], i, rightUnits[j], j);
            }
        }
        return best[left.length()][right.length()] / 100.0 / Math.max(arabic.length(), latin.length());
    }

    /** The numbers of the units that start at each place, by their lengths from 0 on; -1 for what is no unit. */
    private static int[][] units(String word, int longest, Map<String, Integer> numbers) {
        int[][] units = new int[word.length() + 1][];
        for (int from = 0; from <= word.length(); from++) {
            units[from] = new int[Math.min(longest, word.length() - from) + 1];
            for (int length = 0; length < units[from].length; length++) {
                units[from][length] = numbers.getOrDefault(word.substring(from, from + length), -1);
            }
        }
        return units;
    }

    private void from(int[][] best, int[] latin, int i, int[] arabic, int j) {
        int here = best[i][j];
        for (int a = 0; a < latin.length; a++) {
            for (int b = a == 0 ? 1 : 0; b < arabic.length; b++) {
                int gain = latin[a] < 0 || arabic[b] < 0 ? NEVER : gains[latin[a]][arabic[b]];
                int value = gain == NEVER && a + b == 1 ? LONE : gain;
                best[i + a][j + b] = Math.max(best[i + a][j + b], here + value);
            }
        }
    }
}
