package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of WGS 84 coordinates. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Wgs84 {
    public static final String NAMESPACE = "http://www.w3.org/2003/01/geo/wgs84_pos#";

    public static final Node lat = term("lat");
    /** Spelled {@code long}, which Java does not allow. */
    public static final Node longitude = term("long");

    private Wgs84() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
