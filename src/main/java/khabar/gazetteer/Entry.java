package khabar.gazetteer;

import java.util.List;
import java.util.Optional;

/** What the gazetteer knows of one person, organisation or place. */
public sealed interface Entry {
    Entity entity();

    /** The name to show in English, or the best there is. */
    String english();

    /** The name to show in Arabic, or the best there is. */
    String arabic();

    /** Every name and spelling, the two to show among them. */
    List<Name> names();

    /** ISO 3166-1 alpha-3, upper case, of the country it belongs to; empty for what stands above countries. */
    Optional<String> country();

    /** The same thing by other names. */
    Entry with(String english, String arabic, List<Name> names);

    /** A person. Offices are in {@link Gazetteer#tenures(Entity)}. */
    record Person(Entity entity, String english, String arabic, List<Name> names, Optional<String> country)
            implements Entry {
        public Person {
            names = List.copyOf(names);
        }

        @Override
        public Person with(String english, String arabic, List<Name> names) {
            return new Person(entity, english, arabic, names, country);
        }
    }

    /**
     * A group, army, ministry, agency or state.
     *
     * @param codes PLOVER sector and non-state codes, as {@code GOV}, {@code MIL}, {@code IGO}
     * @param origin whether a source lists it or it was composed of a head noun and a country
     */
    record Organisation(
            Entity entity,
            String english,
            String arabic,
            List<Name> names,
            Optional<String> country,
            List<String> codes,
            Origin origin)
            implements Entry {
        public Organisation {
            names = List.copyOf(names);
            codes = List.copyOf(codes);
        }

        @Override
        public Organisation with(String english, String arabic, List<Name> names) {
            return new Organisation(entity, english, arabic, names, country, codes, origin);
        }
    }

    /**
     * A country, a first-level area, or a city.
     *
     * @param within the place that holds it: city → area → country
     */
    record Place(
            Entity entity,
            String english,
            String arabic,
            List<Name> names,
            Optional<String> country,
            Feature feature,
            Optional<Entity> within,
            Optional<Point> point,
            long population)
            implements Entry {
        public Place {
            names = List.copyOf(names);
        }

        @Override
        public Place with(String english, String arabic, List<Name> names) {
            return new Place(entity, english, arabic, names, country, feature, within, point, population);
        }
    }

    /** How an organisation came to be known. */
    enum Origin {
        LISTED,
        STATE,
        COMPOSED
    }

    /** What kind of place. */
    enum Feature {
        COUNTRY,
        AREA,
        CITY
    }

    /** WGS 84 degrees. */
    record Point(double latitude, double longitude) {}
}
