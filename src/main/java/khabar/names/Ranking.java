package khabar.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;
import khabar.text.Normaliser;

/**
 * Puts those that bear one name in order, by points. One point is worth ten times the people: a namesake ten times as large
 * is meant unless the article says otherwise, and what the article says is worth more than size. Where the first two are
 * less than a point apart nobody is chosen.
 */
final class Ranking {
    /** A country is named ten times as often as its greatest namesake among cities. */
    private static final double COUNTRY = 9;
    /** An area counts as a city of a hundred thousand: it is named more seldom than the city that it is called after. */
    private static final double AREA = 5;
    /** A capital is named more often than its size tells: as if it had nearly twice the people. */
    private static final double CAPITAL = 0.25;
    /** The article names the country of it. */
    private static final double COUNTRY_NAMED = 2;
    /** The same sentence does. */
    private static final double COUNTRY_NAMED_HERE = 1;
    /** The country stands beside it: "Tripoli, Libya", "طرابلس اللبنانية". */
    private static final double COUNTRY_BESIDE = 2;
    /** The article names a city of the area. */
    private static final double CITY_OF_AREA = 3;
    /** Vowel marks leave hardly a doubt. */
    private static final double MARKS = 5;
    /** A noun says which kind it is: "سلطنة عمان", "Washington state". */
    private static final double KIND = 6;
    /** Who or what stands beside it in a list is of its kind: "الكويت وعمان". */
    private static final double LISTED_WITH = 1.5;
    /** One is in a city more often than in the country of the same name. */
    private static final double LOCATED = 1.1;
    /** Less than this apart, and either may be meant. */
    private static final double MARGIN = 1;
    /** The points that no name passes: what scores are shares of. */
    private static final double MOST = 20;

    private final Gazetteer gazetteer;

    Ranking(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A name where it stands. */
    record Place(Phrase phrase, int first, int last, Clitics.Candidate reading, Evidence.Here here) {}

    private record Ranked(Entry entry, double points) {
        Scored scored() {
            return new Scored(entry, Math.clamp(points / MOST, 0, 1));
        }
    }

    /** Who is meant, with what else may be; empty where nobody bears the name. */
    Optional<Resolution> resolve(Place place, List<Entry> bearers, double confidence, Basis basis) {
        List<Entry> entries = withoutAreasOf(ofOneKind(bearers));
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        if (entries.size() == 1) {
            Entry only = area(place, entries.getFirst());
            return Optional.of(new Resolution.Known(only, confidence, Why.by(basis)));
        }
        boolean seats = areSeats(entries);
        List<Ranked> ranked = entries.stream()
                .map(entry -> new Ranked(entry, points(place, entry, seats)))
                .sorted(Comparator.comparingDouble(Ranked::points).reversed())
                .toList();
        Ranked best = ranked.getFirst();
        List<Ranked> rivals = ranked.stream()
                .skip(1)
                .filter(other -> !isOnePlace(best.entry(), other.entry()))
                .toList();
        if (!rivals.isEmpty() && best.points() - rivals.getFirst().points() < MARGIN) {
            List<Scored> either = new ArrayList<>();
            either.add(best.scored());
            rivals.stream()
                    .filter(other -> best.points() - other.points() < 2 * MARGIN)
                    .map(Ranked::scored)
                    .forEach(either::add);
            return Optional.of(new Resolution.Ambiguous(either));
        }
        List<Scored> others = ranked.stream().skip(1).map(Ranked::scored).toList();
        return Optional.of(new Resolution.Known(area(place, best.entry()), confidence, new Why(basis, others)));
    }

    /** A city stands for its area as well, see {@link #area(Place, Entry)}. */
    private static List<Entry> withoutAreasOf(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entries.stream()
                        .noneMatch(other -> other instanceof Entry.Place city
                                && city.feature() == Entry.Feature.CITY
                                && city.within().equals(Optional.of(entry.entity()))))
                .toList();
    }

    /** A country's name is the country's before anybody else's; else people go before organisations before places. */
    private static List<Entry> ofOneKind(List<Entry> entries) {
        if (entries.size() < 2) {
            return entries;
        }
        List<Entry> places = of(entries, Entry.Place.class);
        if (places.size() == entries.size() || places.stream().anyMatch(Ranking::isCountry)) {
            return places;
        }
        List<Entry> people = of(entries, Entry.Person.class);
        return people.isEmpty() ? of(entries, Entry.Organisation.class) : people;
    }

    private static List<Entry> of(List<Entry> entries, Class<? extends Entry> kind) {
        return entries.stream().filter(kind::isInstance).toList();
    }

    private static boolean isCountry(Entry entry) {
        return entry instanceof Entry.Place place && place.feature() == Entry.Feature.COUNTRY;
    }

    /** "عمان" is a country and another's capital: neither is the likelier by itself. */
    private boolean areSeats(List<Entry> entries) {
        return entries.stream()
                .filter(Ranking::isCountry)
                .anyMatch(country -> entries.stream()
                        .anyMatch(city -> gazetteer
                                .capitalOf(city.entity())
                                .filter(iso3 -> !country.country().equals(Optional.of(iso3)))
                                .isPresent()));
    }

    private double points(Place place, Entry entry, boolean seats) {
        double points = entry instanceof Entry.Place there ? ofPlace(place, there, seats) : 0;
        Optional<String> country = entry.country();
        if (country.filter(place.here()::isNamed).isPresent()) {
            points += COUNTRY_NAMED;
        }
        if (country.filter(place.here().countries()::contains).isPresent()) {
            points += COUNTRY_NAMED_HERE;
        }
        if (country.filter(iso3 -> isBeside(place, iso3)).isPresent()) {
            points += COUNTRY_BESIDE;
        }
        return points;
    }

