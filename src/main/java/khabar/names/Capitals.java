package khabar.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/** Capitals without their names: "the Saudi capital", "العاصمة السعودية". What names the capital beside it is left to that. */
final class Capitals {
    /** Money: "Chinese capital flows". */
    private static final Set<String> MONEY = Set.of(
            "flows",
            "flow",
            "flight",
            "markets",
            "market",
            "controls",
            "investment",
            "investments",
            "goods",
            "gains",
            "punishment",
            "outflows",
            "inflows",
            "spending",
            "expenditure",
            "account",
            "letters");

    private static final double CONFIDENCE = 0.85;

    private final Gazetteer gazetteer;

    Capitals(Gazetteer gazetteer) {
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
        if (!phrase.normal(i).endsWith("عاصمه")) {
            return Optional.empty();
        }
        for (Clitics.Candidate reading : phrase.readings(i)) {
            if (reading.rest().equals("العاصمه")) {
                return gazetteer
                        .nationality(phrase.normals(), i + 1)
                        .filter(adjective -> phrase.normal(i + 1).endsWith("ه"))
                        .flatMap(adjective ->
                                capital(phrase, i, i + 1 + adjective.length(), reading, adjective.country()));
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> english(Phrase phrase, int i) {
        if (!phrase.normal(i).equals("capital")
                || MONEY.contains(phrase.normal(i + 1))
                || !phrase.isCapitalised(i - 1)) {
            return Optional.empty();
        }
        int first = phrase.isCapitalised(i - 2)
                        && gazetteer
                                .nationality(phrase.normal(i - 2) + " " + phrase.normal(i - 1))
                                .isPresent()
                ? i - 2
                : i - 1;
        String adjective = String.join(" ", phrase.normals().subList(first, i));
        return gazetteer
                .nationality(adjective)
                .flatMap(country -> capital(phrase, first, i + 1, new Clitics.Candidate("", adjective, 0), country));
    }

    private Optional<Candidate> capital(Phrase phrase, int first, int last, Clitics.Candidate reading, String country) {
        if (country.length() != 3 || Organisations.ABOVE.contains(country)) {
            return Optional.empty();
        }
        return gazetteer
                .capital(country)
                .filter(capital -> !isNamed(phrase, last, capital))
                .flatMap(gazetteer::entry)
                .map(capital -> new Candidate(
                        first,
                        last,
                        reading.length(),
                        reading.prefix(),
                        MentionType.PLACE,
                        new Resolution.Known(capital, CONFIDENCE, Why.by(Basis.COMPOSED)),
                        CONFIDENCE));
    }

    /** "العاصمة السورية دمشق": the name says it. */
    private boolean isNamed(Phrase phrase, int last, Entity capital) {
        int at = phrase.normal(last).equals(",") || phrase.normal(last).equals("،") ? last + 1 : last;
        return phrase.isWord(at)
                && gazetteer.longest(phrase.normals(), at).stream()
                        .anyMatch(match -> match.entries().stream()
                                .anyMatch(entry -> entry.entity().equals(capital)));
    }
}
