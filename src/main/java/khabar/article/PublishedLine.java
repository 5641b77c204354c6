package khabar.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an article that tells when it was published: a date with a label before it, or nothing but a date.
 *
 * @param given what stands where the date should
 * @param published the date; empty where the line has the label, but no date
 */
record PublishedLine(String given, Optional<Published> published) {
    private static final String LABELS = "(?:(?:first|date|originally)[ -])?(?:published|posted)(?: date)?(?: on| at)?"
            + "|publication date|pub(?:lication)?[ -]?date|issued(?: on)?|date|dateline date"
            + "|(?:تاريخ|تأريخ) (?:النشر|نشر الخبر)|(?:تم )?(?:ال)?نشر(?:ت)?(?: في| بتاريخ| يوم)?|التاريخ|بتاريخ";
    private static final Pattern LABELLED = Pattern.compile(
            "^(?:" + LABELS + ")\\s*(?<colon>[:\uFF1A])?\\s*(?<date>.{4,60})$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DIACRITICS = Pattern.compile("[\u064B-\u0652\u0640]");

    /** Reads a line; empty where it has no label and is no date. */
    static Optional<PublishedLine> of(String line) {
        String bare = DIACRITICS.matcher(line.strip()).replaceAll("");
        Optional<Published> alone = Dates.parse(bare);
        if (alone.isPresent()) {
            return Optional.of(new PublishedLine(bare, alone));
        }
        Matcher labelled = LABELLED.matcher(bare);
        if (!labelled.matches()) {
            return Optional.empty();
        }
        String date = labelled.group("date").strip();
        Optional<Published> published = Dates.parse(date);
        // "Published reports say …" is a sentence: without a colon only a date makes it a label.
        return labelled.group("colon") != null || published.isPresent()
                ? Optional.of(new PublishedLine(date, published))
                : Optional.empty();
    }
}
