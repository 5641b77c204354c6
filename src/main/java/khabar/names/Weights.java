package khabar.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What training learnt: for each feature and each tag how much the feature speaks for the tag, in steps of {@code scale},
 * and for each two tags how much they like to stand side by side.
 */
final class Weights {
    static final Weights EMPTY = new Weights(new int[0], new byte[0], 1, new float[Tags.COUNT * Tags.COUNT]);

    private final int[] hashes;
    private final byte[] steps;
    private final float scale;
    private final float[] transitions;
    private final HashTable table;

    /** The steps of each feature again, {@link #LONGS} numbers a feature, eight tags in each, with {@link #BIAS} added. */
    private final long[] lanes;

    private static final int LONGS = 3;
    private static final int BIAS = 128;
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    /** So many steps can be added up in a lane of 16 bits. */
    private static final int LANE_HOLDS = 256;

    /** @param steps of each feature the weights of all tags */
    Weights(int[] hashes, byte[] steps, float scale, float[] transitions) {
        this.hashes = hashes;
        this.steps = steps;
        this.scale = scale;
        this.transitions = transitions;
        this.table = new HashTable(hashes);
        this.lanes = new long[hashes.length * LONGS];
        for (int row = 0; row < hashes.length; row++) {
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                lanes[row * LONGS + tag / 8] |= (long) (steps[row * Tags.COUNT + tag] + BIAS) << tag % 8 * 8;
            }
        }
    }

    int size() {
        return hashes.length;
    }

    float transition(int before, int after) {
        return transitions[before * Tags.COUNT + after];
    }

    /**
     * How much the features of a word speak for each tag.
     *
     * @param sums what is known already, in steps for each tag; changed
     */
    float[] scores(int[] features, int[] sums) {
        add(features, sums);
        float[] scores = new float[Tags.COUNT];
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            scores[tag] = sums[tag] * scale;
        }
        return scores;
    }

    /** Adds the steps of the features for each tag; eight tags are added at a time. */
    void add(int[] features, int[] sums) {
        int[] rows = new int[2 * (Math.min(features.length, LANE_HOLDS) + 1)];
        for (int from = 0; from < features.length; from += LANE_HOLDS) {
            int to = Math.min(features.length, from + LANE_HOLDS);
            add(rows, table.rows(features, from, to, rows), sums);
        }
    }

    private void add(int[] rows, int known, int[] sums) {
        long even0 = 0;
        long even1 = 0;
        long even2 = 0;
        long odd0 = 0;
        long odd1 = 0;
        long odd2 = 0;
        for (int k = 0; k < known; k++) {
            int at = rows[k] * LONGS;
            even0 += lanes[at] & EVEN;
            odd0 += lanes[at] >>> 8 & EVEN;
            even1 += lanes[at + 1] & EVEN;
            odd1 += lanes[at + 1] >>> 8 & EVEN;
            even2 += lanes[at + 2] & EVEN;
            odd2 += lanes[at + 2] >>> 8 & EVEN;
        }
        long[] even = {even0, even1, even2};
        long[] odd = {odd0, odd1, odd2};
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            long lane = (tag % 2 == 0 ? even : odd)[tag / 8] >>> tag % 8 / 2 * 16;
            sums[tag] += (int) (lane & 0xFFFF) - BIAS * known;
        }
    }

    void write(DataOutputStream out) throws IOException {
        for (float transition : transitions) {
            out.writeFloat(transition);
        }
        out.writeFloat(scale);
        out.writeInt(hashes.length);
        for (int row = 0; row < hashes.length; row++) {
            out.writeInt(hashes[row]);
            int present = 0;
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                present |= steps[row * Tags.COUNT + tag] != 0 ? 1 << tag : 0;
            }
            out.writeByte(present);
            out.writeShort(present >>> 8);
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                if ((present >>> tag & 1) != 0) {
                    out.writeByte(steps[row * Tags.COUNT + tag]);
                }
            }
        }
    }

    static Weights read(DataInputStream in) throws IOException {
        float[] transitions = new float[Tags.COUNT * Tags.COUNT];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readFloat();
        }
        float scale = in.readFloat();
        int[] hashes = new int[in.readInt()];
        byte[] steps = new byte[hashes.length * Tags.COUNT];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = in.readInt();
            int present = in.readUnsignedByte() | in.readUnsignedShort() << 8;
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                if ((present >>> tag & 1) != 0) {
                    steps[row * Tags.COUNT + tag] = in.readByte();
                }
            }
        }
        return new Weights(hashes, steps, scale, transitions);
    }
}
