package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of DCAT. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Dcat {
    public static final String NAMESPACE = "http://www.w3.org/ns/dcat#";

    public static final Node Dataset = term("Dataset");
    public static final Node Distribution = term("Distribution");
    public static final Node Catalog = term("Catalog");
    public static final Node dataset = term("dataset");
    public static final Node distribution = term("distribution");
    public static final Node accessURL = term("accessURL");
    public static final Node downloadURL = term("downloadURL");
    public static final Node mediaType = term("mediaType");

    private Dcat() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
