package khabar.names;

import java.util.Optional;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;

/** Who or where a mention is. */
public sealed interface Resolution {
    /** In the gazetteer, or composed of a head noun and a country. */
    record Known(Entry entry, double confidence) implements Resolution {}

    /** A full name that the gazetteer does not have: an actor of its own. */
    record Dark(DarkActor actor, double confidence) implements Resolution {}

    /** Not said: a wrong link costs more than a missing one. */
    record Unknown() implements Resolution {}

    default Optional<Entity> entity() {
        return switch (this) {
            case Known known -> Optional.of(known.entry().entity());
            case Dark dark -> Optional.of(dark.actor().entity());
            case Unknown unknown -> Optional.empty();
        };
    }
}
