package khabar.export;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Schema;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** The articles of a scope, in the order of their days, each with its graph and the events that its reports are of. */
record ArticleScope(DatasetGraph present, Base base, Scope.Articles scope) {
    private record Dated(String day, Node article) {}

    /** Inside a read transaction. An event stands once, with the first article that tells it. */
    void send(StreamRDF sink) {
        Set<Node> told = new HashSet<>();
        for (Dated dated : articles()) {
            String key = base.parse(dated.article().getURI()).orElseThrow().key();
            present.find(base.articleGraph(key), Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> sink.triple(quad.asTriple()));
            for (Quad report : list(present.find(base.articleGraph(key), dated.article(), Kh.reports, Node.ANY))) {
                for (Quad of : list(present.find(base.graph("events"), report.getObject(), Kh.reportOf, Node.ANY))) {
                    sink.triple(of.asTriple());
                    if (told.add(of.getObject())) {
                        present.find(base.graph("events"), of.getObject(), Node.ANY, Node.ANY)
                                .forEachRemaining(quad -> sink.triple(quad.asTriple()));
                    }
                }
            }
        }
    }

    private List<Dated> articles() {
        return present.stream(Node.ANY, Node.ANY, Kh.publishedDay, Node.ANY)
                .filter(quad -> scope.covers(quad.getObject().getLiteralLexicalForm()))
                .filter(quad -> scope.source()
                        .map(source -> present.contains(quad.getGraph(), quad.getSubject(), Schema.publisher, source))
                        .orElse(true))
                .map(quad -> new Dated(quad.getObject().getLiteralLexicalForm(), quad.getSubject()))
                .sorted(Comparator.comparing(Dated::day)
                        .thenComparing(dated -> dated.article().getURI()))
                .toList();
    }

    private static List<Quad> list(Iterator<Quad> quads) {
        return Iter.toList(quads);
    }
}
