package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of SHACL that describe queries and prefixes. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Sh {
    public static final String NAMESPACE = "http://www.w3.org/ns/shacl#";

    public static final Node declare = term("declare");
    public static final Node prefix = term("prefix");
    public static final Node namespace = term("namespace");
    public static final Node prefixes = term("prefixes");
    public static final Node select = term("select");
    public static final Node ask = term("ask");
    public static final Node construct = term("construct");
    public static final Node SPARQLExecutable = term("SPARQLExecutable");
    public static final Node SPARQLSelectExecutable = term("SPARQLSelectExecutable");
    public static final Node SPARQLAskExecutable = term("SPARQLAskExecutable");
    public static final Node SPARQLConstructExecutable = term("SPARQLConstructExecutable");

    private Sh() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
