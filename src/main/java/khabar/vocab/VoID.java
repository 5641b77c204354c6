package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of VoID. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class VoID {
    public static final String NAMESPACE = "http://rdfs.org/ns/void#";

    public static final Node Dataset = term("Dataset");
    public static final Node Linkset = term("Linkset");
    public static final Node uriSpace = term("uriSpace");
    public static final Node triples = term("triples");
    public static final Node entities = term("entities");
    public static final Node distinctSubjects = term("distinctSubjects");
    public static final Node distinctObjects = term("distinctObjects");
    public static final Node classes = term("classes");
    public static final Node properties = term("properties");
    public static final Node classPartition = term("classPartition");
    public static final Node propertyPartition = term("propertyPartition");
    public static final Node classTerm = term("class");
    public static final Node property = term("property");
    public static final Node vocabulary = term("vocabulary");
    public static final Node exampleResource = term("exampleResource");
    public static final Node subset = term("subset");
    public static final Node linkPredicate = term("linkPredicate");
    public static final Node subjectsTarget = term("subjectsTarget");
    public static final Node objectsTarget = term("objectsTarget");
    public static final Node dataDump = term("dataDump");

    private VoID() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
