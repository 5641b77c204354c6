package khabar.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/** People in Arabic: title with name, title with country, and names that are nothing but names. */
final class ArabicPersons {
    private static final int LONGEST_TITLE = 7;
    /** "Son of" and "daughter of": whoever is named so is a person. */
    private static final Set<String> DESCENT = Set.of("بن", "ابن", "بنت", "ولد");

    private final Gazetteer gazetteer;
    private final Bearers bearers;

    ArabicPersons(Gazetteer gazetteer, Bearers bearers) {
        this.gazetteer = gazetteer;
        this.bearers = bearers;
    }

    Stream<Candidate> at(Phrase phrase, int i, Optional<LocalDate> published) {
        return Stream.of(titled(phrase, i, published), untitled(phrase, i)).flatMap(Optional::stream);
    }

    private Optional<Candidate> titled(Phrase phrase, int i, Optional<LocalDate> published) {
        Optional<Clitics.Candidate> title = phrase.readings(i).stream()
                .filter(reading -> Words.TITLES_AR.contains(Phrase.bare(reading.rest())))
                .findFirst();
        if (title.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> country = Optional.empty();
        int complements = i + 1;
        boolean past = false;
        for (int k = i + 1; k < Math.min(phrase.size(), i + LONGEST_TITLE); k++) {
            String word = phrase.normal(k);
            if (!phrase.isWord(k) || Words.TITLE_BREAKS_AR.contains(word) || Words.VERBS_AR.contains(word)) {
                break;
            }
            if (Words.PAST_AR.contains(word)) {
                past = true;
                continue;
            }
            Optional<String> named = bearers.country(word);
            if (named.isPresent()) {
                country = named;
                complements = complements == i + 1 ? k : complements;
                boolean nameFollows = k + 1 < phrase.size()
                        && (isName(phrase, k + 1)
                                || surnamed(phrase, k + 1, country, title.get(), published)
                                        .isPresent());
                past |= Words.PAST_AR.contains(phrase.normal(k + 1));
                if (!nameFollows && !past && !isTitled(phrase, k + 1)) {
                    return holder(phrase, new Office(i, complements, k + 1), title.get(), named.get(), published);
                }
                continue;
            }
            Optional<Candidate> known = surnamed(phrase, k, country, title.get(), published);
            boolean certain = known.filter(person -> person.resolution() instanceof Resolution.Known)
                    .isPresent();
            if (!certain && isName(phrase, k) && !Words.TITLE_COMPLEMENTS_AR.contains(word)) {
                return named(phrase, k).or(() -> known);
            }
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> surnamed(
            Phrase phrase, int k, Optional<String> country, Clitics.Candidate title, Optional<LocalDate> published) {
        return bearers.surnamed(phrase, k, country, Phrase.bare(title.rest()), published);
    }

    /** Another title: a name follows it, "العاهل السعودي الملك سلمان". */
    private static boolean isTitled(Phrase phrase, int k) {
        return phrase.isWord(k) && Words.TITLES_AR.contains(Phrase.bare(phrase.normal(k)));
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
        return last - first < 2 ? Optional.empty() : Optional.of(Bearers.dark(phrase, first, last, "ar"));
    }

    /** Two words and more, each of which people's names are made of and none of them anything else. */
    private Optional<Candidate> untitled(Phrase phrase, int i) {
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

    private Optional<Candidate> holder(
            Phrase phrase, Office office, Clitics.Candidate title, String country, Optional<LocalDate> published) {
        List<String> words = new ArrayList<>(phrase.normals().subList(office.first(), office.country()));
        words.set(0, Phrase.bare(title.rest()));
        return bearers.holder(words, country, published)
                .map(holder -> new Candidate(
                        office.first(),
                        office.last(),
                        title.length(),
                        title.prefix(),
                        MentionType.PERSON,
                        holder,
                        0.8));
    }

    /** A title with a country: its first token, where the country begins, and the end of all. */
    private record Office(int first, int country, int last) {}
}
