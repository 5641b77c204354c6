package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of PROV-O. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Prov {
    public static final String NAMESPACE = "http://www.w3.org/ns/prov#";

    public static final Node Activity = term("Activity");
    public static final Node Entity = term("Entity");
    public static final Node wasDerivedFrom = term("wasDerivedFrom");
    public static final Node wasGeneratedBy = term("wasGeneratedBy");
    public static final Node wasRevisionOf = term("wasRevisionOf");
    public static final Node specializationOf = term("specializationOf");
    public static final Node generatedAtTime = term("generatedAtTime");
    public static final Node endedAtTime = term("endedAtTime");
    public static final Node invalidatedAtTime = term("invalidatedAtTime");

    private Prov() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
