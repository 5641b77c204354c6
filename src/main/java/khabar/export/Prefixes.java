package khabar.export;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Owl;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Skos;
import khabar.vocab.Wgs84;
import khabar.vocab.Xsd;

/** The prefixes of exports: those of the vocabularies, and one for each type of thing, as in {@code person:}. */
final class Prefixes {
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("kh", Kh.NAMESPACE),
            Map.entry("khe", Khe.NAMESPACE),
            Map.entry("schema", Schema.NAMESPACE),
            Map.entry("rdf", Rdf.NAMESPACE),
            Map.entry("rdfs", Rdfs.NAMESPACE),
            Map.entry("owl", Owl.NAMESPACE),
            Map.entry("xsd", Xsd.NAMESPACE),
            Map.entry("skos", Skos.NAMESPACE),
            Map.entry("prov", Prov.NAMESPACE),
            Map.entry("dct", Dct.NAMESPACE),
            Map.entry("wgs", Wgs84.NAMESPACE));

    private Prefixes() {}

    static SortedMap<String, String> of(Base base) {
        SortedMap<String, String> prefixes = new TreeMap<>(VOCABULARIES);
        Base.TYPES.forEach(type -> prefixes.put(type, base.iri() + "id/" + type + "/"));
        return prefixes;
    }
}
