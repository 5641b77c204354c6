package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** A text in pieces, those marked in which the words are found that someone typed: by the same rules as the index finds them. */
public record Passage(List<Piece> pieces) {
    private static final BothLanguages WORDS = new BothLanguages();
    private static final String FIELD = "label";

    /**
     * Some of the text.
     *
     * @param marked whether it is one of the words looked for
     */
    public record Piece(String text, boolean marked) {}

    /** Where a word lies in a text, by UTF-16 offsets, and what it is in the index. */
    private record Token(String term, int start, int end) {}

    public Passage {
        pieces = List.copyOf(pieces);
    }

    /**
     * Takes a text to pieces.
     *
     * @param typed as for {@link Words#all}: the last word counts as a beginning
     */
    public static Passage of(String text, String typed) {
        String[] words = Words.split(typed);
        Set<String> whole = new HashSet<>();
        Arrays.stream(words).flatMap(word -> tokens(word).stream()).forEach(token -> whole.add(token.term()));
        Set<String> beginnings = words.length == 0 ? Set.of() : beginnings(words[words.length - 1]);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Token token : tokens(text)) {
            boolean found = whole.contains(token.term()) || beginnings.stream().anyMatch(token.term()::startsWith);
            if (found && token.start() >= from) {
                if (token.start() > from) {
                    pieces.add(new Piece(text.substring(from, token.start()), false));
                }
                pieces.add(new Piece(text.substring(token.start(), token.end()), true));
                from = token.end();
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return new Passage(pieces);
    }

    /** How many words of it were looked for. */
    public long marked() {
        return pieces.stream().filter(Piece::marked).count();
    }

    /** The text as it was. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /** At most about so many characters of it, from some words before the first one marked; an ellipsis stands for the rest. */
    public Passage around(int most) {
        String text = text();
        if (text.length() <= most) {
            return this;
        }
        int first = 0;
        for (Piece piece : pieces) {
            if (piece.marked()) {
                break;
            }
            first += piece.text().length();
        }
        int from = first < most * 2 / 3 || first >= text.length() ? 0 : text.indexOf(' ', first - most / 3) + 1;
        int blank = text.lastIndexOf(' ', Math.min(text.length(), from + most));
        int to = from + most >= text.length() ? text.length() : blank > from ? blank : from + most;
        List<Piece> part = new ArrayList<>();
        if (from > 0) {
            part.add(new Piece("… ", false));
        }
        int at = 0;
        for (Piece piece : pieces) {
            int start = Math.max(from, at);
            int end = Math.min(to, at + piece.text().length());
            if (start < end) {
                part.add(new Piece(text.substring(start, end), piece.marked()));
            }
            at += piece.text().length();
        }
        if (to < text.length()) {
            part.add(new Piece(" …", false));
        }
        return new Passage(part);
    }

    private static Set<String> beginnings(String word) {
        return Stream.of(word, Words.bare(word))
                .map(beginning -> WORDS.normalize(FIELD, beginning).utf8ToString())
                .filter(beginning -> !beginning.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = WORDS.tokenStream(FIELD, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return tokens;
    }
}
