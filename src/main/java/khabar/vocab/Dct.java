package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of DCMI Terms. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Dct {
    public static final String NAMESPACE = "http://purl.org/dc/terms/";

    public static final Node license = term("license");
    public static final Node rights = term("rights");
    public static final Node source = term("source");
    public static final Node subject = term("subject");
    public static final Node title = term("title");
    public static final Node creator = term("creator");
    public static final Node created = term("created");
    public static final Node type = term("type");
    public static final Node relation = term("relation");
    public static final Node modified = term("modified");
    public static final Node isReplacedBy = term("isReplacedBy");
    public static final Node replaces = term("replaces");
    public static final Node temporal = term("temporal");
    public static final Node PeriodOfTime = term("PeriodOfTime");
    public static final Node MediaType = term("MediaType");
    public static final Node description = term("description");
    public static final Node issued = term("issued");
    public static final Node publisher = term("publisher");

    private Dct() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
