package khabar.text;

import khabar.article.Span;

/**
 * A word, a number or a mark.
 *
 * @param text as it stands in the field
 * @param normal for matching only, see {@link Normaliser}: diacritics and hamza seats folded, Latin in lower case
 * @param span where it stands in the field
 */
public record Token(String text, String normal, Span span, Kind kind) {
    /** What a token is made of. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }
}
