package khabar.names;

import khabar.article.Span;

/**
 * What an editor decided that a name of one article stands for: it goes before whatever is read.
 *
 * @param decision the key of the decision
 * @param field in which the name stands
 * @param span where it stands there, as the {@link Mention} says it
 * @param words that stand there; where others do now, the decision says nothing of the place any more
 * @param throughout whether it counts for the same words everywhere in the article
 * @param resolution {@link Resolution.Known} or {@link Resolution.Dark}, or {@link Resolution.Unknown} where it is nobody known
 */
public record Ruled(String decision, String field, Span span, String words, boolean throughout, Resolution resolution) {
    public Ruled {
        if (resolution instanceof Resolution.Ambiguous) {
            throw new IllegalArgumentException("a decision that leaves open who is meant: " + decision);
        }
    }
}
