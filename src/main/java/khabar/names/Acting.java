package khabar.names;

import java.util.List;
import java.util.Set;

/**
 * Tells whether a country's or capital's name stands for the state that acts or for the place that locates, by the words
 * about it: "في موسكو" locates, "قالت موسكو" acts, "بين روسيا وسوريا" acts twice.
 */
final class Acting {
    /** Particles between a subject and its verb. */
    private static final Set<String> WEAK = Set.of("ربما", "قد", "سوف", "لم", "لن", "لا", "ايضا");

    private Acting() {}

    /**
     * Whether the name stands for who acts.
     *
     * @param actingBefore the countries and capitals before it in the sentence that act, in text order
     */
    static boolean acts(Phrase phrase, Candidate name, List<Candidate> actingBefore) {
        return phrase.arabic() ? arabic(phrase, name, actingBefore) : english(phrase, name, actingBefore);
    }

    private static boolean arabic(Phrase phrase, Candidate name, List<Candidate> actingBefore) {
        String previous = phrase.normal(name.first() - 1);
        boolean each = previous.equals("من") && phrase.normal(name.first() - 2).equals("كل");
        boolean located = Words.LOCATIVE_AR.contains(previous) || Words.LOCATIVE_AR.contains(unjoined(previous));
        if (name.prefix().contains("ب") || name.prefix().contains("ل") || (located && !each)) {
            return false;
        }
        if (name.prefix().startsWith("و") && actingBefore.stream().anyMatch(other -> other.last() == name.first())) {
            return true;
        }
        if (each
                || Words.ACTING_BEFORE_AR.contains(previous)
                || Words.VERBS_AR.contains(previous)
                || Words.VERBS_AR.contains(unjoined(previous))) {
            return true;
        }
        int verb = WEAK.contains(phrase.normal(name.last())) ? name.last() + 1 : name.last();
        return isVerb(phrase, verb) && (name.first() == 0 || opens(previous));
    }

    private static boolean english(Phrase phrase, Candidate name, List<Candidate> actingBefore) {
        String previous = phrase.normal(name.first() - 1);
        String before = previous.equals("the") ? phrase.normal(name.first() - 2) : previous;
        if (Words.LOCATIVE_EN.contains(before) || phrase.normal(name.last()).equals("s")) {
            return false;
        }
        boolean coordinated = before.equals("and") || before.equals(",");
        if (coordinated
                && !actingBefore.isEmpty()
                && actingBefore.get(actingBefore.size() - 1).last() >= name.first() - 3) {
            return true;
        }
        if (Words.ACTING_BEFORE_EN.contains(before)) {
            return true;
        }
        String next = phrase.normal(name.last());
        boolean opens = name.first() == 0
                || before.isEmpty()
                || !phrase.isWord(name.first() - 1)
                || List.of("that", "and", "but", "while", "as", "when", "after", "before")
                        .contains(before);
        return Words.VERBS_EN.contains(next) && opens
                || opens && list(phrase, name.last())
                || opens && isLowerVerb(phrase, name.last());
    }

    /** "Russia, Turkey and Iran agreed": the first of a list that ends in a verb. */
    private static boolean list(Phrase phrase, int at) {
        int i = at;
        while (i < phrase.size()
                && (phrase.isCapitalised(i)
                        || phrase.normal(i).equals(",")
                        || phrase.normal(i).equals("and")
                        || phrase.normal(i).equals("the"))) {
            i++;
        }
        return i > at && (Words.VERBS_EN.contains(phrase.normal(i)) || isLowerVerb(phrase, i));
    }

    private static boolean isLowerVerb(Phrase phrase, int at) {
        String word = phrase.normal(at);
        return phrase.isWord(at)
                && !phrase.isCapitalised(at)
                && word.length() > 4
                && (word.endsWith("ed")
                        || word.endsWith("es")
                        || word.endsWith("ts")
                        || word.endsWith("ks")
                        || word.endsWith("ns"));
    }

    private static boolean isVerb(Phrase phrase, int at) {
        String word = phrase.normal(at);
        return Words.VERBS_AR.contains(word)
                || phrase.isWord(at)
                        && word.length() >= 4
                        && (word.startsWith("ت") || word.startsWith("ي") || word.startsWith("ست"))
                        && !Words.NOT_VERBS_AR.contains(word)
                        && !word.endsWith("ه");
    }

    private static boolean opens(String previous) {
        return List.of("ان", "وان", "بان", "لكن", "بينما", "فيما", "ولكن", "كما", "اذ", "حيث", ":", "\"", "،", "'")
                .contains(previous);
    }

    private static String unjoined(String word) {
        return word.length() > 2 && (word.startsWith("و") || word.startsWith("ف")) ? word.substring(1) : word;
    }
}
