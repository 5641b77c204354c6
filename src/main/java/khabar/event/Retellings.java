package khabar.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.event.ClauseCoder.Recall;
import khabar.event.ClauseCoder.Told;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;

/** Puts the sentences of an article that tell one event together into one report. */
final class Retellings {
    /** "Hundreds" may be of any people. */
    private static final Set<String> COUNTS =
            Set.of("hundreds", "thousands", "dozens", "scores", "مئات", "ميات", "عشرات", "الاف");

    private final World world;
    private final PlaceReader places;
    private final Meetings meetings;

    Retellings(World world) {
        this.world = world;
        this.places = new PlaceReader(world);
        this.meetings = new Meetings(world);
    }

    /** Reports in text order of their first evidence. */
    List<Report> together(List<Told> told) {
        List<Draft> drafts = told.stream().flatMap(t -> t.drafts().stream()).toList();
        List<Group> groups = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.complete() && draft.confidence() >= Scores.FLOOR) {
                Optional<Group> same =
                        groups.stream().filter(group -> isSame(group, draft)).findFirst();
                same.ifPresentOrElse(group -> group.add(draft), () -> groups.add(new Group(draft)));
            }
        }
        for (Draft draft : drafts) {
            if (!draft.complete()) {
                only(groups.stream().filter(group -> adds(group, draft)).toList())
                        .ifPresent(group -> group.set(draft));
            }
        }
        for (Told sentence : told) {
            for (Recall recall : sentence.recalls()) {
                only(groups.stream()
                                .filter(group -> group.isHappened() && isOfKind(group.code, recall.code()))
                                .toList())
                        .ifPresent(group -> group.evidence.add(recall.evidence()));
            }
            sentence.count()
                    .ifPresent(count -> only(groups.stream()
                                    .filter(group -> group.isHappened() && group.code.type() == EventType.ASSAULT)
                                    .toList())
                            .ifPresent(group -> group.count(count)));
        }
        return groups.stream()
                .map(group -> group.report(meetings))
                .sorted(Comparator.comparingInt(
                                (Report r) -> r.evidence().getFirst().sentence())
                        .thenComparingInt(r -> r.evidence().getFirst().trigger().start()))
                .toList();
    }

    private static boolean sameSide(Participant one, Participant other) {
        return one.is(Role.ACTOR) && other.is(Role.ACTOR) || one.is(Role.RECIPIENT) && other.is(Role.RECIPIENT);
    }

    private static When surer(When one, When other) {
        return other.precision().compareTo(one.precision()) < 0 ? other : one;
    }

    private static Optional<Group> only(List<Group> groups) {
        return groups.size() == 1 ? Optional.of(groups.getFirst()) : Optional.empty();
    }

    private boolean isSame(Group group, Draft draft) {
        boolean modes = group.code.mode().isEmpty()
                || draft.code().mode().isEmpty()
                || group.code.equals(draft.code())
                || isBombing(group.code) && isBombing(draft.code())
                || group.code.type() == EventType.CONSULT && !isPhone(group.code) && !isPhone(draft.code());
        if (group.code.type() != draft.code().type() || group.status != draft.status() || !modes) {
            return false;
        }
        return compatible(group.when, draft.setting().when())
                && compatible(group.place, draft.setting().place().map(link -> link))
                && sameParties(group, draft);
    }

    /** "The visit" takes up any meeting, "the seizure" no siege. */
    private static boolean isOfKind(EventCode code, EventCode noun) {
        return code.type() == noun.type()
                && (code.type() == EventType.CONSULT
                        ? isPhone(code) == isPhone(noun)
                        : code.mode().isEmpty() || noun.mode().isEmpty() || code.equals(noun));
    }

    /** "Bombed" leaves open whether from the air. */
    private static boolean isBombing(EventCode code) {
        return code.type() == EventType.ASSAULT
                && code.mode()
                        .map(mode -> mode.name().equals("aerial") || mode.name().equals("heavy-weapons"))
                        .orElse(false);
    }

    private static boolean isPhone(EventCode code) {
        return code.mode().map(mode -> mode.name().equals("phone")).orElse(false);
    }

    /** One side's named parties are among the other's; those without a name tell nothing. */
    private boolean sameParties(Group group, Draft draft) {
        Set<Entity> one = group.entities();
        Set<Entity> other = draft.entities();
        if (one.isEmpty() && other.isEmpty()) {
            // "A bomb kills hundreds in X", "the bomb killed hundreds of people in X": the town and whom it befell.
            return group.code.type() == EventType.ASSAULT
                    && place(group.place).isPresent()
                    && place(draft.setting().place()).isPresent()
                    && isOneDeed(group, draft);
        }
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (group.code.type() == EventType.CONSULT) {
            return covers(one, other) || covers(other, one);
        }
        Set<Entity> actors = group.entities(Role.ACTOR);
        Set<Entity> theirs = draft.entities(Role.ACTOR);
        Set<Entity> recipients = group.entities(Role.RECIPIENT);
        Set<Entity> theirRecipients = draft.entities(Role.RECIPIENT);
        boolean sameActor = actors.isEmpty() || theirs.isEmpty() || covers(actors, theirs) || covers(theirs, actors);
        boolean sameRecipient = recipients.isEmpty()
                || theirRecipients.isEmpty()
                || covers(recipients, theirRecipients)
                || covers(theirRecipients, recipients);
        // Whoever acts in one and suffers in the other makes two events of them.
        boolean shared = actors.stream().anyMatch(theirs::contains)
                || recipients.stream().anyMatch(theirRecipients::contains);
        return sameActor && sameRecipient && shared;
    }

    /** Of nameless people: one number of those whom it befell, and no second name for those who did it. */
    private static boolean isOneDeed(Group group, Draft draft) {
        return alike(texts(group.participants, Role.ACTOR), texts(draft.participants(), Role.ACTOR), true)
                && alike(texts(group.participants, Role.RECIPIENT), texts(draft.participants(), Role.RECIPIENT), false);
    }

    /** "Hundreds", where another sentence says of whom. */
    private static boolean isOnlyCounted(Participant participant) {
        return participant.entity().isEmpty() && COUNTS.contains(PatternFile.normal(participant.text()));
    }

    private static Set<String> texts(List<Participant> participants, Role role) {
        return participants.stream()
                .filter(p -> p.is(role))
                .map(p -> PatternFile.normal(p.text()).split(" ", -1)[0])
                .collect(java.util.stream.Collectors.toSet());
    }

    private static boolean alike(Set<String> one, Set<String> other, boolean orUnknown) {
        boolean counted =
                one.stream().anyMatch(COUNTS::contains) || other.stream().anyMatch(COUNTS::contains);
        return (orUnknown || counted) && (one.isEmpty() || other.isEmpty())
                || !one.isEmpty() && !other.isEmpty() && (counted || one.equals(other));
    }

    /** Whether each of the second is among the first, or is the state of one of them. */
    private boolean covers(Set<Entity> one, Set<Entity> other) {
        return other.stream().allMatch(e -> one.contains(e) || one.stream().anyMatch(o -> isStateOf(e, o)));
    }

    private boolean isStateOf(Entity state, Entity one) {
        return state.type() == EntityType.ORGANISATION
                && meetings.country(one)
                        .map(country -> world.state(country).entity().equals(state))
                        .orElse(false);
    }

    private static boolean compatible(When one, When other) {
        if (one.precision() == Precision.UNKNOWN || other.precision() == Precision.UNKNOWN) {
            return true;
        }
        if (one.begin().isEmpty() || other.begin().isEmpty()) {
            return one.begin().isEmpty() && other.begin().isEmpty();
        }
        boolean before =
                one.end().isPresent() && one.end().get().isBefore(other.begin().get());
        boolean after = other.end().isPresent()
                && other.end().get().isBefore(one.begin().get());
        return !before && !after;
    }

    private boolean compatible(Optional<khabar.names.Link> one, Optional<khabar.names.Link> other) {
        Optional<Entry.Place> first = place(one);
        Optional<Entry.Place> second = place(other);
        return first.isEmpty()
                || second.isEmpty()
                || places.within(first.get(), second.get().entity())
                || places.within(second.get(), first.get().entity());
    }

    private static Optional<Entry.Place> place(Optional<khabar.names.Link> link) {
        return link.flatMap(l -> l.resolution() instanceof khabar.names.Resolution.Known known
                        && known.entry() instanceof Entry.Place place
                ? Optional.of(place)
                : Optional.empty());
    }

    /** Whether a sentence that does not say enough for a report of its own tells of this one. */
    private boolean adds(Group group, Draft draft) {
        boolean modes = group.code.mode().isEmpty()
                || draft.code().mode().isEmpty()
                || group.code.equals(draft.code())
                || group.code.type() == EventType.CONSULT && isPhone(group.code) == isPhone(draft.code());
        return modes
                && group.code.type() == draft.code().type()
                && group.status == draft.status()
                && !draft.entities().isEmpty()
                && (group.code.type() == EventType.CONSULT
                        ? covers(group.entities(), draft.entities())
                        : covers(group.entities(Role.ACTOR), draft.entities(Role.ACTOR))
                                && covers(group.entities(Role.RECIPIENT), draft.entities(Role.RECIPIENT)))
                && compatible(group.when, draft.setting().when())
                && compatible(group.place, draft.setting().place());
    }

    /** One report in the making. */
    private final class Group {
        private EventCode code;
        private final Status status;
        private final Set<Context> contexts = EnumSet.noneOf(Context.class);
        private final List<Participant> participants = new ArrayList<>();
        private Optional<khabar.names.Link> place;
        private When when;
        private double best;
        private Toll toll;
        private final List<Evidence> evidence = new ArrayList<>();

        Group(Draft first) {
            this.code = first.code();
            this.status = first.status();
            this.contexts.addAll(first.contexts());
            this.participants.addAll(first.participants());
            this.place = first.setting().place();
            this.when = first.setting().when();
            this.best = first.confidence();
            this.toll = first.toll();
            this.evidence.add(first.evidence());
        }

        void count(ClauseCoder.Count count) {
            toll = toll.with(count.toll());
            evidence.add(count.evidence());
        }

        boolean isHappened() {
            return status == Status.HAPPENED;
        }

        Set<Entity> entities() {
            Set<Entity> all = new HashSet<>();
            participants.stream()
                    .filter(Participant::isParty)
                    .forEach(p -> p.entity().ifPresent(all::add));
            return all;
        }

        Set<Entity> entities(Role role) {
            Set<Entity> all = new HashSet<>();
            participants.stream()
                    .filter(p -> p.is(role))
                    .forEach(p -> p.entity().ifPresent(all::add));
            return all;
        }

        void add(Draft draft) {
            boolean rolesTold = draft.code().mode().isPresent() && code.mode().isEmpty();
            List<Participant> leading = rolesTold ? draft.participants() : List.copyOf(participants);
            List<Participant> adding = rolesTold ? List.copyOf(participants) : draft.participants();
            participants.clear();
            participants.addAll(leading);
            adding.forEach(this::take);
            participants.removeIf(p ->
                    isOnlyCounted(p) && participants.stream().anyMatch(o -> sameSide(o, p) && !isOnlyCounted(o)));
            code = code.mode().isPresent() && !isBombing(draft.code()) ? code : draft.code();
            contexts.addAll(draft.contexts());
            place = finer(place, draft.setting().place());
            when = surer(when, draft.setting().when());
            toll = toll.with(draft.toll());
            best = Math.max(best, draft.confidence());
            evidence.add(draft.evidence());
        }

        /** Whoever is told of already may get a further role: "civilians", "the civilians who were killed". */
        private void take(Participant participant) {
            for (int i = 0; i < participants.size(); i++) {
                Participant known = participants.get(i);
                if (Parties.same(known, participant)) {
                    boolean victim = known.is(Role.RECIPIENT) && participant.is(Role.VICTIM);
                    participants.set(i, victim ? known.also(Set.of(Role.VICTIM)) : known);
                    return;
                }
            }
            participants.add(participant);
        }

        /** Takes day, place and sentence of one that tells no more. */
        void set(Draft draft) {
            place = finer(place, draft.setting().place());
            when = surer(when, draft.setting().when());
            toll = toll.with(draft.toll());
            evidence.add(draft.evidence());
        }

        private Optional<khabar.names.Link> finer(Optional<khabar.names.Link> one, Optional<khabar.names.Link> other) {
            boolean otherIsFiner = place(one).isEmpty()
                    || place(other)
                            .map(p -> places.within(p, place(one).orElseThrow().entity()))
                            .orElse(false);
            return otherIsFiner && other.isPresent() ? other : one;
        }

        Report report(Meetings meetings) {
            List<Participant> kept = MeansReader.withoutGeneral(participants).stream()
                    .filter(p -> p.entity().isEmpty()
                            || participants.stream()
                                    .noneMatch(o -> !o.equals(p)
                                            && sameSide(o, p)
                                            && o.entity().isPresent()
                                            && !o.entity().equals(p.entity())
                                            && isStateOf(
                                                    p.entity().get(), o.entity().get())))
                    .toList();
            Meetings.Meeting meeting = meetings.understand(code, kept, place(place));
            List<Evidence> sorted = evidence.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Evidence::sentence)
                            .thenComparingInt(e -> e.trigger().start()))
                    .toList();
            List<Evidence> oneASentence = new ArrayList<>();
            for (Evidence one : sorted) {
                if (oneASentence.isEmpty() || oneASentence.getLast().sentence() != one.sentence()) {
                    oneASentence.add(one);
                }
            }
            return new Report(
                    meeting.code(),
                    contexts,
                    status,
                    meeting.participants(),
                    new Report.Setting(place, when),
                    Scores.together(best, oneASentence.size()),
                    toll,
                    oneASentence);
        }
    }
}
