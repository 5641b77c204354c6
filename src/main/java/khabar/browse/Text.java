package khabar.browse;

import org.apache.jena.graph.Node;

/**
 * Words and the language they are in.
 *
 * @param lang BCP 47 tag, empty where it is not known
 */
record Text(String value, String lang) {
    static Text of(Node literal) {
        return new Text(literal.getLiteralLexicalForm(), literal.getLiteralLanguage());
    }

    static Text plain(String value) {
        return new Text(value, "");
    }

    /** The direction of writing; the reader's program finds it out where the language is not known. */
    public String dir() {
        return lang.isEmpty() ? "auto" : InterfaceLanguage.direction(lang);
    }
}
