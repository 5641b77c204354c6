package khabar.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Name;
import khabar.text.Clitics;
import khabar.text.Slug;
import khabar.text.Tokeniser;

/**
 * Finds people by a title and a name: "وزير الدفاع الروسي سيرغي شويغو", "President Macron". A name that the gazetteer
 * does not have becomes an actor of its own where it has two words or more. A title with a country but no name
 * ("الرئيس الروسي", "the Russian defence minister") is whoever held the office on the day of publication.
 */
final class Persons {
    private static final int LONGEST_TITLE = 7;
    /** "Son of" and "daughter of": whoever is named so is a person. */
    private static final Set<String> DESCENT = Set.of("بن", "ابن", "بنت", "ولد");

    private final Gazetteer gazetteer;
    private final Map<String, List<Entry.Person>> bySurname = new HashMap<>();

    Persons(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        gazetteer
                .persons()
                .forEach(person -> Surnames.of(person.names()).forEach(surname -> {
                    List<Entry.Person> bearers = bySurname.computeIfAbsent(surname, key -> new ArrayList<>());
                    if (!bearers.contains(person)) {
                        bearers.add(person);
                    }
                }));
    }

    List<Candidate> in(Phrase phrase, Optional<LocalDate> published) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.isWord(i)) {
                if (phrase.arabic()) {
                    arabic(phrase, i, published).ifPresent(found::add);
                    untitledArabic(phrase, i).ifPresent(found::add);
                } else {
                    english(phrase, i, published).ifPresent(found::add);
                    untitled(phrase, i).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Candidate> arabic(Phrase phrase, int i, Optional<LocalDate> published) {
        Optional<Clitics.Candidate> title = phrase.readings(i).stream()
                .filter(reading -> Words.TITLES_AR.contains(Phrase.bare(reading.rest())))
                .findFirst();
        if (title.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> country = Optional.empty();
        int complements = i + 1;
        for (int k = i + 1; k < Math.min(phrase.size(), i + LONGEST_TITLE); k++) {
            String word = phrase.normal(k);
            if (!phrase.isWord(k) || Words.TITLE_BREAKS_AR.contains(word) || Words.VERBS_AR.contains(word)) {
                break;
            }
            Optional<String> nationality = gazetteer.nationality(word).or(() -> countryAt(word));
            if (nationality.isPresent()) {
                country = nationality;
                complements = country.isPresent() && complements == i + 1 ? k : complements;
                if (k + 1 >= phrase.size()
                        || !isName(phrase, k + 1)
                                && surnamed(
                                                phrase,
                                                k + 1,
                                                country,
                                                Phrase.bare(title.get().rest()))
                                        .isEmpty()) {
                    return holder(phrase, i, k + 1, title.get(), complements, country.get(), published);
                }
                continue;
            }
            Optional<Candidate> known =
                    surnamed(phrase, k, country, Phrase.bare(title.get().rest()));
            if (known.isPresent()) {
                return known;
            }
            if (isName(phrase, k) && !Words.TITLE_COMPLEMENTS_AR.contains(word)) {
                return named(phrase, k);
            }
        }
        return Optional.empty();
    }

    private Optional<String> countryAt(String word) {
        return gazetteer.longest(List.of(word), 0).stream()
                .flatMap(match -> match.entries().stream())
                .filter(entry -> entry instanceof Entry.Place place && place.feature() == Entry.Feature.COUNTRY)
                .findFirst()
                .flatMap(Entry::country);
    }

    /** Someone of the gazetteer by surname after a title: of the title's country where it names one, else the only one. */
    private Optional<Candidate> surnamed(Phrase phrase, int k, Optional<String> country, String title) {
        if (!phrase.isWord(k)
                || phrase.normal(k).length() < 4
                || Words.TITLE_COMPLEMENTS_AR.contains(phrase.normal(k))) {
            return Optional.empty();
        }
        List<Entry.Person> bearers = bySurname.getOrDefault(Surnames.bare(phrase.normal(k)), List.of()).stream()
                .filter(person -> country.isEmpty() || person.country().equals(country))
                .filter(person -> bears(person, title))
                .toList();
        if (bearers.size() != 1 || !phrase.arabic() && !phrase.isCapitalised(k)) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                k,
                k + 1,
                0,
                "",
                MentionType.PERSON,
                new Resolution.Known(bearers.get(0), country.isPresent() ? 0.9 : 0.75),
                0.9));
    }

    /** Whether the title goes before the name of someone who held his offices. */
    private boolean bears(Entry.Person person, String title) {
        return Words.TITLES_ANY_AR.contains(title)
                || Words.TITLES_ANY_EN.contains(title)
                || gazetteer.tenures(person.entity()).stream()
                        .flatMap(tenure -> Stream.of(tenure.arabic(), tenure.english()))
                        .map(Tokeniser::normals)
                        .anyMatch(office -> office.stream().map(Phrase::bare).anyMatch(title::equals));
    }

    private boolean isName(Phrase phrase, int k) {
        String word = phrase.normal(k);
        return phrase.isWord(k)
                && Words.NAME_WORDS_AR.contains(word)
                && !word.startsWith("ال")
                && !Words.TITLES_AR.contains(word)
                && !Words.TIME_WORDS_AR.contains(word)
                && gazetteer.nationality(word).isEmpty();
    }

    /** Two to four words of which names are made. */
    private Optional<Candidate> named(Phrase phrase, int first) {
        int last = first + 1;
        while (last < Math.min(phrase.size(), first + 6) && continues(phrase, last)) {
            last++;
        }
        while (last > first + 1
                && Words.NAME_PARTICLES.contains(phrase.normal(last - 1))
                && !phrase.normal(last - 1).equals("الله")
                && !phrase.normal(last - 1).equals("الدين")) {
            last--;
        }
        return last - first < 2 ? Optional.empty() : Optional.of(dark(phrase, first, last, "ar"));
    }

    /** Two words and more, each of which people's names are made of and none of them anything else. */
    private Optional<Candidate> untitledArabic(Phrase phrase, int i) {
        int given = given(phrase, i);
        if (given == 0 || !phrase.isWord(i + given)) {
            return Optional.empty();
        }
        int next = i + given;
        boolean descent = DESCENT.contains(phrase.normal(next)) && phrase.isWord(next + 1);
        boolean family = phrase.normal(next).length() >= 3
                && Words.NAME_WORDS_AR.contains(phrase.normal(next))
                && !Words.TITLES_AR.contains(Phrase.bare(phrase.normal(next)))
                && continues(phrase, next)
                && isClear(phrase, next);
        return descent || family ? named(phrase, i) : Optional.empty();
    }

    /** How many words the given name at a token has: "محمد" one, "عبد الملك" two; 0 where there is none. */
    private int given(Phrase phrase, int i) {
        if (phrase.normal(i).equals("عبد") && phrase.normal(i + 1).startsWith("ال") && phrase.isWord(i + 1)) {
            return 2;
        }
        return isName(phrase, i) && phrase.normal(i).length() >= 3 && isClear(phrase, i) ? 1 : 0;
    }

    private boolean isClear(Phrase phrase, int k) {
        String word = phrase.normal(k);
        return !Words.NAME_PARTICLES.contains(word)
                && !Words.TITLE_COMPLEMENTS_AR.contains(word)
                && !Words.TITLE_BREAKS_AR.contains(word)
                && !Words.VERBS_AR.contains(word)
                && gazetteer.longest(phrase.normals(), k).stream()
                        .noneMatch(
                                match -> match.entries().stream().anyMatch(entry -> !(entry instanceof Entry.Person)));
    }

    private boolean continues(Phrase phrase, int k) {
        String word = phrase.normal(k);
        return phrase.isWord(k)
                && (Words.NAME_WORDS_AR.contains(word)
                        || Words.NAME_PARTICLES.contains(word)
                        || Words.NAME_PARTICLES.contains(phrase.normal(k - 1)))
                && !Words.TIME_WORDS_AR.contains(word)
                && !Words.TITLE_COMPLEMENTS_AR.contains(word)
                && !Words.TITLE_BREAKS_AR.contains(word)
                && !Words.VERBS_AR.contains(word)
                && gazetteer.nationality(word).isEmpty();
    }

    private Candidate dark(Phrase phrase, int first, int last, String language) {
        String field = String.join(
                " ",
                phrase.sentence().tokens().subList(first, last).stream()
                        .map(khabar.text.Token::text)
                        .toList());
        DarkActor actor = new DarkActor(new Entity(EntityType.PERSON, Slug.unique(field)), new Name(field, language));
        return new Candidate(first, last, 0, "", MentionType.PERSON, new Resolution.Dark(actor, 0.7), 0.75);
    }

    /** Who held the office, where the gazetteer knows exactly one. */
    private Optional<Candidate> holder(
            Phrase phrase,
            int first,
            int last,
            Clitics.Candidate title,
            int complements,
            String country,
            Optional<LocalDate> published) {
        List<String> words = new ArrayList<>(phrase.normals().subList(first, complements));
        if (words.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        words.set(0, Phrase.bare(title.rest()));
        List<Entry.Person> holders = gazetteer.holders(String.join(" ", words), country, published.get());
        return holders.size() != 1
                ? Optional.empty()
                : Optional.of(new Candidate(
                        first,
                        last,
                        title.length(),
                        title.prefix(),
                        MentionType.PERSON,
                        new Resolution.Known(holders.get(0), 0.8),
                        0.8));
    }

    private Optional<Candidate> english(Phrase phrase, int i, Optional<LocalDate> published) {
        if (!Words.TITLES_EN.contains(phrase.normal(i))) {
            return Optional.empty();
        }
        int name = i + 1;
        while (Words.TITLES_EN.contains(phrase.normal(name))) {
            name++;
        }
        Optional<String> country = countryBefore(phrase, i);
        if (phrase.isCapitalised(name) && phrase.isWord(name)) {
            Optional<Candidate> known = surnamed(phrase, name, country, phrase.normal(name - 1));
            int last = capitals(phrase, name);
            if (last - name >= 2) {
                return Optional.of(dark(phrase, name, last, "en"));
            }
            if (known.isPresent()) {
                return known;
            }
        }
        if (country.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        int start = i;
        while (start > 0
                && !phrase.isCapitalised(start - 1)
                && phrase.isWord(start - 1)
                && i - start < 3
                && !phrase.normal(start - 1).equals("s")) {
            start--;
        }
        for (int from = start; from <= i; from++) {
            String office = String.join(" ", phrase.normals().subList(from, i + 1));
            List<Entry.Person> holders = gazetteer.holders(office, country.get(), published.get());
            if (holders.size() == 1) {
                boolean adjective = phrase.isCapitalised(from - 1)
                        && gazetteer.nationality(phrase.normal(from - 1)).isPresent();
                return Optional.of(new Candidate(
                        adjective ? from - 1 : from,
                        i + 1,
                        0,
                        "",
                        MentionType.PERSON,
                        new Resolution.Known(holders.getFirst(), 0.8),
                        0.8));
            }
        }
        return Optional.empty();
    }

    /** "Russian defence minister", "Russia's defence minister": the country within three words before the title. */
    private Optional<String> countryBefore(Phrase phrase, int i) {
        for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
            if (!phrase.isWord(k)) {
                return Optional.empty();
            }
            if (phrase.isCapitalised(k)) {
                Optional<String> nationality = gazetteer.nationality(phrase.normal(k));
                if (nationality.isPresent()) {
                    return nationality;
                }
                Optional<String> country = countryAt(phrase.normal(k));
                if (country.isPresent()) {
                    return country;
                }
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
        return free && isMixedCase(phrase, i, last) ? Optional.of(dark(phrase, i, last, "en")) : Optional.empty();
    }

    /** Not a line in capitals, in which every word looks like a name. */
    private static boolean isMixedCase(Phrase phrase, int first, int last) {
        return phrase.sentence().tokens().subList(first, last).stream()
                .anyMatch(token -> token.text().chars().anyMatch(Character::isLowerCase));
    }
}
