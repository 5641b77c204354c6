package khabar.endpoint;

/**
 * How deep the brackets of a query go, before it is read: the parser calls itself for each, and brackets that mean nothing
 * leave no trace for {@link QueryGuard}.
 */
final class Nesting {
    /** As deep as the guard lets patterns and, in them, expressions be. */
    static final int DEEPEST = QueryGuard.DEEPEST + QueryGuard.DEEPEST_EXPRESSION;

    private final String text;
    private int at;

    private Nesting(String text) {
        this.text = text;
    }

    /** Of brackets of any kind outside of IRIs, strings and comments; where the text is no SPARQL, some number. */
    static int depth(String text) {
        return new Nesting(text).depth();
    }

    private int depth() {
        int depth = 0;
        int most = 0;
        for (; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '(', '{', '[' -> most = Math.max(most, ++depth);
                case ')', '}', ']' -> depth--;
                case '<' -> skipIri();
                case '"', '\'' -> skipString();
                case '#' -> skipComment();
                default -> {}
            }
        }
        return most;
    }

    /** A sign of comparison has no end before something that no IRI holds. */
    private void skipIri() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) > ' ' && "<>\"{}|^`\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            at = end;
        }
    }

    private void skipString() {
        String one = text.substring(at, at + 1);
        String mark = text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
        at += mark.length();
        while (at < text.length() && !text.startsWith(mark, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += mark.length() - 1;
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }
}
