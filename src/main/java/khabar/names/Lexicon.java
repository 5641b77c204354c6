package khabar.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What is known of single words apart from any text: how many people bear them, what kind of everyday word they are,
 * whether known actors are named by them, and how much they sound like a name. Words are kept as hashes.
 */
final class Lexicon {
    /** Nothing is known of any word. */
    static final Lexicon EMPTY = new Lexicon(new int[0], new short[0], new byte[Lexicon.GRAMS], 1, WordClusters.NONE);

    /** How many slots the stretches of letters are hashed into. */
    static final int GRAMS = 1 << 16;

    private static final int LONGEST_GRAM = 4;
    private static final int NAME = 7;
    private static final int COMMON = 7 << 3;
    private static final int ACTOR = 7 << 6;

    private final int[] words;
    private final short[] facts;
    private final byte[] grams;
    private final float scale;
    private final WordClusters clusters;
    private final HashTable table;

    /**
     * @param words hashes of the words, each once
     * @param facts of each word, see {@link #facts}
     * @param grams weight of each stretch of letters, times {@code scale}
     * @param clusters of words that stand in like company
     */
    Lexicon(int[] words, short[] facts, byte[] grams, float scale, WordClusters clusters) {
        this.words = words;
        this.facts = facts;
        this.grams = grams;
        this.scale = scale;
        this.clusters = clusters;
        this.table = new HashTable(words);
    }

    /**
     * The facts of a word as one number.
     *
     * @param bearers how many people bear it
     * @param common sum of 1 for a function word, 2 for a noun, 4 for a verb
     * @param actor sum of 1 for a first, 2 for an inner, 4 for a last word of a known actor's name
     */
    static short facts(int bearers, int common, int actor) {
        int name = bearers == 0 ? 0 : Math.min(7, 32 - Integer.numberOfLeadingZeros(bearers));
        return (short) (name | common << 3 | actor << 6);
    }

    /** 0 to 7: the logarithm of how many people bear the word, or the word without its particles. */
    int name(String word, String stem) {
        int known = facts(word) & NAME;
        if (known == 0 && !stem.equals(word)) {
            known = facts(stem) & NAME;
        }
        return known == 0 ? facts("ال" + stem) & NAME : known;
    }

    /** What kinds of everyday word it is; in higher bits what its stem is where the whole word is none. */
    int common(String word, String stem) {
        int whole = (facts(word) & COMMON) >> 3;
        return whole > 0 ? whole : facts(stem) & COMMON;
    }

    /** Where the word stands in names of known actors. */
    int actor(String word, String stem) {
        int whole = facts(word) & ACTOR;
        return (whole > 0 ? whole : facts(stem) & ACTOR) >> 6;
    }

    /** The cluster of words that stand in like company in text of the language; 0 where none is known. */
    int cluster(boolean arabic, String stem) {
        return clusters.of(arabic, stem);
    }

    Lexicon with(WordClusters other) {
        return new Lexicon(words, facts, grams, scale, other);
    }

    /** The word without its particles and its article in Arabic, else as it is; empty for numbers and marks. */
    String stem(Phrase phrase, int i) {
        String word = phrase.isWord(i) ? phrase.normal(i) : "";
        return phrase.arabic() ? stem(word) : word;
    }

    /** Particles are taken off where the article follows, or where the lists know the rest and not the whole. */
    String stem(String word) {
        String rest = word;
        if (rest.length() > 3 && (rest.startsWith("و") || rest.startsWith("ف"))) {
            boolean article = rest.startsWith("ال", 1) || rest.startsWith("لل", 1);
            rest = article || isParticle(rest) ? rest.substring(1) : rest;
        }
        if (rest.startsWith("لل") && rest.length() > 4) {
            return rest.substring(2);
        }
        if (rest.length() > 4 && (rest.startsWith("بال") || rest.startsWith("كال"))) {
            return rest.substring(3);
        }
        if (rest.length() > 3 && (rest.startsWith("ب") || rest.startsWith("ل")) && isParticle(rest)) {
            return rest.substring(1);
        }
        return rest.length() > 4 && rest.startsWith("ال") ? rest.substring(2) : rest;
    }

    private boolean isParticle(String word) {
        return isWord(word.substring(1)) && !isWord(word);
    }

    private boolean isWord(String word) {
        return (facts(word) & (NAME | COMMON)) != 0;
    }

    /** 1 to 10: how much the letters sound like those of people's names rather than of everyday words. */
    int likeness(String stem) {
        int sum = 0;
        for (int gram : grams(stem)) {
            sum += grams[gram];
        }
        return 1 + (int) Math.min(9, 10 / (1 + Math.exp(-sum * scale)));
    }

    /** The slots of all stretches of up to four letters of a word, its ends marked. */
    static int[] grams(String word) {
        String marked = "^" + word + "$";
        int[] slots = new int[marked.length() * LONGEST_GRAM];
        int size = 0;
        for (int i = 0; i < marked.length(); i++) {
            long hash = 17;
            for (int k = i; k < Math.min(marked.length(), i + LONGEST_GRAM); k++) {
                hash = (hash + marked.charAt(k)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 31;
                slots[size++] = (int) (hash * 0xBF58476D1CE4E5B9L >>> 48);
            }
        }
        return java.util.Arrays.copyOf(slots, size);
    }

    private int facts(String word) {
        int row = table.row(Hashes.of(word));
        return row < 0 ? 0 : facts[row];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(words.length);
        for (int i = 0; i < words.length; i++) {
            out.writeInt(words[i]);
            out.writeShort(facts[i]);
        }
        out.writeFloat(scale);
        out.write(grams);
        clusters.write(out);
    }

    static Lexicon read(DataInputStream in) throws IOException {
        int[] words = new int[in.readInt()];
        short[] facts = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readInt();
            facts[i] = in.readShort();
        }
        float scale = in.readFloat();
        byte[] grams = new byte[GRAMS];
        in.readFully(grams);
        return new Lexicon(words, facts, grams, scale, WordClusters.read(in));
    }
}
