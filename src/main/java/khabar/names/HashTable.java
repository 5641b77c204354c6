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
        int capacity = Integer.highestOneBit(Math.max(16, hashes.length * 2 - 1)) << 1;
        slots = new int[2 * capacity];
        mask = capacity - 1;
        marks = new long[capacity / 16];
        shift = Integer.numberOfLeadingZeros(capacity * 4 - 1);
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
        if ((marks[mark >>> 6] >>> mark & 1) == 0) {
            return -1;
        }
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
