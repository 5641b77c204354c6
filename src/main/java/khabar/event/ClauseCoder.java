package khabar.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.article.Span;
import khabar.event.Line.Edge;
import khabar.event.TimeExpression.Direction;

/** Codes the triggers of one sentence. */
final class ClauseCoder {
    /** What these say is only said: what they govern did not happen by it. */
    private static final Set<EventType> SPEAKING = EnumSet.of(
            EventType.AGREE,
            EventType.SUPPORT,
            EventType.CONCEDE,
            EventType.REQUEST,
            EventType.ACCUSE,
            EventType.REJECT,
            EventType.THREATEN,
            EventType.PROTEST);

    /** How many characters may stand between a deed and its circumstances. */
    private static final int NEAR = 60;

    /** How many words before a noun a time may stand that is its own and not the verb's. */
    private static final int NOUN_TIME = 5;

    private final Lexicon lexicon;
    private final ArgumentReader arguments;
    private final StatusReader statuses;
    private final SpeechActs speechActs;
    private final PlaceReader places;
    private final Meetings meetings;
    private final Parties parties;
    private final NearParties nearParties;
    private final ContextReader contexts;
    private final MeansReader means;
    private final HostReader hosts;
    private final TollReader tolls;
    private final Judge judge;

    ClauseCoder(Lexicon lexicon, World world, ContextReader contexts, Judge judge) {
        this.lexicon = lexicon;
        this.arguments = lexicon.arabic ? new ArabicArguments(lexicon, world) : new EnglishArguments(lexicon, world);
        this.statuses = new StatusReader(lexicon);
        this.speechActs = new SpeechActs(lexicon, world, arguments);
        this.places = new PlaceReader(world);
        this.meetings = new Meetings(world);
        this.parties = new Parties(world);
        this.nearParties = new NearParties(lexicon, parties);
        this.contexts = contexts;
        this.means = new MeansReader(lexicon);
        this.hosts = new HostReader(lexicon, world, parties);
        this.tolls = TollReader.of(lexicon);
        this.judge = judge;
    }

    /** A noun that tells no event of its own but may take one up: "the meeting". */
    record Recall(EventCode code, Evidence evidence) {}

    /**
     * What one trigger tells in its clause.
     *
     * @param subject of its verb
     * @param vague whether who took part is only told near it
     * @param accident whether nobody did it
     */
    private record Attempt(Clause clause, List<Phrase> subject, Draft draft, boolean vague, boolean accident) {}

    /** How many were killed and wounded, in a sentence that tells no attack of its own. */
    record Count(Toll toll, Evidence evidence) {}

    /** What one sentence tells. */
    record Told(List<Draft> drafts, List<Recall> recalls, Optional<Count> count) {}

    Told code(Line line, Optional<LocalDate> published) {
        List<Draft> drafts = new ArrayList<>();
        List<Recall> recalls = new ArrayList<>();
        Set<Draft> vague = new HashSet<>();
        Map<Trigger, List<Phrase>> subjects = new HashMap<>();
        List<Phrase> subject = List.of();
        boolean[] used = new boolean[line.size()];
        for (Trigger trigger : line.triggers()) {
            if (used[trigger.first()] || isSpokenOf(line, trigger)) {
                continue;
            }
            Optional<Attempt> best = Optional.empty();
            for (Trigger.Reading reading : trigger.readings()) {
                Clause clause = Clause.of(line, trigger, reading);
                ArgumentReader.Frame frame = arguments.frame(clause, subject);
                Optional<Attempt> attempt = attempt(clause, frame, published);
                Optional<Draft> draft = attempt.map(Attempt::draft);
                if (draft.isPresent()
                        && (best.isEmpty()
                                || !best.get().draft().complete() && draft.get().complete())) {
                    best = attempt;
                    subjects.put(trigger, frame.carried());
                    boolean done = draft.get().complete()
                            && draft.get().with(Role.ACTOR).findAny().isPresent();
                    if (done && reading.hasNeed()) {
                        java.util.Arrays.fill(used, reading.need(), reading.needLast(), true);
                    }
                }
                if (best.isPresent() && best.get().draft().complete()) {
                    break;
                }
            }
            Optional<Draft> draft = best.map(this::judged);
            draft.ifPresent(drafts::add);
            if (best.isPresent() && best.get().vague()) {
                draft.ifPresent(vague::add);
            }
            if (draft.isEmpty() || !draft.get().complete()) {
                recall(line, trigger).ifPresent(recalls::add);
            }
            List<Phrase> told = subjects.getOrDefault(trigger, List.of());
            boolean relative = !lexicon.arabic && told.isEmpty() && isInRelative(line, trigger);
            subject = told.isEmpty() ? (relative ? List.of() : subject) : told;
        }
        return counted(line, united(withoutEchoes(drafts, vague)), recalls);
    }

