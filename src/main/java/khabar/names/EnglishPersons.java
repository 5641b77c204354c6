package khabar.names;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.gazetteer.Gazetteer;

/** People in English: title with name, title with country, and a given name with a capitalised word after it. */
final class EnglishPersons {
    private final Gazetteer gazetteer;
    private final Bearers bearers;

    EnglishPersons(Gazetteer gazetteer, Bearers bearers) {
        this.gazetteer = gazetteer;
        this.bearers = bearers;
    }

    Stream<Candidate> at(Phrase phrase, int i, Optional<LocalDate> published) {
        return Stream.of(titled(phrase, i, published), untitled(phrase, i)).flatMap(Optional::stream);
    }

    private Optional<Candidate> titled(Phrase phrase, int i, Optional<LocalDate> published) {
        if (!Words.TITLES_EN.contains(phrase.normal(i))) {
            return Optional.empty();
        }
        int name = i + 1;
        while (Words.TITLES_EN.contains(phrase.normal(name))) {
            name++;
        }
        Optional<String> country = countryBefore(phrase, i);
        if (phrase.isCapitalised(name) && phrase.isWord(name)) {
            Optional<Candidate> known = bearers.surnamed(phrase, name, country, phrase.normal(name - 1), published);
            int last = capitals(phrase, name);
            if (last - name >= 2) {
                return Optional.of(Bearers.dark(phrase, name, last, "en"));
            }
            if (known.isPresent()) {
                return known;
            }
        }
        return country.flatMap(named -> holder(phrase, i, named, published));
    }

    /** The longest title that ends at a token and is an office of the country; an adjective before it is part of it. */
    private Optional<Candidate> holder(Phrase phrase, int i, String country, Optional<LocalDate> published) {
        int start = i;
        while (start > 0
                && !phrase.isCapitalised(start - 1)
                && phrase.isWord(start - 1)
                && i - start < 3
                && !phrase.normal(start - 1).equals("s")) {
            start--;
        }
        for (int from = start; from <= i; from++) {
            Optional<Resolution> holder = bearers.holder(phrase.normals().subList(from, i + 1), country, published);
            if (holder.isPresent() && !isPast(phrase, from)) {
                boolean adjective = phrase.isCapitalised(from - 1)
                        && gazetteer.nationality(phrase.normal(from - 1)).isPresent();
                int first = adjective ? from - 1 : from;
                return Optional.of(new Candidate(first, i + 1, 0, "", MentionType.PERSON, holder.get(), 0.8));
            }
        }
        return Optional.empty();
    }

    /** "the former French president": not who holds the office now. */
    private static boolean isPast(Phrase phrase, int first) {
        for (int k = first - 1; k >= Math.max(0, first - 4); k--) {
            if (Words.PAST_EN.contains(phrase.normal(k))) {
                return true;
            }
        }
        return false;
    }

    /** "Russian defence minister", "Russia's defence minister": the country within three words before the title. */
    private Optional<String> countryBefore(Phrase phrase, int i) {
        for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
            if (!phrase.isWord(k)) {
                return Optional.empty();
            }
            Optional<String> country = phrase.isCapitalised(k) ? bearers.country(phrase.normal(k)) : Optional.empty();
            if (country.isPresent()) {
                return country;
            }
        }
        return Optional.empty();
    }

    /** The end of a run of capitalised words that no place or organisation claims. */
    private int capitals(Phrase phrase, int from) {
        int last = from;
        while (last < Math.min(phrase.size(), from + 4)
                && phrase.isWord(last)
                && (phrase.isCapitalised(last) || last > from && Words.NAME_PARTICLES.contains(phrase.normal(last)))
                && !Words.TITLES_EN.contains(phrase.normal(last))
                && gazetteer.nationality(phrase.normal(last)).isEmpty()) {
            last++;
        }
        while (last > from && !phrase.isCapitalised(last - 1)) {
            last--;
        }
        return last;
    }

    /** A given name and a capitalised word after it, without a title. */
    private Optional<Candidate> untitled(Phrase phrase, int i) {
        if (!phrase.isCapitalised(i)
                || !Words.NAME_WORDS_EN.contains(phrase.normal(i))
                || Words.TITLES_EN.contains(phrase.normal(i))
                || !gazetteer.longest(phrase.normals(), i).isEmpty()) {
            return Optional.empty();
        }
        int last = capitals(phrase, i);
        boolean free = last - i >= 2
                && last - i <= 3
                && gazetteer.longest(phrase.normals(), i + 1).isEmpty()
                && gazetteer.heads(phrase.normals(), last - 1).isEmpty();
        return free && isMixedCase(phrase, i, last)
                ? Optional.of(Bearers.dark(phrase, i, last, "en"))
                : Optional.empty();
    }

    /** Not a line in capitals, in which every word looks like a name. */
    private static boolean isMixedCase(Phrase phrase, int first, int last) {
        return phrase.sentence().tokens().subList(first, last).stream()
                .anyMatch(token -> token.text().chars().anyMatch(Character::isLowerCase));
    }
}
