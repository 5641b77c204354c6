package khabar.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Everything in the order of an index, in constant memory, past the dataset's cache of nodes: the cache counts entries and
 * not bytes, and a scan would fill it with what nobody asks for. To be used inside one read transaction.
 */
final class Scan {
    private static final int REMEMBERED = 5_000;

    private final DatasetGraph database;
    private final NodeTable nodes;
    private final Map<NodeId, Node> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, Node> eldest) {
            return size() > REMEMBERED;
        }
    };

    Scan(DatasetGraph database) {
        this.database = database;
        this.nodes = nodes(database);
    }

    /** The table of nodes that lies under the cache. */
    static NodeTable nodes(DatasetGraph database) {
        NodeTable table = Ids.nodes(database);
        while (table.wrapped() != null) {
            table = table.wrapped();
        }
        return table;
    }

    /** Graph by graph, subject by subject. */
    Iterator<Quad> quads() {
        return Iter.map(
                index("GSPO").all(),
                quad -> Quad.create(node(quad.get(0)), node(quad.get(1)), node(quad.get(2)), node(quad.get(3))));
    }

    /**
     * Every triple of the union once, subject by subject: in the index that ends with the graph, the copies of one triple
     * stand side by side.
     */
    Iterator<Triple> union() {
        Iterator<Tuple<NodeId>> statements =
                Iter.map(index("SPOG").all(), quad -> TupleFactory.create3(quad.get(1), quad.get(2), quad.get(3)));
        return Iter.map(
                Iter.distinctAdjacent(statements),
                triple -> Triple.create(node(triple.get(0)), node(triple.get(1)), node(triple.get(2))));
    }

    /** Of one index, by going through it: TDB2 keeps no count. */
    long count(String name) {
        return Iter.count(index(name).all());
    }

    TupleIndex index(String name) {
        return TDBInternal.findIndex(database, name);
    }

    /**
     * The node, which must be found under the same id again.
     *
     * @throws IllegalStateException where it is not
     */
    Node checked(NodeId id) {
        Node known = remembered.get(id);
        if (known != null) {
            return known;
        }
        Node node = node(id);
        if (node == null
                || NodeId.extract(id) == null && !nodes.getNodeIdForNode(node).equals(id)) {
            throw new IllegalStateException("node " + id + " is " + node + ", which has another id");
        }
        return node;
    }

    /** Of a node that may not be there: then no tuple has it. */
    NodeId id(Node node) {
        return nodes.getNodeIdForNode(node);
    }

    /** Fails where the node table has no such node. */
    Node node(NodeId id) {
        Node inline = NodeId.extract(id);
        return inline != null ? inline : remembered.computeIfAbsent(id, nodes::getNodeForNodeId);
    }
}
