package khabar.browse;

import java.util.List;
import java.util.Optional;

/**
 * Whatever has no page of its own kind: all that is said of it, and what points at it.
 *
 * @param link of a name in an article
 */
record ThingPage(Subject thing, Text title, String kind, Optional<Named> link, List<Fact> facts, List<Fact> incoming)
        implements Page {
    /** @param thing empty where it is not known who or what is meant */
    record Named(Optional<Link> thing, LinkReason why) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
