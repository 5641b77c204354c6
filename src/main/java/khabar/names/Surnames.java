package khabar.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Name;
import khabar.text.Clitics;

/**
 * The second look at an article: who was named in full is found again by surname, before and after, with or without
 * article and particles; after a title also where the surname is misspelt by one letter.
 */
final class Surnames {
    private static final Set<String> BINDING =
            Set.of("بن", "ال", "دي", "ابو", "عبد", "نصر", "bin", "ben", "van", "de", "al", "el", "abu", "ould");
    /** Second halves of names that are no surname: "الله" of "نصر الله", "الثاني" of a king. */
    private static final Set<String> NOT_ALONE =
            Set.of("الله", "الدين", "الاول", "الثاني", "الثالث", "الخامس", "السادس");
    /** A shorter surname that differs by a letter is another word. */
    private static final int SHORTEST_MISSPELT = 4;

    private record Bearer(Resolution resolution) {}

    private final Map<List<String>, Bearer> bearers = new HashMap<>();
    /** Surnames that several whom the article names in full have, and who they are. */
    private final Map<List<String>, Set<Resolution>> shared = new HashMap<>();

    /** Whom an editor said that a name stands for: theirs is its surname, whatever the gazetteer lists. */
    record Called(Name name, Resolution resolution) {}

    /** The surnames of everyone that these candidates name in full. */
    static Surnames of(List<Candidate> people, List<Called> decided) {
        Surnames surnames = new Surnames();
        for (Candidate person : people) {
            switch (person.resolution()) {
                case Resolution.Known known -> surnames.add(known.entry().names(), asSurname(known));
                case Resolution.Dark dark -> surnames.add(List.of(dark.actor().name()), dark);
                case Resolution.Ambiguous ambiguous -> {}
                case Resolution.Unknown unknown -> {}
            }
        }
        // Of nobody known, too: another one of that surname is not meant for certain.
        decided.forEach(called -> surnames.add(List.of(called.name()), asSurname(called.resolution())));
        surnames.shared.forEach((surname, some) -> {
            surnames.bearers.remove(surname);
            either(some).ifPresent(resolution -> surnames.bearers.put(surname, new Bearer(resolution)));
        });
        return surnames;
    }

    private static Resolution asSurname(Resolution resolution) {
        return resolution instanceof Resolution.Known known
                ? new Resolution.Known(known.entry(), known.confidence(), Why.by(Basis.SURNAME))
                : resolution;
    }

    /** Where all of them are known: of others it is not even sure that they are several. */
    private static Optional<Resolution> either(Set<Resolution> bearers) {
        List<Entry> known = bearers.stream()
                .filter(Resolution.Known.class::isInstance)
                .map(bearer -> ((Resolution.Known) bearer).entry())
                .distinct()
                .toList();
        return bearers.stream().allMatch(Resolution.Known.class::isInstance) ? Bearers.either(known) : Optional.empty();
    }

    private void add(List<Name> names, Resolution resolution) {
        for (Name name : names) {
            surname(name)
                    .filter(surname -> resolution instanceof Resolution.Known || isOfNames(surname))
                    .ifPresent(surname -> put(surname, resolution));
        }
    }

    /** Whether the last word is one that names are made of: what only followed a name is not taken up again. */
    private static boolean isOfNames(List<String> surname) {
        String last = surname.getLast();
        return !Character.UnicodeScript.of(last.codePointAt(0)).equals(Character.UnicodeScript.ARABIC)
                || Words.NAME_WORDS_AR.contains(last)
                || Words.NAME_WORDS_AR.contains("ال" + last);
    }

    /** The last word of a name, without article; with the word before it where the two are one: "بن سلمان". */
    private static Optional<List<String>> surname(Name name) {
        List<String> words = NameWords.of(name);
        if (words.size() < 2 || Words.TITLE_COMPLEMENTS_AR.contains(words.getLast())) {
            return Optional.empty();
        }
        if (words.size() >= 3 && BINDING.contains(words.get(words.size() - 2))) {
            return Optional.of(words.subList(words.size() - 2, words.size()));
        }
        return NOT_ALONE.contains(words.getLast()) ? Optional.empty() : Optional.of(List.of(bare(words.getLast())));
    }

