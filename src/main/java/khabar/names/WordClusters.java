package khabar.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which words stand in like company, told by text in which no name is marked: a number for each cluster of words. */
final class WordClusters {
    /** No word has a cluster. */
    static final WordClusters NONE = new WordClusters(new int[0], new short[0]);

    private final int[] words;
    private final short[] clusters;
    private final HashTable table;

    private WordClusters(int[] words, short[] clusters) {
        this.words = words;
        this.clusters = clusters;
        this.table = new HashTable(words);
    }

    /**
     * Clusters from 1 on, by the stem of the word.
     *
     * @param arabic of words, Latin ones too, as they stand in Arabic text
     * @param other the same in other text
     */
    static WordClusters of(Map<String, Integer> arabic, Map<String, Integer> other) {
        SortedMap<Integer, Integer> byHash = new TreeMap<>();
        arabic.forEach((word, cluster) -> byHash.merge(hash(true, word), cluster, Math::min));
        other.forEach((word, cluster) -> byHash.merge(hash(false, word), cluster, Math::min));
        int[] words = byHash.keySet().stream().mapToInt(Integer::intValue).toArray();
        short[] numbers = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Objects.requireNonNull(byHash.get(words[i])).shortValue();
        }
        return new WordClusters(words, numbers);
    }

    /** 0 where the word has none. */
    int of(boolean arabic, String stem) {
        int row = words.length == 0 ? -1 : table.row(hash(arabic, stem));
        return row < 0 ? 0 : clusters[row];
    }

    private static int hash(boolean arabic, String stem) {
        return Hashes.of(arabic ? stem : "\t" + stem);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(words.length);
        for (int i = 0; i < words.length; i++) {
            out.writeInt(words[i]);
            out.writeShort(clusters[i]);
        }
    }

    static WordClusters read(DataInputStream in) throws IOException {
        int[] words = new int[in.readInt()];
        short[] clusters = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readInt();
            clusters[i] = in.readShort();
        }
        return new WordClusters(words, clusters);
    }
}
