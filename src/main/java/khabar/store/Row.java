package khabar.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** One answer of a SELECT. Variables are named without {@code ?}; asking for one that is not bound is an error of ours. */
public record Row(Binding binding) {
    public Node node(String variable) {
        return optional(variable)
                .orElseThrow(() -> new IllegalArgumentException("?" + variable + " is not bound in " + binding));
    }

    public Optional<Node> optional(String variable) {
        return Optional.ofNullable(binding.get(Var.alloc(variable)));
    }

    public boolean has(String variable) {
        return optional(variable).isPresent();
    }

    public String iri(String variable) {
        return node(variable).getURI();
    }

    public Optional<String> optionalIri(String variable) {
        return optional(variable).map(Node::getURI);
    }

    /** The lexical form of a literal, the IRI of anything else. */
    public String text(String variable) {
        return text(node(variable));
    }

    public Optional<String> optionalText(String variable) {
        return optional(variable).map(Row::text);
    }

    /** The language tag of a literal, empty where it has none. */
    public String language(String variable) {
        Node node = node(variable);
        return node.isLiteral() ? node.getLiteralLanguage() : "";
    }

    public long integer(String variable) {
        return Long.parseLong(text(variable));
    }

    public double decimal(String variable) {
        return new BigDecimal(text(variable)).doubleValue();
    }

    public LocalDate date(String variable) {
        return LocalDate.parse(text(variable));
    }

    public boolean bool(String variable) {
        String text = text(variable);
        return text.equals("true") || text.equals("1");
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
