package khabar.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.event.ArgumentReader.Frame;
import khabar.gazetteer.Entry;

/**
 * What somebody does by saying it, where the verb tells a deed: "X will attack unless Y yields" is a threat, made now; "the
 * government protested" is a complaint, for a state does not march.
 */
final class SpeechActs {
    private static final int MODAL_BEFORE = 4;

    /** Kinds of people who complain rather than march. */
    private static final Set<String> OFFICIAL =
            Set.of("officials", "leaders", "authorities", "diplomats", "organisations", "lawmakers");

    private static final Set<String> CONDITION = Set.of("if", "unless");
    private static final Set<String> MODAL = Set.of("will", "would", "may", "might", "could");

    private final Lexicon lexicon;
    private final World world;
    private final ArgumentReader arguments;

    SpeechActs(Lexicon lexicon, World world, ArgumentReader arguments) {
        this.lexicon = lexicon;
        this.world = world;
        this.arguments = arguments;
    }

    /** What is said, and whether it was. */
    record Act(EventCode code, Status status) {}

    /** @param actors of the deed that the verb tells */
    Optional<Act> read(Clause clause, Frame frame, Status status, List<Participant> actors) {
        if (lexicon.arabic || actors.isEmpty()) {
            return Optional.empty();
        }
        EventCode code = clause.reading().pattern().code();
        if (code.equals(EventCode.of(EventType.PROTEST, "demo"))
                && actors.stream().allMatch(this::isOfficial)) {
            return Optional.of(new Act(EventCode.of(EventType.ACCUSE, "disapprove"), status));
        }
        boolean still = status == Status.PLANNED || status == Status.HYPOTHETICAL;
        return still && code.type().quad() == 4 && isConditional(clause) && isOwn(clause, frame)
                ? Optional.of(new Act(EventCode.of(EventType.THREATEN, mode(code)), Status.HAPPENED))
                : Optional.empty();
    }

    private boolean isOfficial(Participant participant) {
        boolean officials = participant
                .people()
                .map(People::kind)
                .filter(OFFICIAL::contains)
                .isPresent();
        return officials
                || participant
                        .entity()
                        .flatMap(world::entry)
                        .map(entry -> entry instanceof Entry.Organisation organisation
                                && organisation.origin() == Entry.Origin.STATE)
                        .orElse(false);
    }

    /** "Will do it unless". */
    private static boolean isConditional(Clause clause) {
        Line line = clause.line();
        int trigger = clause.trigger().first();
        return clause.to() < line.size()
                && CONDITION.contains(line.normals().get(clause.to()))
                && line.normals().subList(Math.max(clause.from(), trigger - MODAL_BEFORE), trigger).stream()
                        .anyMatch(MODAL::contains);
    }

    /** Only of oneself can one threaten it: what others say that somebody will do is their guess. */
    private boolean isOwn(Clause clause, Frame frame) {
        List<String> behind =
                clause.line().normals().subList(clause.to(), clause.line().size());
        return frame.inherited()
                || arguments.reportingVerb(clause) < 0 && behind.stream().noneMatch(lexicon::isReporting);
    }

    private static String mode(EventCode deed) {
        String mode = deed.mode().map(EventType.Mode::name).orElse("");
        return switch (deed.type()) {
            case SANCTION -> mode.equals("expel") ? "expel" : "relations";
            case COERCE ->
                switch (mode) {
                    case "arrest" -> "arrest";
                    case "seize" -> "territory";
                    default -> "restrict";
                };
            case PROTEST -> "restrict";
            case MOBILIZE, ASSAULT -> "violence";
            case AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN ->
                throw new IllegalArgumentException(deed + " is no deed of force");
        };
    }
}
