package khabar.event;

import java.util.List;
import java.util.Set;

/**
 * How a language tells one kind of event.
 *
 * @param kind what word class tells it
 * @param lemma names the pattern, as in {@code حاصر/يحاصر}
 * @param needs normal forms of which one must stand with the trigger ("siege" with "imposed"); empty where none is needed
 * @param barred normal forms none of which may follow the trigger at once: "demonstrated its unity" is no protest
 * @param actor where the actor stands
 * @param recipient where the recipient stands, in order of preference
 * @param recipientRequired whether without a recipient nothing is told
 * @param weight 0 to 1: how often the construction means this event when its arguments are there; judged, not measured
 * @param harms whether whoever it befalls is a victim: killed, wounded, abducted, beaten
 */
record Pattern(
        Kind kind,
        String lemma,
        Set<String> needs,
        Set<String> barred,
        EventCode code,
        List<Slot> actor,
        List<Slot> recipient,
        boolean recipientRequired,
        Set<Context> contexts,
        double weight,
        boolean harms) {

    /** The word class of the trigger. */
    enum Kind {
        VERB,
        NOUN
    }

    /** Where an argument stands, seen from the trigger. */
    sealed interface Slot {
        /** The subject of a verb. */
        record Subject() implements Slot {}

        /** The direct object of a verb. */
        record DirectObject() implements Slot {}

        /** What a verbal noun is of: "the visit of X", "X's visit". */
        record Genitive() implements Slot {}

        /** Who did what is told in the passive: "by X". */
        record Agent() implements Slot {}

        /** Who says what the clause tells: "X said that they must". */
        record Speaker() implements Slot {}

        /** After this preposition, in normal form. */
        record After(String preposition) implements Slot {}
    }

    Pattern {
        needs = Set.copyOf(needs);
        barred = Set.copyOf(barred);
        actor = List.copyOf(actor);
        recipient = List.copyOf(recipient);
        contexts = Set.copyOf(contexts);
    }

    /** Whether all who act are told together: "talks between X and Y". */
    boolean isBetween() {
        return actor.getFirst() instanceof Slot.After after
                && (after.preposition().equals("بين") || after.preposition().equals("between"));
    }
}
