package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of the Simple Event Model. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Sem {
    public static final String NAMESPACE = "http://semanticweb.cs.vu.nl/2009/11/sem/";

    public static final Node Event = term("Event");
    public static final Node Actor = term("Actor");
    public static final Node Place = term("Place");
    public static final Node Role = term("Role");
    public static final Node View = term("View");
    public static final Node hasActor = term("hasActor");
    public static final Node hasPlace = term("hasPlace");
    public static final Node eventType = term("eventType");

    private Sem() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