    private void put(List<String> surname, Resolution resolution) {
        if (surname.size() == 1 && surname.getFirst().length() < 3) {
            return;
        }
        Bearer before = bearers.putIfAbsent(surname, new Bearer(resolution));
        if (before != null && !before.resolution().entity().equals(resolution.entity())) {
            Set<Resolution> some = shared.computeIfAbsent(surname, first -> new LinkedHashSet<>());
            some.add(before.resolution());
            some.add(resolution);
        }
    }

    List<Candidate> in(Phrase phrase) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.isWord(i)) {
                at(phrase, i).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Candidate> at(Phrase phrase, int i) {
        if (!phrase.arabic() && !phrase.isCapitalised(i)) {
            return Optional.empty();
        }
        for (Clitics.Candidate reading : phrase.readings(i)) {
            Bearer two = bearers.get(List.of(reading.rest(), phrase.normal(i + 1)));
            if (two != null) {
                return Optional.of(candidate(i, i + 2, reading, two.resolution(), 0.9));
            }
            Bearer one = bearers.get(List.of(bare(reading.rest())));
            if (one != null && (reading.rest().length() >= 4 || !phrase.arabic())) {
                return Optional.of(candidate(i, i + 1, reading, one.resolution(), 0.88));
            }
        }
        return followsTitle(phrase, i) ? misspelt(phrase, i) : Optional.empty();
    }

    private Optional<Candidate> misspelt(Phrase phrase, int i) {
        String word = bare(phrase.normal(i));
        if (word.length() < SHORTEST_MISSPELT) {
            return Optional.empty();
        }
        return bearers.entrySet().stream()
                .filter(entry -> entry.getKey().size() == 1
                        && entry.getKey().getFirst().length() >= SHORTEST_MISSPELT
                        && differByOne(word, entry.getKey().getFirst()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(bearer -> candidate(
                        i, i + 1, new Clitics.Candidate("", phrase.normal(i), 0), misspelt(bearer.resolution()), 0.75));
    }

    private static Resolution misspelt(Resolution resolution) {
        return resolution instanceof Resolution.Known known
                ? new Resolution.Known(known.entry(), known.confidence(), Why.by(Basis.SPELLING))
                : resolution;
    }

    private static boolean followsTitle(Phrase phrase, int i) {
        if (!phrase.arabic()) {
            return Words.TITLES_EN.contains(phrase.normal(i - 1));
        }
        return i > 0
                && phrase.readings(i - 1).stream()
                        .anyMatch(reading -> Words.TITLES_AR.contains(Phrase.bare(reading.rest())));
    }

    private static Candidate candidate(
            int first, int last, Clitics.Candidate reading, Resolution resolution, double confidence) {
        return new Candidate(
                first, last, reading.length(), reading.prefix(), MentionType.PERSON, resolution, confidence);
    }

    /** The surnames of a person that are one word. */
    static Set<String> of(Iterable<Name> names) {
        Set<String> surnames = new LinkedHashSet<>();
        for (Name name : names) {
            surname(name).filter(surname -> surname.size() == 1).ifPresent(surname -> surnames.add(surname.getFirst()));
        }
        return surnames;
    }

    /** Without the article, so that "البرزاني" and "برزاني" are one. */
    static String bare(String word) {
        return word.startsWith("ال") && word.length() > 5 ? word.substring(2) : word;
    }

    /** Levenshtein distance of exactly one. */
    static boolean differByOne(String one, String other) {
        if (one.equals(other) || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int i = 0;
        while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        String restOne = one.substring(i);
        String restOther = other.substring(i);
        if (one.length() == other.length()) {
            return restOne.substring(1).equals(restOther.substring(1));
        }
        return one.length() > other.length()
                ? restOne.substring(1).equals(restOther)
                : restOther.substring(1).equals(restOne);
    }
}
