package khabar.browse;

import java.util.List;
import java.util.Optional;

/** Who publishes articles, and which ones. */
record SourcePage(Subject thing, Text title, List<Fact> facts, Slice<Origin> articles) implements Page {
    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
