package khabar.names;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What words speak for by themselves, whatever stands beside them, for each tag and each place from which a word tells of
 * another. Articles use the same few thousand words, and most of what is looked up for a word is about it alone: it is added
 * up once.
 */
@SuppressWarnings("EnumOrdinal") // a row for each place
final class WordScores {
    /** So many words are remembered, with some 200 bytes each. */
    private static final int MOST = 20_000;

    private static final Features.Stand[] STANDS = Features.Stand.values();

    private final Weights weights;
    private final Map<String, short[]> words = new ConcurrentHashMap<>();
    private final Map<String, short[]> marks = new ConcurrentHashMap<>();
    private final short[] nothing;

    WordScores(Weights weights) {
        this.weights = weights;
        this.nothing = added("", Look.NOTHING);
    }

    /** For each token of a sentence the steps that it and the words about it speak for each tag by themselves. */
    int[][] of(Phrase phrase, Look[] looks) {
        short[][] told = new short[looks.length][];
        for (int i = 0; i < looks.length; i++) {
            told[i] = of(phrase.normal(i), phrase.isWord(i), looks[i]);
        }
        int[][] sums = new int[looks.length][Tags.COUNT];
        for (int i = 0; i < looks.length; i++) {
            for (Features.Stand stand : STANDS) {
                int at = i + stand.distance;
                add(at < 0 || at >= told.length ? nothing : told[at], stand, sums[i]);
            }
        }
        return sums;
    }

    private static void add(short[] told, Features.Stand stand, int[] sums) {
        int from = stand.ordinal() * Tags.COUNT;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            sums[tag] += told[from + tag];
        }
    }

    private short[] of(String normal, boolean isWord, Look look) {
        Map<String, short[]> known = isWord ? words : marks;
        short[] there = known.get(normal);
        if (there != null) {
            return there;
        }
        short[] added = added(normal, look);
        if (known.size() < MOST) {
            known.put(normal, added);
        }
        return added;
    }

    /** A dozen weights of a byte each at most, so that the sums fit. */
    private short[] added(String normal, Look look) {
        short[] all = new short[STANDS.length * Tags.COUNT];
        for (Features.Stand stand : STANDS) {
            int[] sums = new int[Tags.COUNT];
            weights.add(Features.alone(stand, normal, look), sums);
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                all[stand.ordinal() * Tags.COUNT + tag] = (short) sums[tag];
            }
        }
        return all;
    }
}
