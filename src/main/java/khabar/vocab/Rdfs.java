package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of RDF Schema. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Rdfs {
    public static final String NAMESPACE = "http://www.w3.org/2000/01/rdf-schema#";

    public static final Node label = term("label");
    public static final Node comment = term("comment");
    public static final Node isDefinedBy = term("isDefinedBy");
    public static final Node subClassOf = term("subClassOf");
    public static final Node subPropertyOf = term("subPropertyOf");
    public static final Node domain = term("domain");
    public static final Node range = term("range");
    public static final Node seeAlso = term("seeAlso");
    public static final Node Resource = term("Resource");

    private Rdfs() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
