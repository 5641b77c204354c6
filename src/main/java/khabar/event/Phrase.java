package khabar.event;

import java.util.Optional;
import khabar.gazetteer.Entry;
import khabar.names.Link;
import khabar.names.MentionType;
import khabar.names.Resolution;

/**
 * A noun phrase that names someone or something.
 *
 * @param start index of its first token, titles and transparent heads ("the city of") included, preposition left out
 * @param last index after its last token
 * @param target what is shot at rather than who shoots: "positions of X"
 */
record Phrase(int start, int last, Who who, Attachment attachment, boolean target, String text) {
    static final String AGENT = "AGENT";
    static final String SUPPORT = "SUPPORT";
    static final String LEADER = "LEADER";
    /** "Hosted by", "mediated by". */
    static final String HOST = "HOST";
    /** Before a noun: "X's". */
    static final String POSSESSOR = "POSSESSOR";

    /** Who or what is meant. */
    sealed interface Who {
        /** A mention, or for "the group" the mention it takes up. */
        record Named(Link link) implements Who {}

        /** People without a name, and their country by a word of nationality (ISO 3166-1 alpha-3). */
        record Nameless(Lexicon.AgentWord agent, Optional<String> country) implements Who {}

        /** A state, by its adjective alone: "Russian air strikes". */
        record State(String country) implements Who {}
    }

    /**
     * How the phrase hangs on what stands before it.
     *
     * @param preposition in normal form, or {@link #AGENT}, {@link #SUPPORT}, {@link #LEADER}, {@link #HOST}, {@link #POSSESSOR} for
     *     words of that meaning; empty where there is none
     * @param joined joined to the phrase before it by "and"
     * @param nested part of another noun phrase, so no argument of its own
     */
    record Attachment(String preposition, boolean joined, boolean nested) {
        static final Attachment NONE = new Attachment("", false, false);
    }

    String preposition() {
        return attachment.preposition();
    }

    boolean joined() {
        return attachment.joined();
    }

    boolean isBare() {
        return attachment.preposition().isEmpty() && !attachment.nested();
    }

    Optional<Link> link() {
        return who instanceof Who.Named named ? Optional.of(named.link()) : Optional.empty();
    }

    boolean isPlace() {
        return link().map(l -> l.mention().type() == MentionType.PLACE).orElse(false);
    }

    /** A person, an organisation, a state or nameless people. */
    boolean isActor() {
        return switch (who) {
            case Who.Named named ->
                switch (named.link().mention().type()) {
                    case PERSON, ORGANISATION -> true;
                    case PLACE, OTHER -> false;
                };
            case Who.Nameless nameless -> true;
            case Who.State state -> true;
        };
    }

    /** People who are only ever acted upon: "civilians". */
    boolean isVictim() {
        return who instanceof Who.Nameless nameless && !nameless.agent().mayAct();
    }

    /** A state or organisation: as the only noun of a verb it may well be the one that acts. */
    boolean isStateOrForce() {
        return who instanceof Who.State
                || link().map(l -> l.mention().type() == MentionType.ORGANISATION
                                || l.mention().type() == MentionType.PLACE)
                        .orElse(false);
    }

    Optional<Entry> entry() {
        return link().flatMap(l ->
                l.resolution() instanceof Resolution.Known known ? Optional.of(known.entry()) : Optional.empty());
    }

    Optional<Entry.Place> place() {
        return entry().flatMap(e -> e instanceof Entry.Place place ? Optional.of(place) : Optional.empty());
    }

    Phrase attached(Attachment to) {
        return new Phrase(start, last, who, to, target, text);
    }

    Phrase starting(int from) {
        return new Phrase(from, last, who, attachment, target, text);
    }
}
