package khabar.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;

/** The short forms that Khabar writes RDF with. */
public final class Prefixes {
    /** Prefix to namespace, in the order in which they are written. */
    public static final Map<String, String> ALL = all();

    private Prefixes() {}

    /** Gives the graph the short forms; its triples stay as they are. */
    public static Graph on(Graph graph) {
        graph.getPrefixMapping().setNsPrefixes(ALL);
        return graph;
    }

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kh", Kh.NAMESPACE);
        all.put("khe", Khe.NAMESPACE);
        all.put("dct", Dct.NAMESPACE);
        all.put("prov", Prov.NAMESPACE);
        all.put("rdf", Rdf.NAMESPACE);
        all.put("rdfs", Rdfs.NAMESPACE);
        all.put("schema", Schema.NAMESPACE);
        all.put("skos", Skos.NAMESPACE);
        all.put("wgs", Wgs84.NAMESPACE);
        all.put("xsd", Xsd.NAMESPACE);
        return Collections.unmodifiableMap(all);
    }
}
