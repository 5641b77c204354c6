package khabar.article;

/** How reading one article ends. */
public sealed interface Parsed {
    record Accepted(Article article) implements Parsed {}

    record Refused(Problem problem) implements Parsed {}
}
