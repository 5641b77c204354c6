package khabar.ingest;

/** How much goes into one transaction when many articles come. */
public enum Batch {
    /** Soon to be seen, and nobody waits long for the writer. */
    USUAL(50),
    /**
     * For a store of one's own: fewer transactions, of which each copies every page of the indexes that it touches. Five
     * hundred articles full of events filled 768 MB.
     */
    LARGE(200);

    private final int articles;

    Batch(int articles) {
        this.articles = articles;
    }

    /** At most. */
    int articles() {
        return articles;
    }
}
