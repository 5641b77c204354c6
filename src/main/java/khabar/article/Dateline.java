package khabar.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a report opens with: a place or two, maybe a day, maybe an agency in brackets, and a dash. Told by its shape: a
 * sentence that only has a dash in it opens with no names, or closes the dash with a second one.
 *
 * @param span from the start of the paragraph to the dash, the dash included
 * @param certain whether an agency or capitals throughout leave no doubt
 */
record Dateline(Span span, boolean certain) {
    private static final int FEWEST_WORDS = 8;
    private static final String DASH = "[\u2010-\u2015\u2212-]";
    /** A hyphen or full stop inside a name ("Deir ez-Zor", "St. Petersburg", "Sept. 12") is a part of it. */
    private static final String NAME = "(?:[^\\s.!?\u061F\u060C,:;()\"\u00AB\u2010-\u2015\u2212-]"
            + "|(?<=[\\p{L}\\d])-(?=[\\p{L}\\d])"
            + "|(?<=\\b\\p{Lu}\\p{L}{0,3})\\.(?=[\\s,]|\\p{Lu}\\.))";

    /** Bounded, as all that repeats an alternative must be: Java goes one call deeper for each. */
    private static final String WORD = NAME + "{1,40}";

    private static final String NAMES = WORD + "(?:[ \u00A0]" + WORD + "){0,5}";
    private static final Pattern FORM = Pattern.compile("^(?<place>" + NAMES + "(?:[,\u060C][ \u00A0]?" + NAMES
            + "){0,2})/?[\\s\u00A0]*(?<agency>\\([^)\\n]{1,40}\\))?[\\s\u00A0]*"
            + "(?:(?<=[\\s\u00A0])(?:" + DASH + "|\u0640){1,2}[\\s\u00A0]|(?<=\\))(?:" + DASH + "|:)[\\s\u00A0]"
            + "|(?<=\\p{IsArabic})" + DASH + "[\\s\u00A0]|[\u2013\u2014][\\s\u00A0])");

    private static final Pattern SECOND_DASH =
            Pattern.compile("[\\s\u00A0]" + DASH + "{1,2}(?:[\\s\u00A0]|(?=[\u060C,]))");
    private static final Pattern END = Pattern.compile("[.!?\u061F\u2026](?=\\s|$)");

    /** The dateline of a paragraph, where it opens with one and goes on. */
    static Optional<Dateline> of(Paragraph paragraph) {
        Matcher form = FORM.matcher(paragraph.text());
        if (!form.find() || paragraph.words() < FEWEST_WORDS) {
            return Optional.empty();
        }
        String place = form.group("place");
        String rest = paragraph.text().substring(form.end());
        boolean agency = form.group("agency") != null;
        boolean capitals = place.codePoints().anyMatch(Character::isUpperCase)
                && firstPart(place).codePoints().noneMatch(Character::isLowerCase);
        if (!isNames(place) || !agency && (goesOnSmall(rest) || !capitals && isClosed(rest))) {
            return Optional.empty();
        }
        Span span = new Span(paragraph.span().start(), paragraph.span().start() + form.end());
        return Optional.of(new Dateline(
                new Span(
                        span.start(),
                        span.start() + form.group().stripTrailing().length()),
                agency || capitals));
    }

    /** The body of the paragraph: what stands after the dateline. */
    Optional<Span> rest(Paragraph paragraph) {
        Span rest = Paragraph.trimmed(
                paragraph.text(), new Span(span.length(), paragraph.text().length()));
        int start = paragraph.span().start();
        return rest.length() == 0 ? Optional.empty() : Optional.of(new Span(start + rest.start(), start + rest.end()));
    }

    private static String firstPart(String place) {
        return place.split("[,\u060C/]", 2)[0];
    }

    /** Few words; in Latin letters each of them a name, a number or a short particle. */
    private static boolean isNames(String place) {
        List<String> words = Stream.of(place.split("[\\s\u00A0,\u060C/]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean arabic = place.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
        if (arabic) {
            return words.size() <= 4 && words.stream().anyMatch(word -> Character.isLetter(word.codePointAt(0)));
        }
        return words.size() <= 6
                && Character.isUpperCase(place.codePointAt(0))
                && words.stream()
                        .allMatch(word -> Character.isUpperCase(word.codePointAt(0))
                                || Character.isDigit(word.codePointAt(0))
                                || word.length() <= 3
                                || word.startsWith("ez-")
                                || word.startsWith("al-"));
    }

    /** "Assad – the president": after the dash of a dateline a sentence begins. */
    private static boolean goesOnSmall(String rest) {
        return !rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0));
    }

    /** Whether the sentence has one more dash, which closes what the first opened. */
    private static boolean isClosed(String rest) {
        Matcher end = END.matcher(rest);
        String sentence = end.find() ? rest.substring(0, end.start()) : rest;
        return SECOND_DASH.matcher(sentence).results().count() == 1;
    }
}
