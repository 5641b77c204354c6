package khabar.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * {@code text:query} for the public: words, phrases, prefixes and their combinations, in the fields that are meant to be
 * searched. What would walk the whole index, or shows how it is made, is refused.
 */
final class BoundedTextQuery extends TextQueryPF {
    private static final String NAME = "http://jena.apache.org/text#query";
    private static final int LONGEST = 1_000;
    private static final int MOST_HITS = 1_000;

    /** Quoted phrases and escaped characters are text, whatever is in them. */
    private static final Pattern AS_IT_IS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\\\.");

    private static final Pattern FIELD = Pattern.compile("[\\p{L}\\p{N}_*]\\s*:");
    private static final Pattern LEADING_WILDCARD = Pattern.compile("(?:^|[\\s(+!-])[*?]");

    /** For {@code ARQConstants.registryPropertyFunctions} of an execution. */
    static PropertyFunctionRegistry registry() {
        PropertyFunctionRegistry registry = PropertyFunctionRegistry.createFrom(PropertyFunctionRegistry.get());
        PropertyFunctionFactory ours = name -> new BoundedTextQuery();
        registry.put(NAME, ours);
        return registry;
    }

    @Override
    public QueryIterator exec(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        return super.exec(binding, subject, predicate, bounded(Substitute.substitute(object, binding)), context);
    }

    private static PropFuncArg bounded(PropFuncArg object) {
        if (object.isNode()) {
            check(object.getArg());
            return object;
        }
        List<Node> arguments = new ArrayList<>();
        for (Node argument : object.getArgList()) {
            check(argument);
            arguments.add(isNumber(argument) ? clamped(argument) : argument);
        }
        return new PropFuncArg(arguments);
    }

    private static void check(Node argument) {
        if (!argument.isLiteral() || isNumber(argument)) {
            return;
        }
        String text = argument.getLiteralLexicalForm();
        if (text.isBlank()) {
            throw wrong("There is no word in it");
        }
        if (text.length() > LONGEST) {
            throw wrong("It may have " + LONGEST + " characters");
        }
        String bare = AS_IT_IS.matcher(text).replaceAll("w");
        if (bare.contains("/")) {
            throw wrong("Regular expressions are off: put / in quotation marks");
        }
        if (LEADING_WILDCARD.matcher(bare).find()) {
            throw wrong("A word may end with *, not begin with it");
        }
        if (FIELD.matcher(bare).find()) {
            throw wrong("Name the property to search in before the text, as in (rdfs:label 'word'); put : in quotation"
                    + " marks");
        }
    }

    private static boolean isNumber(Node argument) {
        return argument.isLiteral() && argument.getLiteralDatatypeURI().endsWith("#integer");
    }

    private static Node clamped(Node number) {
        try {
            int hits = Integer.parseInt(number.getLiteralLexicalForm());
            return NodeFactory.createLiteralByValue(hits > 0 && hits < MOST_HITS ? hits : MOST_HITS);
        } catch (NumberFormatException large) {
            return NodeFactory.createLiteralByValue(MOST_HITS);
        }
    }

    private static Refusal wrong(String why) {
        return HttpProblem.of(400, "text-query", "The text query cannot be answered", why)
                .refusal();
    }
}
