package khabar.ingest;

import java.util.Iterator;
import java.util.Optional;
import khabar.graph.Run;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** An article that the store has, and what read it. */
record Known(Optional<String> readerVersion, Optional<String> gazetteerVersion) {
    static Optional<Known> of(DatasetGraph present, Base base, String articleKey) {
        Node graph = base.articleGraph(articleKey);
        Node article = base.id("article", articleKey);
        if (!present.contains(graph, article, Node.ANY, Node.ANY)) {
            return Optional.empty();
        }
        Optional<Node> run = object(present, graph, article, Prov.wasGeneratedBy);
        return Optional.of(new Known(
                run.flatMap(node -> object(present, graph, node, Kh.readerVersion)).map(Node::getLiteralLexicalForm),
                run.flatMap(node -> object(present, graph, node, Kh.gazetteerVersion)).map(Node::getLiteralLexicalForm)));
    }

    /** The day of the run does not count: reading again with the same means gives the same. */
    boolean isBy(Run run) {
        return readerVersion.equals(Optional.of(run.readerVersion()))
                && gazetteerVersion.equals(Optional.of(run.gazetteerVersion()));
    }

    private static Optional<Node> object(DatasetGraph present, Node graph, Node subject, Node property) {
        Iterator<Quad> found = present.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }
}
