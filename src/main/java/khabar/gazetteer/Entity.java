package khabar.gazetteer;

import java.util.regex.Pattern;

/**
 * Who or what is meant, whatever the base IRI is.
 *
 * @param key {@code [a-z0-9-]+}
 */
public record Entity(EntityType type, String key) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+");

    public Entity {
        if (!KEY.matcher(key).matches()) {
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
