package khabar.names;

/** Finds the row of a hash; open addressing, hash and row side by side, so that a look-up is one read of memory or two. */
final class HashTable {
    /** The hash in the upper half, the row and one in the lower; 0 where there is none. */
    private final long[] slots;

    private final int mask;
    /** Rows in the order of the hashes. */
    HashTable(int[] hashes) {
        int capacity = Integer.highestOneBit(Math.max(16, hashes.length * 2 - 1)) << 1;
        slots = new long[capacity];
        mask = capacity - 1;
        for (int row = 0; row < hashes.length; row++) {
            int slot = slot(hashes[row]);
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = (long) hashes[row] << 32 | row + 1;
        }
    }

    /** The row of a hash, or -1. */
    int row(int hash) {
        int slot = slot(hash);
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> 32) == hash) {
                return (int) slots[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    private int slot(int hash) {
        return hash * 0x9E3779B9 >>> 7 & mask;
    }
}
