package khabar.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.transaction.txn.SysTransState;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Writes many quads into TDB2 index by index, each in its own order: what is written next is beside what was written last, in
 * a page that is in the processor's cache. One quad after the other, each goes to six far places.
 */
final class QuadIndexes {
    /** From so many on a second thread is worth its start. */
    private static final int MANY = 5_000;

    private QuadIndexes() {}

    /** To be called in a write transaction; the delta is against what is there. */
    static void write(DatasetGraph database, Delta delta) {
        NodeTupleTable quads =
                TDBInternal.getDatasetGraphTDB(database).getQuadTable().getNodeTupleTable();
        NodeTable nodes = quads.getNodeTable();
        List<Tuple<NodeId>> gone = tuples(delta.gone(), nodes::getNodeIdForNode);
        List<Tuple<NodeId>> fresh = tuples(delta.fresh(), nodes::getAllocateNodeId);
        List<TupleIndex> indexes = List.of(quads.getTupleTable().getIndexes());
        Consumer<TupleIndex> write = index -> {
            sorted(gone, index.getMapping()).forEach(index::delete);
            sorted(fresh, index.getMapping()).forEach(index::add);
        };
        if (gone.size() + fresh.size() < MANY) {
            indexes.forEach(write);
        } else {
            int half = indexes.size() / 2;
            sideBySide(indexes.subList(0, half), indexes.subList(half, indexes.size()), write);
        }
    }

    /**
     * Half of the indexes in a thread of their own. Each is a tree with files of its own, which knows its transaction by the
     * thread: it is handed over and back within the transaction, as Jena does with all parts of one that changes its thread.
     */
    private static void sideBySide(List<TupleIndex> half, List<TupleIndex> rest, Consumer<TupleIndex> write) {
        List<BPlusTree> trees = half.stream()
                .map(index -> (BPlusTree) ((TupleIndexRecord) index).getRangeIndex())
                .toList();
        List<SysTransState> there = detached(trees);
        CompletableFuture<List<SysTransState>> other = CompletableFuture.supplyAsync(
                () -> {
                    attach(trees, there);
                    half.forEach(write);
                    return detached(trees);
                },
                Thread.ofPlatform().name("indexes")::start);
        try {
            rest.forEach(write);
        } finally {
            // Whatever happened, the transaction ends in this thread, with all of its parts.
            attach(trees, other.exceptionally(failed -> there).join());
        }
        join(other);
    }

    /** What the other thread failed by is thrown as it is. */
    static void join(CompletableFuture<?> other) {
        try {
            other.join();
        } catch (CompletionException failed) {
            throw switch (failed.getCause()) {
                case RuntimeException cause -> cause;
                case Error cause -> throw cause;
                case null, default -> failed;
            };
        }
    }

    private static List<SysTransState> detached(List<BPlusTree> trees) {
        return trees.stream().map(BPlusTree::detach).toList();
    }

    private static void attach(List<BPlusTree> trees, List<SysTransState> states) {
        for (int i = 0; i < trees.size(); i++) {
            trees.get(i).attach(states.get(i));
        }
    }

    /** A node stands in many quads and is looked up once. */
    private static List<Tuple<NodeId>> tuples(List<Quad> quads, Function<Node, NodeId> look) {
        Map<Node, NodeId> known = new HashMap<>();
        List<Tuple<NodeId>> tuples = new ArrayList<>(quads.size());
        for (Quad quad : quads) {
            tuples.add(TupleFactory.create4(
                    known.computeIfAbsent(quad.getGraph(), look),
                    known.computeIfAbsent(quad.getSubject(), look),
                    known.computeIfAbsent(quad.getPredicate(), look),
                    known.computeIfAbsent(quad.getObject(), look)));
        }
        return tuples;
    }

    private static List<Tuple<NodeId>> sorted(List<Tuple<NodeId>> tuples, TupleMap order) {
        Comparator<Tuple<NodeId>> byIndex = Comparator.comparing(
                        (Tuple<NodeId> tuple) -> tuple.get(order.getSlotIdx(0)))
                .thenComparing(tuple -> tuple.get(order.getSlotIdx(1)))
                .thenComparing(tuple -> tuple.get(order.getSlotIdx(2)))
                .thenComparing(tuple -> tuple.get(order.getSlotIdx(3)));
        return tuples.stream().sorted(byIndex).toList();
    }
}
