package khabar.merge;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import khabar.graph.ArticleGraph;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What becomes of everything when one article comes, changes or goes: its graph, the known and unknown things it names, the
 * events that its reports are about, the tombstones. To be called inside the plan of a write.
 */
public final class Merger {
    private final Base base;
    private final Clock clock;
    private final Node actors;
    private final Node gazetteer;
    private final Node history;

    /** @param clock tells when something ceased to be */
    public Merger(Base base, Clock clock) {
        this.base = base;
        this.clock = clock;
        this.actors = base.graph("actors");
        this.gazetteer = base.graph("gazetteer");
        this.history = base.graph("history");
    }

    /** The article is new, or another version of it is there. When it was first read stays as it was. */
    public Changes replace(DatasetGraph present, ArticleGraph article) {
        Graph before = present.getGraph(article.name());
        Graph after = keepingFirstRead(before, article.graph());
        Node subject = base.id("article", article.article().key());

        List<Quad> added = new ArrayList<>();
        List<Quad> removed = new ArrayList<>();
        article.gazetteer().find().forEach(triple -> added.add(Quad.create(gazetteer, triple)));
        article.actors().find().forEach(triple -> added.add(Quad.create(actors, triple)));
        removed.addAll(outdatedLabels(present, article.gazetteer()));
        removed.addAll(forgottenActors(present, article.name(), before, after));
        removed.addAll(forgottenSpellings(present, article.name(), before, after));
        removed.addAll(present(present, history, subject));

        Labels labels = new Labels(List.of(
                article.gazetteer(),
                article.actors(),
                present.getGraph(gazetteer),
                present.getGraph(actors),
                present.getGraph(base.graph("ontology"))));
        Changes things = new Changes(Map.of(article.name(), after), removed, added, List.of());
        Copies.Outcome copies =
                new Copies(base, present).changed(article.article().key(), before, after);
        return things.and(copies.changes())
                .and(events(present, labels)
                        .changed(
                                article.name(),
                                before,
                                after,
                                renamedActors(present, article.actors()),
                                copies.stories()));
    }

    /** The article goes: what is left is a tombstone without words of its text. Nothing where it is not there. */
    public Changes remove(DatasetGraph present, String articleKey) {
        Node name = base.articleGraph(articleKey);
        Graph before = present.getGraph(name);
        if (before.isEmpty()) {
            return Changes.NONE;
        }
        Graph after = GraphFactory.createDefaultGraph();
        Node subject = base.id("article", articleKey);
        List<Quad> tombstone = List.of(
                Quad.create(history, subject, Rdf.type, Kh.Article),
                Quad.create(history, subject, Prov.invalidatedAtTime, Literals.dateTime(OffsetDateTime.now(clock))));
        List<Quad> removed = new ArrayList<>(forgottenActors(present, name, before, after));
        removed.addAll(forgottenSpellings(present, name, before, after));
        removed.addAll(present(present, history, subject));
        Labels labels = new Labels(List.of(
                present.getGraph(gazetteer), present.getGraph(actors), present.getGraph(base.graph("ontology"))));
        Copies.Outcome copies = new Copies(base, present).changed(articleKey, before, after);
        return new Changes(Map.of(name, after), removed, tombstone, List.of())
                .and(copies.changes())
                .and(events(present, labels).changed(name, before, after, Set.of(), copies.stories()));
    }

    private Events events(DatasetGraph present, Labels labels) {
        return new Events(base, present, labels, OffsetDateTime.now(clock));
    }

    private static Graph keepingFirstRead(Graph before, Graph after) {
        List<Triple> earlier = before.find(Node.ANY, Kh.firstRead, Node.ANY).toList();
        if (earlier.isEmpty()) {
            return after;
        }
        Graph kept = GraphFactory.createDefaultGraph();
        after.find()
                .filterDrop(triple -> triple.getPredicate().equals(Kh.firstRead))
                .forEach(kept::add);
        earlier.forEach(kept::add);
        return kept;
    }

