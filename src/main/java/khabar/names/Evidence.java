package khabar.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/**
 * What an article tells about its places, before any of them is linked. Only names that can mean one thing speak: "Georgia"
 * speaks for no country.
 *
 * @param countries ISO 3166-1 alpha-3 of those named by name, by adjective or by a great city
 * @param bySentence the same for each sentence
 * @param areas first-level areas in which cities of the article stand
 * @param calledAreas places that bear a name of which the article says that it is an area's: "Idlib is a governorate"
 * @param explained places, large or small, that the article says are places: "تلعفر التي تقع", "a town called"
 */
record Evidence(
        Set<String> countries,
        List<Set<String>> bySentence,
        Set<Entity> areas,
        Set<Entity> calledAreas,
        Set<Entity> explained) {
    /** So many live where a city's name alone tells which country is spoken of. */
    private static final long GREAT = 1_000_000;
    /** And so many where it tells which area. */
    private static final long LARGE = 100_000;
    /** A namesake with a tenth of the people leaves no doubt. */
    private static final long TIMES = 10;

    static Evidence of(List<Phrase> phrases, List<List<List<Lookup>>> lookups, Gazetteer gazetteer) {
        Evidence evidence =
                new Evidence(new HashSet<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (int s = 0; s < phrases.size(); s++) {
            Set<String> here = new HashSet<>();
            for (int i = 0; i < phrases.get(s).size(); i++) {
                Phrase phrase = phrases.get(s);
                if (phrase.isWord(i) && (phrase.arabic() || phrase.isCapitalised(i))) {
                    List<Lookup> found = lookups.get(s).get(i);
                    evidence.named(phrase, i, found, gazetteer).ifPresent(here::add);
                    evidence.explain(phrase, i, found);
                }
            }
            evidence.bySentence.add(here);
            evidence.countries.addAll(here);
        }
        return evidence;
    }

    /** What is known at a sentence. */
    Here at(int sentence) {
        return new Here(this, bySentence.get(sentence));
    }

    /**
     * What is known at a sentence.
     *
     * @param countries those that the sentence names
     */
    record Here(Evidence article, Set<String> countries) {
        boolean isNamed(String iso3) {
            return article.countries.contains(iso3);
        }
    }

    private Optional<String> named(Phrase phrase, int i, List<Lookup> found, Gazetteer gazetteer) {
        for (Clitics.Candidate reading : phrase.readings(i)) {
            Optional<String> nationality = gazetteer.nationality(reading.rest());
            if (nationality.isPresent()) {
                return nationality;
            }
            Optional<Lookup> longest = found.stream()
                    .filter(lookup -> lookup.reading().equals(reading))
                    .findFirst();
            if (longest.isPresent()) {
                Optional<Entry.Place> place = only(longest.get().match().entries());
                place.filter(there -> there.population() >= LARGE)
                        .flatMap(Entry.Place::within)
                        .ifPresent(areas::add);
                Optional<String> country =
                        place.filter(there -> speaks(there, gazetteer)).flatMap(Entry::country);
                if (country.isPresent()) {
                    return country;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean speaks(Entry.Place place, Gazetteer gazetteer) {
        return place.feature() == Entry.Feature.COUNTRY
                || place.population() >= GREAT
                || place.population() >= LARGE
                        && gazetteer.capitalOf(place.entity()).isPresent();
    }

    /** The country or city that a name means if it is a place at all; empty where it may be one in another country. */
    private static Optional<Entry.Place> only(List<Entry> entries) {
        Optional<Entry.Place> first = entries.stream()
                .filter(Entry.Place.class::isInstance)
                .map(Entry.Place.class::cast)
                .findFirst()
                .filter(place -> place.feature() != Entry.Feature.AREA);
        return first.filter(place -> entries.stream()
                .noneMatch(other -> other instanceof Entry.Place namesake
                        && !namesake.country().equals(place.country())
                        && rivals(namesake, place)));
    }

    private static boolean rivals(Entry.Place namesake, Entry.Place place) {
        if (namesake.feature() != Entry.Feature.CITY) {
            return true;
        }
        long people = place.feature() == Entry.Feature.COUNTRY ? GREAT * TIMES : place.population();
        return namesake.population() * TIMES >= people;
    }

    private void explain(Phrase phrase, int i, List<Lookup> found) {
        for (Lookup lookup : found) {
            int last = i + lookup.match().length();
            if (Kinds.isCalledArea(phrase, last)) {
                lookup.match().entries().forEach(entry -> calledAreas.add(entry.entity()));
            }
            if (Kinds.isCalledPlace(phrase, i, last, lookup.reading())) {
                lookup.match().entries().stream()
                        .filter(Entry.Place.class::isInstance)
                        .forEach(entry -> explained.add(entry.entity()));
            }
        }
    }
}
