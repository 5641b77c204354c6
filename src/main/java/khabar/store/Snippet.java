package khabar.store;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** The best sentence as one line of plain text; a long one is cut to what stands around the first word found in it. */
final class Snippet extends PassageFormatter {
    /** Where snippets are looked for, in UTF-16 units from the beginning of a text. */
    static final int LONGEST_TEXT = 1_000_000;

    private static final int LONGEST = 280;
    private static final int BEFORE = 100;
    private static final String CUT = "…";

    @Override
    public String format(Passage[] passages, String text) {
        Passage best = Arrays.stream(passages)
                .max(Comparator.comparingDouble(Passage::getScore))
                .orElseThrow();
        int start = best.getStartOffset();
        int end = Math.min(best.getEndOffset(), text.length());
        if (end - start <= LONGEST) {
            return line(text.substring(start, end));
        }
        int word = best.getNumMatches() == 0 ? start : best.getMatchStarts()[0];
        int from = word - BEFORE <= start ? start : afterBlank(text, word - BEFORE, word);
        int to = from + LONGEST >= end ? end : beforeBlank(text, from + LONGEST, word);
        return (from > start ? CUT : "") + line(text.substring(from, to)) + (to < end ? CUT : "");
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static int afterBlank(String text, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return limit;
    }

    /** Where there is no blank, at least no character is cut in two. */
    private static int beforeBlank(String text, int to, int limit) {
        for (int i = to; i > limit; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
}
