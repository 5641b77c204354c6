package khabar.event;

import java.util.EnumSet;
import java.util.Set;

/**
 * What happened, of the types for which there is judged text, stands or falls by the trained filter: who took part may be
 * told in fewer words than the rules ask for. All else goes by the rules.
 */
final class LearntJudge implements Judge {
    static final Set<EventType> LEARNT = EnumSet.of(EventType.ASSAULT, EventType.PROTEST);

    /** What is less likely than this is not reported. */
    static final double FLOOR = 0.5;

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
        double probability = filter.probability(draft.code().type(), Signs.of(lexicon, clause, draft));
        return draft.judged(probability >= FLOOR, Math.round(probability * 100) / 100.0);
    }
}
