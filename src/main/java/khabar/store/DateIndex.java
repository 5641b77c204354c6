package khabar.store;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import khabar.vocab.Literals;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdType;

/**
 * Statements with one property in the order of the days that they name, without reading the others. TDB2 keeps an xsd:date in
 * the place of the number of a node, with the offset from UTC in front of year, month and day: so the index that has the
 * property first and the object second holds the days without an offset side by side, the earlier before the later. To be
 * used inside one read transaction.
 */
final class DateIndex {
    /** How {@code DateTimeNode} marks that there is no offset from UTC, and where. */
    private static final long NO_OFFSET = 126L << 49;

    private static final long WITH_OFFSET_Z = 127L << 49;
    private static final int LAST_YEAR = 8_000;

    private final ObjectIndex statements;

    private DateIndex(ObjectIndex statements) {
        this.statements = statements;
    }

    /** Empty where the dataset is none of TDB2's, or nothing is said with the property. */
    static Optional<DateIndex> of(DatasetGraph dataset, Node property) {
        return ObjectIndex.of(dataset, property).map(DateIndex::new);
    }

    /** Whether all that is said with the property are days of our calendar without an offset. */
    boolean holdsOnlyDays() {
        return statements.isEmpty(ObjectIndex.FIRST, day(NO_OFFSET))
                && statements.isEmpty(day(WITH_OFFSET_Z), ObjectIndex.END);
    }

    /** What is no such day, in any graph, each once. */
    Iterator<ObjectIndex.Said> others() {
        return Iter.concat(
                statements.between(ObjectIndex.FIRST, day(NO_OFFSET)),
                statements.between(day(WITH_OFFSET_Z), ObjectIndex.END));
    }

    /**
     * From one day until before another, in any graph, each once.
     *
     * @param from empty for the first there is
     * @param before empty for after the last
     */
    Iterator<ObjectIndex.Said> days(Optional<LocalDate> from, Optional<LocalDate> before) {
        return statements.between(
                from.map(DateIndex::day).orElse(day(NO_OFFSET)),
                before.map(DateIndex::day).orElse(day(WITH_OFFSET_Z)));
    }

    /** The first day of all. */
    Optional<LocalDate> first() {
        return statements
                .first(day(NO_OFFSET), day(WITH_OFFSET_Z))
                .map(day -> LocalDate.parse(day.getLiteralLexicalForm()));
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

    private static long day(LocalDate day) {
        return Ids.number(NodeId.inline(Literals.date(day)));
    }

    private static long day(long value) {
        return Ids.number(NodeIdFactory.createValue(NodeIdType.XSD_DATE, value));
    }
}
