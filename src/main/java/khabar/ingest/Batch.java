package khabar.ingest;

/** How much goes into one transaction when many articles come. */
public enum Batch {
    /** Soon to be seen, and nobody waits long for the writer. */
    USUAL(50, 1),
    /**
     * For a store of one's own: fewer transactions, of which each copies every page of the indexes that it touches. Five
     * hundred articles full of events at once filled 768 MB, so that many times fewer are one commit.
     */
    LARGE(200, 20);

    private final int articles;
    private final int times;

    Batch(int articles, int times) {
        this.articles = articles;
        this.times = times;
    }

    /** That are merged and written at once, at most. */
    int articles() {
        return articles;
    }

    /** So many times that are one commit, at most. */
    int times() {
        return times;
    }
}
