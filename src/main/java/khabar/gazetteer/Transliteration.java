package khabar.gazetteer;

import java.util.ArrayList;
import java.util.List;
import khabar.text.Tokeniser;

/**
 * How well a name in Arabic letters and one in Latin letters can be the same name, by what the letters stand for. Good
 * for matching only: what follows from it is a likeness, never a spelling to show.
 *
 * <p>Parts of names are compared by a memoryless stochastic transducer (Ristad and Yianilos, Learning String-Edit
 * Distance, IEEE PAMI 20(5), 1998), see {@link Letters}. Articles, filial particles (bin, بن) and initials are left
 * out, and عبد is a part of its own, however it is written.
 */
public final class Transliteration {
    /** From here on two names are rather the same than not; measured in {@code TransliterationTest}. */
    public static final double LIKELY = 0.6;

    private static final int LONGEST_JOIN = 3;
    /** Of {@link Letters#gain}: where pairs are as often the same name as not, and how steeply that changes. */
    private static final double MIDDLE = 1.2;

    private static final double STEEPNESS = 3;
    /** What is left of the likeness of two names that are known to be written otherwise. */
    private static final double KNOWN_TO_DIFFER = 0.3;

    private Transliteration() {}

    /**
     * From 0 to 1: half of it the weakest part, half the mean of all, so that one part that does not fit tells more
     * than many that do. A part without counterpart fits nothing.
     *
     * @param arabic a whole name in Arabic letters
     * @param latin a whole name in Latin letters
     */
    public static double likeness(String arabic, String latin) {
        return likeness(NameParts.of(Tokeniser.normals(arabic)), NameParts.of(Tokeniser.normals(latin)));
    }

    static double likeness(NameParts arabic, NameParts latin) {
        int rows = arabic.size();
        int columns = latin.size();
        Fit[][] best = new Fit[rows + 1][columns + 1];
        for (int i = 0; i <= rows; i++) {
            for (int j = 0; j <= columns; j++) {
                best[i][j] = best(best, arabic, i, latin, j);
            }
        }
        return rows == 0 || columns == 0 ? 0 : best[rows][columns].likeness();
    }

    /** The best way to pair the first parts of both, by what it is for fewer. */
    private static Fit best(Fit[][] best, NameParts arabic, int i, NameParts latin, int j) {
        if (i == 0 && j == 0) {
            return Fit.NONE;
        }
        List<Fit> ways = new ArrayList<>();
        if (i > 0) {
            ways.add(best[i - 1][j].and(0, arabic.length(i - 1, i)));
        }
        if (j > 0) {
            ways.add(best[i][j - 1].and(0, latin.length(j - 1, j)));
        }
        for (int a = 1; a <= Math.min(LONGEST_JOIN, i); a++) {
            for (int b = 1; b <= Math.min(a == 1 ? LONGEST_JOIN : 1, j); b++) {
                double part = part(arabic.joined(i - a, i), latin.joined(j - b, j));
                ways.add(best[i - a][j - b].and(part, latin.length(j - b, j)));
            }
        }
        return ways.stream()
                .reduce((one, other) -> other.likeness() > one.likeness() ? other : one)
                .orElseThrow();
    }

    /** Of two parts of names: by what is known of frequent names, else by their letters. */
    private static double part(String arabic, String latin) {
        double letters = letters(arabic, latin);
        return switch (NameTokens.known().compare(arabic, latin)) {
            case SAME -> 1;
            case OTHER -> letters * KNOWN_TO_DIFFER;
            case UNKNOWN -> letters;
        };
    }

    /** By letters alone; the Arabic article may have no counterpart. */
    static double letters(String arabic, String latin) {
        double gain = Letters.learnt().gain(arabic, latin);
        if (NameParts.hasArticle(arabic)) {
            gain = Math.max(gain, Letters.learnt().gain(arabic.substring(2), latin));
        }
        return 1 / (1 + Math.exp(-STEEPNESS * (gain - MIDDLE)));
    }

    /** What the parts that are paired so far come to. */
    private record Fit(double sum, int letters, double weakest) {
        static final Fit NONE = new Fit(0, 0, 1);

        Fit and(double part, int length) {
            return new Fit(sum + part * length, letters + length, Math.min(weakest, part));
        }

        double likeness() {
            return letters == 0 ? 1 : (sum / letters + weakest) / 2;
        }
    }

    /**
     * The consonants of a name in one alphabet for both scripts, those together that are written for each other: two
     * spellings of a name mostly have one key, so that candidates can be found by it; {@link #likeness} decides. Empty
     * where a name has no such letters.
     */
    public static String key(String name) {
        return NameParts.of(Tokeniser.normals(name)).key();
    }
}
