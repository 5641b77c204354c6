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
 * a node only where it has to be known what it is. To be used inside one transaction; the numbers mean nothing outside.
 */
public final class Ids {
    private static final int BYTES = Long.BYTES;
    private static final int PARTS = 4;

    /** The same in so many graphs: then going on through them takes longer than to seek what comes after them. */
    private static final int REPEATED = 12;

    private final RangeIndex byObject;
    private final RangeIndex bySubject;
    private final NodeTable nodes;

    private Ids(DatasetGraph database, NodeTable nodes) {
        this.byObject = index(database, "POSG");
        this.bySubject = index(database, "SPOG");
        this.nodes = nodes;
    }

    /** Past the dataset's cache of nodes, as {@link Scan}. */
    static Ids ofMany(DatasetGraph database) {
        return new Ids(database, Scan.nodes(database));
    }

    static Ids ofFew(DatasetGraph database) {
        return new Ids(database, nodes(database));
    }

    /** The table of nodes with the dataset's cache in front of it. */
    static NodeTable nodes(DatasetGraph database) {
        return TDBInternal.getDatasetGraphTDB(database)
                .getQuadTable()
                .getNodeTupleTable()
                .getNodeTable();
    }

    /** As it stands in the indexes. */
    static long number(NodeId id) {
        byte[] bytes = new byte[BYTES];
        NodeIdFactory.set(id, bytes);
        return Bytes.getLong(bytes);
    }

    static NodeId id(long number) {
        byte[] bytes = new byte[BYTES];
        Bytes.setLong(number, bytes);
        return NodeIdFactory.get(bytes);
    }

    /** One statement with a property that is known. */
    public interface Pair {
        void is(long subject, long object);
    }

    /** Of a node of which nothing is said nothing will be found by it. */
    public long id(Node node) {
        NodeId inline = NodeId.inline(node);
        return number(inline == null ? nodes.getNodeIdForNode(node) : inline);
    }

    public Node node(long id) {
        NodeId known = id(id);
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

    public boolean isSaid(long property, long object) {
        return found(byObject, property, object).hasNext();
    }

    public long[] subjects(long property, long object) {
        return third(byObject, property, object);
    }

    public long[] objects(long subject, long property) {
        return third(bySubject, subject, property);
    }

    /** What thousands of graphs say is not read in each of them: from the first few of one the next is sought. */
    private static long[] third(RangeIndex index, long first, long second) {
        LongStream.Builder third = LongStream.builder();
        long last = 0;
        int same = 0;
        for (Iterator<Record> found = found(index, first, second); found.hasNext(); ) {
            long value = Bytes.getLong(found.next().getKey(), 2 * BYTES);
            if (same == 0 || value != last) {
                third.add(value);
                same = 0;
            }
            last = value;
            same++;
            if (same == REPEATED) {
                found = index.iterator(key(0, first, second, value + 1), key(-1, first, second));
            }
        }
        return third.build().toArray();
    }

    private static Iterator<Record> found(RangeIndex index, long... prefix) {
        return index.iterator(key(0, prefix), key(-1, prefix));
    }

    /** @param rest what all that comes after the prefix is filled with */
    private static Record key(int rest, long... prefix) {
        byte[] key = new byte[PARTS * BYTES];
        Arrays.fill(key, (byte) rest);
        for (int part = 0; part < prefix.length; part++) {
            Bytes.setLong(prefix[part], key, part * BYTES);
        }
        return new Record(key, null);
    }

    private static RangeIndex index(DatasetGraph database, String name) {
        return ((TupleIndexRecord) TDBInternal.findIndex(database, name)).getRangeIndex();
    }
}
