package khabar.names;

import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Name;

/**
 * Full names that differ by a letter from those of somebody whom the same article names as listed: "سيرغي شويو" beside
 * "سيرغي شويغو" is a slip and not another person.
 */
final class Misspelt {
    /** A shorter word that differs by a letter is another word. */
    private static final int SHORTEST = 4;

    private static final double CONFIDENCE = 0.75;

    private Misspelt() {}

    /** The candidate as whoever of the article it means, or as it is. */
    static Candidate corrected(Candidate candidate, List<Candidate> people) {
        if (!(candidate.resolution() instanceof Resolution.Dark dark)) {
            return candidate;
        }
        List<String> words = NameWords.of(dark.actor().name());
        List<Resolution.Known> meant = people.stream()
                .flatMap(person -> known(person).stream())
                .filter(known -> known.entry().names().stream().anyMatch(name -> isNear(words, name)))
                .toList();
        boolean one =
                meant.stream().map(known -> known.entry().entity()).distinct().count() == 1;
        return one
                ? candidate.with(
                        MentionType.PERSON,
                        new Resolution.Known(meant.getFirst().entry(), CONFIDENCE, Why.by(Basis.SPELLING)))
                : candidate;
    }

    private static Optional<Resolution.Known> known(Candidate person) {
        return person.resolution() instanceof Resolution.Known known ? Optional.of(known) : Optional.empty();
    }

    /** Two words or more, all the same but one, and that one long and different by one letter. */
    private static boolean isNear(List<String> words, Name name) {
        List<String> listed = NameWords.of(name);
        if (words.size() < 2 || listed.size() != words.size()) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = Surnames.bare(words.get(i));
            String other = Surnames.bare(listed.get(i));
            if (!word.equals(other)) {
                different++;
                if (Math.min(word.length(), other.length()) < SHORTEST || !Surnames.differByOne(word, other)) {
                    return false;
                }
            }
        }
        return different == 1;
    }
}
