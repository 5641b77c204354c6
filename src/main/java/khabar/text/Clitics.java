package khabar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The particles that Arabic writes onto the front of a word: {و ف} × {ب ل ك} × {ال لل}.
 *
 * <p>They are candidates, not a segmentation: the whole word comes first, since {@code والد وليد بوتين لبنان} only look
 * as if they began with one. Whoever looks a word up takes the first candidate that is known.
 */
public final class Clitics {
    private static final Set<String> SHORT = Set.of("و", "ف", "ب", "ل", "ك");

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
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate("", normal, 0));
        Stream.of("و", "ف").filter(normal::startsWith).forEach(c -> split(candidates, normal, c));
        prepositions(candidates, normal, "");
        Stream.of("و", "ف").filter(normal::startsWith).forEach(c -> prepositions(candidates, normal.substring(1), c));
        return candidates;
    }

    private static void split(List<Candidate> candidates, String normal, String particle) {
        add(candidates, particle, normal.substring(1), 1);
    }

    private static void prepositions(List<Candidate> candidates, String word, String before) {
        if (word.startsWith("لل") && word.length() > 3) {
            // "للعراق" is "ل" and "العراق", whose alif is not written; "للجنة" may be "ل" and "لجنة".
            add(candidates, before + "ل", "ال" + word.substring(2), before.length() + 1);
            add(candidates, before + "ل", word.substring(1), before.length() + 1);
            return;
        }
        for (String particle : List.of("ب", "ل", "ك")) {
            if (word.startsWith(particle)) {
                add(candidates, before + particle, word.substring(1), before.length() + 1);
            }
        }
    }

    /** At least two letters must be left: less is no word that a name could be. */
    private static void add(List<Candidate> candidates, String prefix, String rest, int length) {
        if (rest.length() >= 2 && !SHORT.contains(rest)) {
            candidates.add(new Candidate(prefix, rest, length));
        }
    }
}
