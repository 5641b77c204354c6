package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of LODE; its atTime and inSpace are functional and so not used. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Lode {
    public static final String NAMESPACE = "http://linkedevents.org/ontology/";

    public static final Node Event = term("Event");
    public static final Node atPlace = term("atPlace");
    public static final Node involvedAgent = term("involvedAgent");

    private Lode() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