    /** A known thing has one name to show in each language: that of the gazetteer that was read last. */
    private List<Quad> outdatedLabels(DatasetGraph present, Graph entries) {
        return entries.find(Node.ANY, Rdfs.label, Node.ANY).toList().stream()
                .flatMap(entry -> quads(present, gazetteer, entry.getSubject(), Rdfs.label)
                        .filter(quad -> quad.getObject()
                                .getLiteralLanguage()
                                .equals(entry.getObject().getLiteralLanguage()))
                        .filter(quad -> !entries.contains(quad.asTriple())))
                .toList();
    }

    /** All that is said of actors known by name only whom this article alone has mentioned, and no longer does. */
    private List<Quad> forgottenActors(DatasetGraph present, Node article, Graph before, Graph after) {
        Set<Node> mentioned = new HashSet<>();
        before.find().forEach(triple -> mentioned.add(triple.getObject()));
        after.find().forEach(triple -> mentioned.remove(triple.getObject()));
        Set<Node> own = Set.of(article, base.graph("events"), actors);
        return mentioned.stream()
                .filter(Node::isURI)
                .filter(actor -> present.contains(actors, actor, Kh.dark, Node.ANY))
                .filter(actor -> !Iter.anyMatch(
                        present.find(Node.ANY, Node.ANY, Node.ANY, actor), quad -> !own.contains(quad.getGraph())))
                .flatMap(actor -> present(present, actors, actor).stream())
                .toList();
    }

    /** Spellings of known names that only quotations from this article have shown, and that it shows no longer. */
    private List<Quad> forgottenSpellings(DatasetGraph present, Node article, Graph before, Graph after) {
        return before.find(Node.ANY, Kh.exact, Node.ANY).toList().stream()
                .flatMap(shown -> before.find(shown.getSubject(), Kh.refersTo, Node.ANY).toList().stream()
                        .map(named -> Quad.create(gazetteer, named.getObject(), Skos.hiddenLabel, shown.getObject())))
                .distinct()
                .filter(present::contains)
                .filter(spelling -> !Iter.anyMatch(
                        after.find(Node.ANY, Kh.exact, spelling.getObject()),
                        shown -> after.contains(shown.getSubject(), Kh.refersTo, spelling.getSubject())))
                .filter(spelling -> !Iter.anyMatch(
                        present.find(Node.ANY, Node.ANY, Kh.exact, spelling.getObject()),
                        shown -> !shown.getGraph().equals(article)
                                && present.contains(
                                        shown.getGraph(), shown.getSubject(), Kh.refersTo, spelling.getSubject())))
                .toList();
    }

    /** Actors whose name to show changes with a new spelling. */
    private Set<Node> renamedActors(DatasetGraph present, Graph entries) {
        Set<Node> renamed = new LinkedHashSet<>();
        entries.find(Node.ANY, Rdfs.label, Node.ANY).forEach(entry -> {
            boolean known = present.contains(actors, entry.getSubject(), Rdfs.label, Node.ANY);
            boolean same = quads(present, actors, entry.getSubject(), Rdfs.label)
                    .map(Quad::getObject)
                    .min(Comparator.comparing(Node::toString))
                    .filter(label ->
                            label.toString().compareTo(entry.getObject().toString()) <= 0)
                    .isPresent();
            if (known && !same) {
                renamed.add(entry.getSubject());
            }
        });
        return renamed;
    }

    private static List<Quad> present(DatasetGraph present, Node graph, Node subject) {
        return quads(present, graph, subject, Node.ANY).toList();
    }

    private static Stream<Quad> quads(DatasetGraph present, Node graph, Node subject, Node property) {
        List<Quad> quads = new ArrayList<>();
        present.find(graph, subject, property, Node.ANY).forEachRemaining(quads::add);
        return quads.stream();
    }
}
