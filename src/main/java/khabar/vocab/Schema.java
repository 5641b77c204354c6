package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of schema.org, always http: EventKG and Wikidata use it, and https joins with nothing. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Schema {
    public static final String NAMESPACE = "http://schema.org/";

    public static final Node headline = term("headline");
    public static final Node inLanguage = term("inLanguage");
    public static final Node datePublished = term("datePublished");
    public static final Node dateModified = term("dateModified");
    public static final Node publisher = term("publisher");
    public static final Node url = term("url");
    public static final Node articleBody = term("articleBody");
    public static final Node domainIncludes = term("domainIncludes");
    public static final Node rangeIncludes = term("rangeIncludes");
    public static final Node target = term("target");

    private Schema() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
