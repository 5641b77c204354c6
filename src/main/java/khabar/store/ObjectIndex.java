package khabar.store;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Statements with one property in the order in which TDB2 keeps their objects: nodes by their numbers, and then values, which
 * stand in the place of a number, kind by kind. TDB2 itself uses that index for single objects only. Objects are told by their
 * numbers, which are ordered as if they had no sign. To be used inside one read transaction.
 */
final class ObjectIndex {
    /** Before all objects. */
    static final long FIRST = 0;
    /** After all objects. */
    static final long END = -1;

    private static final int BYTES = Long.BYTES;

    private final RangeIndex index;
    private final NodeTable nodes;
    private final NodeId property;

    private ObjectIndex(RangeIndex index, NodeTable nodes, NodeId property) {
        this.index = index;
        this.nodes = nodes;
        this.property = property;
    }

    /** Of one thing. */
    record Said(Node subject, Node object) {}

    /** Empty where the dataset is none of TDB2's, or nothing is said with the property. */
    static Optional<ObjectIndex> of(DatasetGraph dataset, Node property) {
        if (!TDBInternal.isBackedByTDB(dataset)
                || !(TDBInternal.findIndex(dataset, "POSG") instanceof TupleIndexRecord records)) {
            return Optional.empty();
        }
        NodeTable nodes = Ids.nodes(dataset);
        NodeId id = nodes.getNodeIdForNode(property);
        return NodeId.isDoesNotExist(id)
                ? Optional.empty()
                : Optional.of(new ObjectIndex(records.getRangeIndex(), nodes, id));
    }

    /** From one object until before another, in any graph, each once. */
    Iterator<Said> between(long from, long before) {
        // The graph is the last part of the key: the same statement in several graphs stands side by side.
        Iterator<Pair> pairs = Iter.map(
                index.iterator(key(from), key(before)),
                found -> new Pair(object(found), NodeIdFactory.get(found.getKey(), 2 * BYTES)));
        return Iter.map(
                Iter.distinctAdjacent(pairs),
                pair -> new Said(nodes.getNodeForNodeId(pair.subject()), nodes.getNodeForNodeId(pair.object())));
    }

    /** The first value from one object until before another; not for nodes. */
    Optional<Node> first(long from, long before) {
        Iterator<Record> all = index.iterator(key(from), key(before));
        return all.hasNext() ? Optional.ofNullable(NodeId.extract(object(all.next()))) : Optional.empty();
    }

    boolean isEmpty(long from, long before) {
        return !index.iterator(key(from), key(before)).hasNext();
    }

    private record Pair(NodeId object, NodeId subject) {}

    private static NodeId object(Record found) {
        return NodeIdFactory.get(found.getKey(), BYTES);
    }

    private Record key(long object) {
        byte[] key = new byte[4 * BYTES];
        NodeIdFactory.set(property, key, 0);
        Bytes.setLong(object, key, BYTES);
        return new Record(key, null);
    }
}