    /** The toll belongs to the first attack of the sentence, else to the one that the article tells. */
    private Told counted(Line line, List<Draft> drafts, List<Recall> recalls) {
        Optional<TollReader.Found> found = isAccident(line, 0, line.size()) ? Optional.empty() : tolls.read(line);
        if (found.isEmpty()) {
            return new Told(drafts, recalls, Optional.empty());
        }
        Toll toll = found.get().toll();
        Optional<Draft> attack = drafts.stream()
                .filter(draft -> draft.code().type() == EventType.ASSAULT && draft.status() == Status.HAPPENED)
                .findFirst();
        if (attack.isPresent()) {
            List<Draft> counting = drafts.stream()
                    .map(draft -> draft.equals(attack.get()) ? draft.with(toll) : draft)
                    .toList();
            return new Told(counting, recalls, Optional.empty());
        }
        boolean apart = !drafts.isEmpty() || !line.times().isEmpty();
        return new Told(
                drafts,
                recalls,
                apart
                        ? Optional.empty()
                        : Optional.of(new Count(
                                toll,
                                evidence(line, found.get().first(), found.get().last()))));
    }

    private Draft judged(Attempt attempt) {
        Draft draft = attempt.accident() ? attempt.draft() : judge.judged(attempt.clause(), attempt.draft());
        return draft.beside(
                switch (draft.code().type()) {
                    case ASSAULT, PROTEST -> means.read(attempt.clause());
                    case AGREE, CONSULT, COOPERATE, CONCEDE, RETREAT ->
                        hosts.read(attempt.clause(), draft, attempt.subject());
                    case SUPPORT, AID, REQUEST, ACCUSE, REJECT, THREATEN, SANCTION, MOBILIZE, COERCE -> List.of();
                });
    }

    /** "Killed in a bombing of a car": a noun of which only a thing or a number is told says no more than the verb beside it. */
    private static List<Draft> withoutEchoes(List<Draft> drafts, Set<Draft> vague) {
        return drafts.stream()
                .filter(draft -> !vague.contains(draft)
                        || drafts.stream()
                                .noneMatch(other -> !vague.contains(other)
                                        && other.complete()
                                        && other.status() == draft.status()
                                        && other.code().type() == draft.code().type()))
                .toList();
    }

    /** "The attacks in X which killed ten and injured two": whoever acted before does not act here. */
    private static boolean isInRelative(Line line, Trigger trigger) {
        for (int i = trigger.first() - 1; i >= 0; i--) {
            if (line.edge(i) == Edge.RELATIVE) {
                return true;
            }
            if (line.edge(i) != Edge.NONE) {
                return false;
            }
        }
        return false;
    }

    /** "Twelve were killed in a raid by X": whom it befell and who did it are one event. */
    private static List<Draft> united(List<Draft> drafts) {
        List<Draft> united = new ArrayList<>();
        for (Draft draft : drafts) {
            boolean continues = !united.isEmpty()
                    && draft.code().type() == EventType.ASSAULT
                    && united.getLast().code().type() == EventType.ASSAULT
                    && united.getLast().status() == draft.status()
                    && united.getLast().with(Role.ACTOR).findAny().isEmpty()
                    && draft.with(Role.ACTOR).findAny().isPresent()
                    && draft.evidence().trigger().start()
                                    - united.getLast().evidence().trigger().end()
                            < NEAR;
            if (continues) {
                united.add(united.removeLast().with(draft));
            } else if (!united.isEmpty() && isSameHarm(united.getLast(), draft)) {
                united.add(united.removeLast().and(draft));
            } else {
                united.add(draft);
            }
        }
        return united;
    }

