package khabar.names;

import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;

/** Who or where a mention is. */
public sealed interface Resolution {
    /** In the gazetteer, or composed of a head noun and a country. */
    record Known(Entry entry, double confidence, Why why) implements Resolution {}

    /** A full name that the gazetteer does not have: an actor of its own. */
    record Dark(DarkActor actor, double confidence) implements Resolution {}

    /**
     * One of several, and the article does not tell which.
     *
     * @param candidates two or more, the likeliest first
     */
    record Ambiguous(List<Scored> candidates) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException("nothing to choose from: " + candidates);
            }
        }
    }

    /** Not said: a wrong link costs more than a missing one. */
    record Unknown() implements Resolution {}

    /** Who or what it is; empty where that is not known or not certain. */
    default Optional<Entity> entity() {
        return switch (this) {
            case Known known -> Optional.of(known.entry().entity());
            case Dark dark -> Optional.of(dark.actor().entity());
            case Ambiguous ambiguous -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }
}
