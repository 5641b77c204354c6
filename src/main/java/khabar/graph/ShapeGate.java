package khabar.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.article.Problem;
import khabar.article.SourceRef;
import khabar.vocab.Kh;
import khabar.vocab.Ontology;
import khabar.vocab.Schema;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * The gate before the store: {@code ontology/shapes.ttl} over the graph of an article, and no blank node in either of its
 * two graphs. Safe for use by many threads.
 */
public final class ShapeGate {
    private static final Set<Node> QUOTATIONS = Set.of(Kh.exact, Kh.partyText, Kh.relatedHeadline, Schema.headline);

    private final Shapes shapes;

    private ShapeGate(Shapes shapes) {
        this.shapes = shapes;
    }

    public static ShapeGate load() {
        return new ShapeGate(Shapes.parse(Ontology.shapes()));
    }

    /** Empty where the graph may be stored; else each breach once, in no particular order. */
    public List<Problem> check(ArticleGraph article) {
        SourceRef at = article.article().at();
        Stream<Problem> breaches = ShaclValidator.get().validate(shapes, article.graph()).getEntries().stream()
                .map(entry -> breach(at, entry));
        Stream<Problem> blanks = Stream.of(article.graph(), article.gazetteer())
                .flatMap(graph -> blank(graph).stream())
                .map(triple -> new Problem.ShapeViolation(at, triple.toString(), "a blank node"));
        return Stream.of(breaches, blanks, forbidden(article, at))
                .flatMap(problems -> problems)
                .distinct()
                .toList();
    }

    /** What the terms forbid to show; of the headline the shapes say so themselves. */
    private static Stream<Problem> forbidden(ArticleGraph article, SourceRef at) {
        return switch (article.terms()) {
            case QUOTES, FULL -> Stream.of();
            case METADATA ->
                article.graph().stream()
                        .filter(triple -> QUOTATIONS.contains(triple.getPredicate()))
                        .map(triple -> new Problem.ShapeViolation(
                                at, triple.getSubject().toString(), "the terms of the article forbid to quote it"));
        };
    }

    private static Problem breach(SourceRef at, ReportEntry entry) {
        String value = entry.value() == null ? "" : " (found " + entry.value() + ")";
        return new Problem.ShapeViolation(at, String.valueOf(entry.focusNode()), entry.message() + value);
    }

    private static Optional<Triple> blank(Graph graph) {
        return graph.stream()
                .filter(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank())
                .findFirst();
    }
}
