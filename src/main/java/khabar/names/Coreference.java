package khabar.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Head;
import khabar.text.Clitics;

/**
 * Definite nouns that take up an organisation named before: "الوزارة" after "وزارة الدفاع الروسية", "التنظيم" after
 * "تنظيم الدولة الإسلامية". A ministry without country is that of the nationality named last before it in the sentence.
 */
final class Coreference {
    /** Nouns of any army: where the article has named several, they take up none. */
    private static final Set<String> FORCES = Set.of("قوات", "جيش", "جنود");

    private final Gazetteer gazetteer;

    Coreference(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** An organisation named before, and its Arabic names in normal forms. */
    record Before(Entry.Organisation organisation, List<List<String>> names) {
        static Before of(Entry.Organisation organisation) {
            return new Before(
                    organisation,
                    organisation.names().stream()
                            .filter(name -> name.language().startsWith("ar"))
                            .map(NameWords::of)
                            .toList());
        }
    }

    /** What a definite noun at a token takes up; nothing where no organisation before begins with the noun. */
    Optional<Candidate> at(Phrase phrase, int i, List<Before> before) {
        for (Clitics.Candidate reading : phrase.readings(i)) {
            Optional<Candidate> ministry = withoutCountry(phrase, i, reading, before);
            if (ministry.isPresent()) {
                return ministry;
            }
            if (reading.rest().startsWith("ال") && reading.rest().length() > 4) {
                Optional<Candidate> taken = taken(phrase, i, reading, before);
                if (taken.isPresent()) {
                    return taken;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> taken(Phrase phrase, int i, Clitics.Candidate reading, List<Before> before) {
        String noun = reading.rest().substring(2);
        Optional<String> country = gazetteer.nationality(phrase.normal(i + 1));
        int last = country.isPresent() ? i + 2 : i + 1;
        return latest(before, List.of(noun), country)
                .map(organisation -> candidate(i, last, reading, organisation, 0.7));
    }

    private Optional<Candidate> withoutCountry(Phrase phrase, int i, Clitics.Candidate reading, List<Before> before) {
        return gazetteer.heads(phrase.from(i, reading), 0).stream()
                .filter(match -> match.length() >= 2 && match.head().role().startsWith("ministry"))
                .findFirst()
                .flatMap(match -> organisation(phrase, i, match, before)
                        .map(found -> candidate(i, i + match.length(), reading, found, 0.75)));
    }

    private Optional<Entry.Organisation> organisation(Phrase phrase, int i, Head.Match match, List<Before> before) {
        if (phrase.normal(i + match.length()).equals("فيها")
                || phrase.normal(i + match.length()).equals("فيه")) {
            return subject(phrase, i).map(country -> gazetteer.compose(match.head(), country));
        }
        for (int k = i - 1; k >= 0; k--) {
            Optional<String> country = gazetteer.nationality(phrase.normal(k));
            if (country.isPresent() && country.get().length() == 3) {
                return Optional.of(gazetteer.compose(match.head(), country.get()));
            }
        }
        List<String> words = phrase.normals().subList(i, i + match.length());
        return latest(before, words, Optional.empty());
    }

    /** The country that the sentence names first: "in it" is not whose adjective stands between. */
    private Optional<String> subject(Phrase phrase, int before) {
        for (int k = 0; k < before; k++) {
            for (Clitics.Candidate reading : phrase.readings(k)) {
                Optional<String> country = gazetteer.longest(phrase.from(k, reading), 0).stream()
                        .flatMap(found -> found.entries().stream().limit(1))
                        .filter(entry -> entry instanceof Entry.Place place && place.feature() == Entry.Feature.COUNTRY)
                        .findFirst()
                        .flatMap(Entry::country);
                if (country.isPresent()) {
                    return country;
                }
            }
        }
        return Optional.empty();
    }

    /** The organisation named last whose Arabic name begins with the words. */
    private static Optional<Entry.Organisation> latest(
            List<Before> before, List<String> words, Optional<String> country) {
        boolean forces = words.size() == 1 && FORCES.contains(words.get(0));
        List<Entry.Organisation> named = before.reversed().stream()
                .filter(one -> country.isEmpty() || one.organisation().country().equals(country))
                .filter(one -> begins(one, words) || forces && isArmy(one))
                .map(Before::organisation)
                .distinct()
                .toList();
        return forces && named.size() > 1 ? Optional.empty() : named.stream().findFirst();
    }

    private static boolean begins(Before one, List<String> words) {
        return one.names().stream()
                .anyMatch(name -> name.size() > words.size()
                        && (name.subList(0, words.size()).equals(words)
                                || Phrase.bare(name.get(0)).equals(words.get(0)) && words.size() == 1));
    }

    private static boolean isArmy(Before one) {
        return one.organisation().codes().contains("MIL");
    }

    private static Candidate candidate(
            int first, int last, Clitics.Candidate reading, Entry.Organisation organisation, double confidence) {
        return new Candidate(
                first,
                last,
                reading.length(),
                reading.prefix(),
                MentionType.ORGANISATION,
                new Resolution.Known(organisation, confidence, Why.by(Basis.TAKEN_UP)),
                confidence);
    }
}
