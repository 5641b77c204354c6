package khabar.names;

import java.util.List;
import khabar.gazetteer.Entry;
import khabar.text.Clitics;

/** Whether a listed name is meant as a name where it stands, and not as another word or a place nobody speaks of. */
final class Plausible {
    /** A smaller place is believed only where the words or the country about it speak for a place. */
    private static final long LARGE = 100_000;
    /** Of a smaller one than this only a noun or the article's own words do. */
    private static final long SMALL = 20_000;
    /** How far back the verb may stand that takes a place: "دخلت القوات الموصل". */
    private static final int VERB = 4;

    private final Phrase phrase;
    private final List<List<Lookup>> lookups;
    private final Evidence.Here here;

    /** @param lookups for each token the names that begin there, if they were looked up */
    Plausible(Phrase phrase, List<List<Lookup>> lookups, Evidence.Here here) {
        this.phrase = phrase;
        this.lookups = lookups;
        this.here = here;
    }

    /** Of a name whose extent is known already: a small place that no country speaks for may be any of its namesakes. */
    boolean isBelievable(Entry entry) {
        return !(entry instanceof Entry.Place place)
                || place.feature() != Entry.Feature.CITY
                || place.population() >= LARGE
                || here.article().explained().contains(place.entity())
                || place.country().filter(here::isNamed).isPresent();
    }

    boolean isLikely(int first, int last, Clitics.Candidate reading, Entry entry) {
        boolean single = last - first == 1;
        return switch (entry) {
            case Entry.Person person -> true;
            case Entry.Organisation organisation -> !single || isLikelyName(first, reading, organisation);
            case Entry.Place place -> isLikelyPlace(first, single, reading, place);
        };
    }

    /** What speaks for a name that is an everyday word too. */
    boolean isCertain(int first, int last, Clitics.Candidate reading, Entry entry) {
        if (!phrase.arabic()) {
            boolean upper = phrase.token(first).text().chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
            return upper || entry instanceof Entry.Place && isLocated(phrase, first, reading);
        }
        return switch (entry) {
            case Entry.Person person -> false;
            case Entry.Organisation organisation ->
                last - first > 1
                        || isCalled(first)
                        || (Words.AMBIGUOUS_AR.contains(reading.rest())
                                ? isLikelyName(first, reading, organisation)
                                : reading.prefix().isEmpty());
            case Entry.Place place ->
                place.feature() == Entry.Feature.COUNTRY
                        || isPlaceHead(first)
                        || here.article().explained().contains(place.entity())
                        || place.population() >= LARGE && isWithin(first, reading) && isTold(reading, place);
        };
    }

    /** In or to it, which "of that make", "near the door" are not. */
    private boolean isWithin(int first, Clitics.Candidate reading) {
        return isLocated(phrase, first, reading) && !Words.NOT_WITHIN_AR.contains(phrase.normal(first - 1));
    }

    /** "في معسكر", "في ليل": an everyday noun without article needs its country besides. */
    private boolean isTold(Clitics.Candidate reading, Entry.Place place) {
        return reading.rest().startsWith("ال")
                || place.country().filter(here::isNamed).isPresent();
    }

    private boolean isLikelyName(int first, Clitics.Candidate reading, Entry.Organisation organisation) {
        if (phrase.arabic()) {
            return !Words.AMBIGUOUS_AR.contains(reading.rest())
                    || isCalled(first)
                    || here.article().explained().contains(organisation.entity()) && isNoun(first, reading);
        }
        return !Words.AMBIGUOUS_EN.contains(phrase.normal(first))
                || phrase.token(first).text().chars().allMatch(Character::isUpperCase)
                        && organisation.codes().stream().anyMatch(code -> code.endsWith("O"));
    }

    private boolean isCalled(int first) {
        return Words.ORGANISATION_HEADS_AR.contains(Phrase.bare(bare(phrase.normal(first - 1))));
    }

