package khabar.gazetteer;

import java.util.Locale;
import java.util.Optional;

/**
 * A name as a collection elsewhere gives it.
 *
 * @param thing IRI of what bears it
 * @param type empty where all things of the collection are places that only those known here are taken of
 * @param label whether it is one that the collection shows the thing by
 */
record CollectedName(String thing, Optional<EntityType> type, Name name, boolean label) {
    /** In tables people write types in many ways. */
    static Optional<EntityType> type(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "person", "per", "human" -> Optional.of(EntityType.PERSON);
            case "organisation", "organization", "org" -> Optional.of(EntityType.ORGANISATION);
            case "place", "location", "loc", "city", "area", "country" -> Optional.of(EntityType.PLACE);
            default -> Optional.empty();
        };
    }
}
