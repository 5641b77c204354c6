package khabar.names;

import khabar.gazetteer.Entry;

/**
 * One of those that a name may stand for.
 *
 * @param score from 0 to 1, how well it goes with the name and the article; comparable within one mention only
 */
public record Scored(Entry entry, double score) {
    public Scored {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("no score from 0 to 1: " + score);
        }
    }
}
