package khabar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.article.Span;

/**
 * Cuts a stretch of text into words, numbers and marks.
 *
 * <p>A hyphen or slash inside a word separates two words (a slash is a mark of its own, a hyphen is left out), so that
 * "Deir ez-Zor" and "Deir ez Zor" are the same three words; so does a digit written onto an Arabic word; an English
 * possessive {@code 's} is a word of its own;
 * initialisms with full stops ("U.S.") are one word; tatweel, diacritics and invisible marks stay inside their word.
 */
public final class Tokeniser {
    private static final String LETTER = "[\\p{L}\\p{M}\\u0640]";
    private static final String INVISIBLE = "\\p{Cf}+(?=" + LETTER + ")";
    private static final String APOSTROPHE = "['\u2019\u02BC\u02BE\u02BF\u2018]";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<initials>(?:\\p{Lu}\\.){2,}|(?<![\\p{L}.])(?:[ap]\\.m\\.))"
                    + "|(?<possessive>(?<=[\\p{IsLatin}\\d.])['\u2019]s(?!\\p{L}))"
                    + "|(?<word>" + LETTER + "(?:" + LETTER + "|(?<=[\\p{IsLatin}\\d])\\d|" + INVISIBLE
                    + "|(?<=\\p{IsLatin})(?!['\u2019]s(?!\\p{L}))"
                    + APOSTROPHE + "(?=\\p{IsLatin}))*)"
                    + "|(?<number>\\d+(?:[.,:/\u066B\u066C-]\\d+)*)"
                    + "|(?<mark>[^\\s\\p{L}\\p{Cf}])",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Tokeniser() {}

    /** The tokens between two offsets of a text, in order; their spans are offsets into the whole text. */
    public static List<Token> tokens(String text, Span within) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text).region(within.start(), within.end());
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            token(text, matcher).ifPresent(tokens::add);
        }
        return tokens;
    }

    /** The normal forms of the words and numbers of a name, as they are compared with those of a text. */
    public static List<String> normals(String name) {
        return tokens(name, new Span(0, name.length())).stream()
                .filter(token -> token.kind() != Token.Kind.MARK)
                .map(Token::normal)
                .toList();
    }

    private static Optional<Token> token(String text, Matcher matcher) {
        Span span = new Span(matcher.start(), matcher.end());
        String raw = matcher.group();
        if (matcher.group("mark") != null) {
            return isHyphenInWord(text, span)
                    ? Optional.empty()
                    : Optional.of(new Token(raw, raw, span, Token.Kind.MARK));
        }
        Token.Kind kind = matcher.group("number") != null ? Token.Kind.NUMBER : Token.Kind.WORD;
        String plain = matcher.group("initials") != null ? raw.replace(".", "") : raw;
        String normal = Normaliser.normal(plain);
        return normal.isEmpty() ? Optional.empty() : Optional.of(new Token(raw, normal, span, kind));
    }

    /** Whether a stretch of text ends with the full stop of an initial, as "U.S." before "-led". */
    private static boolean endsInitials(String text, int end) {
        return end >= 2 && text.charAt(end - 1) == '.' && Character.isUpperCase(text.charAt(end - 2));
    }

    private static boolean isHyphenInWord(String text, Span mark) {
        char c = text.charAt(mark.start());
        return (c == '-' || c == '\u2010' || c == '\u2011')
                && mark.start() > 0
                && mark.end() < text.length()
                && (Character.isLetterOrDigit(text.charAt(mark.start() - 1)) || endsInitials(text, mark.start()))
                && Character.isLetterOrDigit(text.charAt(mark.end()));
    }
}
