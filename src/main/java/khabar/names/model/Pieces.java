package khabar.names.model;

import java.util.ArrayList;
import java.util.List;
import khabar.article.Span;
import khabar.text.Sentence;
import khabar.text.Token;

/**
 * The pieces of a sentence: of its words and, so that the model sees what it is used to, of what stands between them.
 *
 * @param numbers of all pieces in text order
 * @param firsts for each token of the sentence the index of its first piece; -1 where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // as the network takes them
record Pieces(int[] numbers, int[] firsts) {
    /** @param field the text that the sentence is part of */
    static Pieces of(Sentence sentence, String field, WordPiece cutter) {
        List<Integer> numbers = new ArrayList<>();
        int[] firsts = new int[sentence.tokens().size()];
        int at = sentence.span().start();
        for (int i = 0; i < firsts.length; i++) {
            Token token = sentence.tokens().get(i);
            numbers.addAll(cutter.pieces(between(field, at, token.span().start())));
            List<Integer> own = cutter.pieces(token.text());
            firsts[i] = own.isEmpty() ? -1 : numbers.size();
            numbers.addAll(own);
            at = token.span().end();
        }
        numbers.addAll(cutter.pieces(between(field, at, sentence.span().end())));
        return new Pieces(numbers.stream().mapToInt(Integer::intValue).toArray(), firsts);
    }

    private static String between(String field, int start, int end) {
        return start < end ? new Span(start, end).of(field) : "";
    }
}
