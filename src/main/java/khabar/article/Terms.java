package khabar.article;

/** What of an article may be shown, from the strictest to the most open. */
public enum Terms {
    /** Source, dates, address, links and offsets: no headline, no quotation. */
    METADATA,
    /** Also the headline and the quoted sentences: what holds where nothing else is said. */
    QUOTES,
    /** The whole text. */
    FULL;

    /** The stricter of the two. */
    public Terms and(Terms other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
