package khabar.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/** Finds the names that the gazetteer lists, whole words before words with particles, long names before short ones. */
final class GazetteerNames {
    /** How sure a link is that the words about a name speak for, and the gazetteer alone would not. */
    private static final double KNOWN_BY_CONTEXT = 0.8;

    private final Gazetteer gazetteer;
    private final Ranking ranking;

    GazetteerNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.ranking = new Ranking(gazetteer);
    }

    /**
     * The names of a sentence.
     *
     * @param lookups for each token the names that begin there
     */
    List<Candidate> in(Phrase phrase, List<List<Lookup>> lookups, Evidence.Here here) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            for (Lookup lookup : lookups.get(i)) {
                Optional<Candidate> candidate = candidate(phrase, i, lookup, here);
                if (candidate.isPresent()) {
                    found.add(candidate.get());
                    break;
                }
            }
        }
        return found;
    }

    /** What the gazetteer has for a name of known extent and type: the likeliest that bears it. */
    Optional<Candidate> named(Phrase phrase, Recogniser.Found name, Evidence.Here here) {
        Plausible plausible = new Plausible(phrase, here);
        for (Clitics.Candidate reading : phrase.readings(name.first())) {
            List<Entry> entries = gazetteer.longest(phrase.from(name.first(), reading), 0).stream()
                    .filter(match -> match.length() == name.last() - name.first())
                    .flatMap(match -> match.entries().stream())
                    .filter(named -> type(named) == name.type() && plausible.isBelievable(named))
                    .toList();
            Optional<Resolution> resolution = ranking.resolve(
                    new Ranking.Place(phrase, name.first(), name.last(), reading, here),
                    entries,
                    KNOWN_BY_CONTEXT,
                    Basis.NAME);
            if (resolution.isPresent()) {
                return Optional.of(new Candidate(
                        name.first(),
                        name.last(),
                        reading.length(),
                        reading.prefix(),
                        name.type(),
                        resolution.get(),
                        name.confidence()));
            }
        }
        return Optional.empty();
    }

    /** Whether the name is an adjective of nationality beside another one, see {@link #isAdjective(Phrase, int, Clitics.Candidate)}. */
    boolean isAdjective(Phrase phrase, Recogniser.Found name) {
        return phrase.arabic()
                && name.last() - name.first() == 1
                && phrase.readings(name.first()).stream()
                        .anyMatch(reading -> isAdjective(phrase, name.first(), reading));
    }

    private Optional<Candidate> candidate(Phrase phrase, int i, Lookup lookup, Evidence.Here here) {
        Gazetteer.Match match = lookup.match();
        Clitics.Candidate reading = lookup.reading();
        int last = i + match.length();
        if (phrase.arabic() && match.length() == 1 && isAdjective(phrase, i, reading)
                || !phrase.arabic() && !isCapitalised(phrase, i, last)) {
            return Optional.empty();
        }
        Plausible plausible = new Plausible(phrase, here);
        List<Entry> entries = match.entries().stream()
                .filter(entry -> plausible.isLikely(i, last, reading, entry))
                .filter(entry -> !match.common() || plausible.isCertain(i, last, reading, entry))
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        double confidence = confidence(entries.getFirst(), match);
        return ranking.resolve(new Ranking.Place(phrase, i, last, reading, here), entries, confidence, Basis.NAME)
                .map(resolution -> trimmed(
                        phrase,
                        reading,
                        new Candidate(
                                i,
                                last,
                                reading.length(),
                                reading.prefix(),
                                type(entries.getFirst()),
                                resolution,
                                confidence)));
    }

    /** Without the noun that a listed name begins or ends with and that is no part of it: "الملك سلمان", "محافظة نينوى". */
    private Candidate trimmed(Phrase phrase, Clitics.Candidate reading, Candidate candidate) {
        if (candidate.length() < 2 || !(candidate.resolution() instanceof Resolution.Known known)) {
            return candidate;
        }
        return switch (known.entry()) {
            case Entry.Person person ->
                isTitle(phrase, candidate.first(), reading) ? candidate.from(candidate.first() + 1) : candidate;
            case Entry.Organisation organisation -> candidate;
            case Entry.Place place -> withoutKind(phrase, reading, candidate, place);
        };
    }

    private static boolean isTitle(Phrase phrase, int i, Clitics.Candidate reading) {
        return phrase.arabic()
                ? Words.TITLES_AR.contains(Phrase.bare(reading.rest()))
                : Words.TITLES_EN.contains(phrase.normal(i));
    }

    private Candidate withoutKind(Phrase phrase, Clitics.Candidate reading, Candidate candidate, Entry.Place place) {
        Set<String> kinds = phrase.arabic() ? Words.KINDS_BEFORE_AR : Words.KINDS_AFTER_EN;
        Candidate shorter = candidate;
        if (phrase.arabic() && kinds.contains(reading.rest())) {
            shorter = candidate.from(candidate.first() + 1);
        }
        while (!phrase.arabic() && shorter.length() > 1 && kinds.contains(phrase.normal(shorter.last() - 1))) {
            shorter = shorter.to(shorter.last() - 1);
        }
        return shorter.length() < candidate.length() && isName(phrase, shorter, place) ? shorter : candidate;
    }

    private boolean isName(Phrase phrase, Candidate candidate, Entry.Place place) {
        return gazetteer.longest(phrase.normals(), candidate.first()).stream()
                .anyMatch(match -> match.length() == candidate.length()
                        && match.entries().stream()
                                .anyMatch(entry -> entry.equals(place)
                                        || entry instanceof Entry.Place city
                                                && city.within().equals(Optional.of(place.entity()))));
    }

    /**
     * "سورية" after an adjective of nationality is one too, and names no country: "وسائل إعلام روسية وسورية". So is what
     * agrees with a noun before it: "العاصمة السعودية".
     */
    private boolean isAdjective(Phrase phrase, int i, Clitics.Candidate reading) {
        if (!reading.rest().endsWith("يه")
                || gazetteer.nationality(reading.rest()).isEmpty()) {
            return false;
        }
        String before = phrase.normal(i - 1);
        return gazetteer.nationality(before).isPresent() && before.endsWith("يه")
                || reading.prefix().isEmpty()
                        && reading.rest().startsWith("ال")
                        && Words.FEMININE_NOUNS_AR.contains(before);
    }

    /** In English a name has capitals: at its ends ("US-led coalition": at its head), all through where it is as short as "US". */
    private static boolean isCapitalised(Phrase phrase, int first, int last) {
        if (last - first == 1 && phrase.normal(first).length() <= 3) {
            String text = phrase.token(first).text().replace(".", "");
            boolean upper = text.chars().allMatch(Character::isUpperCase);
            return upper
                    || phrase.normal(first).length() == 3
                            && Character.isUpperCase(text.charAt(0))
                            && !Words.AMBIGUOUS_EN.contains(phrase.normal(first));
        }
        return phrase.isCapitalised(first)
                && (last - first >= 3
                        || phrase.isCapitalised(last - 1)
                        || phrase.normal(last - 1).length() <= 2);
    }

    static MentionType type(Entry entry) {
        return switch (entry) {
            case Entry.Person person -> MentionType.PERSON;
            case Entry.Organisation organisation -> MentionType.ORGANISATION;
            case Entry.Place place -> MentionType.PLACE;
        };
    }

    private static double confidence(Entry entry, Gazetteer.Match match) {
        return switch (entry) {
            case Entry.Person person -> match.length() > 1 ? 0.98 : 0.9;
            case Entry.Organisation organisation -> match.length() > 1 ? 0.97 : 0.85;
            case Entry.Place place ->
                place.feature() == Entry.Feature.COUNTRY
                        ? 0.98
                        : match.entries().size() == 1 ? 0.93 : 0.85;
        };
    }
}
