package khabar.browse;

import java.util.List;
import java.util.Optional;

/** What one article says of one event. */
record ReportPage(Subject thing, Text title, ReportCard card, List<Fact> facts) implements Page {
    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
