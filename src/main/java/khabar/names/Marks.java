package khabar.names;

import java.util.ArrayList;
import java.util.List;
import khabar.gazetteer.Name;

/** Vowel marks, which news writes where two names would be one without them: عُمان is a country, عمّان a city. */
final class Marks {
    private static final char FIRST = '\u064B';
    private static final char SHADDA = '\u0651';
    private static final char LAST = '\u0652';

    private Marks() {}

    static boolean isMarked(String text) {
        return text.chars().anyMatch(Marks::isMark);
    }

    /** How the marks of a word speak for or against the names: 1 if one bears the same, -1 if they gainsay, else 0. */
    static int agreement(String word, List<Name> names) {
        List<String> marks = marks(word);
        int best = -2;
        for (Name name : names) {
            if (name.text().indexOf(' ') < 0 && isMarked(name.text())) {
                List<String> others = marks(name.text());
                if (others.size() <= marks.size()) {
                    // particles before the name are not part of the listed one
                    best = Math.max(best, compare(marks.subList(marks.size() - others.size(), marks.size()), others));
                }
            }
        }
        return best == -2 ? 0 : best;
    }

    private static int compare(List<String> one, List<String> other) {
        int same = 0;
        for (int i = 0; i < one.size(); i++) {
            String mark = one.get(i);
            String listed = other.get(i);
            boolean doubled = mark.indexOf(SHADDA) >= 0;
            if (doubled != (listed.indexOf(SHADDA) >= 0)) {
                return -1;
            }
            if (!mark.isEmpty() && !listed.isEmpty()) {
                if (!mark.equals(listed) && !doubled) {
                    return -1;
                }
                same = 1;
            }
        }
        return same;
    }

    /** For each letter the marks on it. */
    private static List<String> marks(String word) {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            if (!isMark(word.charAt(i))) {
                marks.add("");
            } else if (!marks.isEmpty()) {
                marks.set(marks.size() - 1, marks.getLast() + word.charAt(i));
            }
        }
        return marks;
    }

    private static boolean isMark(int c) {
        return c >= FIRST && c <= LAST;
    }
}
