package khabar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import khabar.article.Span;

/**
 * Cuts a zone into sentences: after {@code . ! ? ؟ …} and the quotes and brackets that close there, and at blank lines.
 * A full stop after an abbreviation or an initial does not end a sentence, nor does one inside a number.
 */
final class Sentences {
    private static final String ENDS = ".!?\u061F\u2026\u06D4";
    private static final String CLOSERS = "\"'\u201D\u2019\u00BB)]\u203A";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "rev", "sen", "rep",
            "gov", "st", "no", "vs", "jr", "sr", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sep", "sept", "oct", "nov", "dec", "approx", "est", "art", "fig");

    private Sentences() {}

    /** Spans of the sentences of a stretch of text, in order, blanks at their ends left out; none is empty. */
    static List<Span> of(String text, Span within) {
        List<Span> sentences = new ArrayList<>();
        int start = within.start();
        int i = start;
        while (i < within.end()) {
            char c = text.charAt(i);
            if (ENDS.indexOf(c) >= 0 && endsSentence(text, i, within.end())) {
                int end = i + 1;
                while (end < within.end()
                        && (ENDS.indexOf(text.charAt(end)) >= 0 || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
                    end++;
                }
                add(sentences, text, start, end);
                start = end;
                i = end;
            } else if (c == '\n' && isBlankLine(text, i, within.end())) {
                add(sentences, text, start, i);
                start = i + 1;
                i++;
            } else {
                i++;
            }
        }
        add(sentences, text, start, within.end());
        return sentences;
    }

    private static boolean endsSentence(String text, int at, int end) {
        int next = at + 1;
        while (next < end && (CLOSERS.indexOf(text.charAt(next)) >= 0 || ENDS.indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        boolean stop = text.charAt(at) == '.';
        if (next < end && !isBlank(text.charAt(next))) {
            return isArabic(text.charAt(next)) && !(stop && followsInitial(text, at));
        }
        if (goesOnSmall(text, next, end)) {
            return false;
        }
        return !stop || !followsInitial(text, at) && !followsAbbreviation(text, at);
    }

    /** "Will he go?" she asked: a small letter opens no sentence. */
    private static boolean goesOnSmall(String text, int from, int end) {
        int next = from;
        while (next < end && (text.charAt(next) == ' ' || text.charAt(next) == '\u00A0')) {
            next++;
        }
        return next < end && Character.isLowerCase(text.charAt(next));
    }

    /** A single letter before the full stop, as in "U.S.", "J. Smith" or "د. سلامة". */
    private static boolean followsInitial(String text, int at) {
        boolean single = at >= 1
                && Character.isLetter(text.charAt(at - 1))
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
        if (!single) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && Character.isLetter(text.charAt(next));
    }

    private static boolean followsAbbreviation(String text, int at) {
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, at);
        return !word.isEmpty()
                && Character.isUpperCase(word.charAt(0))
                && ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
                && at + 1 < text.length();
    }

    private static boolean isBlankLine(String text, int at, int end) {
        int i = at + 1;
        while (i < end && text.charAt(i) != '\n' && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < end && text.charAt(i) == '\n';
    }

    private static boolean isArabic(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    private static void add(List<Span> sentences, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new Span(start, end));
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200F' || c == '\u200E' || c == '\uFEFF';
    }
}
