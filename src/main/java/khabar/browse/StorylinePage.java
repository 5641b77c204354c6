package khabar.browse;

import java.util.List;
import java.util.Optional;

/**
 * A storyline: its events in order, and why each goes on from one before.
 *
 * @param run what read the reports that it was computed from
 */
record StorylinePage(Subject thing, Text title, StorylineLine line, Optional<Link> run, List<Slot> slots)
        implements Page {
    /** An event of the storyline; the first, and what no link leads to, follows none. */
    record Slot(EventLine line, List<Step> follows) {}

    /**
     * That an event goes on from an earlier one, and what the two have in common.
     *
     * @param score in points
     * @param articles that tell both
     */
    record Step(
            Link earlier,
            String score,
            long days,
            List<Link> actors,
            List<Link> countries,
            List<Link> places,
            List<Link> articles) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
