package khabar.names.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts words into the pieces of a vocabulary, as BERT does: invisible characters dropped, parted at blanks and marks, then
 * from the front the longest piece that the vocabulary has, {@code ##} before those that go on a word (Wu et al. 2016,
 * Devlin et al. 2019).
 */
final class WordPiece {
    private static final String UNKNOWN = "[UNK]";
    private static final String OPENING = "[CLS]";
    private static final String CLOSING = "[SEP]";
    private static final String PADDING = "[PAD]";
    static final List<String> SPECIAL = List.of(UNKNOWN, OPENING, CLOSING, PADDING);
    /** A longer word is unknown as a whole. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Normalisation> normalisation;

    /** @param vocabulary pieces in the order of their numbers, {@link #SPECIAL} among them */
    WordPiece(List<String> vocabulary, List<Normalisation> normalisation) {
        for (int i = 0; i < vocabulary.size(); i++) {
            numbers.put(vocabulary.get(i), i);
        }
        this.normalisation = List.copyOf(normalisation);
        SPECIAL.forEach(this::special);
    }

    int opening() {
        return special(OPENING);
    }

    int closing() {
        return special(CLOSING);
    }

    int padding() {
        return special(PADDING);
    }

    private int special(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + piece);
        }
        return number;
    }

    /** The numbers of the pieces of a stretch of text; none where it has nothing to be seen. */
    List<Integer> pieces(String text) {
        String plain = text;
        for (Normalisation step : normalisation) {
            plain = step.of(plain);
        }
        List<Integer> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                end(word, pieces);
            } else if (isMark(c) || Character.isIdeographic(c)) {
                end(word, pieces);
                end(word.appendCodePoint(c), pieces);
            } else if (!isInvisible(c)) {
                word.appendCodePoint(c);
            }
        });
        end(word, pieces);
        return pieces;
    }

    private void end(StringBuilder word, List<Integer> pieces) {
        if (!word.isEmpty()) {
            cut(word.toString(), pieces);
            word.setLength(0);
        }
    }

    private void cut(String word, List<Integer> pieces) {
        int before = pieces.size();
        int start = word.codePointCount(0, word.length()) > LONGEST_WORD ? -1 : 0;
        while (start >= 0 && start < word.length()) {
            start = piece(word, start, pieces);
        }
        if (start < 0) {
            pieces.subList(before, pieces.size()).clear();
            pieces.add(special(UNKNOWN));
        }
    }

    /** Adds the longest piece from here on and says where it ends; -1 where there is none. */
    private int piece(String word, int start, List<Integer> pieces) {
        for (int end = word.length(); end > start; end--) {
            String piece = word.substring(start, end);
            Integer number = numbers.get(start == 0 ? piece : "##" + piece);
            if (number != null) {
                pieces.add(number);
                return end;
            }
        }
        return -1;
    }

    /** What BERT parts from words: all of ASCII that is neither letter, digit nor blank, and the marks of other scripts. */
    private static boolean isMark(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }
}
