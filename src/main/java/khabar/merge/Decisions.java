package khabar.merge;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.article.ArticleKey;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What editors have decided in {@code graph/decisions}: which two are one, and which two are not. It outweighs what merging
 * concludes, and it stays when the articles go: an address that it names and that nobody uses now may come back. Of a pair
 * there is one decision, the last. Nothing is written here: the outcome is a {@link Changes}, to which whoever merges
 * adds what follows from it.
 *
 * <p>Actors are named by the address that their name alone gives them, events by their reports: the addresses of merged
 * things are themselves outcomes of merging.
 */
public final class Decisions {
    private final Base base;
    private final DatasetGraph present;
    private final Node graph;

    public Decisions(Base base, DatasetGraph present) {
        this.base = base;
        this.present = present;
        this.graph = base.graph("decisions");
    }

    /** Whether the two are one. */
    public enum Verdict {
        SAME,
        DIFFERENT;

        private Node node() {
            return this == SAME ? Kh.Same : Kh.Different;
        }

        private static Verdict of(Node node) {
            return node.equals(Kh.Same) ? SAME : DIFFERENT;
        }
    }

    /**
     * Who decided, when and why.
     *
     * @param by as an editor is called, or a program
     * @param because in the editor's words, of any language; may be empty
     */
    public record Grounds(String by, OffsetDateTime at, String because) {}

    /** Of two things, in the order of their addresses. */
    public record Decision(Node one, Node other, Verdict verdict, Grounds grounds) {
        public Decision {
            if (one.equals(other)) {
                throw new IllegalArgumentException("one and the same: " + one);
            }
            if (one.getURI().compareTo(other.getURI()) > 0) {
                Node first = other;
                other = one;
                one = first;
            }
        }

        /** The one that is not this. */
        public Node beside(Node thing) {
            return thing.equals(one) ? other : one;
        }
    }

    /** All that name a thing, in the order of the other things. */
    public List<Decision> on(Node thing) {
        return objects(Node.ANY, Kh.decidedOn, thing).stream()
                .flatMap(quad -> read(quad.getSubject()).stream())
                .sorted(Comparator.comparing(decision -> decision.beside(thing).getURI()))
                .toList();
    }

    /** Whatever their order. */
    public Optional<Decision> between(Node one, Node other) {
        return read(node(one, other));
    }

    /** The decision holds from now on, in the place of an earlier one on the same two. */
    public Changes taking(Decision decision) {
        Node node = node(decision.one(), decision.other());
        Grounds grounds = decision.grounds();
        List<Quad> added = new ArrayList<>(List.of(
                Quad.create(graph, node, Rdf.type, Kh.Decision),
                Quad.create(graph, node, Kh.verdict, decision.verdict().node()),
                Quad.create(graph, node, Kh.decidedOn, decision.one()),
                Quad.create(graph, node, Kh.decidedOn, decision.other()),
                Quad.create(graph, node, Kh.decidedBy, Literals.string(grounds.by())),
                Quad.create(
                        graph,
                        node,
                        Prov.generatedAtTime,
                        Literals.dateTime(grounds.at().truncatedTo(ChronoUnit.SECONDS)))));
        if (!grounds.because().isBlank()) {
            added.add(Quad.create(
                    graph, node, Kh.because, Literals.string(grounds.because().strip())));
        }
        List<Quad> removed = new ArrayList<>(objects(node, Node.ANY, Node.ANY));
        removed.addAll(tombstone(node));
        return new Changes(Map.of(), removed, added, List.of());
    }

    /** What merging concludes holds again; the address of the decision says that it is no more. Nothing where there is none. */
    public Changes undoing(Node one, Node other, OffsetDateTime now) {
        Node node = node(one, other);
        List<Quad> said = objects(node, Node.ANY, Node.ANY);
        if (said.isEmpty()) {
            return Changes.NONE;
        }
        Node history = base.graph("history");
        List<Quad> tombstone = List.of(
                Quad.create(history, node, Rdf.type, Kh.Decision),
                Quad.create(
                        history, node, Prov.invalidatedAtTime, Literals.dateTime(now.truncatedTo(ChronoUnit.SECONDS))));
        return new Changes(Map.of(), said, tombstone, List.of());
    }

    private Optional<Decision> read(Node node) {
        List<Node> things = objects(node, Kh.decidedOn, Node.ANY).stream()
                .map(Quad::getObject)
                .toList();
        return things.size() == 2
                ? Optional.of(new Decision(
                        things.getFirst(),
                        things.getLast(),
                        one(node, Kh.verdict).map(Verdict::of).orElse(Verdict.DIFFERENT),
                        grounds(node)))
                : Optional.empty();
    }

    private Grounds grounds(Node node) {
        return new Grounds(
                one(node, Kh.decidedBy).map(Node::getLiteralLexicalForm).orElse(""),
                one(node, Prov.generatedAtTime)
                        .map(at -> OffsetDateTime.parse(at.getLiteralLexicalForm()))
                        .orElse(OffsetDateTime.MIN),
                one(node, Kh.because).map(Node::getLiteralLexicalForm).orElse(""));
    }

    /** The address of what is decided on these two. */
    private Node node(Node one, Node other) {
        boolean inOrder = one.getURI().compareTo(other.getURI()) <= 0;
        return base.id(
                "decision", ArticleKey.hash(local(inOrder ? one : other) + "\u001f" + local(inOrder ? other : one)));
    }

    /** Without the base, so that the key is the same under another one. */
    private String local(Node thing) {
        return thing.getURI().startsWith(base.iri())
                ? thing.getURI().substring(base.iri().length())
                : thing.getURI();
    }

    private List<Quad> tombstone(Node node) {
        List<Quad> said = new ArrayList<>();
        present.find(base.graph("history"), node, Node.ANY, Node.ANY).forEachRemaining(said::add);
        return said;
    }

    private Optional<Node> one(Node subject, Node property) {
        return objects(subject, property, Node.ANY).stream()
                .map(Quad::getObject)
                .findFirst();
    }

    private List<Quad> objects(Node subject, Node property, Node object) {
        List<Quad> quads = new ArrayList<>();
        present.find(graph, subject, property, object).forEachRemaining(quads::add);
        return quads;
    }
}
