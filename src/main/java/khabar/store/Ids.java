package khabar.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.LongStream;
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
 * What is said in any graph, each once, as the numbers by which TDB2 knows nodes: who goes through millions of statements reads
 * a node only where it has to be known what it is. Past the dataset's cache of nodes, as {@link Scan}. To be used inside one
 * read transaction; the numbers mean nothing outside.
 */
public final class Ids {
    private static final int BYTES = Long.BYTES;
    private static final int PARTS = 4;

    private final RangeIndex byObject;
    private final RangeIndex bySubject;
    private final NodeTable nodes;

    Ids(DatasetGraph database) {
        this.byObject = index(database, "POSG");
        this.bySubject = index(database, "SPOG");
        this.nodes = Scan.nodes(database);
    }

    /** One statement with a property that is known. */
    public interface Pair {
        void is(long subject, long object);
    }

    /** Of a node of which nothing is said nothing will be found by it. */
    public long id(Node node) {
        byte[] id = new byte[BYTES];
        NodeIdFactory.set(nodes.getNodeIdForNode(node), id);
        return Bytes.getLong(id);
    }

    public Node node(long id) {
        byte[] bytes = new byte[BYTES];
        Bytes.setLong(id, bytes);
        NodeId known = NodeIdFactory.get(bytes);
        Node inline = NodeId.extract(known);
        return inline == null ? nodes.getNodeForNodeId(known) : inline;
    }

    /** All that is said with a property, object by object. */
    public void each(long property, Pair reader) {
        long lastObject = 0;
        long lastSubject = 0;
        boolean first = true;
        for (Iterator<Record> found = found(byObject, property); found.hasNext(); ) {
            byte[] key = found.next().getKey();
            long object = Bytes.getLong(key, BYTES);
            long subject = Bytes.getLong(key, 2 * BYTES);
            // The graph comes last: the same statement in several graphs stands side by side.
            if (first || object != lastObject || subject != lastSubject) {
                reader.is(subject, object);
            }
            first = false;
            lastObject = object;
            lastSubject = subject;
        }
    }

    public long[] subjects(long property, long object) {
        return third(found(byObject, property, object));
    }

    public long[] objects(long subject, long property) {
        return third(found(bySubject, subject, property));
    }

    private static long[] third(Iterator<Record> found) {
        LongStream.Builder third = LongStream.builder();
        found.forEachRemaining(record -> third.add(Bytes.getLong(record.getKey(), 2 * BYTES)));
        return third.build().distinct().toArray();
    }

    private static Iterator<Record> found(RangeIndex index, long... prefix) {
        byte[] from = new byte[PARTS * BYTES];
        byte[] before = new byte[PARTS * BYTES];
        Arrays.fill(before, (byte) 0xFF);
        for (int part = 0; part < prefix.length; part++) {
            Bytes.setLong(prefix[part], from, part * BYTES);
            Bytes.setLong(prefix[part], before, part * BYTES);
        }
        return index.iterator(new Record(from, null), new Record(before, null));
    }

    private static RangeIndex index(DatasetGraph database, String name) {
        return ((TupleIndexRecord) TDBInternal.findIndex(database, name)).getRangeIndex();
    }
}
