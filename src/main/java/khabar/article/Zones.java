package khabar.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the zones of a wire article apart by their shape and order, never by their words: headline, standfirst, name of
 * the source, caption, then a paragraph that opens with a dateline, the body, and after it headlines of other articles.
 *
 * <p>Chosen: a paragraph is a block between blank lines; where a text has none, every line is one. A block is a
 * sentence where it ends with a mark that ends one. A headline at the end belongs to another article where two or more
 * stand together, or one stands after a body whose paragraphs all end like sentences.
 */
final class Zones {
    private static final String ENDS = ".!?\u061F\u2026\u06D4:";
    private static final String CLOSERS = "\"'\u201D\u2019\u00BB)]";
    private static final int LONGEST_HEADLINE = 22;
    private static final int LONGEST_SOURCE = 5;

    /** A place or two, maybe an agency in brackets, and a dash with blanks about it. */
    private static final Pattern DATELINE = Pattern.compile(
            "^(?<place>[^\\n.!?\u061F\u060C:\"\u00AB\u2013\u2014-]{2,60}?"
                    + "(?:,\\s[^\\n.!?\u061F:\"\u00AB\u2013\u2014-]{2,40}?)?)"
                    + "\\s*(?<agency>\\([^)\\n]{1,40}\\))?\\s*(?<dash>\\s[\u2013\u2014\u0640-]{1,2}\\s|(?<=\\))[\u2013\u2014:-]\\s|[\u2013\u2014]\\s)");

