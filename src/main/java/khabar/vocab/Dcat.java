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
    public static final Node DatasetSeries = term("DatasetSeries");
    public static final Node DataService = term("DataService");
    public static final Node compressFormat = term("compressFormat");
    public static final Node byteSize = term("byteSize");
    public static final Node version = term("version");
    public static final Node hasVersion = term("hasVersion");
    public static final Node isVersionOf = term("isVersionOf");
    public static final Node hasCurrentVersion = term("hasCurrentVersion");
    public static final Node previousVersion = term("previousVersion");
    public static final Node inSeries = term("inSeries");
    public static final Node prev = term("prev");
    public static final Node first = term("first");
    public static final Node last = term("last");
    public static final Node startDate = term("startDate");
    public static final Node endDate = term("endDate");

    private Dcat() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
