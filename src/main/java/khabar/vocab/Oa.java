package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of Web Annotation. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Oa {
    public static final String NAMESPACE = "http://www.w3.org/ns/oa#";

    public static final Node Annotation = term("Annotation");
    public static final Node hasBody = term("hasBody");
    public static final Node hasTarget = term("hasTarget");
    public static final Node bodyValue = term("bodyValue");
    public static final Node motivatedBy = term("motivatedBy");

    private Oa() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
