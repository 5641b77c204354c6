package khabar.browse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import org.apache.jena.graph.Node;

/** What things are called, and where they are found, for a reader with an order of languages. */
final class Names {
    private static final Map<String, String> SHORT = new LinkedHashMap<>();

    static {
        SHORT.put("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:");
        SHORT.put("http://www.w3.org/2000/01/rdf-schema#", "rdfs:");
        SHORT.put("http://www.w3.org/2002/07/owl#", "owl:");
        SHORT.put("http://www.w3.org/2001/XMLSchema#", "xsd:");
        SHORT.put("http://www.w3.org/2004/02/skos/core#", "skos:");
        SHORT.put("http://www.w3.org/ns/prov#", "prov:");
        SHORT.put("http://www.w3.org/ns/oa#", "oa:");
        SHORT.put("http://www.w3.org/ns/dcat#", "dcat:");
        SHORT.put("http://rdfs.org/ns/void#", "void:");
        SHORT.put("http://purl.org/dc/terms/", "dct:");
        SHORT.put("http://schema.org/", "schema:");
        SHORT.put("http://xmlns.com/foaf/0.1/", "foaf:");
        SHORT.put("http://semanticweb.cs.vu.nl/2009/11/sem/", "sem:");
        SHORT.put("http://linkedevents.org/ontology/", "lode:");
        SHORT.put("http://www.w3.org/2003/01/geo/wgs84_pos#", "wgs84:");
        SHORT.put("http://www.bbc.co.uk/ontologies/news/", "bbcnews:");
        SHORT.put("http://www.bbc.co.uk/ontologies/creativework/", "cwork:");
        SHORT.put("http://www.cidoc-crm.org/cidoc-crm/", "crm:");
        SHORT.put("http://groundedannotationframework.org/gaf#", "gaf:");
        SHORT.put("http://purl.org/ontology/storyline/", "storyline:");
        SHORT.put("http://www.w3.org/2003/06/sw-vocab-status/ns#", "vs:");
    }

    /** Beyond this a quotation is not a name any more. */
    private static final int LONGEST = 90;

    /** Types, modes and contexts, of which there are events; quad classes and codes of CAMEO have no page of their own. */
    private static final Pattern WITH_EVENTS = Pattern.compile("[A-Z][A-Z]+(-[A-Za-z-]+)?|context-.+");

    private static final Pattern AREA = Pattern.compile("id/place/([a-z]{2}-[a-z0-9]+)");

    private final Base base;
    private final List<String> languages;
    private final Map<Node, Text> byThing = new HashMap<>();
    private final Map<Node, Text> inFull = new HashMap<>();

    /** @param languages the reader's first */
    Names(Base base, List<String> languages) {
        this.base = base;
        this.languages = languages;
    }

    void add(Node thing, List<Text> labels) {
        best(labels, languages).ifPresent(label -> byThing.put(thing, label));
    }

    void addInFull(Node thing, List<Text> labels) {
        best(labels, languages).ifPresent(label -> inFull.put(thing, label));
    }

    /** The label in the reader's first language, else in the next, else in any. */
    static Optional<Text> best(List<Text> labels, List<String> languages) {
        return labels.stream()
                .min(Comparator.comparingInt((Text label) -> {
                            int place = languages.indexOf(label.lang().split("-", 2)[0]);
                            return place < 0 ? languages.size() : place;
                        })
                        .thenComparing(Text::value));
    }

    /** The thing's name, else what its IRI ends with; of a literal its words. */
    Text text(Node node) {
        if (node.isLiteral()) {
            return Text.of(node);
        }
        Text known = byThing.get(node);
        if (known != null) {
            return known;
        }
        return Elsewhere.name(node.toString())
                .map(name -> new Text(name, "en"))
                .orElseGet(() -> new Text(shortened(node.toString()), ""));
    }

    /** With what tells it from others of the same name. */
    Text inFull(Node thing) {
        Text full = inFull.get(thing);
        return full != null ? full : text(thing).cut(LONGEST);
    }

    boolean named(Node thing) {
        return byThing.containsKey(thing);
    }

    Link link(Node node) {
        String iri = node.isURI() ? node.getURI() : "";
        return new Link(text(node), href(base, iri), iri);
    }

    /** A path for what is ours, the address for what is not, empty where it is not safe to follow. */
    static String href(Base base, String iri) {
        if (iri.startsWith(base.iri())) {
            return "/" + iri.substring(base.iri().length());
        }
        if (iri.equals(Kh.ONTOLOGY)) {
            return "/ns";
        }
        if (iri.equals(Khe.Scheme.getURI())) {
            return "/event-types";
        }
        if (iri.startsWith(Kh.NAMESPACE)) {
            return "/ns#" + iri.substring(Kh.NAMESPACE.length());
        }
        if (iri.startsWith(Khe.NAMESPACE)) {
            String name = iri.substring(Khe.NAMESPACE.length());
            return (WITH_EVENTS.matcher(name).matches() ? "/browse/event-type/" : "/event-types#") + name;
        }
        return iri.startsWith("http://") || iri.startsWith("https://") ? iri : "";
    }

    private String shortened(String iri) {
        for (Map.Entry<String, String> prefix : SHORT.entrySet()) {
            if (iri.startsWith(prefix.getKey())) {
                return prefix.getValue() + iri.substring(prefix.getKey().length());
            }
        }
        if (iri.startsWith(base.iri())) {
            String path = iri.substring(base.iri().length());
            Matcher area = AREA.matcher(path);
            return area.matches() ? area.group(1).toUpperCase(Locale.ROOT) : path.replaceFirst("^(id|doc)/[a-z]+/", "");
        }
        if (iri.startsWith(Kh.NAMESPACE) || iri.startsWith(Khe.NAMESPACE)) {
            return iri.substring(iri.indexOf('#') + 1);
        }
        return iri;
    }
}
