package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of OWL. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Owl {
    public static final String NAMESPACE = "http://www.w3.org/2002/07/owl#";

    public static final Node Ontology = term("Ontology");
    public static final Node Class = term("Class");
    public static final Node ObjectProperty = term("ObjectProperty");
    public static final Node DatatypeProperty = term("DatatypeProperty");
    public static final Node NamedIndividual = term("NamedIndividual");
    public static final Node versionInfo = term("versionInfo");
    public static final Node versionIRI = term("versionIRI");
    public static final Node priorVersion = term("priorVersion");
    public static final Node sameAs = term("sameAs");

    private Owl() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
