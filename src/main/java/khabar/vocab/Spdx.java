package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of SPDX. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Spdx {
    public static final String NAMESPACE = "http://spdx.org/rdf/terms#";

    public static final Node Checksum = term("Checksum");
    public static final Node ChecksumAlgorithm = term("ChecksumAlgorithm");
    public static final Node checksum = term("checksum");
    public static final Node algorithm = term("algorithm");
    public static final Node checksumValue = term("checksumValue");

    private Spdx() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
