package khabar.event;

import java.util.List;
import khabar.event.Inflection.Form;
import khabar.names.Link;

/**
 * How sure a report is, 0 to 1: the weight of its pattern, times a factor for each thing that makes such readings go wrong
 * more often. Judged from reading outputs; not calibrated, so only the order means something. What {@link LearntJudge} decides
 * has a measured probability instead.
 */
final class Scores {
    /** Below this nothing is reported. */
    static final double FLOOR = 0.35;

    private static final double NO_ACTOR = 0.7;
    private static final double NAMELESS = 0.85;
    private static final double INHERITED = 0.8;
    private static final double NOT_HAPPENED = 0.9;
    private static final double NOUN = 0.95;
    private static final double UNCERTAIN_NAME = 0.9;

    private Scores() {}

    static double of(Trigger.Reading reading, Arguments arguments, List<Participant> participants, Status status) {
        double score = reading.pattern().weight();
        if (participants.stream().noneMatch(p -> p.is(Role.ACTOR))) {
            score *= NO_ACTOR;
        }
        if (participants.stream().noneMatch(p -> p.entity().isPresent())) {
            score *= NAMELESS;
        }
        if (arguments.inherited()) {
            score *= INHERITED;
        }
        if (status != Status.HAPPENED) {
            score *= NOT_HAPPENED;
        }
        if (reading.inflection().form() == Form.NOUN) {
            score *= NOUN;
        }
        boolean doubtful = participants.stream()
                .flatMap(p -> p.link().stream()
                        .map(link -> isTakenUp(p, link) || link.mention().confidence() < 0.5))
                .anyMatch(doubt -> doubt);
        return round(doubtful ? score * UNCERTAIN_NAME : score);
    }

    /** "The forces", "the group": the link is that of a name before. */
    private static boolean isTakenUp(Participant participant, Link link) {
        return !participant.text().equals(link.mention().text());
    }

    /** Two sentences that tell the same are surer than one, but not much: they are of one author. */
    static double together(double best, int sentences) {
        return round(Math.min(0.98, best + 0.02 * (sentences - 1)));
    }

    private static double round(double score) {
        return Math.round(score * 100) / 100.0;
    }
}
