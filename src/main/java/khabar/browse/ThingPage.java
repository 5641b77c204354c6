package khabar.browse;

import java.util.List;
import java.util.Optional;

/** Whatever has no page of its own kind: all that is said of it, and what points at it. */
record ThingPage(Subject thing, Text title, String kind, List<Fact> facts, List<Fact> incoming) implements Page {
    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
