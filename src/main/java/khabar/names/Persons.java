package khabar.names;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import khabar.gazetteer.Gazetteer;

/**
 * Finds people by a title and a name: "وزير الدفاع الروسي سيرغي شويغو", "President Macron". A name that the gazetteer
 * does not have becomes an actor of its own where it has two words or more. A title with a country but no name
 * ("الرئيس الروسي", "the Russian defence minister") is whoever held the office on the day of publication.
 */
final class Persons {
    private final ArabicPersons arabic;
    private final EnglishPersons english;

    Persons(Gazetteer gazetteer) {
        Bearers bearers = new Bearers(gazetteer);
        this.arabic = new ArabicPersons(gazetteer, bearers);
        this.english = new EnglishPersons(gazetteer, bearers);
    }

    List<Candidate> in(Phrase phrase, Optional<LocalDate> published) {
        return IntStream.range(0, phrase.size())
                .filter(phrase::isWord)
                .boxed()
                .flatMap(i -> phrase.arabic() ? arabic.at(phrase, i, published) : english.at(phrase, i, published))
                .toList();
    }
}
