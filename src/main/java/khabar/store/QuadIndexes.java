package khabar.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Writes many quads into TDB2 index by index, each in its own order: what is written next is beside what was written last, in
 * a page that is in the processor's cache. One quad after the other, each goes to six far places.
 */
final class QuadIndexes {
    private QuadIndexes() {}

    /** To be called in a write transaction; the delta is against what is there. */
    static void write(DatasetGraph database, Delta delta) {
        NodeTupleTable quads =
                TDBInternal.getDatasetGraphTDB(database).getQuadTable().getNodeTupleTable();
        NodeTable nodes = quads.getNodeTable();
        List<Tuple<NodeId>> gone = tuples(delta.gone(), nodes::getNodeIdForNode);
        List<Tuple<NodeId>> fresh = tuples(delta.fresh(), nodes::getAllocateNodeId);
        for (TupleIndex index : quads.getTupleTable().getIndexes()) {
            sorted(gone, index.getMapping()).forEach(index::delete);
            sorted(fresh, index.getMapping()).forEach(index::add);
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
