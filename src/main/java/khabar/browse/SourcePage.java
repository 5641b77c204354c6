package khabar.browse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who publishes articles, which ones, and of what they tell.
 *
 * @param firsts events that others told too, but not before it; the latest of them
 */
record SourcePage(
        Subject thing,
        Text title,
        Summary summary,
        List<Fact> facts,
        Slice<Origin> articles,
        List<EventLine> firsts,
        Slice<EventLine> events)
        implements Page {
    /**
     * What its articles have in common.
     *
     * @param languages by name, with the number of articles
     * @param terms what may be shown, with the number of articles
     */
    record Summary(
            Map<String, Long> languages,
            Map<String, Long> terms,
            Optional<Dates.Shown> first,
            Optional<Dates.Shown> last) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
