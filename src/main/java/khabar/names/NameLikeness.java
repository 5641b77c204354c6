package khabar.names;

import java.util.Arrays;
import khabar.gazetteer.Transliteration;

/** How well two spellings go with each other, as names of one. */
public final class NameLikeness {
    /** From here on they may be one name. */
    public static final double ALIKE = 0.7;

    /** The same for one in Arabic and one in Latin letters, of which more is needed. */
    private static final double ACROSS_SCRIPTS = 0.75;

    /** Fewer consonants are shared by many names. */
    private static final int SHORTEST = 3;

    private NameLikeness() {}

    /** From 0 to 1; 0 where the consonants differ or are too few to tell. */
    public static double of(NameForm one, NameForm other) {
        if (one.spelling().equals(other.spelling())) {
            return 1;
        }
        if (one.skeleton().length() < SHORTEST || !one.skeleton().equals(other.skeleton())) {
            return 0;
        }
        if (one.arabic() == other.arabic()) {
            return similarity(one.spelling(), other.spelling());
        }
        double likeness = Transliteration.likeness(
                String.join(" ", (one.arabic() ? one : other).words()),
                String.join(" ", (one.arabic() ? other : one).words()));
        return likeness >= ACROSS_SCRIPTS ? likeness : 0;
    }

    /** One less the share of letters that differ. */
    private static double similarity(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return 1 - above[other.length()] / (double) Math.max(one.length(), other.length());
    }
}
