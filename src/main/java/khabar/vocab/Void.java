package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of VoID. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Void {
    public static final String NAMESPACE = "http://rdfs.org/ns/void#";

    public static final Node Dataset = term("Dataset");
    public static final Node triples = term("triples");
    public static final Node entities = term("entities");
    public static final Node classes = term("classes");
    public static final Node properties = term("properties");
    public static final Node uriSpace = term("uriSpace");
    public static final Node dataDump = term("dataDump");
    public static final Node sparqlEndpoint = term("sparqlEndpoint");
    public static final Node exampleResource = term("exampleResource");
    public static final Node inDataset = term("inDataset");

    private Void() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
