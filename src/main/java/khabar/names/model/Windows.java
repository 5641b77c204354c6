package khabar.names.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import khabar.article.Span;

/** The stretches of a sentence that fit into a model; each but the last overlaps with the next one. */
final class Windows {
    private Windows() {}

    /**
     * Stretches of pieces, in order, that together hold all of them. They begin and end between words, except in a word
     * that has more pieces than fit.
     *
     * @param most how many pieces fit
     * @param overlap how many two neighbours share, at the least a word less; below {@code most}
     */
    static List<Span> of(Pieces pieces, int most, int overlap) {
        BitSet words = new BitSet();
        for (int first : pieces.firsts()) {
            if (first >= 0) {
                words.set(first);
            }
        }
        List<Span> windows = new ArrayList<>();
        int size = pieces.numbers().length;
        int start = 0;
        while (start < size) {
            int end = size;
            if (size - start > most) {
                int cut = words.previousSetBit(start + most);
                end = cut > start ? cut : start + most;
            }
            windows.add(new Span(start, end));
            start = end == size ? size : next(words, start, end, overlap);
        }
        return windows;
    }

    private static int next(BitSet words, int start, int end, int overlap) {
        int next = words.nextSetBit(Math.max(start + 1, end - overlap));
        return next >= 0 && next < end ? next : end;
    }

    /** The window in which a piece has most pieces on its poorer side, the ends of the sentence counting as none lacking. */
    static int best(List<Span> windows, int piece) {
        int best = -1;
        int most = -1;
        for (int w = 0; w < windows.size(); w++) {
            Span window = windows.get(w);
            if (window.start() <= piece && piece < window.end()) {
                int before = w == 0 ? Integer.MAX_VALUE : piece - window.start();
                int after = w == windows.size() - 1 ? Integer.MAX_VALUE : window.end() - 1 - piece;
                if (Math.min(before, after) > most) {
                    most = Math.min(before, after);
                    best = w;
                }
            }
        }
        return best;
    }
}
