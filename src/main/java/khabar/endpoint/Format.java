package khabar.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;

/** A form in which an answer can be given: its media type, further names of that type, the suffix in addresses. */
enum Format {
    TURTLE("text/turtle", "ttl", "application/x-turtle"),
    JSON_LD("application/ld+json", "jsonld"),
    N_TRIPLES("application/n-triples", "nt"),
    RDF_XML("application/rdf+xml", "rdf"),
    TRIG("application/trig", "trig"),
    N_QUADS("application/n-quads", "nq"),
    HTML("text/html", "html", "application/xhtml+xml"),
    RESULTS_JSON("application/sparql-results+json", "json", "application/json"),
    RESULTS_XML("application/sparql-results+xml", "xml", "application/xml", "text/xml"),
    CSV("text/csv", "csv"),
    TSV("text/tab-separated-values", "tsv");

    /** Of the RDF about a thing; the first is the default. HTML is the pages' affair. */
    static final List<Format> DOCUMENT = List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, HTML);

    static final List<Format> GRAPH = List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML);
    static final List<Format> DATASET = List.of(TRIG, N_QUADS);
    static final List<Format> TABLE = List.of(RESULTS_JSON, RESULTS_XML, CSV, TSV);

    /** Of an answer to a query, whatever its kind; a page only where it is asked for. */
    static final List<Format> ANSWER =
            List.of(RESULTS_JSON, RESULTS_XML, CSV, TSV, TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS, HTML);

    private final String mediaType;
    private final String suffix;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> otherNames;

    Format(String mediaType, String suffix, String... otherNames) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.otherNames = List.of(otherNames);
    }

    String mediaType() {
        return mediaType;
    }

    String suffix() {
        return suffix;
    }

    List<String> otherNames() {
        return otherNames;
    }

    /** The media type as a header says it; the XML forms state their charset inside. */
    String contentType(String asked) {
        return this == RESULTS_XML || this == RDF_XML ? asked : asked + ";charset=utf-8";
    }

    static Optional<Format> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(suffix))
                .findFirst();
    }

    /** How Jena writes it. The streaming form where there is one: it needs no second pass over the graph. */
    RDFFormat written() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSON_LD -> RDFFormat.JSONLD11_PRETTY;
            case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case RDF_XML -> RDFFormat.RDFXML_PLAIN;
            case TRIG -> RDFFormat.TRIG_PRETTY;
            case N_QUADS -> RDFFormat.NQUADS_UTF8;
            case HTML, RESULTS_JSON, RESULTS_XML, CSV, TSV -> throw new IllegalArgumentException("not RDF: " + this);
        };
    }
}
