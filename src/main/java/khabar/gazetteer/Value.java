package khabar.gazetteer;

import org.apache.jena.graph.Node;

/** What a description says of its subject: another thing by its IRI, or words and numbers. */
sealed interface Value {
    /** Relative to the base of the data where it lies below it. */
    String text();

    /** An IRI. */
    record Iri(String text) implements Value {
        public Iri {
            text = GazetteerFile.relative(text);
        }
    }

    /**
     * A text. What kind of number or date it is, the property tells.
     *
     * @param language of the words; empty where none is said
     */
    record Literal(String text, String language) implements Value {}

    static Value of(Node node) {
        return node.isLiteral()
                ? new Literal(node.getLiteralLexicalForm(), node.getLiteralLanguage())
                : new Iri(node.isURI() ? node.getURI() : node.toString());
    }

    static Value literal(String text) {
        return new Literal(text, "");
    }
}
