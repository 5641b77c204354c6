package khabar.store;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Every triple of the union once, subject by subject, in constant memory: in the index that ends with the graph, the copies
 * of one triple stand side by side. Asking the dataset for its union graph would hold every triple to compare.
 */
final class UnionScan {
    private static final String INDEX = "SPOG";

    private UnionScan() {}

    /** Inside a read transaction on the dataset. */
    static Iterator<Triple> of(DatasetGraph database) {
        TupleIndex index = TDBInternal.findIndex(database, INDEX);
        NodeTable nodes = TDBInternal.getDatasetGraphTDB(database)
                .getQuadTable()
                .getNodeTupleTable()
                .getNodeTable();
        Iterator<Tuple<NodeId>> statements = Iter.map(index.all(), quad -> TupleFactory.create3(quad.get(1), quad.get(2), quad.get(3)));
        return Iter.map(
                Iter.distinctAdjacent(statements),
                triple -> Triple.create(
                        nodes.getNodeForNodeId(triple.get(0)),
                        nodes.getNodeForNodeId(triple.get(1)),
                        nodes.getNodeForNodeId(triple.get(2))));
    }
}
