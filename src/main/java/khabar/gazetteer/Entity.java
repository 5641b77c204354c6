package khabar.gazetteer;

/**
 * Who or what is meant, whatever the base IRI is.
 *
 * @param key {@code [a-z0-9-]+}
 */
public record Entity(EntityType type, String key) {
    public Entity {
        if (!key.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a key: " + key);
        }
    }

    public static Entity person(String key) {
        return new Entity(EntityType.PERSON, key);
    }

    public static Entity organisation(String key) {
        return new Entity(EntityType.ORGANISATION, key);
    }

    public static Entity place(String key) {
        return new Entity(EntityType.PLACE, key);
    }

    /** Relative to the base IRI, as in {@code id/person/sergei-shoigu}. */
    public String path() {
        return "id/" + type.segment() + "/" + key;
    }
}
