package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.vocab.Base;

/**
 * The thing that a page shows.
 *
 * @param iri its name in the data
 * @param path of its id, without the base
 * @param document path of the document about it: with a suffix, the data itself
 * @param canonical the document's address
 * @param jsonLd what search engines read of it
 */
record Subject(String iri, String path, String document, String canonical, Optional<String> jsonLd) {
    private static final List<Format> FORMATS = List.of(
            new Format("ttl", "Turtle", "text/turtle"),
            new Format("jsonld", "JSON-LD", "application/ld+json"),
            new Format("nt", "N-Triples", "application/n-triples"),
            new Format("rdf", "RDF/XML", "application/rdf+xml"));

    /** A form in which the data can be had. */
    record Format(String suffix, String name, String mediaType) {}

    static Subject of(Base base, String type, String key) {
        String name = type + "/" + key;
        return new Subject(
                base.iri() + "id/" + name, "/id/" + name, "/doc/" + name, base.iri() + "doc/" + name, Optional.empty());
    }

    /** A document that is its own subject: the vocabulary, the event scheme, a named graph. */
    static Subject document(Base base, String iri, String path) {
        return new Subject(iri, "/" + path, "/" + path, base.iri() + path, Optional.empty());
    }

    /** The same with what is said of it, in the page itself. */
    Subject described(Optional<String> jsonLd) {
        return new Subject(iri, path, document, canonical, jsonLd);
    }

    /** Whether readers may say that something is wrong with it. */
    public boolean notable() {
        return FeedbackController.TYPES.stream().anyMatch(type -> path.startsWith("/id/" + type + "/"));
    }

    public List<Format> formats() {
        return FORMATS;
    }
}
