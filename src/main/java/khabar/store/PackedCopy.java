package khabar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Copies a dataset without what was removed, each index from its first page to its last. TDB2 numbers nodes by where they stand
 * in its file of nodes: where the nodes that are still spoken of are copied in the order of their numbers, the new numbers have
 * that order too, and so has each index. It is then written as TDB2's own loader writes one that was sorted; nothing is sought
 * or sorted, and no page is written twice. Quad by quad, as Jena copies, each goes to six far places.
 */
final class PackedCopy {
    private static final int BYTES = Long.BYTES;
    private static final int PARTS = 4;

    /** What a page has around its records, and a level above them. */
    private static final double PACKED = 1.125;

    /** In the index of nodes: a hash and a number, in pages that are half full or more. */
    private static final long NODE = 2 * (16 + BYTES);

    private static final String NODE_DATA = "nodes-data.obj";

    private final DatasetGraphTDB old;
    private final long[] before;
    private long[] after = {};
    private long quads;

    private PackedCopy(DatasetGraphTDB old) {
        this.old = old;
        this.before = Txn.calculateRead(old, this::spokenOf);
    }

    /** Goes through all that is there once, and writes nothing. Nobody may write to it from now on. */
    static PackedCopy of(DatasetGraphTDB old) {
        return new PackedCopy(old);
    }

    /** What the copy takes up, at most: nodes that are spoken of no more are counted as if they were written. */
    long bytes() throws IOException {
        Path data = Path.of(old.getLocation().getDirectoryPath()).resolve(NODE_DATA);
        return (long) (PACKED * quads * PARTS * BYTES * indexes().size()) + before.length * NODE + Files.size(data);
    }

    /** The copy is new, and has to be closed and opened again afterwards: it knows nothing of its indexes yet. */
    void into(DatasetGraphTDB copy) {
        Txn.executeRead(
                old,
                () -> Txn.executeWrite(copy, () -> {
                    copy.prefixes().putAll(old.prefixes());
                    after = nodes(copy);
                }));
        List<TupleIndex> indexes = indexes();
        int half = indexes.size() / 2;
        CompletableFuture<Void> some = CompletableFuture.runAsync(
                () -> pack(indexes.subList(0, half), copy), Thread.ofPlatform().name("compaction")::start);
        try {
            pack(indexes.subList(half, indexes.size()), copy);
        } finally {
            QuadIndexes.join(some);
        }
    }

    private List<TupleIndex> indexes() {
        return List.of(old.getQuadTable().getNodeTupleTable().getTupleTable().getIndexes());
    }

    /** The numbers of all nodes in statements, in order; numbers and dates stand in the index itself. */
    private long[] spokenOf() {
        Roaring64Bitmap ids = new Roaring64Bitmap();
        byte[] last = new byte[PARTS * BYTES];
        Arrays.fill(last, (byte) 0xFF); // the first node has the number 0
        for (Iterator<Record> all = tree("GSPO", old).iterator(); all.hasNext(); ) {
            byte[] key = all.next().getKey();
            for (int part = 0; part < key.length; part += BYTES) {
                long id = Bytes.getLong(key, part);
                if (isNode(id) && id != Bytes.getLong(last, part)) {
                    ids.addLong(id);
                }
            }
            last = key;
            quads++;
        }
        long[] ordered = new long[Math.toIntExact(ids.getLongCardinality())];
        LongIterator each = ids.getLongIterator();
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = each.next();
        }
        return ordered;
    }

    /** @return the new numbers, in the order of the old ones */
    private long[] nodes(DatasetGraphTDB copy) {
        NodeTable from = Scan.nodes(old);
        NodeTable to = Scan.nodes(copy);
        long[] numbers = new long[before.length];
        for (int i = 0; i < before.length; i++) {
            numbers[i] = Ids.number(to.getAllocateNodeId(from.getNodeForNodeId(Ids.id(before[i]))));
            if (i > 0 && numbers[i] <= numbers[i - 1]) {
                throw new IllegalStateException("node " + before[i] + " is there under two numbers");
            }
        }
        return numbers;
    }

    private void pack(List<TupleIndex> indexes, DatasetGraphTDB copy) {
        Txn.executeRead(old, () -> indexes.forEach(index -> pack(index.getName(), copy)));
    }

    private void pack(String name, DatasetGraphTDB copy) {
        Iterator<Record> records = Iter.map(tree(name, old).iterator(), this::renumbered);
        if (!records.hasNext()) {
            return;
        }
        BPlusTree to = tree(name, copy);
        CoLib.executeWrite(
                TDBInternal.findIndex(copy, name),
                () -> BPlusTreeRewriter.packIntoBPlusTree(
                                records,
                                to.getParams(),
                                to.getRecordFactory(),
                                to.getStateManager().getBufferChannel(),
                                to.getNodeManager().getBlockMgr(),
                                to.getRecordsMgr().getBlockMgr())
                        .sync());
    }

    private Record renumbered(Record record) {
        byte[] key = record.getKey().clone();
        for (int part = 0; part < key.length; part += BYTES) {
            long id = Bytes.getLong(key, part);
            if (isNode(id)) {
                Bytes.setLong(after[Arrays.binarySearch(before, id)], key, part);
            }
        }
        return new Record(key, null);
    }

    private static BPlusTree tree(String name, DatasetGraphTDB dataset) {
        return (BPlusTree) ((TupleIndexRecord) TDBInternal.findIndex(dataset, name)).getRangeIndex();
    }

    /** Whether it is the number of a node, and not a value: these have their first bit set. */
    private static boolean isNode(long id) {
        return id >= 0;
    }
}
