package khabar.names;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/** The countries that an article names, by their names or by adjectives: what stands in them is more likely meant. */
record Countries(Set<String> codes) {

    static Countries of(List<Phrase> phrases, Gazetteer gazetteer) {
        Set<String> codes = new HashSet<>();
        for (Phrase phrase : phrases) {
            for (int i = 0; i < phrase.size(); i++) {
                if (phrase.isWord(i) && (phrase.arabic() || phrase.isCapitalised(i))) {
                    named(phrase, i, gazetteer).ifPresent(codes::add);
                }
            }
        }
        return new Countries(Set.copyOf(codes));
    }

    boolean isNamed(String iso3) {
        return codes.contains(iso3);
    }

    private static Optional<String> named(Phrase phrase, int i, Gazetteer gazetteer) {
        for (Clitics.Candidate reading : phrase.readings(i)) {
            Optional<String> nationality = gazetteer.nationality(reading.rest());
            if (nationality.isPresent()) {
                return nationality;
            }
            Optional<String> country = gazetteer.longest(phrase.from(i, reading), 0).stream()
                    .limit(1)
                    .flatMap(match -> match.entries().stream())
                    .filter(entry -> entry instanceof Entry.Place place
                            && place.feature() != Entry.Feature.AREA
                            && isCertain(place))
                    .findFirst()
                    .flatMap(Entry::country);
            if (country.isPresent()) {
                return country;
            }
        }
        return Optional.empty();
    }

    /** A country, or a city so large that its name alone tells which is meant. */
    private static boolean isCertain(Entry.Place place) {
        return place.feature() == Entry.Feature.COUNTRY || place.population() >= 1_000_000;
    }
}
