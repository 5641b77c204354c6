package khabar.event;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What happened, of the types for which there is judged text, stands or falls by the trained filter: who took part may be
 * told in fewer words than the rules ask for. All else goes by the rules.
 */
final class LearntJudge implements Judge {
    static final Set<EventType> LEARNT = EnumSet.of(EventType.ASSAULT, EventType.PROTEST);

    /** What is less likely than this is not reported: by trial on parts of the judged text that were not trained on. */
    private static final Map<EventType, Double> FLOORS = Map.of(EventType.ASSAULT, 0.45, EventType.PROTEST, 0.35);

    /** The same, of what the rules would not report. */
    private static final Map<EventType, Double> UNRULED_FLOORS =
            Map.of(EventType.ASSAULT, 0.5, EventType.PROTEST, 0.35);

    private final Lexicon lexicon;
    private final Filter filter;

    LearntJudge(Lexicon lexicon, Filter filter) {
        this.lexicon = lexicon;
        this.filter = filter;
    }

    static boolean decides(Draft draft) {
        return draft.status() == Status.HAPPENED && LEARNT.contains(draft.code().type());
    }

    @Override
    public Draft judged(Clause clause, Draft draft) {
        if (!decides(draft)) {
            return draft;
        }
        EventType type = draft.code().type();
        double probability = filter.probability(type, Signs.of(lexicon, clause, draft));
        double floor = (draft.complete() ? FLOORS : UNRULED_FLOORS).getOrDefault(type, 1.0);
        return draft.judged(probability >= floor, Math.round(probability * 100) / 100.0);
    }
}
