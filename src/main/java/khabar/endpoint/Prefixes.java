package khabar.endpoint;

import java.util.Map;
import java.util.TreeMap;
import khabar.vocab.Dct;
import khabar.vocab.Foaf;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Oa;
import khabar.vocab.Owl;
import khabar.vocab.Prov;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Sem;
import khabar.vocab.Skos;
import khabar.vocab.Wgs84;
import org.apache.jena.graph.Graph;

/** The short names under which our vocabularies are written. */
public final class Prefixes {
    public static final Map<String, String> ALL = Map.copyOf(new TreeMap<>(Map.ofEntries(
            Map.entry("kh", Kh.NAMESPACE),
            Map.entry("khe", Khe.NAMESPACE),
            Map.entry("schema", Schema.NAMESPACE),
            Map.entry("sem", Sem.NAMESPACE),
            Map.entry("prov", Prov.NAMESPACE),
            Map.entry("skos", Skos.NAMESPACE),
            Map.entry("dct", Dct.NAMESPACE),
            Map.entry("foaf", Foaf.NAMESPACE),
            Map.entry("oa", Oa.NAMESPACE),
            Map.entry("owl", Owl.NAMESPACE),
            Map.entry("rdfs", Rdfs.NAMESPACE),
            Map.entry("wgs", Wgs84.NAMESPACE),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"))));

    private Prefixes() {}

    static void addTo(Graph graph) {
        graph.getPrefixMapping().setNsPrefixes(ALL);
    }
}
