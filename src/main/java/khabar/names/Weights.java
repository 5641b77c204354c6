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

    /** @param steps of each feature the weights of all tags */
    Weights(int[] hashes, byte[] steps, float scale, float[] transitions) {
        this.hashes = hashes;
        this.steps = steps;
        this.scale = scale;
        this.transitions = transitions;
        this.table = new HashTable(hashes);
    }

    int size() {
        return hashes.length;
    }

    float transition(int before, int after) {
        return transitions[before * Tags.COUNT + after];
    }

    /** How much the features of a word speak for each tag. */
    float[] scores(int[] features) {
        // Two loops, so that the processor waits for many rows at a time and not for one after another.
        int[] rows = new int[features.length];
        for (int i = 0; i < features.length; i++) {
            rows[i] = table.row(features[i]);
        }
        int[] sums = new int[Tags.COUNT];
        for (int row : rows) {
            if (row >= 0) {
                int at = row * Tags.COUNT;
                for (int tag = 0; tag < Tags.COUNT; tag++) {
                    sums[tag] += steps[at + tag];
                }
            }
        }
        float[] scores = new float[Tags.COUNT];
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            scores[tag] = sums[tag] * scale;
        }
        return scores;
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
