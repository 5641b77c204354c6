package khabar.browse;

import java.util.List;
import java.util.Optional;

/**
 * Whatever has no page of its own kind: all that is said of it, and what points at it.
 *
 * @param link of a name in an article
 * @param lapsed whether it is a decision on a name that the article has no more
 */
record ThingPage(
        Subject thing,
        Text title,
        String kind,
        Optional<Named> link,
        boolean lapsed,
        List<Fact> facts,
        List<Fact> incoming)
        implements Page {
    /**
     * What a name is linked to.
     *
     * @param thing empty where it is not known who or what is meant
     * @param decided by whom and why, where an editor decided
     */
    record Named(Optional<Link> thing, LinkReason why, Optional<Decided> decided) {}

    /** @param throughout whether it counts for the name everywhere in the article */
    record Decided(String by, Optional<Dates.Shown> at, Optional<String> because, boolean throughout) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
