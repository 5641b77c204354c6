package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of XML Schema datatypes. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Xsd {
    public static final String NAMESPACE = "http://www.w3.org/2001/XMLSchema#";

    public static final Node string = term("string");
    public static final Node integer = term("integer");
    public static final Node decimal = term("decimal");
    public static final Node date = term("date");
    public static final Node dateTime = term("dateTime");
    public static final Node gYear = term("gYear");
    public static final Node gYearMonth = term("gYearMonth");

    private Xsd() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
