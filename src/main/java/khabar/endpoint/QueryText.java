package khabar.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import khabar.article.ArticleKey;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.jspecify.annotations.Nullable;

/** The text of a query, not yet read. */
record QueryText(String text) {
    /** In bytes of UTF-8. */
    static final int LARGEST = 256 * 1024;

    static HttpProblem tooLarge() {
        return HttpProblem.of(
                413, "query-too-large", "The query is too large", "A query may have " + LARGEST + " bytes");
    }

    /** Functions that give another value each time, and blank nodes, whose names are new each time. */
    private static final Pattern NEW_EACH_TIME = Pattern.compile(
            "\\b(NOW|RAND|UUID|STRUUID|BNODE|SAMPLE|struuid|nowtz|bnode|uuid|rand)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z][a-z0-9]*\\.){2,}[A-Z]\\w*(?::\\s*)?");

    /** Reads it, or throws a {@link Refusal}. Run it on a thread with a big stack: the parser goes as deep as the text. */
    Query parse() {
        if (Nesting.depth(text) > Nesting.DEEPEST) {
            throw tooDeep().refusal();
        }
        Query query;
        try {
            // Standard SPARQL and ARQ's additions (LATERAL and others), which the guard knows too.
            query = QueryFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxARQ);
        } catch (QueryParseException wrong) {
            // The parser wraps what it cannot handle.
            throw (wrong.getCause() instanceof StackOverflowError ? tooDeep() : syntaxError(wrong)).refusal();
        } catch (QueryException wrong) {
            throw HttpProblem.of(400, "query-syntax", "The query cannot be read", firstLine(wrong.getMessage()))
                    .refusal();
        } catch (StackOverflowError deep) {
            throw tooDeep().refusal();
        } catch (JenaException | IllegalArgumentException | IndexOutOfBoundsException odd) {
            throw HttpProblem.of(400, "query-syntax", "The query cannot be read", "It is not SPARQL 1.1")
                    .refusal();
        }
        if (query.isJsonType() || query.isUnknownType()) {
            throw HttpProblem.of(
                            400, "query-form", "Not a form of SPARQL 1.1", "Use SELECT, ASK, CONSTRUCT or DESCRIBE")
                    .refusal();
        }
        return query;
    }

    /**
     * Names the answer to this query, as it was read, in a form and a revision of the data; empty where the revision is not
     * known or the answer is another each time.
     */
    Optional<String> tag(Query query, Negotiation.Chosen form, String revision) {
        if (revision.isEmpty() || NEW_EACH_TIME.matcher(text).find()) {
            return Optional.empty();
        }
        String whole = String.join(
                "\u001f",
                List.of(
                        revision,
                        form.contentType(),
                        String.join(" ", query.getGraphURIs()),
                        String.join(" ", query.getNamedGraphURIs()),
                        text));
        return Optional.of("W/\"" + ArticleKey.hash(whole) + "\"");
    }

    private static HttpProblem tooDeep() {
        return HttpProblem.of(400, "query-too-complex", "The query is nested too deeply", "Brackets in brackets");
    }

    private HttpProblem syntaxError(QueryParseException wrong) {
        String message = firstLine(wrong.getMessage());
        if (looksLikeUpdate()) {
            message = "This endpoint only reads: no update. " + message;
        }
        HttpProblem problem = HttpProblem.of(400, "query-syntax", "The query cannot be read", message);
        return wrong.getLine() > 0 ? problem.with("line", wrong.getLine()).with("column", wrong.getColumn()) : problem;
    }

    private boolean looksLikeUpdate() {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.contains("INSERT") || upper.contains("DELETE") || upper.contains("LOAD") || upper.contains("DROP");
    }

    /** The parser goes on to list all that it would have liked better. */
    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "";
        }
        String line = message.strip().lines().findFirst().orElse("");
        line = CLASS_NAME.matcher(line).replaceAll("");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