    /** "Killed four and wounded nine": one attack, unless the first is an abduction. */
    private static boolean isSameHarm(Draft first, Draft second) {
        boolean near =
                second.evidence().trigger().start() - first.evidence().trigger().end() < NEAR;
        boolean abducted = first.code().equals(EventCode.of(EventType.ASSAULT, "abduct"));
        boolean sameActors = second.with(Role.ACTOR)
                .allMatch(actor -> first.with(Role.ACTOR).anyMatch(other -> Parties.same(actor, other)));
        return near
                && !abducted
                && sameActors
                && first.code().type() == EventType.ASSAULT
                && second.code().equals(EventCode.of(EventType.ASSAULT))
                && first.status() == second.status()
                && first.complete() == second.complete()
                && first.with(Role.VICTIM).findAny().isPresent()
                && second.with(Role.VICTIM).findAny().isPresent();
    }

    /** Whether a verb of saying, asking or threatening before it in the clause governs it. */
    private static boolean isSpokenOf(Line line, Trigger trigger) {
        for (Trigger before : line.triggers()) {
            if (before.first() >= trigger.first() || before.isNoun() || !SPEAKING.contains(before.type())) {
                continue;
            }
            boolean reaches = true;
            for (int i = before.last(); i < trigger.first(); i++) {
                Edge edge = line.edge(i);
                reaches &= edge != Edge.HARD && edge != Edge.RELATIVE && edge != Edge.COMMA;
            }
            boolean coordinated = trigger.joined() && !trigger.isNoun();
            if (reaches && !coordinated) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Recall> recall(Line line, Trigger trigger) {
        return trigger.readings().stream()
                .filter(r -> r.inflection().isNoun())
                .filter(r -> r.inflection().definite() || isDetermined(line, trigger))
                .findFirst()
                .map(r -> new Recall(r.pattern().code(), evidence(line, trigger)));
    }

    private static boolean isDetermined(Line line, Trigger trigger) {
        if (trigger.first() == 0) {
            return false;
        }
        return Set.of("the", "this", "these", "their", "his", "her", "هذا", "هذه", "تلك")
                .contains(line.normals().get(trigger.first() - 1));
    }

    private Optional<Attempt> attempt(Clause clause, ArgumentReader.Frame frame, Optional<LocalDate> published) {
        Arguments found = arguments.read(clause, frame);
        Pattern pattern = clause.reading().pattern();
        Status told = statuses.read(clause.line(), clause.trigger(), clause.reading());
        boolean force = pattern.code().type().quad() == 4 && pattern.code().type() != EventType.SANCTION
                || pattern.code().type() == EventType.RETREAT;
        List<Phrase> acting = new ArrayList<>(found.actors());
        if (force && !acting.isEmpty()) {
            ArgumentReader.supporter(clause).filter(p -> !acting.contains(p)).ifPresent(acting::add);
        }
        List<Participant> participants = new ArrayList<>(parties.of(Role.ACTOR, acting));
        Optional<SpeechActs.Act> act = speechActs.read(clause, frame, told, participants);
        EventCode code = act.map(SpeechActs.Act::code).orElse(pattern.code());
        Status status = act.map(SpeechActs.Act::status).orElse(told);
        List<Phrase> receiving = found.recipients().stream()
                .filter(p ->
                        !force || p.isActor() || isCountry(p) && pattern.code().type() != EventType.RETREAT)
                .toList();
        for (Participant recipient : parties.of(Role.RECIPIENT, receiving)) {
            if (participants.stream().noneMatch(p -> Parties.same(p, recipient))) {
                participants.add(pattern.harms() && act.isEmpty() ? recipient.also(Set.of(Role.VICTIM)) : recipient);
            }
        }
        boolean near = participants.isEmpty() && lexicon.arabic && status == Status.HAPPENED;
        if (near) {
            nearParties.of(clause).stream()
                    .map(p ->
                            pattern.harms() && p.is(Role.RECIPIENT) && p.kind().isPresent()
                                    ? p.also(Set.of(Role.VICTIM))
                                    : p)
                    .forEach(participants::add);
        }
        boolean accident = pattern.code().type() == EventType.ASSAULT && acting.isEmpty() && isAccident(clause);
        if (participants.isEmpty() || near && accident) {
            return Optional.empty();
        }
        Optional<Phrase> place = code.type() == EventType.THREATEN && act.isPresent()
                ? Optional.empty() // not where it would be done
                : places.read(clause, found.objects(), force ? clause.placeOfPurpose(lexicon) : Optional.empty());
        Meetings.Meeting meeting = meetings.understand(code, participants, place.flatMap(Phrase::place));
        When when = when(clause, published, status);
        boolean complete = !near
                && !accident
                && isComplete(pattern, meeting.participants(), !found.objects().isEmpty())
                && isGrounded(
                        clause,
                        frame,
                        meeting.participants(),
                        place.isPresent() || when.precision() != Precision.UNKNOWN);
        List<Phrase> all = new ArrayList<>(acting);
        all.addAll(receiving);
        Draft draft = new Draft(
                meeting.code(),
                contexts.read(clause.line(), pattern, all),
                status,
                meeting.participants(),
                new Report.Setting(place.flatMap(Phrase::link), when),
                complete,
                Scores.of(clause.reading(), found, meeting.participants(), status),
                Toll.UNKNOWN,
                evidence(clause.line(), clause.trigger()));
        return Optional.of(new Attempt(clause, frame.subject(), draft, near, accident));
    }

    /** A noun alone may speak of such events in general: two parties, a place or a time make it one event. */
    private boolean isGrounded(Clause clause, ArgumentReader.Frame frame, List<Participant> participants, boolean set) {
        boolean acted = participants.stream().anyMatch(p -> p.is(Role.ACTOR));
        boolean named = participants.stream()
                .anyMatch(p -> p.entity().isPresent()
                        || !lexicon.arabic
                                && p.people().flatMap(People::country).isPresent());
        if (clause.reading().inflection().isNoun()) {
            return participants.size() > 1 ? named || set : named && set || !acted && set;
        }
        boolean particular = named || set || namesAnything(clause);
        if (!lexicon.arabic && (!particular || clause.isRelative() && isPresent(clause))) {
            return false; // "both sides are ready", "those who threaten us": nobody in particular, at no time
        }
        boolean passive = clause.reading().inflection().form() == Inflection.Form.PASSIVE;
        boolean befell = !frame.object().isEmpty() || !frame.subject().isEmpty();
        return acted || befell && (passive || !clause.isRelative()) && !isAccident(clause);
    }

    /** English names begin with a capital: "demonstrators in Springfield blocked a road" is about one town, known or not. */
    private static boolean namesAnything(Clause clause) {
        for (int i = Math.max(1, clause.from()); i < clause.to(); i++) {
            khabar.text.Token token = clause.line().tokens().get(i);
            if (token.isWord()
                    && token.text().length() > 1
                    && Character.isUpperCase(token.text().charAt(0))
                    && clause.line().tokens().get(i - 1).isWord()
                    && clause.line().timeAt(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPresent(Clause clause) {
        return clause.reading().inflection().form() == Inflection.Form.IMPERFECT
                || clause.reading().inflection().form() == Inflection.Form.BASE;
    }

    /** "Killed in an earthquake" is nobody's deed. */
    private boolean isAccident(Clause clause) {
        return isAccident(clause.line(), clause.from(), clause.to());
    }

    private boolean isAccident(Line line, int from, int to) {
        Phrases accidents = lexicon.words("accident");
        return line.normals().subList(from, to).stream()
                .anyMatch(word -> accidents.has(word)
                        || word.startsWith("ال") && accidents.has(word.substring(2))
                        || word.startsWith("ب") && accidents.has(word.substring(1)));
    }

    private static boolean isCountry(Phrase phrase) {
        return phrase.place()
                .map(p -> p.feature() == khabar.gazetteer.Entry.Feature.COUNTRY)
                .orElse(false);
    }

    private static boolean isComplete(Pattern pattern, List<Participant> participants, boolean onPlace) {
        boolean actor = participants.stream().anyMatch(p -> p.is(Role.ACTOR));
        boolean recipient = participants.stream().anyMatch(p -> p.is(Role.RECIPIENT));
        if (!actor) {
            // Who did it is often unknown; whom it befell is enough to report.
            return recipient && pattern.actor().contains(new Pattern.Slot.Agent());
        }
        if (pattern.code().type() == EventType.CONSULT && !recipient) {
            return participants.size() > 1 || !pattern.recipientRequired() && pattern.kind() == Pattern.Kind.VERB;
        }
        return pattern.isBetween() ? participants.size() > 1 : recipient || onPlace || !pattern.recipientRequired();
    }

    private When when(Clause clause, Optional<LocalDate> published, Status status) {
        Direction direction = status == Status.PLANNED ? Direction.FUTURE : Direction.PAST;
        boolean either = status == Status.PLANNED && statuses.isPlanOfThePast(clause.line(), clause.trigger());
        int at = clause.trigger().first();
        return clause.line().times().stream()
                .filter(time -> time.first() >= clause.from() && time.last() <= clause.to())
                .filter(time -> lasts(clause.reading().pattern().code())
                        || !(time.meaning() instanceof TimeExpression.Duration))
                .filter(time -> !clause.reading().inflection().isNoun() || time.first() >= at - NOUN_TIME)
                .map(time -> Map.entry(
                        Math.abs(time.first() - at),
                        either ? nearer(time, published) : time.resolve(published, direction)))
                .filter(time -> status != Status.HAPPENED || !isAfter(time.getValue(), published))
                .min(Comparator.comparing(
                                (Map.Entry<Integer, When> e) -> e.getValue().precision())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElse(When.UNKNOWN);
    }

    /** "He announced that he would go on 1 November": the one before publication or the one after it. */
    private static When nearer(TimeExpression time, Optional<LocalDate> published) {
        When past = time.resolve(published, Direction.PAST);
        When future = time.resolve(published, Direction.FUTURE);
        return distance(past, published) < distance(future, published) ? past : future;
    }

    private static long distance(When when, Optional<LocalDate> published) {
        return published.isPresent() && when.begin().isPresent()
                ? Math.abs(java.time.temporal.ChronoUnit.DAYS.between(
                        published.get(), when.begin().get()))
                : Long.MAX_VALUE;
    }

    private static boolean isAfter(When when, Optional<LocalDate> published) {
        return published.isPresent()
                && when.begin().map(begin -> begin.isAfter(published.get())).orElse(false);
    }

    /** "For three years" is said of sieges and wars, not of what is done in a day. */
    private static boolean lasts(EventCode code) {
        return switch (code.type()) {
            case ASSAULT, PROTEST, MOBILIZE -> true;
            case COERCE -> code.mode().map(mode -> !mode.name().equals("seize")).orElse(true);
            case AGREE,
                    CONSULT,
                    SUPPORT,
                    CONCEDE,
                    COOPERATE,
                    AID,
                    RETREAT,
                    REQUEST,
                    ACCUSE,
                    REJECT,
                    THREATEN,
                    SANCTION -> false;
        };
    }

    private static Evidence evidence(Line line, Trigger trigger) {
        return evidence(line, trigger.first(), trigger.last());
    }

    private static Evidence evidence(Line line, int first, int last) {
        Span words =
                line.tokens().get(first).span().with(line.tokens().get(last - 1).span());
        return new Evidence(
                line.index(), line.sentence().field(), line.sentence().span(), words);
    }
}
