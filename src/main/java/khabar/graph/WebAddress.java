package khabar.graph;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/** The address of an article as a node: as it was given, but for the characters that no IRI may have. */
final class WebAddress {
    private WebAddress() {}

    /** Empty where it is not a web address. */
    static Optional<Node> of(String given) {
        String address = given.strip();
        String lower = address.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return Optional.empty();
        }
        StringBuilder written = new StringBuilder(address.length());
        address.codePoints().forEach(point -> append(written, point));
        try {
            IRIx iri = IRIx.create(written.toString());
            return iri.isReference() ? Optional.of(NodeFactory.createURI(written.toString())) : Optional.empty();
        } catch (IRIException notAnIri) {
            return Optional.empty();
        }
    }

    private static void append(StringBuilder written, int point) {
        boolean illegal = point <= ' '
                || point == 0x7f
                || "<>\"{}|\\^`".indexOf(point) >= 0
                || Character.isWhitespace(point)
                || Character.getType(point) == Character.SURROGATE
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.CONTROL;
        if (!illegal) {
            written.appendCodePoint(point);
            return;
        }
        for (byte octet : Character.toString(point).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            written.append('%').append(String.format(Locale.ROOT, "%02X", octet));
        }
    }
}
