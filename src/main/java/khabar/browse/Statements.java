package khabar.browse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.Row;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Node;

/** What is said of one thing: the values of its properties. */
record Statements(Map<Node, List<Node>> byProperty) {
    static Statements of(List<Row> rows) {
        return new Statements(rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.node("property"),
                        LinkedHashMap::new,
                        Collectors.mapping(row -> row.node("value"), Collectors.toList()))));
    }

    boolean isEmpty() {
        return byProperty.isEmpty();
    }

    List<Node> all(Node property) {
        return byProperty.getOrDefault(property, List.of());
    }

    /** The one value, or the first of several in the order of the store. */
    Optional<Node> one(Node property) {
        return all(property).stream().findFirst();
    }

    Optional<String> word(Node property) {
        return one(property).map(Statements::lexical);
    }

    /** Those with words of their own, in their languages. */
    List<Text> texts(Node property) {
        return all(property).stream().filter(Node::isLiteral).map(Text::of).toList();
    }

    /** All names, those that the thing is called by first, each language together. */
    List<Text> names() {
        return Stream.concat(
                        texts(Rdfs.label).stream().sorted(Comparator.comparing(Text::lang)),
                        texts(Skos.altLabel).stream()
                                .sorted(Comparator.comparing(Text::lang).thenComparing(Text::value)))
                .distinct()
                .toList();
    }

    private static String lexical(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
