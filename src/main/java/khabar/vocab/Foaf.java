package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of FOAF. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Foaf {
    public static final String NAMESPACE = "http://xmlns.com/foaf/0.1/";

    public static final Node Person = term("Person");
    public static final Node Organization = term("Organization");
    public static final Node page = term("page");
    public static final Node primaryTopic = term("primaryTopic");
    public static final Node isPrimaryTopicOf = term("isPrimaryTopicOf");

    private Foaf() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
