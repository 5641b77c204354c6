package khabar.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The particles that Arabic writes onto the front of a word: {و ف} × {ب ل ك} × {ال لل}.
 *
 * <p>They are candidates, not a segmentation: the whole word comes first, since {@code والد وليد بوتين لبنان} only look
 * as if they began with one. Whoever looks a word up takes the first candidate that is known.
 */
public final class Clitics {
    private static final String JOINING = "وف";
    private static final String PREPOSITIONS = "بلك";
    private static final String PARTICLES = JOINING + PREPOSITIONS;

    private Clitics() {}

    /**
     * One way to read a word.
     *
     * @param prefix the particles, in normal form; empty for the whole word
     * @param rest what stands after them, in normal form, the article restored where {@code لل} hides it
     * @param length how many characters of the normal form the particles take; the article is not one of them
     */
    public record Candidate(String prefix, String rest, int length) {
        /** Whether one of the particles is this one. */
        public boolean has(char particle) {
            return prefix.indexOf(particle) >= 0;
        }
    }

    /** All ways to read a word given in normal form, the whole word first, then with fewer particles before more. */
    public static List<Candidate> of(String normal) {
        Candidate whole = new Candidate("", normal, 0);
        if (normal.isEmpty() || PARTICLES.indexOf(normal.charAt(0)) < 0) {
            return List.of(whole);
        }
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(whole);
        boolean joined = JOINING.indexOf(normal.charAt(0)) >= 0;
        String joining = normal.substring(0, 1);
        if (joined) {
            add(candidates, joining, normal.substring(1), 1);
        }
        prepositions(candidates, normal, "");
        if (joined) {
            prepositions(candidates, normal.substring(1), joining);
        }
        return candidates;
    }

    private static void prepositions(List<Candidate> candidates, String word, String before) {
        if (word.startsWith("لل") && word.length() > 3) {
            // "للعراق" is "ل" and "العراق", whose alif is not written; "للجنة" may be "ل" and "لجنة".
            add(candidates, before + "ل", "ال" + word.substring(2), before.length() + 1);
            add(candidates, before + "ل", word.substring(1), before.length() + 1);
        } else if (!word.isEmpty() && PREPOSITIONS.indexOf(word.charAt(0)) >= 0) {
            add(candidates, before + word.charAt(0), word.substring(1), before.length() + 1);
        }
    }

    /** At least two letters must be left: less is no word that a name could be. */
    private static void add(List<Candidate> candidates, String prefix, String rest, int length) {
        if (rest.length() >= 2) {
            candidates.add(new Candidate(prefix, rest, length));
        }
    }
}
