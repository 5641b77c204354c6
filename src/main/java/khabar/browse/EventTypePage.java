package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.browse.figure.Matrix;

/**
 * A type of event, a mode or a context: what it means and which events are of it.
 *
 * @param sort key of its word, as in {@code type}
 * @param months how many of its events there are month by month
 */
record EventTypePage(Subject thing, Text title, String sort, Meaning meaning, Matrix months, Slice<EventLine> events)
        implements Page {
    /**
     * Its place in the scheme.
     *
     * @param broader of a mode its type
     * @param modes of a type, with the number of events of each
     * @param cameo codes that mean the same or something narrower
     */
    record Meaning(
            List<Text> definitions, Optional<Link> broader, List<Mode> modes, List<Link> cameo, List<Fact> facts) {}

    record Mode(Link mode, String notation, long events) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
