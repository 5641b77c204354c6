package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.browse.figure.Atlas;
import khabar.browse.figure.TimeLine;

/** Where a visitor starts: a box to search in, the latest, who and what is told of most, and how much there is. */
record HomePage(
        Text title,
        List<Count> counts,
        Freshness freshness,
        List<EventCard> events,
        List<Origin> articles,
        Busiest busiest,
        Lately lately)
        implements Page {
    /** @param kind word in addresses, as in {@code person} */
    record Count(String kind, long number) {}

    /**
     * How new it is.
     *
     * @param read when the last article was read
     * @param first day on which an article was published
     * @param last such day
     */
    record Freshness(Optional<Dates.Shown> read, Optional<Dates.Shown> first, Optional<Dates.Shown> last) {}

    /** Who and where the most happens, and what: those of the most events first. */
    record Busiest(List<Busy> persons, List<Busy> organisations, List<Busy> places, List<Busy> types) {}

    /**
     * @param events in how many it has a part
     * @param href the page about it
     */
    record Busy(Text name, long events, String href) {}

    /** The latest events as figures: where, and when. */
    record Lately(Atlas map, TimeLine line) {}

    @Override
    public boolean hasSearchBox() {
        return true;
    }
}
