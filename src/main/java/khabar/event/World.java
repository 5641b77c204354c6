package khabar.event;

import java.util.Optional;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;

/** What coding asks of the gazetteer. */
interface World {
    Optional<Entry> entry(Entity entity);

    /** The state as an actor, by ISO 3166-1 alpha-3. */
    Entry.Organisation state(String iso3);

    /** The country that a word of nationality, in normal form, belongs to. */
    Optional<String> nationality(String normal);

    /** The country whose capital a place is. */
    Optional<String> capitalOf(Entity place);
}
