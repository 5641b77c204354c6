package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of GAF. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Gaf {
    public static final String NAMESPACE = "http://groundedannotationframework.org/gaf#";

    public static final Node denotedBy = term("denotedBy");

    private Gaf() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
