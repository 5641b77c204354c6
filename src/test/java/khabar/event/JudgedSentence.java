package khabar.event;

import java.util.ArrayList;
import java.util.List;
import khabar.gazetteer.Gazetteer;
import khabar.names.Names;
import khabar.text.Segmenter;

/**
 * A sentence of the gold and the signs of each trigger in it that might tell an event of the type it was judged for.
 *
 * @param drafts may be empty: then nothing can be found in it
 */
record JudgedSentence(EventGold gold, List<int[]> drafts) {
    /** Minorities of judges count for less than their share: the rest outvoted them. */
    private static final double MINORITY = 0.7;

    static List<JudgedSentence> read(List<EventGold> golds) {
        Gazetteer gazetteer = Gazetteer.load();
        Names names = new Names(gazetteer);
        List<Draft> drafts = new ArrayList<>();
        List<int[]> signs = new ArrayList<>();
        Judge collecting = (clause, draft) -> {
            if (LearntJudge.decides(draft)) {
                drafts.add(draft);
                signs.add(Signs.of(Lexicon.arabic(), clause, draft));
            }
            return draft;
        };
        EventCoder coder = new EventCoder(new EventCoder.GazetteerWorld(gazetteer), collecting);
        List<JudgedSentence> read = new ArrayList<>();
        for (EventGold gold : golds) {
            drafts.clear();
            signs.clear();
            coder.code(names.read(Segmenter.segment(gold.article())));
            List<int[]> ofType = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                if (drafts.get(i).code().type() == gold.type()) {
                    ofType.add(signs.get(i));
                }
            }
            read.add(new JudgedSentence(gold, ofType));
        }
        return read;
    }

    boolean hasDrafts() {
        return !drafts.isEmpty();
    }

    double score(float[] weights) {
        return drafts.stream()
                .mapToDouble(signs -> FilterTrainer.score(signs, weights))
                .max()
                .orElseThrow();
    }

    /** What to learn: of attacks also how many of the judges saw one; protests are too few for that. */
    FilterTrainer.Example example() {
        double share = (double) gold.accepted() / gold.judges();
        double label = gold.isYes() ? 1 : gold.type() == EventType.ASSAULT ? MINORITY * share : 0;
        return new FilterTrainer.Example(drafts, label, 1);
    }
}
