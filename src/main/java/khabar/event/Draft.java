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
 * @param confidence see {@link Scores} and {@link LearntJudge}
 */
record Draft(
        EventCode code,
        Set<Context> contexts,
        Status status,
        List<Participant> participants,
        Report.Setting setting,
        boolean complete,
        double confidence,
        Toll toll,
        Evidence evidence) {

    Draft {
        participants = List.copyOf(participants);
        contexts = Set.copyOf(contexts);
    }

    Draft judged(boolean stands, double probability) {
        return new Draft(code, contexts, status, participants, setting, stands, probability, toll, evidence);
    }

    /** This one, told by whom it befell, and the other, told by who did it. */
    Draft with(Draft by) {
        List<Participant> both = Stream.of(
                        by.with(Role.ACTOR),
                        with(Role.RECIPIENT),
                        Stream.concat(participants.stream(), by.participants.stream())
                                .filter(participant -> !participant.isParty()))
                .flatMap(parties -> parties)
                .toList();
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
                toll.with(by.toll()),
                evidence);
    }

    /** The same attack, with those whom the other says it harmed too. */
    Draft and(Draft other) {
        List<Participant> all = new java.util.ArrayList<>(participants);
        other.participants.stream()
                .filter(more -> all.stream().noneMatch(known -> Parties.same(known, more)))
                .forEach(all::add);
        When when = setting.when().precision() == Precision.UNKNOWN ? other.setting.when() : setting.when();
        return new Draft(
                code,
                Stream.concat(contexts.stream(), other.contexts.stream()).collect(Collectors.toSet()),
                status,
                all,
                new Report.Setting(setting.place().or(other.setting::place), when),
                complete,
                Math.max(confidence, other.confidence),
                toll.with(other.toll),
                evidence);
    }

    /** With those who are no parties to it: hosts and instruments. */
    Draft beside(List<Participant> others) {
        List<Participant> all =
                Stream.concat(participants.stream(), others.stream()).toList();
        return new Draft(code, contexts, status, all, setting, complete, confidence, toll, evidence);
    }

    Draft with(Toll counted) {
        return new Draft(code, contexts, status, participants, setting, complete, confidence, counted, evidence);
    }

    Stream<Participant> with(Role role) {
        return participants.stream().filter(participant -> participant.is(role));
    }

    Set<Entity> entities() {
        return participants.stream()
                .filter(Participant::isParty)
                .flatMap(p -> p.entity().stream())
                .collect(Collectors.toSet());
    }

    Set<Entity> entities(Role role) {
        return with(role).flatMap(p -> p.entity().stream()).collect(Collectors.toSet());
    }

    Optional<Entity> place() {
        return setting.place().flatMap(link -> link.resolution().entity());
    }
}
