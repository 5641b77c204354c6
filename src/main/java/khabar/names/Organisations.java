package khabar.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Head;
import khabar.text.Clitics;

/**
 * Finds organisations by a head noun and the nationality beside it: "الجيش السوري", "وزارة الدفاع الروسية", "Russian
 * army", "government of Iraq". A head without nationality is left to {@link Coreference}.
 */
final class Organisations {
    private final Gazetteer gazetteer;

    Organisations(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Candidate> in(Phrase phrase) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.isWord(i)) {
                (phrase.arabic() ? arabic(phrase, i) : english(phrase, i)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Candidate> arabic(Phrase phrase, int i) {
        for (Clitics.Candidate reading : phrase.readings(i)) {
            for (Head.Match match : gazetteer.heads(phrase.from(i, reading), 0)) {
                Optional<Candidate> candidate = arabic(phrase, i, reading, match);
                if (candidate.isPresent()) {
                    return candidate;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> arabic(Phrase phrase, int i, Clitics.Candidate reading, Head.Match match) {
        int j = i + match.length();
        while (j < i + match.length() + 2 && Words.FILLERS_AR.contains(phrase.normal(j))) {
            j++;
        }
        if (!phrase.isWord(j)) {
            return Optional.empty();
        }
        Optional<Gazetteer.Nationality> adjective = gazetteer.nationality(phrase.normals(), j);
        if (adjective.isPresent()) {
            // "وزير الخارجية الأميركي": the adjective is the minister's, not the ministry's.
            String last = phrase.normal(j + adjective.get().length() - 1);
            if (isFeminine(reading.rest()) != last.endsWith("ه")) {
                return Optional.empty();
            }
            return candidate(
                    i,
                    j + adjective.get().length(),
                    reading,
                    match.head(),
                    adjective.get().country());
        }
        int next = j;
        return j > i + match.length()
                ? Optional.empty()
                : country(phrase, next)
                        .flatMap(country ->
                                candidate(i, next + country.length(), reading, match.head(), country.iso3()));
    }

    /** Feminine singulars in ة, and plurals of things, which are feminine too: وزارة, قوات, قوى. */
    private static boolean isFeminine(String noun) {
        return noun.endsWith("ه") || noun.endsWith("ات") || Phrase.bare(noun).equals("قوي");
    }

    private Optional<Candidate> english(Phrase phrase, int i) {
        for (Head.Match match : gazetteer.heads(phrase.normals(), i)) {
            int j = i - 1;
            while (j > i - 3 && Words.FILLERS_EN.contains(phrase.normal(j))) {
                j--;
            }
            Clitics.Candidate whole = new Clitics.Candidate("", phrase.normal(i), 0);
            Optional<String> adjective = before(phrase, j);
            if (adjective.isPresent()) {
                return candidate(j, i + match.length(), whole, match.head(), adjective.get());
            }
            int of = i + match.length();
            if (phrase.normal(of).equals("of")) {
                int name = phrase.normal(of + 1).equals("the") ? of + 2 : of + 1;
                Optional<Country> country = phrase.isCapitalised(name) ? country(phrase, name) : Optional.empty();
                if (country.isPresent()) {
                    return candidate(
                            i,
                            name + country.get().length(),
                            whole,
                            match.head(),
                            country.get().iso3());
                }
            }
        }
        return Optional.empty();
    }

    /** The nationality that ends at a token: "Russian", "US". */
    private Optional<String> before(Phrase phrase, int j) {
        if (!phrase.isCapitalised(j)) {
            return Optional.empty();
        }
        return gazetteer.nationality(phrase.normal(j)).or(() -> {
            boolean upper = phrase.token(j).text().chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
            return upper ? country(phrase, j).filter(c -> c.length() == 1).map(Country::iso3) : Optional.empty();
        });
    }

    /** A country's name and how many tokens it has. */
    private record Country(int length, String iso3) {}

    private Optional<Country> country(Phrase phrase, int at) {
        if (!phrase.isWord(at)) {
            return Optional.empty();
        }
        return gazetteer.longest(phrase.normals(), at).stream()
                .flatMap(match -> match.entries().stream()
                        .filter(entry -> entry instanceof Entry.Place place && place.feature() == Entry.Feature.COUNTRY)
                        .flatMap(entry -> entry.country().stream())
                        .map(iso3 -> new Country(match.length(), iso3)))
                .findFirst();
    }

    private Optional<Candidate> candidate(int first, int last, Clitics.Candidate reading, Head head, String iso3) {
        return iso3.length() == 3 && !ABOVE.contains(iso3)
                ? Optional.of(new Candidate(
                        first,
                        last,
                        reading.length(),
                        reading.prefix(),
                        MentionType.ORGANISATION,
                        new Resolution.Known(gazetteer.compose(head, iso3), 0.9, Why.by(Basis.COMPOSED)),
                        0.9))
                : Optional.empty();
    }

    /** Codes of what stands above countries and has no army or ministry. */
    private static final java.util.Set<String> ABOVE = java.util.Set.of("UNO", "EUU", "ARL");
}