    private static final Pattern MARKER = Pattern.compile(
            "^(?:اقرأ أيضا|اقرأ ايضا|إقرأ أيضا|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|اخبار ذات صلة|"
                    + "read also|read more|related|related articles|related stories|more from)[^\\p{L}]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Zones() {}

    /** The zones of a whole article in one text, from an offset on. */
    static List<Zone> ofArticle(String field, String text, int from) {
        List<Span> blocks = blocks(text, from);
        int tail = tail(text, blocks);
        int dateline = dateline(text, blocks, tail);
        int body = dateline >= 0 ? dateline : bodyWithoutDateline(text, blocks, tail);
        List<Zone> zones = new ArrayList<>(front(field, text, blocks.subList(0, body)));
        zones.addAll(bodyAndTail(field, text, blocks, body, tail));
        return List.copyOf(zones);
    }

    /** The zones of a text that is only the body of an article. */
    static List<Zone> ofBody(String field, String text) {
        List<Span> blocks = blocks(text, 0);
        return bodyAndTail(field, text, blocks, 0, tail(text, blocks));
    }

    private static List<Zone> bodyAndTail(String field, String text, List<Span> blocks, int body, int tail) {
        List<Zone> zones = new ArrayList<>();
        for (int i = body; i < tail; i++) {
            Span block = blocks.get(i);
            Optional<Span> dateline = i == body ? datelineOf(text, block) : Optional.empty();
            if (dateline.isPresent()) {
                zones.add(new Zone(ZoneKind.DATELINE, field, dateline.get()));
                zones.add(new Zone(
                        ZoneKind.BODY,
                        field,
                        trimmed(text, new Span(dateline.get().end(), block.end()))));
            } else {
                zones.add(new Zone(ZoneKind.BODY, field, block));
            }
        }
        for (Span block : blocks.subList(tail, blocks.size())) {
            if (!MARKER.matcher(block.of(text)).matches()) {
                zones.add(new Zone(ZoneKind.RELATED, field, block));
            }
        }
        return zones;
    }

    /** What stands before the body: the first block is the headline; a short one names the source and parts the rest. */
    private static List<Zone> front(String field, String text, List<Span> blocks) {
        List<Zone> zones = new ArrayList<>();
        int source = -1;
        for (int i = 1; i < blocks.size() && source < 0; i++) {
            if (words(text, blocks.get(i)) <= LONGEST_SOURCE && !isSentence(text, blocks.get(i))) {
                source = i;
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            ZoneKind kind = i == 0
                    ? ZoneKind.HEADLINE
                    : i == source
                            ? ZoneKind.SOURCE
                            : source >= 0 && i > source ? ZoneKind.CAPTION : ZoneKind.STANDFIRST;
            zones.add(new Zone(kind, field, blocks.get(i)));
        }
        return zones;
    }

    /** Index of the block that opens with a dateline, or −1; it stands among the first blocks. */
    private static int dateline(String text, List<Span> blocks, int tail) {
        for (int i = 0; i < Math.min(tail, 7); i++) {
            if (datelineOf(text, blocks.get(i)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** Without a dateline the body begins with the first long sentence after the headline and what is short. */
    private static int bodyWithoutDateline(String text, List<Span> blocks, int tail) {
        if (tail <= 1 || isSentence(text, blocks.get(0)) || words(text, blocks.get(0)) > LONGEST_HEADLINE) {
            return 0;
        }
        int source = -1;
        for (int i = 1; i < Math.min(tail - 1, 4) && source < 0; i++) {
            if (words(text, blocks.get(i)) <= LONGEST_SOURCE && !isSentence(text, blocks.get(i))) {
                source = i;
            }
        }
        int body = source < 0 ? 1 : source + 1;
        while (body < tail - 1
                && !isSentence(text, blocks.get(body))
                && words(text, blocks.get(body)) <= LONGEST_HEADLINE) {
            body++;
        }
        return body;
    }

    /** Index of the first block of the tail; the number of blocks where there is none. */
    private static int tail(String text, List<Span> blocks) {
        int tail = blocks.size();
        while (tail > 1 && isHeadline(text, blocks.get(tail - 1))) {
            tail--;
        }
        for (int i = tail; i < blocks.size(); i++) {
            if (MARKER.matcher(blocks.get(i).of(text)).matches()) {
                return i;
            }
        }
        List<Span> before = blocks.subList(0, tail);
        long sentences =
                before.stream().filter(block -> isSentence(text, block)).count();
        int found = blocks.size() - tail;
        boolean hasBody = sentences >= 1 && isSentence(text, before.get(before.size() - 1));
        boolean enough = found >= 2 || found == 1 && sentences >= 3 && words(text, blocks.get(tail)) >= 4;
        return hasBody && enough ? tail : blocks.size();
    }

    private static boolean isHeadline(String text, Span block) {
        int words = words(text, block);
        String last = block.of(text);
        boolean asks = last.endsWith("?") || last.endsWith("\u061F") || last.endsWith("!");
        return words >= 1 && words <= LONGEST_HEADLINE && (!isSentence(text, block) || asks && words <= 14);
    }

    /** The dateline and its dash, where the block opens with one and goes on with a sentence. */
    static Optional<Span> datelineOf(String text, Span block) {
        Matcher matcher = DATELINE.matcher(block.of(text));
        if (!matcher.find() || words(text, block) < 8) {
            return Optional.empty();
        }
        String place = matcher.group("place").strip();
        int words = place.split("[\\s/]+").length;
        boolean arabic = place.codePoints().anyMatch(c -> c >= 0x600 && c <= 0x6FF);
        boolean names = arabic ? words <= 4 : words <= 6 && isCapitalised(place);
        return names
                ? Optional.of(trimmed(text, new Span(block.start(), block.start() + matcher.end())))
                : Optional.empty();
    }

    private static boolean isCapitalised(String place) {
        for (String word : place.split("[\\s,/]+")) {
            int first = word.codePointAt(0);
            if (!Character.isUpperCase(first) && !Character.isDigit(first) && word.length() > 3) {
                return false;
            }
        }
        return Character.isUpperCase(place.codePointAt(0));
    }

    static boolean isSentence(String text, Span block) {
        int last = block.end() - 1;
        while (last > block.start() && CLOSERS.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return ENDS.indexOf(text.charAt(last)) >= 0;
    }

    private static int words(String text, Span block) {
        int words = 0;
        for (String part : block.of(text).split("[\\s\u00A0]+")) {
            if (part.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words++;
            }
        }
        return words;
    }

    /** Paragraphs that hold a letter or a digit; a block of marks only (">>") tells nothing. */
    private static List<Span> blocks(String text, int from) {
        List<Span> lines = lines(text, from);
        boolean blanks = lines.stream().anyMatch(line -> line.of(text).isBlank() && hasTextAround(text, line, from));
        List<Span> blocks = new ArrayList<>();
        Span open = null;
        for (Span line : lines) {
            boolean blank = trimmed(text, line).length() == 0;
            if (!blank && open != null && (blanks && !isSentence(text, trimmed(text, open)))) {
                open = open.with(line);
            } else {
                add(blocks, text, open);
                open = blank ? null : line;
            }
        }
        add(blocks, text, open);
        return blocks;
    }

    private static boolean hasTextAround(String text, Span line, int from) {
        return !text.substring(from, line.start()).isBlank()
                && !text.substring(line.end()).isBlank();
    }

    private static void add(List<Span> blocks, String text, @org.jspecify.annotations.Nullable Span open) {
        if (open != null && open.of(text).codePoints().anyMatch(Character::isLetterOrDigit)) {
            blocks.add(trimmed(text, open));
        }
    }

    private static List<Span> lines(String text, int from) {
        List<Span> lines = new ArrayList<>();
        int start = from;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines.add(new Span(start, i));
                start = i + 1;
            }
        }
        lines.add(new Span(start, text.length()));
        return lines;
    }

    /** The span without blanks and marks of direction at its ends. */
    static Span trimmed(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200E' || c == '\u200F';
    }
}
