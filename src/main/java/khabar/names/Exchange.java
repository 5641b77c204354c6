package khabar.names;

import java.util.Arrays;
import java.util.Iterator;

/**
 * Parts words into clusters so that the cluster of a word tells most of the cluster of the next: each word in turn goes to
 * where the likelihood of the text is greatest (the exchange algorithm of S. Martin, J. Liermann and H. Ney, "Algorithms for
 * bigram and trigram word clustering", 1998). The same sentences give the same clusters.
 */
final class Exchange {
    /** Stands for all words that are too rare, in a cluster of its own. */
    static final int RARE = 0;

    /** Before and after each sentence, in a cluster of its own. */
    private static final int END = 1;

    /** The first word that is put into a cluster. */
    static final int FIRST = 2;

    private static final int TABLE = 1 << 16;
    private static final double[] LOGS = logs();
    private static final double MORE = 1e-9;

    private final int clusters;
    private final int size;
    /** Of each word the words beside it and how often, in turn. */
    private final int[][] before;

    private final int[][] after;
    private final int[] itself;
    private final int[] uses;
    private final int[] clusterOf;
    private final int[][] pairs;
    private final int[] sizes;

    /**
     * @param sentences of words, as numbers below {@code size}; numbers from {@link #FIRST} on are best given by frequency
     * @param clusters how many there are to be
     */
    Exchange(Iterator<int[]> sentences, int size, int clusters) {
        this.clusters = clusters + FIRST;
        this.size = size;
        this.itself = new int[size];
        this.uses = new int[size];
        long[] bigrams = bigrams(sentences);
        this.after = neighbours(bigrams);
        for (int i = 0; i < bigrams.length; i++) {
            bigrams[i] = bigrams[i] << 32 | bigrams[i] >>> 32;
        }
        this.before = neighbours(bigrams);
        this.clusterOf = new int[size];
        this.pairs = new int[this.clusters][this.clusters];
        this.sizes = new int[this.clusters];
        for (int word = 0; word < size; word++) {
            clusterOf[word] = word < FIRST ? word : FIRST + (word - FIRST) % clusters;
        }
        for (int word = 0; word < size; word++) {
            int cluster = clusterOf[word];
            sizes[cluster] += uses[word];
            pairs[cluster][cluster] += itself[word];
            for (int k = 0; k < after[word].length; k += 2) {
                pairs[cluster][clusterOf[after[word][k]]] += after[word][k + 1];
            }
        }
    }

    /** Each two different words side by side; two of the same are counted at once. */
    private long[] bigrams(Iterator<int[]> sentences) {
        long[] bigrams = new long[1 << 16];
        int found = 0;
        while (sentences.hasNext()) {
            int[] sentence = sentences.next();
            int last = END;
            for (int i = 0; i <= sentence.length; i++) {
                int word = i == sentence.length ? END : sentence[i];
                uses[word]++;
                if (word == last) {
                    itself[word]++;
                } else {
                    bigrams = found == bigrams.length ? Arrays.copyOf(bigrams, 2 * found) : bigrams;
                    bigrams[found++] = (long) last << 32 | word;
                }
                last = word;
            }
        }
        return Arrays.copyOf(bigrams, found);
    }

    private int[][] neighbours(long[] bigrams) {
        Arrays.sort(bigrams);
        int[][] all = new int[size][];
        Arrays.fill(all, new int[0]);
        int from = 0;
        while (from < bigrams.length) {
            int word = (int) (bigrams[from] >>> 32);
            int to = from;
            int[] found = new int[16];
            int length = 0;
            while (to < bigrams.length && (int) (bigrams[to] >>> 32) == word) {
                int neighbour = (int) bigrams[to];
                if (length > 0 && found[length - 2] == neighbour) {
                    found[length - 1]++;
                } else {
                    found = length == found.length ? Arrays.copyOf(found, 2 * length) : found;
                    found[length] = neighbour;
                    found[length + 1] = 1;
                    length += 2;
                }
                to++;
            }
            all[word] = Arrays.copyOf(found, length);
            from = to;
        }
        return all;
    }

    /** From 1 on; of a word from {@link #FIRST} on. */
    int cluster(int word) {
        return clusterOf[word] - FIRST + 1;
    }

    /** Moves each word to its best cluster. Answers whether any has moved. */
    boolean round() {
        boolean moved = false;
        Beside left = new Beside(new int[clusters]);
        Beside right = new Beside(new int[clusters]);
        for (int word = FIRST; word < size; word++) {
            left.count(before[word]);
            right.count(after[word]);
            int old = clusterOf[word];
            move(word, old, left, right, -1);
            int best = old;
            double most = gain(word, old, left, right);
            for (int to = FIRST; to < clusters; to++) {
                double gain = to == old ? most : gain(word, to, left, right);
                if (gain > most + MORE) {
                    most = gain;
                    best = to;
                }
            }
            move(word, best, left, right, 1);
            clusterOf[word] = best;
            moved |= best != old;
            left.clear();
            right.clear();
        }
        return moved;
    }

    /** How often words of each cluster stand on one side of a word, and of which clusters any do. */
    private final class Beside {
        private final int[] counts;
        private final int[] seen;
        private int length;

        Beside(int[] counts) {
            this.counts = counts;
            this.seen = new int[counts.length];
        }

        void count(int[] neighbours) {
            for (int k = 0; k < neighbours.length; k += 2) {
                int cluster = clusterOf[neighbours[k]];
                if (counts[cluster] == 0) {
                    seen[length++] = cluster;
                }
                counts[cluster] += neighbours[k + 1];
            }
        }

        void clear() {
            for (int k = 0; k < length; k++) {
                counts[seen[k]] = 0;
            }
            length = 0;
        }
    }

    private void move(int word, int to, Beside left, Beside right, int sign) {
        for (int k = 0; k < left.length; k++) {
            pairs[left.seen[k]][to] += sign * left.counts[left.seen[k]];
        }
        for (int k = 0; k < right.length; k++) {
            pairs[to][right.seen[k]] += sign * right.counts[right.seen[k]];
        }
        pairs[to][to] += sign * itself[word];
        sizes[to] += sign * uses[word];
    }

    /** How much the logarithm of the likelihood rises where the word, which is in no cluster now, goes to one. */
    private double gain(int word, int to, Beside left, Beside right) {
        double gain = rise(pairs[to][to], left.counts[to] + right.counts[to] + itself[word]);
        for (int k = 0; k < left.length; k++) {
            int other = left.seen[k];
            gain += other == to ? 0 : rise(pairs[other][to], left.counts[other]);
        }
        for (int k = 0; k < right.length; k++) {
            int other = right.seen[k];
            gain += other == to ? 0 : rise(pairs[to][other], right.counts[other]);
        }
        return gain - 2 * rise(sizes[to], uses[word]);
    }

    private static double rise(int from, int by) {
        return log(from + by) - log(from);
    }

    /** A number times its logarithm. */
    private static double log(int n) {
        return n < TABLE ? LOGS[n] : n * StrictMath.log(n);
    }

    private static double[] logs() {
        double[] logs = new double[TABLE];
        for (int n = 2; n < TABLE; n++) {
            logs[n] = n * StrictMath.log(n);
        }
        return logs;
    }
}
