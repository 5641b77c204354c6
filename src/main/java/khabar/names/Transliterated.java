package khabar.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/**
 * Full names that the gazetteer lists in the other script only: "عبد الرحيم وردك" is Abdul Rahim Wardak, whose source is
 * English. Letters alone do not make a person: whoever is meant held an office by the day of publication, not too long
 * before, and the article names the country of it.
 */
final class Transliterated {
    private static final int FEWEST_WORDS = 2;

    private final Gazetteer gazetteer;
    private final Ranking ranking;
    private final TermsOfOffice terms;

    Transliterated(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.ranking = new Ranking(gazetteer);
        this.terms = new TermsOfOffice(gazetteer);
    }

    /**
     * The candidate as whom the gazetteer lists in the other script, or as it is; with the word after it where only both
     * are a name that is listed: what no list of words has may be a surname.
     */
    Candidate known(Phrase phrase, Candidate candidate, Evidence.Here here, Optional<LocalDate> day) {
        if (!isOpen(candidate)) {
            return candidate;
        }
        return Stream.of(candidate, longer(candidate))
                .filter(name -> name.length() >= FEWEST_WORDS && phrase.isWord(name.last() - 1))
                .flatMap(name -> resolved(phrase, name, here, day).stream())
                .findFirst()
                .orElse(candidate);
    }

    private static Candidate longer(Candidate candidate) {
        return candidate.to(candidate.last() + 1);
    }

    private Optional<Candidate> resolved(Phrase phrase, Candidate name, Evidence.Here here, Optional<LocalDate> day) {
        List<String> words = new ArrayList<>(phrase.normals().subList(name.first(), name.last()));
        words.set(0, words.getFirst().substring(name.skipped()));
        Clitics.Candidate reading = new Clitics.Candidate(name.prefix(), words.getFirst(), name.skipped());
        Ranking.Place place = new Ranking.Place(phrase, name.first(), name.last(), reading, here);
        Predicate<Entry> meant = entry -> GazetteerNames.type(entry) == name.type() && isMeant(entry, here, day);
        return gazetteer
                .transliterated(words, meant)
                .flatMap(match -> ranking.resolve(
                        place,
                        match.entries().stream().filter(meant).toList(),
                        match.likeness(),
                        Basis.TRANSLITERATION))
                .map(resolution -> name.with(name.type(), resolution));
    }

    private static boolean isOpen(Candidate candidate) {
        return switch (candidate.resolution()) {
            case Resolution.Dark dark -> true;
            case Resolution.Unknown unknown -> true;
            case Resolution.Known known -> false;
            case Resolution.Ambiguous ambiguous -> false;
        };
    }

    private boolean isMeant(Entry entry, Evidence.Here here, Optional<LocalDate> day) {
        return switch (entry) {
            case Entry.Person person ->
                person.country().filter(here::isNamed).isPresent()
                        && day.filter(published -> terms.isKnown(person, published))
                                .isPresent();
            case Entry.Organisation organisation ->
                organisation.country().isEmpty()
                        || organisation.country().filter(here::isNamed).isPresent();
            case Entry.Place place -> false;
        };
    }
}
