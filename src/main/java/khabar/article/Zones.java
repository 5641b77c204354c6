package khabar.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the zones of a wire article apart by their shape and order, never by their words: headline, standfirst, name of
 * the source, caption, then a paragraph that opens with a dateline, the body, and after it headlines of other articles.
 *
 * <p>Chosen: a headline at the end belongs to another article where two or more stand together, or one stands after a
 * body whose paragraphs end like sentences, or a heading such as "Read also" says so. A line that tells only the author
 * or the day is in no zone.
 */
final class Zones {
    private static final int LONGEST_SOURCE = 5;
    private static final int LONGEST_QUESTION = 14;
    /** The body begins among so many paragraphs. */
    private static final int FRONT = 7;

    private static final String HEADING =
            "(?:\u0623|\u0625|\u0627)\u0642\u0631\u0623 \u0623?\u0627?\u064A\u0636\u0627\u064B?"
                    + "|(?:مواضيع|مقالات|أخبار|اخبار|تقارير) (?:ذات صلة|متعلقة)"
                    + "|also read|read also|read more|see also|related(?: articles| stories| news| topics)?|more from|more on this story";
    private static final Pattern MARKER = Pattern.compile(
            "^[^\\p{L}]*(?:" + HEADING + ")[^\\p{L}]*$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MARKED = Pattern.compile(
            "^[^\\p{L}]*(?:" + HEADING + ")\\s*[:|]\\s*[^\\s].*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final String NAME = "\\p{Lu}[\\p{L}.'\u2019-]*";
    private static final Pattern BYLINE = Pattern.compile("^(?:(?:By|BY|by) " + NAME + "(?: (?:" + NAME
            + "|and|al|el|de|von|bin)){0,30}(?:, .*)?|(?:بقلم|كتب|كتبت|إعداد)\\s?:.*|بقلم .*)$");

    private final String field;
    private final List<Paragraph> paragraphs;
    private final int tail;

    private Zones(String field, List<Paragraph> paragraphs) {
        this.field = field;
        this.paragraphs = paragraphs;
        this.tail = tail();
    }

    /** The zones of a whole article in one text, from an offset on. */
    static List<Zone> ofArticle(String field, String text, int from) {
        List<Paragraph> paragraphs = new ArrayList<>(Paragraph.of(text, from));
        paragraphs.subList(0, Math.min(FRONT, paragraphs.size())).removeIf(Zones::isByline);
        Zones zones = new Zones(field, paragraphs);
        int body = zones.bodyStart();
        List<Zone> all = new ArrayList<>(zones.front(body));
        all.addAll(zones.bodyAndTail(body));
        return List.copyOf(all);
    }

    /** The zones of a text that is only the body of an article. */
    static List<Zone> ofBody(String field, String text) {
        return new Zones(field, Paragraph.of(text, 0)).bodyAndTail(0);
    }

    private List<Zone> bodyAndTail(int body) {
        List<Zone> zones = new ArrayList<>();
        boolean marked = false;
        for (int i = body; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (MARKER.matcher(paragraph.text()).matches()) {
                marked = true;
                continue;
            }
            marked &= !paragraph.isProse();
            boolean related = i >= tail || marked || i > body && isMarked(paragraph);
            Optional<Dateline> dateline = i == body && !related ? Dateline.of(paragraph) : Optional.empty();
            dateline.ifPresent(found -> zones.add(new Zone(ZoneKind.DATELINE, field, found.span())));
            dateline.map(found -> found.rest(paragraph))
                    .orElse(Optional.of(paragraph.span()))
                    .ifPresent(span -> zones.add(new Zone(related ? ZoneKind.RELATED : ZoneKind.BODY, field, span)));
        }
        return zones;
    }

    /** What stands before the body: first the headline; a short paragraph names the source and parts the rest. */
    private List<Zone> front(int body) {
        int source = source(body);
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < body; i++) {
            ZoneKind kind;
            if (i == 0) {
                kind = ZoneKind.HEADLINE;
            } else if (i == source) {
                kind = ZoneKind.SOURCE;
            } else {
                kind = source >= 0 && i > source ? ZoneKind.CAPTION : ZoneKind.STANDFIRST;
            }
            zones.add(new Zone(kind, field, paragraphs.get(i).span()));
        }
        return zones;
    }

    /** Index of the first short paragraph after the headline and before another index; −1 where there is none. */
    private int source(int before) {
        for (int i = 1; i < before; i++) {
            if (paragraphs.get(i).words() <= LONGEST_SOURCE
                    && !paragraphs.get(i).isSentence()) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the paragraph with which the body begins. */
    private int bodyStart() {
        boolean punctuated = paragraphs.stream().anyMatch(Paragraph::isSentence);
        for (int i = 0; i < Math.min(tail, FRONT); i++) {
            Paragraph paragraph = paragraphs.get(i);
            // A headline may open with a place and a dash, too; then it does not end like a sentence.
            boolean prose = paragraph.isProse() || !punctuated && i > 0;
            if (Dateline.of(paragraph).filter(found -> found.certain() || prose).isPresent()) {
                return i;
            }
        }
        return bodyWithoutDateline();
    }

    /** Without a dateline the body begins with the first long sentence after the headline and what is short. */
    private int bodyWithoutDateline() {
        if (tail <= 1 || paragraphs.getFirst().isProse()) {
            return 0;
        }
        int body = Math.max(source(Math.min(tail - 1, 4)), 0) + 1;
        while (body < tail - 1 && !paragraphs.get(body).isProse()) {
            body++;
        }
        // Where nothing is prose, the text has no full stops at all: then all but the headline is body.
        return paragraphs.get(body).isProse() ? body : 1;
    }

    /** Index of the first paragraph of the tail; the number of paragraphs where there is none. */
    private int tail() {
        int size = paragraphs.size();
        int start = size;
        while (start > 1 && isHeadline(paragraphs.get(start - 1))) {
            start--;
        }
        for (int i = start; i < size; i++) {
            if (MARKER.matcher(paragraphs.get(i).text()).matches()) {
                return i;
            }
        }
        boolean hasBody = start > 0 && start < size && paragraphs.get(start - 1).isProse();
        return hasBody && belongsToOthers(start) ? start : size;
    }

    private boolean belongsToOthers(int start) {
        List<Paragraph> found = paragraphs.subList(start, paragraphs.size());
        if (found.stream().allMatch(Paragraph::asks)) {
            return false;
        }
        long sentences = paragraphs.subList(0, start).stream()
                .filter(Paragraph::isSentence)
                .count();
        return found.size() >= 2
                || sentences >= 3
                        && found.getFirst().words() >= 4
                        && paragraphs.get(start - 1).isSentence();
    }

    private static boolean isHeadline(Paragraph paragraph) {
        return paragraph.isSentence()
                ? paragraph.asks() && paragraph.words() <= LONGEST_QUESTION
                : paragraph.words() <= Paragraph.LONGEST_HEADLINE;
    }

    private static boolean isMarked(Paragraph paragraph) {
        return MARKED.matcher(paragraph.text()).matches() && paragraph.words() <= Paragraph.LONGEST_HEADLINE;
    }

    /** Whether it tells only who wrote the article or when. */
    private static boolean isByline(Paragraph paragraph) {
        boolean author =
                paragraph.words() <= 8 && BYLINE.matcher(paragraph.text()).matches();
        return author
                || PublishedLine.of(paragraph.text())
                        .flatMap(PublishedLine::published)
                        .isPresent();
    }
}
