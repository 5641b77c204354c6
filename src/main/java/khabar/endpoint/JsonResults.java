package khabar.endpoint;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Tables and truths as SPARQL 1.1 Query Results JSON, with the triple terms and the directions of 1.2, without white space.
 * Jena's writer indents each name and value, which took a quarter of the time of a short answer.
 */
final class JsonResults {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final char REPLACEMENT = '\uFFFD';

    private final JsonGenerator json;
    private final Map<Node, String> blanks = new HashMap<>();

    private JsonResults(JsonGenerator json) {
        this.json = json;
    }

    static void write(Answer.Table table, OutputStream out) {
        write(out, results -> results.table(table));
    }

    static void write(Answer.Truth truth, OutputStream out) {
        write(out, results -> results.truth(truth.value()));
    }

    private interface Writing {
        void with(JsonResults results);
    }

    private static void write(OutputStream out, Writing writing) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            writing.with(new JsonResults(json));
        } catch (JacksonIOException gone) {
            throw new UncheckedIOException(gone.getCause());
        }
    }

    private void truth(boolean value) {
        json.writeStartObject();
        json.writeName("head").writeStartObject().writeEndObject();
        json.writeBooleanProperty("boolean", value);
        json.writeEndObject();
    }

    private void table(Answer.Table table) {
        json.writeStartObject();
        json.writeName("head").writeStartObject();
        json.writeName("vars").writeStartArray();
        table.columns().forEach(column -> json.writeString(column.getVarName()));
        json.writeEndArray().writeEndObject();
        json.writeName("results").writeStartObject();
        json.writeName("bindings").writeStartArray();
        for (Binding row : table.rows()) {
            json.writeStartObject();
            for (Var column : table.columns()) {
                Node value = row.get(column);
                if (value != null) {
                    json.writeName(column.getVarName());
                    term(value);
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray().writeEndObject();
        json.writeEndObject();
    }

    private void term(Node term) {
        json.writeStartObject();
        if (term.isURI()) {
            json.writeStringProperty("type", "uri");
            text("value", term.getURI());
        } else if (term.isLiteral()) {
            literal(term);
        } else if (term.isTripleTerm()) {
            triple(term);
        } else {
            json.writeStringProperty("type", "bnode");
            json.writeStringProperty("value", blanks.computeIfAbsent(term, fresh -> "b" + blanks.size()));
        }
        json.writeEndObject();
    }

    private void literal(Node literal) {
        json.writeStringProperty("type", "literal");
        String language = literal.getLiteralLanguage();
        if (!language.isEmpty()) {
            json.writeStringProperty("xml:lang", language);
            if (literal.getLiteralBaseDirection() != null) {
                json.writeStringProperty(
                        "its:dir", literal.getLiteralBaseDirection().direction());
            }
        } else if (!XSD.xstring.getURI().equals(literal.getLiteralDatatypeURI())) {
            text("datatype", literal.getLiteralDatatypeURI());
        }
        text("value", literal.getLiteralLexicalForm());
    }

    private void triple(Node term) {
        json.writeStringProperty("type", "triple");
        json.writeName("value").writeStartObject();
        json.writeName("subject");
        term(term.getTriple().getSubject());
        json.writeName("predicate");
        term(term.getTriple().getPredicate());
        json.writeName("object");
        term(term.getTriple().getObject());
        json.writeEndObject();
    }

    private void text(String name, String text) {
        json.writeStringProperty(name, whole(text));
    }

    /** Half a character cannot be written in UTF-8. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return paired(text);
            }
        }
        return text;
    }

    private static String paired(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            whole.appendCodePoint(half ? REPLACEMENT : point);
        });
        return whole.toString();
    }
}