    /** Whether a word that may be a verb is none: after a preposition, after a feminine verb, in a list of names. */
    private boolean isNoun(int first, Clitics.Candidate reading) {
        String before = bare(phrase.normal(first - 1));
        return reading.has('ل')
                || reading.has('ب')
                || Words.TITLE_BREAKS_AR.contains(before)
                || before.endsWith("ت") && Words.STATE_VERBS_AR.contains(before)
                || reading.prefix().equals("و") && Lookup.isOrganisationBefore(lookups, first);
    }

    private boolean isLikelyPlace(int first, boolean single, Clitics.Candidate reading, Entry.Place place) {
        if (single
                && phrase.arabic()
                && (Words.NOT_PLACES_AR.contains(reading.rest())
                        || Words.NOT_PLACES_AR.contains(phrase.normal(first))
                        || isBirthplace(first, reading)
                        || isOtherWord(first, reading))) {
            return false;
        }
        if (single && !phrase.arabic() && isSurname(first)) {
            return false;
        }
        if (place.feature() != Entry.Feature.CITY || here.article().explained().contains(place.entity())) {
            return true;
        }
        boolean near = place.country().filter(here::isNamed).isPresent();
        boolean located = isLocated(phrase, first, reading);
        if (single && phrase.arabic() && isLooselyWritten(first, reading) && !near && !located) {
            return false;
        }
        if (place.population() >= LARGE) {
            return true;
        }
        if (single && phrase.arabic()) {
            return place.population() >= SMALL
                            && near
                            && (located || reading.rest().startsWith("ال"))
                    || near && isPlaceHead(first);
        }
        return near || located && place.population() >= 15_000;
    }

    /** "Denzel Washington": right after a given name that is no other word. */
    private boolean isSurname(int first) {
        String before = phrase.normal(first - 1);
        return phrase.isCapitalised(first - 1)
                && Words.NAME_WORDS_EN.contains(before)
                && !Words.AFTER_NAMES_EN.contains(before)
                && !Words.STATE_VERBS_EN.contains(before)
                && !Words.LOCATIVE_EN.contains(before)
                && lookups.size() >= first
                && lookups.get(first - 1).isEmpty();
    }

    /** "مسقط رأسه". */
    private boolean isBirthplace(int first, Clitics.Candidate reading) {
        return reading.rest().equals("مسقط") && phrase.normal(first + 1).startsWith("راس");
    }

    /** "الطريق الموصل إلى", "الخلاف القائم بين": an adjective or participle and no city. */
    private boolean isOtherWord(int first, Clitics.Candidate reading) {
        if (!Words.ADJECTIVES_AR.contains(reading.rest())) {
            return false;
        }
        String next = phrase.normal(first + 1);
        String before = phrase.normal(first - 1);
        if (next.equals("بين") || next.equals("الي") || next.equals("علي")) {
            return true;
        }
        boolean definite = before.startsWith("ال") && !Words.PLACE_HEADS_AR.contains(before);
        if (!definite) {
            return false;
        }
        for (int i = first - 2; i >= first - VERB; i--) {
            String word = phrase.normal(i);
            if (Words.TAKING_AR.contains(word) || Words.TAKING_AR.contains(bare(word))) {
                return false;
            }
        }
        return true;
    }

    /** Listed with ة and written with ه it may be another word with a pronoun: "حماه" is a city and "protected him". */
    private boolean isLooselyWritten(int first, Clitics.Candidate reading) {
        return Words.LOOSELY_WRITTEN_AR.contains(reading.rest())
                && phrase.token(first).text().endsWith("ه");
    }

    static boolean isLocated(Phrase phrase, int first, Clitics.Candidate reading) {
        String before = phrase.normal(first - 1);
        return phrase.arabic()
                ? reading.has('ب') || Words.LOCATIVE_AR.contains(before) || Words.LOCATIVE_AR.contains(bare(before))
                : Words.LOCATIVE_EN.contains(before);
    }

    private boolean isPlaceHead(int first) {
        String before = phrase.normal(first - 1);
        return phrase.arabic() ? Words.PLACE_HEADS_AR.contains(before) : Words.PLACE_HEADS_EN.contains(before);
    }

    /** Without a particle. */
    private static String bare(String normal) {
        return normal.startsWith("و") || normal.startsWith("ل") || normal.startsWith("ب")
                ? normal.substring(1)
                : normal;
    }
}
