package khabar.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.article.Parsed;
import khabar.article.Problem;
import khabar.article.Terms;
import khabar.store.Original;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** The articles that are stored, to be read again: which version of each is the current one, and its original. */
final class Rereading {
    private final Store store;

    Rereading(Store store) {
        this.store = store;
    }

    /** The version of an article that its graph is about. */
    record Current(String articleKey, String textHash) {}

    /** All articles, in the order of their keys. */
    List<Current> all() {
        return store.read(present -> {
            List<Current> articles = new ArrayList<>();
            present.find(Node.ANY, Node.ANY, Kh.textHash, Node.ANY)
                    .forEachRemaining(quad -> current(quad).ifPresent(articles::add));
            return articles.stream()
                    .sorted(Comparator.comparing(Current::articleKey))
                    .toList();
        });
    }

    /** Empty where there is no such article. */
    Optional<Current> one(String articleKey) {
        return store.read(present -> Known.of(present, base(), articleKey))
                .map(known -> new Current(articleKey, known.textHash()));
    }

    boolean isCurrent(DatasetGraph present, Current article) {
        return Known.of(present, base(), article.articleKey())
                .filter(known -> known.textHash().equals(article.textHash()))
                .isPresent();
    }

    /** The article as it came in; empty where it was replaced or removed since it was listed. */
    Optional<Parsed> original(Current article) {
        Optional<Parsed> parsed = store.archive()
                .find(article.articleKey(), article.textHash())
                .map(Original::read)
                .map(read -> checked(read, article));
        if (parsed.isPresent()) {
            return parsed;
        }
        return store.read(present -> isCurrent(present, article))
                ? Optional.of(refused(article, "its text is not in the archive; ingest it again"))
                : Optional.empty();
    }

    /** How many articles show more, or less, than what they state and what is set for their sources comes to. */
    long againstTerms(SourceTerms terms) {
        return store.read(present -> {
            List<Quad> shown = new ArrayList<>();
            present.find(Node.ANY, Node.ANY, Kh.terms, Node.ANY).forEachRemaining(shown::add);
            return shown.stream()
                    .filter(quad -> !Terms.named(quad.getObject().getLiteralLexicalForm())
                            .equals(Optional.of(allowed(present, quad, terms))))
                    .count();
        });
    }

    private Terms allowed(DatasetGraph present, Quad article, SourceTerms terms) {
        Optional<Terms> stated = objects(present, article, Kh.statedTerms)
                .flatMap(word -> Terms.named(word.getLiteralLexicalForm()).stream())
                .findFirst();
        Optional<Terms> set = objects(present, article, Schema.publisher)
                .flatMap(source -> base().parse(source.getURI()).stream())
                .flatMap(source -> terms.of(source.key()).stream())
                .findFirst();
        return Terms.allowed(stated, set);
    }

    private static Stream<Node> objects(DatasetGraph present, Quad article, Node property) {
        return present.stream(article.getGraph(), article.getSubject(), property, Node.ANY)
                .map(Quad::getObject);
    }

    private Optional<Current> current(Quad quad) {
        return base().parse(quad.getSubject().getURI())
                .filter(local -> quad.getGraph().equals(base().articleGraph(local.key())))
                .map(local -> new Current(local.key(), quad.getObject().getLiteralLexicalForm()));
    }

    /** A text whose key is made otherwise now would come back beside its old self. */
    private static Parsed checked(Parsed read, Current article) {
        return switch (read) {
            case Parsed.Refused refused -> refused;
            case Parsed.Accepted accepted ->
                accepted.article().key().equals(article.articleKey())
                        ? accepted
                        : refused(
                                article,
                                "reads as article " + accepted.article().key() + " now; remove it and ingest it again");
        };
    }

    private static Parsed refused(Current article, String why) {
        return new Parsed.Refused(new Problem.Unreadable(Original.at(article.articleKey()), why));
    }

    private Base base() {
        return store.base();
    }
}
