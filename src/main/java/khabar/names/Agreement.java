package khabar.names;

import java.util.List;
import java.util.stream.Stream;
import khabar.gazetteer.Entry;

/**
 * Joins the names of the rules with those that the recogniser finds. Where both find the same words the rules say what they
 * stand for, unless the recogniser is sure that a city's or a nameless person's name is something else there. A longer
 * name goes before one within it; what only the rules find stays.
 */
final class Agreement {
    /** From here on a longer name of a person goes before a place's within it. */
    private static final double LIKELY = 0.5;

    private static final long GREAT = 1_000_000;

    private Agreement() {}

    /** @param sure from here on the recogniser's type of a name goes before the gazetteer's, see {@link MentionRecogniser} */
    static List<Candidate> of(List<Candidate> ruled, List<Candidate> learnt, double sure) {
        List<Candidate> rules = ruled.stream()
                .filter(rule -> learnt.stream().noneMatch(other -> replaces(other, rule, sure)))
                .toList();
        List<Candidate> more = learnt.stream()
                .filter(other -> rules.stream().noneMatch(rule -> rule.overlaps(other)))
                .toList();
        return Stream.concat(rules.stream(), more.stream()).toList();
    }

    private static boolean replaces(Candidate learnt, Candidate rule, double sure) {
        if (!learnt.overlaps(rule)) {
            return false;
        }
        if (learnt.first() == rule.first() && learnt.last() == rule.last()) {
            return learnt.type() != rule.type()
                    && learnt.confidence() >= sure
                    && isDoubtful(rule)
                    && !(learnt.type() == MentionType.PERSON && isGreatCity(rule));
        }
        return learnt.covers(rule) && isPart(rule, learnt, sure);
    }

    /** A city by one word, or someone whom the gazetteer does not have. */
    private static boolean isDoubtful(Candidate rule) {
        return switch (rule.resolution()) {
            case Resolution.Known known ->
                rule.length() == 1
                        && known.entry() instanceof Entry.Place place
                        && place.feature() != Entry.Feature.COUNTRY;
            case Resolution.Dark dark -> true;
            case Resolution.Ambiguous ambiguous -> true;
            case Resolution.Unknown unknown -> true;
        };
    }

    /** So great that its name alone is seldom a person's: Sanaa. */
    private static boolean isGreatCity(Candidate rule) {
        return rule.resolution() instanceof Resolution.Known known
                && known.entry() instanceof Entry.Place place
                && place.population() >= GREAT;
    }

    /** "Michael Jordan", "Chad Brown": people are called after places more often than places after people. */
    private static boolean isPerson(Candidate rule, Candidate learnt) {
        return learnt.type() == MentionType.PERSON && rule.length() == 1 && learnt.confidence() >= LIKELY;
    }

    /** Whether the rule found only a part of a longer name: a place in an organisation's, two words of a person's. */
    private static boolean isPart(Candidate rule, Candidate learnt, double sure) {
        return switch (rule.resolution()) {
            case Resolution.Known known ->
                known.entry() instanceof Entry.Place && (learnt.confidence() >= sure || isPerson(rule, learnt));
            case Resolution.Dark dark -> true;
            case Resolution.Ambiguous ambiguous -> learnt.confidence() >= sure;
            case Resolution.Unknown unknown -> true;
        };
    }
}
