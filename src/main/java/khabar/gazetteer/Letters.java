package khabar.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
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

    private final Map<String, Map<String, Integer>> gains;

    private Letters(Map<String, Map<String, Integer>> gains) {
        this.gains = gains;
    }

    static Letters learnt() {
        return LEARNT;
    }

    private static Letters load() {
        Map<String, Map<String, Integer>> gains = new HashMap<>();
        try (InputStream in = Letters.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(unit -> gains.computeIfAbsent(unit[0], latin -> new HashMap<>())
                            .put(unit[1], Integer.valueOf(unit[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return new Letters(gains);
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
        int[][] best = new int[left.length() + 1][right.length() + 1];
        for (int[] row : best) {
            Arrays.fill(row, Integer.MIN_VALUE / 2);
        }
        best[0][0] = 0;
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                from(best, left, i, right, j);
            }
        }
        return best[left.length()][right.length()] / 100.0 / Math.max(arabic.length(), latin.length());
    }

    private void from(int[][] best, String left, int i, String right, int j) {
        int here = best[i][j];
        for (int a = 0; a <= LONGEST_LATIN && i + a <= left.length(); a++) {
            Map<String, Integer> counterparts = gains.getOrDefault(left.substring(i, i + a), Map.of());
            for (int b = 0; b <= LONGEST_ARABIC && j + b <= right.length(); b++) {
                Integer gain = a + b == 0 ? null : counterparts.get(right.substring(j, j + b));
                int value = gain != null ? gain : a + b == 1 ? LONE : Integer.MIN_VALUE / 2;
                best[i + a][j + b] = Math.max(best[i + a][j + b], here + value);
            }
        }
    }
}
