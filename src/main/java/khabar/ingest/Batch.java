package khabar.ingest;

/** How much goes into one transaction when many articles come. */
public enum Batch {
    /** Soon to be seen, and nobody waits long for the writer. */
    USUAL(50, 500_000),
    /**
     * For a store of one's own: fewer transactions, of which each copies every page of the indexes that it touches. Five
     * hundred articles full of events filled 768 MB.
     */
    LARGE(200, 500_000);

    private final int articles;
    private final int text;

    Batch(int articles, int text) {
        this.articles = articles;
        this.text = text;
    }

    /** At most. */
    int articles() {
        return articles;
    }

    /** Characters, of more than one article at most. */
    int text() {
        return text;
    }
}
