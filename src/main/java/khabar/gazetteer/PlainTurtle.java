package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Reads as much of Turtle as the files of {@code rdf/gazetteer} are written in: prefixes, then descriptions of subjects
 * by IRIs, strings with a language or datatype, numbers, true and false; no blank nodes, no escapes, no long strings. Every start of every
 * command waits for these eight megabytes, and resolving each IRI, as a reader of all of Turtle has to, takes most of that
 * time. A test holds what is read here against what Jena reads; users' files, which may be any Turtle, are read by Jena.
 */
final class PlainTurtle {
    private final String file;
    private final String text;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, RDFDatatype> datatypes = new HashMap<>();
    private int at;

    private PlainTurtle(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Hands over one description after the other.
     *
     * @throws IllegalStateException at the first thing that is not plain
     */
    static void read(String file, String text, Consumer<Description> reader) {
        PlainTurtle turtle = new PlainTurtle(file, text);
        turtle.blanks();
        while (turtle.at < text.length()) {
            if (turtle.here() == '@') {
                turtle.prefix();
            } else {
                reader.accept(turtle.description());
            }
            turtle.blanks();
        }
    }

    private void prefix() {
        expect("@prefix");
        blanks();
        String name = until(':');
        at++;
        blanks();
        prefixes.put(name, bracketed());
        blanks();
        expect(".");
    }

    private Description description() {
        String subject = GazetteerFile.relative(iri());
        Map<String, List<Node>> values = HashMap.newHashMap(16);
        char mark;
        do {
            blanks();
            String property = property();
            List<Node> objects = values.computeIfAbsent(property, p -> new ArrayList<>(1));
            do {
                blanks();
                objects.add(object());
                blanks();
                mark = next();
            } while (mark == ',');
        } while (mark == ';');
        if (mark != '.') {
            throw wrong();
        }
        return new Description(subject, values);
    }

    private String property() {
        if (text.startsWith("a ", at)) {
            at++;
            return Description.TYPE;
        }
        return iri();
    }

    private Node object() {
        char first = here();
        if (first == '"') {
            return literal();
        }
        if (text.startsWith("true", at) || text.startsWith("false", at)) {
            return NodeFactory.createLiteralDT(word(), XSDDatatype.XSDboolean);
        }
        return first == '-' || Character.isDigit(first) ? number() : NodeFactory.createURI(iri());
    }

    private Node literal() {
        at++;
        String lexical = until('"');
        if (lexical.endsWith("\\")) {
            throw wrong();
        }
        at++;
        if (here() == '@') {
            at++;
            return NodeFactory.createLiteralLang(lexical, word());
        }
        if (text.startsWith("^^", at)) {
            at += 2;
            return NodeFactory.createLiteralDT(
                    lexical, datatypes.computeIfAbsent(iri(), TypeMapper.getInstance()::getSafeTypeByName));
        }
        return NodeFactory.createLiteralString(lexical);
    }

    private Node number() {
        int start = at;
        boolean decimal = false;
        while (here() == '-' || here() == '.' || Character.isDigit(here())) {
            decimal |= next() == '.';
        }
        return NodeFactory.createLiteralDT(
                text.substring(start, at), decimal ? XSDDatatype.XSDdecimal : XSDDatatype.XSDinteger);
    }

    /** Whole; relative ones after {@link GazetteerFile#BASE}, as if they were resolved against it. */
    private String iri() {
        if (here() == '<') {
            return bracketed();
        }
        int start = at;
        String namespace = prefixes.get(until(':'));
        if (namespace == null) {
            at = start;
            throw wrong();
        }
        at++;
        return namespace.concat(word());
    }

    private String bracketed() {
        expect("<");
        String iri = until('>');
        at++;
        return iri.contains(":") ? iri : GazetteerFile.BASE + iri;
    }

    /** Letters, digits, hyphens. */
    private String word() {
        int start = at;
        while (here() == '-' || Character.isLetterOrDigit(here())) {
            at++;
        }
        return text.substring(start, at);
    }

    private String until(char mark) {
        int end = text.indexOf(mark, at);
        if (end < 0) {
            throw wrong();
        }
        String before = text.substring(at, end);
        at = end;
        return before;
    }

    /** NUL at the end. */
    private char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char next() {
        char here = here();
        at++;
        return here;
    }

    private void expect(String words) {
        if (!text.startsWith(words, at)) {
            throw wrong();
        }
        at += words.length();
    }

    /** Blanks and comments. */
    private void blanks() {
        while (Character.isWhitespace(here()) || here() == '#') {
            if (here() == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                at++;
            }
        }
    }

    private IllegalStateException wrong() {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new IllegalStateException(file + ".ttl, line " + line + ": not written as the gazetteer's files are");
    }
}
