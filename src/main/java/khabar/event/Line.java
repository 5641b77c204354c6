package khabar.event;

import java.util.List;
import java.util.Optional;
import khabar.text.Sentence;
import khabar.text.Token;

/**
 * A sentence made ready for coding.
 *
 * @param index of the sentence in the article
 * @param phrases in text order
 * @param edges for each token what it parts
 * @param times in text order
 * @param triggers in text order
 */
record Line(
        int index,
        Sentence sentence,
        List<String> normals,
        List<Phrase> phrases,
        List<Edge> edges,
        List<TimeExpression> times,
        List<Trigger> triggers) {
    /** What a token parts. */
    enum Edge {
        NONE,
        /** A comma or bracket. */
        COMMA,
        /** A relative pronoun: what follows tells of the noun before it. */
        RELATIVE,
        /** A conjunction or verb that opens another clause. */
        CLAUSE,
        /** A mark that ends all reach. */
        HARD
    }

    Line {
        normals = List.copyOf(normals);
        phrases = List.copyOf(phrases);
        edges = List.copyOf(edges);
        times = List.copyOf(times);
        triggers = List.copyOf(triggers);
    }

    List<Token> tokens() {
        return sentence.tokens();
    }

    int size() {
        return normals.size();
    }

    Edge edge(int token) {
        return edges.get(token);
    }

    Optional<Phrase> starting(int token) {
        for (Phrase phrase : phrases) {
            if (phrase.start() == token) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    /** The last of the phrases that end at the token: of "X of Y" that is Y. */
    Optional<Phrase> ending(int last) {
        for (int p = phrases.size() - 1; p >= 0; p--) {
            if (phrases.get(p).last() == last) {
                return Optional.of(phrases.get(p));
            }
        }
        return Optional.empty();
    }

    Optional<TimeExpression> timeAt(int token) {
        for (TimeExpression time : times) {
            if (time.first() <= token && token < time.last()) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    boolean isFree(int token) {
        for (Phrase phrase : phrases) {
            if (phrase.start() <= token && token < phrase.last()) {
                return false;
            }
        }
        return true;
    }
}
