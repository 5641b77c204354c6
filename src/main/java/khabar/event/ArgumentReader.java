package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds who acts and who is acted upon around a trigger; each language has its own order of words. */
abstract class ArgumentReader {
    final Lexicon lexicon;
    final World world;

    ArgumentReader(Lexicon lexicon, World world) {
        this.lexicon = lexicon;
        this.world = world;
    }

    /**
     * What a verb or verbal noun has around it.
     *
     * @param agent who a passive says it was done by
     * @param inherited whether the subject is that of an earlier verb
     * @param carried the subject of the next verb, where that has none: of a passive, whom it befell
     */
    record Frame(
            List<Phrase> subject,
            List<Phrase> object,
            List<Phrase> genitive,
            List<Phrase> agent,
            boolean inherited,
            List<Phrase> carried) {
        Frame(List<Phrase> subject, List<Phrase> object, List<Phrase> genitive, List<Phrase> agent, boolean inherited) {
            this(subject, object, genitive, agent, inherited, subject);
        }
    }

    /** @param subjectBefore the subject of the verb before this one in the sentence, for "met X and visited Y" */
    abstract Frame frame(Clause clause, List<Phrase> subjectBefore);

    Arguments read(Clause clause, Frame frame) {
        Pattern pattern = clause.reading().pattern();
        List<Phrase> actors = fill(clause, frame, pattern.actor(), List.of(), true);
        List<Phrase> recipients = fill(clause, frame, pattern.recipient(), actors, false);
        List<Phrase> objects = new ArrayList<>(fillPlaces(clause, frame, pattern.recipient(), actors));
        objects.addAll(fillPlaces(clause, frame, List.of(new Pattern.Slot.Genitive()), actors));
        if (!fallsOnPlaces(pattern.code())) {
            objects.clear();
        }
        return new Arguments(actors, recipients, objects, frame.inherited());
    }

    /** Whether such events happen where their object lies: a visit, a siege, an attack; not a sanction. */
    private static boolean fallsOnPlaces(EventCode code) {
        return switch (code.type()) {
            case COERCE, ASSAULT -> true;
            case RETREAT ->
                code.mode().map(mode -> mode.name().equals("withdraw")).orElse(true);
            case CONSULT -> code.mode().map(mode -> mode.name().equals("visit")).orElse(false);
            case AGREE,
                    SUPPORT,
                    CONCEDE,
                    COOPERATE,
                    AID,
                    REQUEST,
                    ACCUSE,
                    REJECT,
                    THREATEN,
                    PROTEST,
                    SANCTION,
                    MOBILIZE -> false;
        };
    }

    private List<Phrase> fill(
            Clause clause, Frame frame, List<Pattern.Slot> slots, List<Phrase> taken, boolean acting) {
        for (Pattern.Slot slot : slots) {
            List<Phrase> found = at(clause, frame, slot).stream()
                    .filter(phrase -> !taken.contains(phrase))
                    .filter(phrase ->
                            acting ? mayAct(clause, phrase) && !isScene(clause, slot, phrase) : mayReceive(phrase))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Phrase> fillPlaces(Clause clause, Frame frame, List<Pattern.Slot> slots, List<Phrase> taken) {
        return slots.stream()
                .flatMap(slot -> at(clause, frame, slot).stream())
                .filter(Phrase::isPlace)
                .filter(phrase -> !taken.contains(phrase))
                .toList();
    }

    private List<Phrase> at(Clause clause, Frame frame, Pattern.Slot slot) {
        return switch (slot) {
            case Pattern.Slot.Subject subject -> frame.subject();
            case Pattern.Slot.DirectObject object -> frame.object();
            case Pattern.Slot.Genitive genitive -> frame.genitive();
            case Pattern.Slot.Agent agent -> frame.agent();
            case Pattern.Slot.Speaker speaker -> speaker(clause);
            case Pattern.Slot.After after -> clause.after(after.preposition());
        };
    }

    /** Who says what the clause tells: of "X said that they must", X. */
    List<Phrase> speaker(Clause clause) {
        Line line = clause.line();
        int verb = reportingVerb(clause);
        if (verb < 0) {
            return List.of();
        }
        return line.phrases().stream()
                .filter(p -> p.last() <= verb
                        && p.isBare()
                        && (p.isActor() || p.place().isPresent()))
                .reduce((first, second) -> second)
                .map(clause::withJoinedBefore)
                .orElse(List.of());
    }

    /** The verb of saying that opens the clause, over "on Monday that"; −1 where none does. */
    int reportingVerb(Clause clause) {
        Line line = clause.line();
        int at = clause.from() - 1;
        boolean that = at >= 0 && line.normals().get(at).equals("that");
        for (int i = that ? at - 1 : at; i >= 0 && at - i <= (that ? StatusReader.FROM_VERB_TO_THAT : 0); i--) {
            if (lexicon.isReporting(line.normals().get(i))) {
                return i;
            }
            if (line.edge(i) != Line.Edge.NONE) {
                break;
            }
        }
        return -1;
    }

    /** "The Paris attacks": the city is where it was. */
    private static boolean isScene(Clause clause, Pattern.Slot slot, Phrase phrase) {
        return slot instanceof Pattern.Slot.Genitive
                && clause.reading().pattern().code().type().quad() == 4
                && !phrase.preposition().equals(Phrase.POSSESSOR)
                && phrase.place()
                        .map(place -> place.feature() != khabar.gazetteer.Entry.Feature.COUNTRY)
                        .orElse(false);
    }

    /** "Hundreds of persons" do nothing but protest. */
    private boolean mayAct(Clause clause, Phrase phrase) {
        boolean protests = clause.reading().pattern().code().type() == EventType.PROTEST;
        return !phrase.target() && (protests || !phrase.isVictim()) && (phrase.isActor() || isState(phrase));
    }

    private boolean mayReceive(Phrase phrase) {
        return phrase.isActor() || isState(phrase);
    }

    /** A country or a capital may stand for its state. */
    private boolean isState(Phrase phrase) {
        return phrase.place()
                .map(place -> place.feature() == khabar.gazetteer.Entry.Feature.COUNTRY
                        || world.capitalOf(place.entity()).isPresent())
                .orElse(false);
    }

    /** Who backs the actor: an actor of an assault or siege too. */
    static Optional<Phrase> supporter(Clause clause) {
        return clause.line().phrases().stream()
                .filter(p -> p.start() >= clause.from() && p.start() < clause.to())
                .filter(p -> p.preposition().equals(Phrase.SUPPORT) && p.isActor())
                .findFirst();
    }
}
