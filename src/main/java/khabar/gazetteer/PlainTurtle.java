package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads as much of Turtle as the files of {@code rdf/gazetteer} are written in: prefixes, then descriptions of subjects
 * by IRIs, strings with a language or datatype, numbers, true and false; no blank nodes, no escapes, no long strings. Every start of every
 * command waits for these eight megabytes, and resolving each IRI, as a reader of all of Turtle has to, takes most of that
 * time; so does starting Jena, which is met here by no class. A test holds what is read here against what Jena reads; users'
 * files, which may be any Turtle, are read by Jena.
 */
final class PlainTurtle {
    private final String file;
    private final String text;
    private final Map<String, String> prefixes = new HashMap<>();
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
        Map<String, List<Value>> values = HashMap.newHashMap(16);
        char mark;
        do {
            blanks();
            String property = property();
            List<Value> objects = values.computeIfAbsent(property, p -> new ArrayList<>(1));
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

    private Value object() {
        char first = here();
        if (first == '"') {
            return literal();
        }
        if (text.startsWith("true", at) || text.startsWith("false", at)) {
            return Value.literal(word());
        }
        return first == '-' || Character.isDigit(first) ? number() : new Value.Iri(iri());
    }

    private Value literal() {
        at++;
        String lexical = until('"');
        if (lexical.endsWith("\\")) {
            throw wrong();
        }
        at++;
        if (here() == '@') {
            at++;
            return new Value.Literal(lexical, word());
        }
        if (text.startsWith("^^", at)) {
            at += 2;
            iri();
        }
        return Value.literal(lexical);
    }

    private Value number() {
        int start = at;
        while (here() == '-' || here() == '.' || Character.isDigit(here())) {
            at++;
        }
        return Value.literal(text.substring(start, at));
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
