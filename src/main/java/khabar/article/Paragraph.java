package khabar.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A paragraph of a text, with a letter or a digit in it.
 *
 * @param text what stands there
 * @param span where it stands, blanks and marks of direction at its ends left out
 */
record Paragraph(String text, Span span) {
    private static final String ENDS = ".!?\u061F\u2026\u06D4:";
    private static final String CLOSERS = "\"'\u201D\u2019\u00BB)]";
    private static final int WIDEST_WRAPPED_LINE = 100;
    /** More words than these are more than a headline; such a line without an end goes on in the next one. */
    static final int LONGEST_HEADLINE = 22;

    /**
     * The paragraphs of a text from an offset on. Every line is one, and a blank line ends one; but where the text is
     * wrapped at a margin, or a line clearly breaks off, the lines that follow it go on with it.
     */
    static List<Paragraph> of(String text, int from) {
        List<Optional<Paragraph>> lines =
                lines(text, from).stream().map(span -> at(text, span)).toList();
        boolean wrapped = isWrapped(lines);
        List<Paragraph> paragraphs = new ArrayList<>();
        Optional<Paragraph> open = Optional.empty();
        for (Optional<Paragraph> line : lines) {
            if (open.isPresent() && line.isPresent() && open.get().goesOn(line.get(), wrapped)) {
                open = at(text, open.get().span.with(line.get().span));
            } else {
                open.ifPresent(paragraphs::add);
                open = line;
            }
        }
        open.ifPresent(paragraphs::add);
        return paragraphs.stream()
                .filter(paragraph -> paragraph.text.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    /** Whether it ends with a mark that ends a sentence, quotes and brackets that close after it aside. */
    boolean isSentence() {
        int last = text.length() - 1;
        while (last > 0 && CLOSERS.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return ENDS.indexOf(text.charAt(last)) >= 0;
    }

    /** Whether it ends with a question mark or an exclamation mark, as a headline may, too. */
    boolean asks() {
        return text.endsWith("?") || text.endsWith("\u061F") || text.endsWith("!");
    }

    int words() {
        return (int) Stream.of(text.split("[\\s\u00A0]+", -1))
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    /** Whether it is a sentence, or too long to be a headline. */
    boolean isProse() {
        return isSentence() || words() > LONGEST_HEADLINE;
    }

    private boolean goesOn(Paragraph next, boolean wrapped) {
        if (isSentence()) {
            return false;
        }
        return wrapped || Character.isLowerCase(next.text.codePointAt(0)) || words() > LONGEST_HEADLINE;
    }

    /**
     * Whether the lines are wrapped at a margin: none is wide, and those that break off within a sentence are about as
     * wide as each other. Headlines one below the other break off, too, but as they like.
     */
    private static boolean isWrapped(List<Optional<Paragraph>> lines) {
        int width = lines.stream()
                .flatMap(Optional::stream)
                .mapToInt(line -> line.text.length())
                .max()
                .orElse(0);
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).isPresent()
                    && lines.get(i + 1).isPresent()
                    && !lines.get(i).get().isSentence()) {
                open.add(lines.get(i).get().text.length());
            }
        }
        long wide = open.stream().filter(length -> length * 4 >= width * 3).count();
        return width <= WIDEST_WRAPPED_LINE && open.size() >= 2 && wide * 5 >= open.size() * 4L;
    }

    private static Optional<Paragraph> at(String text, Span span) {
        Span bare = trimmed(text, span);
        return bare.length() == 0 ? Optional.empty() : Optional.of(new Paragraph(bare.of(text), bare));
    }

    /** The lines of a text from an offset on, ended by LF, CR or both, without their ends. */
    private static List<Span> lines(String text, int from) {
        List<Span> lines = new ArrayList<>();
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean second = c == '\n' && i > from && text.charAt(i - 1) == '\r';
            if (second) {
                start = i + 1;
            } else if (c == '\n' || c == '\r') {
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
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\uFEFF'
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }
}
