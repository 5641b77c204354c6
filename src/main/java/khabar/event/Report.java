package khabar.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.names.Link;

/**
 * One event as one article tells it, with every sentence that tells it.
 *
 * @param code type and mode
 * @param contexts what it is about
 * @param participants actors, recipients and the rest, no dyads
 * @param setting where and when
 * @param confidence 0 to 1: of Arabic attacks and protests that happened the calibrated probability that people would see
 *     the event in the sentence ({@link Filter}); of all else a score of the rules, of which only the order means something
 * @param toll how many people it states as killed and wounded
 * @param evidence at least one, in text order
 */
public record Report(
        EventCode code,
        Set<Context> contexts,
        Status status,
        List<Participant> participants,
        Setting setting,
        double confidence,
        Toll toll,
        List<Evidence> evidence) {
    public Report {
        contexts = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(contexts));
        participants = List.copyOf(participants);
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a report without evidence: " + code);
        }
    }

    public List<Participant> with(Role role) {
        return participants.stream().filter(participant -> participant.is(role)).toList();
    }

    /** Where and when; a place from the dateline alone is not one. */
    public record Setting(Optional<Link> place, When when) {}
}
