package khabar.browse;

import java.util.List;
import java.util.Optional;

/** A named graph: how much it says, under which licence, and some of it. */
record GraphPage(Subject thing, Text title, long size, List<Fact> facts, List<Statement> statements) implements Page {
    record Statement(Link subject, Link property, Link value) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
