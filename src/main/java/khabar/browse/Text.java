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

    /** At most so many characters, ended by an ellipsis where there were more; never within a word where that can be. */
    Text cut(int atMost) {
        if (value.codePointCount(0, value.length()) <= atMost) {
            return this;
        }
        int end = value.offsetByCodePoints(0, atMost);
        int blank = value.lastIndexOf(' ', end);
        return new Text(value.substring(0, blank > end / 2 ? blank : end) + "…", lang);
    }

    /** The direction of writing; the reader's program finds it out where the language is not known. */
    public String dir() {
        return lang.isEmpty() ? "auto" : InterfaceLanguage.direction(lang);
    }
}
