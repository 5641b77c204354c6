package khabar.event;

import java.util.Optional;
import khabar.gazetteer.Entry;
import khabar.names.Link;
import khabar.names.MentionType;
import khabar.names.Resolution;

/**
 * A noun phrase that names someone or something: a mention with its titles, or nameless people.
 *
 * @param start index of its first token, titles and transparent heads ("the city of") included, preposition left out
 * @param last index after its last token
 * @param link the mention, where there is one; for "the group" the mention it takes up
 * @param agent what kind of people, where they are nameless
 * @param preposition before it, in normal form: {@link #AGENT}, {@link #SUPPORT}, {@link #LEADER} for phrases of those
 *     meanings, empty where there is none
 * @param joined joined to the phrase before it by "and"
 * @param nested part of another noun phrase, so no argument of its own
 * @param target what is shot at rather than who shoots: "positions of X"
 */
record Phrase(
        int start,
        int last,
        Optional<Link> link,
        Optional<Lexicon.AgentWord> agent,
        String preposition,
        boolean joined,
        boolean nested,
        boolean target,
        String text) {
    static final String AGENT = "AGENT";
    static final String SUPPORT = "SUPPORT";
    static final String LEADER = "LEADER";
    /** Before a noun: "X's". */
    static final String POSSESSOR = "POSSESSOR";

    boolean isBare() {
        return preposition.isEmpty() && !nested;
    }

    boolean isPlace() {
        return link.map(l -> l.mention().type() == MentionType.PLACE).orElse(false);
    }

    /** A person, an organisation or nameless people. */
    boolean isActor() {
        return agent.isPresent()
                || link.map(l -> l.mention().type() == MentionType.PERSON
                                || l.mention().type() == MentionType.ORGANISATION)
                        .orElse(false);
    }

    Optional<Entry> entry() {
        return link.flatMap(l -> l.resolution() instanceof Resolution.Known known
                ? Optional.of(known.entry())
                : Optional.empty());
    }

    Optional<Entry.Place> place() {
        return entry().flatMap(e -> e instanceof Entry.Place place ? Optional.of(place) : Optional.empty());
    }

    boolean isCountry() {
        return place().map(p -> p.feature() == Entry.Feature.COUNTRY).orElse(false);
    }

    Phrase joinedTo(Phrase before) {
        return new Phrase(start, last, link, agent, before.preposition, true, before.nested, target, text);
    }
}