    private double ofPlace(Place place, Entry.Place there, boolean seats) {
        double points = switch (there.feature()) {
            case COUNTRY -> ofCountry(place, seats);
            case AREA -> ofArea(place, there);
            case CITY -> ofCity(place, there, seats);
        };
        String text = place.phrase().token(place.first()).text();
        if (place.last() - place.first() == 1 && Marks.isMarked(text)) {
            points += MARKS * Marks.agreement(text, there.names());
        }
        return points;
    }

    private double ofCountry(Place place, boolean seats) {
        boolean called = Words.STATE_HEADS_AR.contains(place.phrase().normal(place.first() - 1));
        if (!seats) {
            return COUNTRY + (called ? KIND : 0);
        }
        return AREA + 1 + (called ? KIND : 0) + (isListedWith(place, true) ? LISTED_WITH : 0);
    }

    private static double ofArea(Place place, Entry.Place area) {
        return AREA
                + (Kinds.isArea(place.phrase(), place.first(), place.last()) ? KIND : 0)
                + (place.here().article().areas().contains(area.entity()) ? CITY_OF_AREA : 0);
    }

    private double ofCity(Place place, Entry.Place city, boolean seats) {
        double points = Math.log10(1.0 + city.population())
                + (gazetteer.capitalOf(city.entity()).isPresent() ? CAPITAL : 0);
        if (!seats) {
            return points
                    + (Words.AREAS_FIRST.contains(place.reading().rest()) ? MARGIN : 0)
                    + (Kinds.isCity(place.phrase(), place.first(), place.last()) ? KIND : 0);
        }
        boolean located = Plausible.isLocated(place.phrase(), place.first(), place.reading());
        return AREA + 1 + (located ? LOCATED : 0) + (isListedWith(place, false) ? LISTED_WITH : 0);
    }

    /** Whether the country is named, by name or adjective, within three words of the name. */
    private boolean isBeside(Place place, String iso3) {
        Phrase phrase = place.phrase();
        for (int i = place.first() - 3; i < place.last() + 2; i++) {
            if (phrase.isWord(i)
                    && (i < place.first() || i >= place.last())
                    && (phrase.arabic() || phrase.isCapitalised(i))
                    && isOf(phrase, i, iso3)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(Phrase phrase, int i, String iso3) {
        return gazetteer.nationality(phrase.normal(i)).filter(iso3::equals).isPresent()
                || gazetteer.longest(phrase.normals(), i).stream()
                        .flatMap(match -> match.entries().stream().limit(1))
                        .anyMatch(entry -> isCountry(entry) && entry.country().equals(Optional.of(iso3)));
    }

    /** Whether the name before or after it in a list is a country's, or a city's. */
    private boolean isListedWith(Place place, boolean country) {
        Phrase phrase = place.phrase();
        boolean before = place.reading().prefix().equals("و") && isA(phrase, place.first() - 1, country);
        String after = phrase.normal(place.last());
        return before || after.startsWith("و") && isA(phrase, place.last(), country);
    }

    private boolean isA(Phrase phrase, int i, boolean country) {
        return phrase.isWord(i)
                && phrase.readings(i).stream()
                        .flatMap(reading -> gazetteer.longest(List.of(reading.rest()), 0).stream())
                        .flatMap(match -> match.entries().stream().limit(1))
                        .anyMatch(entry -> entry instanceof Entry.Place && isCountry(entry) == country);
    }

    /** A city and its area, or a country and its capital: one may be taken for the other, but not for another land. */
    private static boolean isOnePlace(Entry one, Entry other) {
        return one instanceof Entry.Place
                && other instanceof Entry.Place
                && one.country().equals(other.country())
                && (!isCity(one) || !isCity(other));
    }

    private static boolean isCity(Entry entry) {
        return entry instanceof Entry.Place place && place.feature() == Entry.Feature.CITY;
    }

    /**
     * The area in place of its city, where the article says that the name is an area's, or news means the area whenever it
     * does not say "city": Idlib, Gaza.
     */
    private Entry area(Place place, Entry entry) {
        if (!(entry instanceof Entry.Place city) || city.feature() != Entry.Feature.CITY) {
            return entry;
        }
        Phrase phrase = place.phrase();
        if (Kinds.isCity(phrase, place.first(), place.last())) {
            return entry;
        }
        boolean first = place.last() - place.first() == 1
                && Words.AREAS_FIRST.contains(place.reading().rest());
        boolean called = place.here().article().calledAreas().contains(city.entity())
                || Kinds.isArea(phrase, place.first(), place.last());
        return first || called
                ? city.within()
                        .flatMap(gazetteer::entry)
                        .filter(area -> first || sharesName(area, city))
                        .orElse(entry)
                : entry;
    }

    private static boolean sharesName(Entry area, Entry.Place city) {
        return area instanceof Entry.Place there
                && there.feature() == Entry.Feature.AREA
                && there.names().stream()
                        .anyMatch(name -> city.names().stream()
                                .anyMatch(other ->
                                        isIn(Normaliser.normal(other.text()), Normaliser.normal(name.text()))));
    }

    /** "Idlib" in "Idlib Governorate", "محافظة إدلب". */
    private static boolean isIn(String city, String area) {
        return area.equals(city) || area.startsWith(city + " ") || area.endsWith(" " + city);
    }
}
