package khabar.ingest;

import khabar.article.Article;
import khabar.graph.Run;
import khabar.store.Original;

/** An article on its way in, read and checked; what is there has the last word. */
sealed interface Prepared {
    /** Nothing is to be stored. */
    record Settled(Outcome outcome) implements Prepared {}

    /** A version that is older than the one that is there: only its text is kept. */
    record Older(Article article, Original original) implements Prepared {}

    /**
     * What may be stored.
     *
     * @param read its graph, as it was read
     * @param run what read it
     */
    record Ready(Article article, Original original, Mapped.Good read, Run run) implements Prepared {}
}
