package khabar.store;

import java.io.StringWriter;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.atlas.lib.CharSpace;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.tdb2.store.NodeId;

/** One statement on one line, always the same for the same statement: a line of N-Triples or N-Quads in UTF-8. */
public final class QuadLine {
    private static final NodeFormatterNT FORMAT = new NodeFormatterNT(CharSpace.UTF8);

    private QuadLine() {}

    /** Terms with one blank between them, and a point; literals as TDB2 gives them back. */
    public static String of(Node... terms) {
        StringWriter line = new StringWriter(256);
        AWriter out = IO.wrap(line);
        write(out, terms);
        out.flush();
        return line.toString();
    }

    /** The same, without a line's end, to a writer that others use, too. */
    static void write(AWriter out, Node... terms) {
        for (Node term : terms) {
            FORMAT.format(out, kept(term));
            out.print(' ');
        }
        out.print('.');
    }

    /** Some numbers and dates are kept by value: "01" is there as "1". */
    private static Node kept(Node term) {
        NodeId inline =
                term.isLiteral() && !Util.isSimpleString(term) && !Util.isLangString(term) ? NodeId.inline(term) : null;
        return inline == null ? term : NodeId.extract(inline);
    }
}
