package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.browse.figure.Atlas;

/** One event, all reports of it side by side, and what came before and after it in its story. */
record EventPage(
        Subject thing,
        Text title,
        List<Text> names,
        Merged merged,
        Atlas map,
        Merging merging,
        List<ReportCard> reports,
        Optional<InStory> story,
        List<EventLine> related)
        implements Page {
    /** What the reports are believed to be about. */
    record Merged(
            ReportCard.Claim claim,
            List<Link> contexts,
            List<ReportCard.Part> actors,
            List<ReportCard.Part> recipients,
            Counts counts) {}

    /**
     * How many tell of it; copies of one story count as one source.
     *
     * @param languages in which it is told, by their names
     */
    record Counts(long articles, long sources, List<String> languages) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
