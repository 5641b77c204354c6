package khabar.names;

import java.util.Arrays;

/** Finds the row of a hash; open addressing, so that a look-up is one or two reads of memory. */
final class HashTable {
    /** Of each slot its hash and its row, side by side: one read of memory. */
    private final int[] slots;

    private final int mask;

    /** A bit for each mark that a hash leaves: few enough for the processor's own memory, where most that is not there ends. */
    private final long[] marks;

    private final int shift;

    /** Rows in the order of the hashes. */
    HashTable(int[] hashes) {
        // At least a quarter of the slots stays free: less memory is read faster.
        int capacity = Integer.highestOneBit(Math.max(16, hashes.length * 4 / 3)) << 1;
        slots = new int[2 * capacity];
        mask = capacity - 1;
        int bits = Integer.highestOneBit(Math.max(1024, hashes.length * 8 - 1)) << 1;
        marks = new long[bits / 64];
        shift = Integer.numberOfLeadingZeros(bits - 1);
        Arrays.fill(slots, -1);
        for (int row = 0; row < hashes.length; row++) {
            int slot = slot(hashes[row]);
            while (slots[2 * slot + 1] >= 0) {
                slot = slot + 1 & mask;
            }
            int mark = mark(hashes[row]);
            marks[mark >>> 6] |= 1L << mark;
            slots[2 * slot] = hashes[row];
            slots[2 * slot + 1] = row;
        }
    }

    /** The row of a hash, or -1. */
    int row(int hash) {
        int mark = mark(hash);
        return (marks[mark >>> 6] >>> mark & 1) == 0 ? -1 : probed(hash);
    }

    /**
     * Puts into {@code rows} the rows of those of the hashes that have one, in their order; how many. First those without a
     * mark are sorted out, without a branch that the processor could guess wrong; then the first slots of those that are left
     * are read, none waiting for another; only then are they looked at.
     *
     * @param rows twice as many as hashes at least
     */
    int rows(int[] hashes, int from, int to, int[] rows) {
        int marked = 0;
        for (int i = from; i < to; i++) {
            int mark = mark(hashes[i]);
            rows[marked] = hashes[i];
            marked += (int) (marks[mark >>> 6] >>> mark & 1);
        }
        int half = rows.length / 2;
        for (int i = 0; i < marked; i++) {
            rows[half + i] = slots[2 * slot(rows[i])];
        }
        int known = 0;
        for (int i = 0; i < marked; i++) {
            int hash = rows[i];
            boolean there = rows[half + i] == hash && hash != -1; // which is what an empty slot holds
            int row = there ? slots[2 * slot(hash) + 1] : probed(hash);
            rows[known] = row;
            known += row >= 0 ? 1 : 0;
        }
        return known;
    }

    private int probed(int hash) {
        int slot = slot(hash);
        while (slots[2 * slot + 1] >= 0 && slots[2 * slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slots[2 * slot + 1];
    }

    private int mark(int hash) {
        return hash * 0x85EBCA6B >>> shift;
    }

    private int slot(int hash) {
        return hash * 0x9E3779B9 >>> 7 & mask;
    }
}
