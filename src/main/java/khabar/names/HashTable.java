package khabar.names;

import java.util.Arrays;

/** Finds the row of a hash; open addressing, so that a look-up is one or two reads of memory. */
final class HashTable {
    private final int[] keys;
    private final int[] rows;
    private final int mask;

    /** Rows in the order of the hashes. */
    HashTable(int[] hashes) {
        int capacity = Integer.highestOneBit(Math.max(16, hashes.length * 2 - 1)) << 1;
        keys = new int[capacity];
        rows = new int[capacity];
        mask = capacity - 1;
        Arrays.fill(rows, -1);
        for (int row = 0; row < hashes.length; row++) {
            int slot = slot(hashes[row]);
            while (rows[slot] >= 0) {
                slot = slot + 1 & mask;
            }
            keys[slot] = hashes[row];
            rows[slot] = row;
        }
    }

    /** The row of a hash, or -1. */
    int row(int hash) {
        int slot = slot(hash);
        while (rows[slot] >= 0) {
            if (keys[slot] == hash) {
                return rows[slot];
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    private int slot(int hash) {
        return hash * 0x9E3779B9 >>> 7 & mask;
    }
}
