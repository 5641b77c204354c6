package khabar.browse;

import java.util.List;
import java.util.Optional;

/** A place: where it lies, what lies in it, and what happened there. */
record PlacePage(
        Subject thing, Text title, Location location, Slice<EventLine> events, Slice<Origin> articles, Linking linking)
        implements Page {
    /** @param containers the smallest first */
    record Location(
            List<Text> names,
            List<Fact> facts,
            List<Link> containers,
            Slice<Link> contained,
            Optional<Coordinates> coordinates) {}

    /** Degrees, WGS 84. */
    record Coordinates(String latitude, String longitude) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
