package khabar.names;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Name;
import khabar.text.Clitics;
import khabar.text.Normaliser;
import khabar.text.Slug;
import khabar.text.Token;

/**
 * Organisations that no list has, told by a head noun with a name of their own: "حركة النجباء", "Blue Line Movement". Where
 * what stands beside the noun is a nationality or a place only, the name is no one's own ("the Iraqi party"), and nobody
 * is made of it.
 */
final class DarkOrganisations {
    /** From here on the recogniser is believed. */
    private static final double SURE = 0.8;

    private static final int LONGEST = 6;
    private static final double CONFIDENCE = 0.7;

    private final Gazetteer gazetteer;

    DarkOrganisations(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** An organisation of its own; empty where the evidence is not good. */
    Optional<Candidate> of(Phrase phrase, MentionRecogniser.Found name) {
        int length = name.last() - name.first();
        boolean words = phrase.sentence().tokens().subList(name.first(), name.last()).stream()
                .allMatch(Token::isWord);
        if (name.type() != MentionType.ORGANISATION
                || name.confidence() < SURE
                || length < 2
                || length > LONGEST
                || !words) {
            return Optional.empty();
        }
        return phrase.arabic() ? arabic(phrase, name) : english(phrase, name);
    }

    private Optional<Candidate> arabic(Phrase phrase, MentionRecogniser.Found name) {
        return phrase.readings(name.first()).stream()
                .filter(reading -> Words.GROUP_HEADS_AR.contains(reading.rest()))
                .filter(reading -> isOwn(phrase, name.first() + 1, name.last(), Set.of()))
                .findFirst()
                .map(reading -> candidate(phrase, name, reading, "ar"));
    }

    private Optional<Candidate> english(Phrase phrase, MentionRecogniser.Found name) {
        boolean called = IntStream.range(name.first(), name.last())
                .anyMatch(i -> phrase.isCapitalised(i) && Words.GROUP_HEADS_EN.contains(phrase.normal(i)));
        return called
                        && phrase.isCapitalised(name.first())
                        && isOwn(phrase, name.first(), name.last(), Words.GROUP_HEADS_EN)
                ? Optional.of(
                        candidate(phrase, name, phrase.readings(name.first()).getFirst(), "en"))
                : Optional.empty();
    }

    /** Whether a word is left that is neither a head noun, nor small, nor of a country or place. */
    private boolean isOwn(Phrase phrase, int first, int last, Set<String> heads) {
        return IntStream.range(first, last)
                .anyMatch(i -> phrase.normal(i).length() > 3
                        && !heads.contains(phrase.normal(i))
                        && !Words.FILLERS_AR.contains(phrase.normal(i))
                        && !Words.FILLERS_EN.contains(phrase.normal(i))
                        && gazetteer.nationality(phrase.normal(i)).isEmpty()
                        && gazetteer.longest(phrase.normals().subList(i, i + 1), 0).stream()
                                .noneMatch(match -> match.entries().stream()
                                        .anyMatch(entry -> GazetteerNames.type(entry) == MentionType.PLACE)));
    }

    private static Candidate candidate(
            Phrase phrase, MentionRecogniser.Found name, Clitics.Candidate reading, String language) {
        StringBuilder text = new StringBuilder();
        for (int i = name.first(); i < name.last(); i++) {
            String token = phrase.token(i).text();
            boolean head = i == name.first();
            text.append(head ? token.substring(Normaliser.normalise(token).offsets()[reading.length()]) : " " + token);
        }
        DarkActor actor = new DarkActor(
                new Entity(EntityType.ORGANISATION, Slug.unique(text.toString())), new Name(text.toString(), language));
        return new Candidate(
                name.first(),
                name.last(),
                reading.length(),
                reading.prefix(),
                MentionType.ORGANISATION,
                new Resolution.Dark(actor, CONFIDENCE),
                name.confidence());
    }
}
