package khabar.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdType;
import org.apache.jena.tdb2.store.value.DecimalNode56;

/**
 * Statements with one property whose object is a number within bounds, without reading the others. TDB2 keeps an xsd:decimal in the
 * place of the number of a node, with how many of its digits are behind the point in front and the digits after that: so
 * decimals with as many digits behind the point stand side by side, those below nothing after the others. To be used inside one
 * read transaction.
 */
final class DecimalIndex {
    /** Of decimals with more digits behind the point all are read, as are other numbers: coordinates have some six. */
    private static final int MOST_DIGITS = 12;

    private static final long FIRST = decimal(0, 0);
    /** The next kind of value. */
    private static final long END = FIRST + (1L << 56);

    private static final BigInteger LARGEST = BigInteger.valueOf((1L << 47) - 1);
    private static final BigInteger SMALLEST = BigInteger.valueOf(-(1L << 47));

    private final ObjectIndex statements;

    private DecimalIndex(ObjectIndex statements) {
        this.statements = statements;
    }

    /** Empty where the dataset is none of TDB2's, or nothing is said with the property. */
    static Optional<DecimalIndex> of(DatasetGraph dataset, Node property) {
        return ObjectIndex.of(dataset, property).map(DecimalIndex::new);
    }

    /** All decimals from one to another, both included, and whatever else the property has that is no short decimal. */
    Iterator<ObjectIndex.Said> within(BigDecimal least, BigDecimal most) {
        List<Iterator<ObjectIndex.Said>> all = new ArrayList<>();
        all.add(statements.between(ObjectIndex.FIRST, FIRST));
        for (int digits = 0; digits <= MOST_DIGITS; digits++) {
            long low = clipped(least.movePointRight(digits).setScale(0, RoundingMode.CEILING));
            long high = clipped(most.movePointRight(digits).setScale(0, RoundingMode.FLOOR));
            if (low <= high && high >= 0) {
                all.add(statements.between(decimal(Math.max(low, 0), digits), decimal(high, digits) + 1));
            }
            if (low <= high && low < 0) {
                all.add(statements.between(decimal(low, digits), decimal(Math.min(high, -1), digits) + 1));
            }
        }
        all.add(statements.between(decimal(0, MOST_DIGITS + 1), END));
        all.add(statements.between(END, ObjectIndex.END));
        Iterator<ObjectIndex.Said> found = Iter.nullIterator();
        for (Iterator<ObjectIndex.Said> more : all) {
            found = Iter.concat(found, more);
        }
        return found;
    }

    /** As far as TDB2 keeps decimals so. */
    private static long clipped(BigDecimal whole) {
        return whole.toBigInteger().min(LARGEST).max(SMALLEST).longValue();
    }

    private static long decimal(long whole, int digits) {
        return Ids.number(NodeIdFactory.createValue(NodeIdType.XSD_DECIMAL, DecimalNode56.pack(whole, digits)));
    }
}
