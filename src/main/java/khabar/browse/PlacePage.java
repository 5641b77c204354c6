package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.browse.figure.Atlas;
import khabar.browse.figure.Matrix;

/** A place: where it lies, what lies in it, and what happened there. */
record PlacePage(
        Subject thing,
        Text title,
        Location location,
        Seen seen,
        Slice<EventLine> events,
        Slice<Origin> articles,
        Linking linking)
        implements Page {
    /** @param containers the smallest first */
    record Location(
            List<Text> names,
            List<Fact> facts,
            List<Link> containers,
            Slice<Link> contained,
            Optional<Coordinates> coordinates) {}

    /** Its events as figures, and who has a part in most of them; where it lies, where there were none. */
    record Seen(Atlas map, Matrix types, List<HomePage.Busy> actors) {}

    /** Degrees, WGS 84. */
    record Coordinates(String latitude, String longitude) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
