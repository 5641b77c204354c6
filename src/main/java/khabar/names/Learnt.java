package khabar.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/**
 * Names that the recogniser finds, with what the gazetteer has for them. A full name of a person, or an
 * organisation told by its head noun, that it does not have becomes an actor of its own; of other names no more is said than that they are names.
 */
final class Learnt {
    /** Below this a name that stands for nothing known is not told. */
    private static final double SURE = 0.5;
    /** From here on a person is believed to be one, and to be named in full by two words. */
    private static final double SURE_PERSON = 0.8;

    private static final int LONGEST_PERSON = 5;

    private final GazetteerNames listed;
    private final Gazetteer gazetteer;
    private final DarkOrganisations organisations;

    Learnt(GazetteerNames listed, Gazetteer gazetteer) {
        this.listed = listed;
        this.gazetteer = gazetteer;
        this.organisations = new DarkOrganisations(gazetteer);
    }

    /** For each sentence of an article the names in it, those of other things too, so that nobody takes them for people. */
    List<List<Candidate>> in(List<Phrase> article, List<List<MentionRecogniser.Found>> found, Evidence evidence) {
        List<List<Candidate>> all = new ArrayList<>();
        for (int s = 0; s < article.size(); s++) {
            Phrase phrase = article.get(s);
            Evidence.Here here = evidence.at(s);
            all.add(found.get(s).stream()
                    .map(name -> fromCapital(phrase, name))
                    .filter(name -> !listed.isAdjective(phrase, name))
                    .flatMap(name -> candidate(phrase, name, here).stream())
                    .toList());
        }
        return all;
    }

    /** An English person's name does not begin with a small letter but for a particle: "said" before it is none of it. */
    private static MentionRecogniser.Found fromCapital(Phrase phrase, MentionRecogniser.Found name) {
        int first = name.first();
        while (!phrase.arabic()
                && name.type() == MentionType.PERSON
                && first < name.last() - 1
                && !phrase.isCapitalised(first)
                && !Words.NAME_PARTICLES.contains(phrase.normal(first))) {
            first++;
        }
        return new MentionRecogniser.Found(first, name.last(), name.type(), name.confidence());
    }

    private Optional<Candidate> candidate(Phrase phrase, MentionRecogniser.Found name, Evidence.Here here) {
        Optional<Candidate> known = listed.named(phrase, name, here);
        if (known.isPresent()) {
            return known;
        }
        if (name.confidence() < SURE || phrase.normal(name.first()).length() < 2) {
            return Optional.empty();
        }
        Clitics.Candidate reading = reading(phrase, name.first());
        if (isFullName(phrase, name, reading)) {
            return Optional.of(Bearers.dark(phrase, name.first(), name.last(), phrase.arabic() ? "ar" : "en"));
        }
        Optional<Candidate> organisation = organisations.of(phrase, name);
        if (organisation.isPresent()) {
            return organisation;
        }
        return Optional.of(new Candidate(
                name.first(),
                name.last(),
                reading.length(),
                reading.prefix(),
                name.type(),
                new Resolution.Unknown(),
                name.confidence()));
    }

    private boolean isFullName(Phrase phrase, MentionRecogniser.Found name, Clitics.Candidate reading) {
        int length = name.last() - name.first();
        return name.type() == MentionType.PERSON
                && length >= 2
                && length <= LONGEST_PERSON
                && name.confidence() >= SURE_PERSON
                && reading.length() == 0
                && phrase.sentence().tokens().subList(name.first(), name.last()).stream()
                        .allMatch(token -> token.isWord() && token.normal().length() > 1)
                && gazetteer.nationality(phrase.normal(name.last() - 1)).isEmpty()
                && !isTitle(phrase, name.first());
    }

    private static boolean isTitle(Phrase phrase, int i) {
        return phrase.arabic()
                ? Words.TITLES_AR.contains(Phrase.bare(phrase.normal(i)))
                : Words.TITLES_EN.contains(phrase.normal(i));
    }

    /** The word as it is, or without particles where people are named by the rest and not by the whole. */
    private static Clitics.Candidate reading(Phrase phrase, int i) {
        List<Clitics.Candidate> readings = phrase.readings(i);
        return readings.stream()
                .filter(reading -> Words.NAME_WORDS_AR.contains(reading.rest()))
                .findFirst()
                .orElse(readings.getFirst());
    }
}
