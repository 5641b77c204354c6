package khabar.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;

/**
 * How a meeting was held and who visited whom: a meeting in the country of one side is a visit of the other; in a third
 * country it is held at a third party; with three countries or more it is multilateral.
 */
final class Meetings {
    private static final int MANY = 3;

    private final World world;

    Meetings(World world) {
        this.world = world;
    }

    /** A meeting understood. */
    record Meeting(EventCode code, List<Participant> participants) {}

    /** The recipients of a visit are its hosts. Who only hosted others is left as it is. */
    Meeting understand(EventCode code, List<Participant> participants, Optional<Entry.Place> place) {
        Meeting meeting = ofParties(
                code, participants.stream().filter(Participant::isParty).toList(), place);
        boolean visit = meeting.code().equals(EventCode.of(EventType.CONSULT, "visit"));
        List<Participant> all = Stream.concat(
                        meeting.participants().stream()
                                .map(p -> visit && p.is(Role.RECIPIENT) ? p.also(Set.of(Role.HOST)) : p),
                        participants.stream().filter(p -> !p.isParty()))
                .toList();
        return new Meeting(meeting.code(), all);
    }

    private Meeting ofParties(EventCode code, List<Participant> participants, Optional<Entry.Place> place) {
        boolean visit = code.mode().map(mode -> mode.name().equals("visit")).orElse(false);
        if (code.type() != EventType.CONSULT || code.mode().isPresent() && !visit) {
            return new Meeting(code, participants);
        }
        Set<String> countries =
                participants.stream().flatMap(p -> country(p).stream()).collect(Collectors.toSet());
        if (countries.size() >= MANY) {
            return new Meeting(EventCode.of(EventType.CONSULT, "multilateral"), participants);
        }
        Optional<String> where = place.flatMap(Entry.Place::country);
        if (visit || where.isEmpty() || countries.size() < 2) {
            return new Meeting(code, participants);
        }
        Set<String> acting = countries(participants, Role.ACTOR);
        Set<String> receiving = countries(participants, Role.RECIPIENT);
        if (receiving.isEmpty()) { // all of them are actors: "the meeting of X and Y"
            return countries.contains(where.get())
                    ? new Meeting(EventCode.of(EventType.CONSULT, "visit"), hosted(participants, where.get()))
                    : new Meeting(EventCode.of(EventType.CONSULT, "third-party"), participants);
        }
        if (receiving.equals(Set.of(where.get())) || acting.equals(Set.of(where.get()))) {
            return new Meeting(EventCode.of(EventType.CONSULT, "visit"), hosted(participants, where.get()));
        }
        return countries.contains(where.get())
                ? new Meeting(code, participants)
                : new Meeting(EventCode.of(EventType.CONSULT, "third-party"), participants);
    }

    /** Those of the country are hosts, so recipients; the others are visitors, so actors. */
    private List<Participant> hosted(List<Participant> participants, String country) {
        return Stream.concat(
                        participants.stream()
                                .filter(p -> !country(p).equals(Optional.of(country)))
                                .map(p -> p.as(Role.ACTOR)),
                        participants.stream()
                                .filter(p -> country(p).equals(Optional.of(country)))
                                .map(p -> p.as(Role.RECIPIENT)))
                .toList();
    }

    private Set<String> countries(List<Participant> participants, Role role) {
        return participants.stream()
                .filter(p -> p.is(role))
                .flatMap(p -> country(p).stream())
                .collect(Collectors.toSet());
    }

    Optional<String> country(Participant participant) {
        return participant.entity().flatMap(this::country);
    }

    Optional<String> country(Entity entity) {
        return world.entry(entity).flatMap(Entry::country);
    }
}
