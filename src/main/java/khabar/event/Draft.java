package khabar.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;

/**
 * What one trigger tells, before retellings of one event are put together.
 *
 * @param complete whether it can stand alone; else it only adds to another that does
 * @param confidence see {@link Scores}
 */
record Draft(
        EventCode code,
        Set<Context> contexts,
        Status status,
        List<Participant> participants,
        Report.Setting setting,
        boolean complete,
        double confidence,
        Evidence evidence) {

    Draft {
        participants = List.copyOf(participants);
        contexts = Set.copyOf(contexts);
    }

    Draft judged(boolean stands, double probability) {
        return new Draft(code, contexts, status, participants, setting, stands, probability, evidence);
    }

    /** This one, told by whom it befell, and the other, told by who did it. */
    Draft with(Draft by) {
        List<Participant> both =
                Stream.concat(by.with(Role.ACTOR), with(Role.RECIPIENT)).toList();
        Report.Setting where = new Report.Setting(
                setting.place().or(by.setting()::place),
                setting.when().precision() == Precision.UNKNOWN ? by.setting().when() : setting.when());
        return new Draft(
                code.mode().isPresent() ? code : by.code(),
                Stream.concat(contexts.stream(), by.contexts().stream()).collect(Collectors.toSet()),
                status,
                both,
                where,
                complete || by.complete(),
                Math.max(confidence, by.confidence()),
                evidence);
    }

    Stream<Participant> with(Role role) {
        return participants.stream().filter(participant -> participant.role() == role);
    }

    Set<Entity> entities() {
        return participants.stream().flatMap(p -> p.entity().stream()).collect(Collectors.toSet());
    }

    Set<Entity> entities(Role role) {
        return with(role).flatMap(p -> p.entity().stream()).collect(Collectors.toSet());
    }

    Optional<Entity> place() {
        return setting.place().flatMap(link -> link.resolution().entity());
    }
}
