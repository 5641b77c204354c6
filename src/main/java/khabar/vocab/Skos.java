package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of SKOS. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Skos {
    public static final String NAMESPACE = "http://www.w3.org/2004/02/skos/core#";

    public static final Node Concept = term("Concept");
    public static final Node ConceptScheme = term("ConceptScheme");
    public static final Node inScheme = term("inScheme");
    public static final Node topConceptOf = term("topConceptOf");
    public static final Node hasTopConcept = term("hasTopConcept");
    public static final Node broader = term("broader");
    public static final Node notation = term("notation");
    public static final Node prefLabel = term("prefLabel");
    public static final Node altLabel = term("altLabel");
    public static final Node hiddenLabel = term("hiddenLabel");
    public static final Node definition = term("definition");
    public static final Node note = term("note");
    public static final Node exactMatch = term("exactMatch");
    public static final Node closeMatch = term("closeMatch");
    public static final Node broadMatch = term("broadMatch");

    private Skos() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
