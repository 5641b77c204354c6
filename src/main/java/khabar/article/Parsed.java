package khabar.article;

/** How reading one article ends. */
public sealed interface Parsed {
    /** The article, checked. */
    record Accepted(Article article) implements Parsed {}

    /** Why there is none. */
    record Refused(Problem problem) implements Parsed {}
}
