package khabar.gazetteer;

import java.util.Locale;

/** The kinds of thing a name may stand for. */
public enum EntityType {
    PERSON,
    ORGANISATION,
    PLACE;

    /** The segment in IRIs, as in {@code /id/person/…}. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
