package khabar.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import khabar.vocab.Literals;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdType;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Statements with one property in the order of the days that they name, without reading the others. TDB2 keeps an xsd:date in
 * the place of the number of a node, with the offset from UTC in front of year, month and day: so the index that has the
 * property first and the object second holds the days without an offset side by side, the earlier before the later. TDB2
 * itself uses that index for single objects only. To be used inside one read transaction.
 */
final class DateIndex {
    /** How {@code DateTimeNode} marks that there is no offset from UTC, and where. */
    private static final long NO_OFFSET = 126L << 49;

    private static final long WITH_OFFSET_Z = 127L << 49;
    private static final int LAST_YEAR = 8_000;
    private static final int BYTES = Long.BYTES;

    /** Of one thing. */
    record Dated(Node subject, Node day) {}

    private final RangeIndex index;
    private final NodeTable nodes;
    private final NodeId property;

    private DateIndex(RangeIndex index, NodeTable nodes, NodeId property) {
        this.index = index;
        this.nodes = nodes;
        this.property = property;
    }

    /** Empty where the dataset is none of TDB2's, or nothing is said with the property. */
    static Optional<DateIndex> of(DatasetGraph dataset, Node property) {
        if (!TDBInternal.isBackedByTDB(dataset)
                || !(TDBInternal.findIndex(dataset, "POSG") instanceof TupleIndexRecord records)) {
            return Optional.empty();
        }
        NodeTable nodes = TDBInternal.getDatasetGraphTDB(dataset)
                .getQuadTable()
                .getNodeTupleTable()
                .getNodeTable();
        NodeId id = nodes.getNodeIdForNode(property);
        return NodeId.isDoesNotExist(id)
                ? Optional.empty()
                : Optional.of(new DateIndex(records.getRangeIndex(), nodes, id));
    }

    /** Whether all that is said with the property are days of our calendar without an offset. */
    boolean holdsOnlyDays() {
        return !others().hasNext();
    }

    /** What is no such day, in any graph, each once. */
    Iterator<Dated> others() {
        return Iter.concat(dated(start(), key(day(NO_OFFSET))), dated(key(day(WITH_OFFSET_Z)), end()));
    }

    /**
     * From one day until before another, in any graph, each once.
     *
     * @param from empty for the first there is
     * @param before empty for after the last
     */
    Iterator<Dated> days(Optional<LocalDate> from, Optional<LocalDate> before) {
        return dated(
                key(from.map(DateIndex::day).orElse(day(NO_OFFSET))),
                key(before.map(DateIndex::day).orElse(day(WITH_OFFSET_Z))));
    }

    /** The first day of all. */
    Optional<LocalDate> first() {
        Iterator<Record> all = index.iterator(key(day(NO_OFFSET)), key(day(WITH_OFFSET_Z)));
        return all.hasNext()
                ? Optional.of(LocalDate.parse(NodeId.extract(object(all.next())).getLiteralLexicalForm()))
                : Optional.empty();
    }

    /** The last day of all; found by halving, since the index is read forwards only. */
    Optional<LocalDate> last() {
        return first().map(first -> {
            long there = first.toEpochDay();
            long beyond = LocalDate.of(LAST_YEAR, 1, 1).toEpochDay();
            while (there + 1 < beyond) {
                long middle = Math.floorDiv(there + beyond, 2);
                if (days(Optional.of(LocalDate.ofEpochDay(middle)), Optional.empty())
                        .hasNext()) {
                    there = middle;
                } else {
                    beyond = middle;
                }
            }
            return LocalDate.ofEpochDay(there);
        });
    }

    /** Whether a day can be sought here. */
    static boolean covers(LocalDate day) {
        return day.getYear() > 0 && day.getYear() < LAST_YEAR;
    }

    private Iterator<Dated> dated(Record from, Record before) {
        // The graph is the last part of the key: the same statement in several graphs stands side by side.
        Iterator<Pair> pairs = Iter.map(
                index.iterator(from, before),
                found -> new Pair(object(found), NodeIdFactory.get(found.getKey(), 2 * BYTES)));
        return Iter.map(
                Iter.distinctAdjacent(pairs),
                pair -> new Dated(nodes.getNodeForNodeId(pair.subject()), nodes.getNodeForNodeId(pair.object())));
    }

    private record Pair(NodeId object, NodeId subject) {}

    private static NodeId object(Record found) {
        return NodeIdFactory.get(found.getKey(), BYTES);
    }

    private Record start() {
        return key(new byte[BYTES]);
    }

    private Record end() {
        byte[] last = new byte[BYTES];
        Arrays.fill(last, (byte) 0xFF);
        return key(last);
    }

    private Record key(NodeId object) {
        byte[] bytes = new byte[BYTES];
        NodeIdFactory.set(object, bytes);
        return key(bytes);
    }

    private Record key(byte[] object) {
        byte[] key = new byte[4 * BYTES];
        NodeIdFactory.set(property, key, 0);
        System.arraycopy(object, 0, key, BYTES, BYTES);
        return new Record(key, null);
    }

    private static NodeId day(LocalDate day) {
        return NodeId.inline(Literals.date(day));
    }

    private static NodeId day(long value) {
        return NodeIdFactory.createValue(NodeIdType.XSD_DATE, value);
    }
}
