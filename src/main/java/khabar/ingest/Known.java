package khabar.ingest;

import java.util.Iterator;
import java.util.Optional;
import khabar.article.Article;
import khabar.article.Published;
import khabar.article.Terms;
import khabar.graph.Run;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * An article that the store has: which text of it, what of it may be shown, and what read it. Each as the graph says it,
 * empty where it does not.
 */
record Known(
        String textHash,
        Optional<Published> modified,
        String terms,
        String statedTerms,
        String readerVersion,
        String gazetteerVersion) {
    static Optional<Known> of(DatasetGraph present, Base base, String articleKey) {
        Node graph = base.articleGraph(articleKey);
        Node article = base.id("article", articleKey);
        if (!present.contains(graph, article, Node.ANY, Node.ANY)) {
            return Optional.empty();
        }
        Optional<Node> run = object(present, graph, article, Prov.wasGeneratedBy);
        return Optional.of(new Known(
                text(object(present, graph, article, Kh.textHash)),
                Published.of(text(object(present, graph, article, Schema.dateModified))),
                text(object(present, graph, article, Kh.terms)),
                text(object(present, graph, article, Kh.statedTerms)),
                text(run.flatMap(node -> object(present, graph, node, Kh.readerVersion))),
                text(run.flatMap(node -> object(present, graph, node, Kh.gazetteerVersion)))));
    }

    /**
     * Whether reading this article now would give what is there; the day of the run does not count.
     *
     * @param terms what may be shown of it now
     */
    boolean is(Article article, Terms terms, Run run) {
        return textHash.equals(article.textHash())
                && this.terms.equals(terms.word())
                && statedTerms.equals(
                        article.publication().stated().map(Terms::word).orElse(""))
                && readerVersion.equals(run.readerVersion())
                && gazetteerVersion.equals(run.gazetteerVersion());
    }

    /**
     * Whether this is a later version than the article: it says when it was changed, and the article says that it is
     * older, or does not say when it is from and was here before.
     *
     * @param wasHere whether the article's text was read some time ago
     */
    boolean isLaterThan(Article article, boolean wasHere) {
        Optional<Published> changed = article.publication().modified();
        return !textHash.equals(article.textHash())
                && modified.filter(
                                last -> changed.map(when -> when.isBefore(last)).orElse(wasHere))
                        .isPresent();
    }

    private static String text(Optional<Node> literal) {
        return literal.map(Node::getLiteralLexicalForm).orElse("");
    }

    private static Optional<Node> object(DatasetGraph present, Node graph, Node subject, Node property) {
        Iterator<Quad> found = present.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }
}
