package khabar.ingest;

import khabar.article.Problem;

/** How taking in one article ends. */
public sealed interface Outcome {
    /**
     * The article's graph is in the store.
     *
     * @param replaced whether an earlier version of it was there
     */
    record Stored(String key, boolean replaced) implements Outcome {}

    /** The same text was read before with the same reader and gazetteer, or a later one: no graph was written. */
    record Unchanged(String key) implements Outcome {}

    /** Nothing of it is in the store that was not there before. */
    record Refused(Problem problem) implements Outcome {}
}
