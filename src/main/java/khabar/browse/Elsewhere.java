package khabar.browse;

import java.util.Map;
import java.util.Optional;

/** What well-known addresses outside are called: licences, and who is behind the gazetteer. */
final class Elsewhere {
    /** By the end of their addresses: http and https are one licence. */
    private static final Map<String, String> LICENCES = Map.of(
            "creativecommons.org/licenses/by/4.0/", "CC BY 4.0",
            "creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0",
            "creativecommons.org/licenses/by-sa/3.0/", "CC BY-SA 3.0",
            "creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0");

    private static final Map<String, String> PUBLISHERS = Map.of(
            "https://www.geonames.org/", "GeoNames",
            "https://www.naturalearthdata.com/", "Natural Earth",
            "https://cldr.unicode.org/", "Unicode CLDR",
            "https://github.com/openeventdata/CountryInfo", "CountryInfo");

    private Elsewhere() {}

    static Optional<String> name(String iri) {
        return Optional.ofNullable(PUBLISHERS.get(iri))
                .or(() -> LICENCES.entrySet().stream()
                        .filter(known -> iri.endsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** A link where it is an address, else the words alone. */
    static Link link(String source) {
        return new Link(new Text(name(source).orElse(source), "en"), source.startsWith("http") ? source : "", source);
    }
}
