package khabar.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/** Finds the names that the gazetteer lists, whole words before words with particles, long names before short ones. */
final class GazetteerNames {
    /** A smaller place is believed only where the words or the country about it speak for a place. */
    private static final long LARGE = 100_000;

    /** How sure a link is that the words about a name speak for, and the gazetteer alone would not. */
    private static final double KNOWN_BY_CONTEXT = 0.8;

    private final Gazetteer gazetteer;

    GazetteerNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Candidate> in(Phrase phrase, Countries countries) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.isWord(i)) {
                at(phrase, i, countries).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Candidate> at(Phrase phrase, int i, Countries countries) {
        for (Clitics.Candidate reading : phrase.readings(i)) {
            for (Gazetteer.Match match : gazetteer.longest(phrase.from(i, reading), 0)) {
                Optional<Candidate> candidate = candidate(phrase, i, reading, match, countries);
                if (candidate.isPresent()) {
                    return candidate;
                }
            }
        }
        return Optional.empty();
    }

    /** What the gazetteer has for a name of known extent and type: the likeliest that bears it. */
    Optional<Candidate> named(Phrase phrase, Recogniser.Found name, Countries countries) {
        for (Clitics.Candidate reading : phrase.readings(name.first())) {
            Optional<Entry> entry = gazetteer.longest(phrase.from(name.first(), reading), 0).stream()
                    .filter(match -> match.length() == name.last() - name.first())
                    .flatMap(match -> match.entries().stream())
                    .filter(named -> type(named) == name.type() && isBelievable(named, countries))
                    .max(Comparator.comparingDouble(named -> weight(named, countries)));
            if (entry.isPresent()) {
                return Optional.of(new Candidate(
                        name.first(),
                        name.last(),
                        reading.length(),
                        reading.prefix(),
                        name.type(),
                        new Resolution.Known(entry.get(), KNOWN_BY_CONTEXT, Why.by(Basis.NAME)),
                        name.confidence()));
            }
        }
        return Optional.empty();
    }

    /** Whether the name is an adjective of nationality beside another one, see {@link #isAdjective(Phrase, int, Clitics.Candidate)}. */
    boolean isAdjective(Phrase phrase, Recogniser.Found name) {
        return phrase.arabic()
                && name.last() - name.first() == 1
                && phrase.readings(name.first()).stream()
                        .anyMatch(reading -> isAdjective(phrase, name.first(), reading));
    }

    /** A small place that no country about it speaks for may be any of its namesakes. */
    private static boolean isBelievable(Entry entry, Countries countries) {
        return !(entry instanceof Entry.Place place)
                || place.feature() != Entry.Feature.CITY
                || place.population() >= LARGE
                || place.country().filter(countries::isNamed).isPresent();
    }

    private Optional<Candidate> candidate(
            Phrase phrase, int i, Clitics.Candidate reading, Gazetteer.Match match, Countries countries) {
        int last = i + match.length();
        if (phrase.arabic() && match.length() == 1 && isAdjective(phrase, i, reading)) {
            return Optional.empty();
        }
        if (!phrase.arabic() && !isCapitalised(phrase, i, last)) {
            return Optional.empty();
        }
        boolean twoSeats = phrase.arabic() && isCountryAndCapital(match.entries());
        return match.entries().stream()
                .filter(entry -> !twoSeats || isCountry(entry) == Words.STATE_HEADS_AR.contains(phrase.normal(i - 1)))
                .filter(entry -> isLikely(phrase, i, last, reading, entry, countries))
                .filter(entry -> !match.common() || isCertain(phrase, i, last, reading, entry))
                .max(Comparator.comparingDouble(entry -> weight(entry, countries)))
                .map(entry -> new Candidate(
                        i,
                        last,
                        reading.length(),
                        reading.prefix(),
                        type(entry),
                        new Resolution.Known(entry, confidence(entry, match), Why.by(Basis.NAME)),
                        confidence(entry, match)));
    }

    /** "عمان" is a country and another's capital: the country is called so after "سلطنة" and the like, else the capital. */
    private boolean isCountryAndCapital(List<Entry> entries) {
        return entries.stream().anyMatch(GazetteerNames::isCountry)
                && entries.stream()
                        .filter(entry -> !isCountry(entry))
                        .anyMatch(entry -> gazetteer
                                .capitalOf(entry.entity())
                                .filter(country -> !entries.stream()
                                        .filter(GazetteerNames::isCountry)
                                        .allMatch(named -> named.country().equals(Optional.of(country))))
                                .isPresent());
    }

    private static boolean isCountry(Entry entry) {
        return entry instanceof Entry.Place place && place.feature() == Entry.Feature.COUNTRY;
    }

    /**
     * "سورية" after an adjective of nationality is one too, and names no country: "وسائل إعلام روسية وسورية". Only the
     * form without article is in doubt.
     */
    private boolean isAdjective(Phrase phrase, int i, Clitics.Candidate reading) {
        return reading.rest().endsWith("يه")
                && gazetteer.nationality(reading.rest()).isPresent()
                && gazetteer.nationality(phrase.normal(i - 1)).isPresent()
                && phrase.normal(i - 1).endsWith("يه");
    }

    /** What speaks for a name that is an everyday word too. */
    private static boolean isCertain(Phrase phrase, int first, int last, Clitics.Candidate reading, Entry entry) {
        if (!phrase.arabic()) {
            boolean upper = phrase.token(first).text().chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
            return upper || entry instanceof Entry.Place && isLocated(phrase, first, reading);
        }
        return switch (entry) {
            case Entry.Person person -> false;
            case Entry.Organisation organisation ->
                last - first > 1
                        || Words.ORGANISATION_HEADS_AR.contains(Phrase.bare(last(phrase.normal(first - 1))))
                        || !Words.AMBIGUOUS_AR.contains(reading.rest())
                                && reading.prefix().isEmpty();
            case Entry.Place place ->
                place.feature() == Entry.Feature.COUNTRY
                        || isPlaceHead(phrase, first)
                        || place.population() >= LARGE && isLocated(phrase, first, reading);
        };
    }

    /** In English a name has capitals: at its ends ("US-led coalition": at its head), all through where it is as short as "US". */
    private static boolean isCapitalised(Phrase phrase, int first, int last) {
        if (last - first == 1 && phrase.normal(first).length() <= 3) {
            String text = phrase.token(first).text().replace(".", "");
            boolean upper = text.chars().allMatch(Character::isUpperCase);
            return upper
                    || phrase.normal(first).length() == 3
                            && Character.isUpperCase(text.charAt(0))
                            && !Words.AMBIGUOUS_EN.contains(phrase.normal(first));
        }
        return phrase.isCapitalised(first)
                && (last - first >= 3
                        || phrase.isCapitalised(last - 1)
                        || phrase.normal(last - 1).length() <= 2);
    }

    private boolean isLikely(
            Phrase phrase, int first, int last, Clitics.Candidate reading, Entry entry, Countries countries) {
        boolean single = last - first == 1;
        return switch (entry) {
            case Entry.Person person -> true;
            case Entry.Organisation organisation -> !single || isLikelyName(phrase, first, reading, organisation);
            case Entry.Place place -> isLikelyPlace(phrase, first, single, reading, place, countries);
        };
    }

    private static boolean isLikelyName(
            Phrase phrase, int first, Clitics.Candidate reading, Entry.Organisation organisation) {
        if (phrase.arabic()) {
            return !Words.AMBIGUOUS_AR.contains(reading.rest())
                    || Words.ORGANISATION_HEADS_AR.contains(Phrase.bare(last(phrase.normal(first - 1))));
        }
        return !Words.AMBIGUOUS_EN.contains(phrase.normal(first))
                || phrase.token(first).text().chars().allMatch(Character::isUpperCase)
                        && organisation.codes().stream().anyMatch(code -> code.endsWith("O"));
    }

    private static String last(String normal) {
        return normal.startsWith("و") || normal.startsWith("ل") || normal.startsWith("ب")
                ? normal.substring(1)
                : normal;
    }

    private static boolean isLikelyPlace(
            Phrase phrase,
            int first,
            boolean single,
            Clitics.Candidate reading,
            Entry.Place place,
            Countries countries) {
        if (single && phrase.arabic() && Words.NOT_PLACES_AR.contains(reading.rest())) {
            return false;
        }
        if (place.feature() != Entry.Feature.CITY) {
            return true;
        }
        boolean located = isLocated(phrase, first, reading);
        boolean near = place.country().filter(countries::isNamed).isPresent();
        if (place.population() >= LARGE) {
            return true;
        }
        if (single && phrase.arabic()) {
            return place.population() >= 20_000
                            && near
                            && (located || reading.rest().startsWith("ال"))
                    || near && isPlaceHead(phrase, first);
        }
        return near || located && place.population() >= 15_000;
    }

    static boolean isLocated(Phrase phrase, int first, Clitics.Candidate reading) {
        String before = phrase.normal(first - 1);
        return phrase.arabic()
                ? reading.has('ب') || Words.LOCATIVE_AR.contains(before) || Words.LOCATIVE_AR.contains(last(before))
                : Words.LOCATIVE_EN.contains(before);
    }

    private static boolean isPlaceHead(Phrase phrase, int first) {
        String before = phrase.normal(first - 1);
        return phrase.arabic() ? Words.PLACE_HEADS_AR.contains(before) : Words.PLACE_HEADS_EN.contains(before);
    }

    /** Which of several things of one name is meant: known groups and people first, then big places in named countries. */
    private static double weight(Entry entry, Countries countries) {
        double near = entry.country().filter(countries::isNamed).isPresent() ? 3 : 0;
        return near
                + switch (entry) {
                    case Entry.Person person -> 12;
                    case Entry.Organisation organisation -> 11;
                    case Entry.Place place ->
                        place.feature() == Entry.Feature.COUNTRY
                                ? 20
                                : Math.log10(1.0 + place.population())
                                        + (place.feature() == Entry.Feature.AREA ? -1 : 0);
                };
    }

    static MentionType type(Entry entry) {
        return switch (entry) {
            case Entry.Person person -> MentionType.PERSON;
            case Entry.Organisation organisation -> MentionType.ORGANISATION;
            case Entry.Place place -> MentionType.PLACE;
        };
    }

    private static double confidence(Entry entry, Gazetteer.Match match) {
        return switch (entry) {
            case Entry.Person person -> match.length() > 1 ? 0.98 : 0.9;
            case Entry.Organisation organisation -> match.length() > 1 ? 0.97 : 0.85;
            case Entry.Place place ->
                place.feature() == Entry.Feature.COUNTRY
                        ? 0.98
                        : match.entries().size() == 1 ? 0.93 : 0.85;
        };
    }
}
