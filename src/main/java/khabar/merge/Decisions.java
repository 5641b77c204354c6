package khabar.merge;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.article.ArticleKey;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What editors have decided in {@code graph/decisions} of things: which are one, and which are not. It outweighs what merging
 * concludes, and it stays when the articles go: an address that it names and that nobody uses now may come back. Of the
 * same things there is one decision, the last. Nothing is written here: the outcome is a {@link Changes}, to which whoever
 * merges adds what follows from it.
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

    /** Whether things are one. */
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

    /**
     * Of two things or more.
     *
     * @param things in the order of their addresses
     * @param apart of those that are different the one that is none of the others, of which nothing is said among each
     *     other; empty for two that are different from each other, and for those that are one
     */
    public record Decision(List<Node> things, Optional<Node> apart, Verdict verdict, Grounds grounds) {
        public Decision {
            things = things.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Node::getURI))
                    .toList();
            if (things.size() < 2) {
                throw new IllegalArgumentException("one and the same: " + things);
            }
            if (apart.isPresent()
                    ? verdict == Verdict.SAME || !things.contains(apart.get())
                    : isVague(things, verdict)) {
                throw new IllegalArgumentException(verdict + " of " + things + ", apart " + apart);
            }
        }

        /** Of two. */
        public Decision(Node one, Node other, Verdict verdict, Grounds grounds) {
            this(List.of(one, other), Optional.empty(), verdict, grounds);
        }

        private static boolean isVague(List<Node> things, Verdict verdict) {
            return verdict == Verdict.DIFFERENT && things.size() > 2;
        }

        /** Those that it says to be one with a thing of it, or not to be one with it. */
        public List<Node> beside(Node thing) {
            return apart.filter(one -> !one.equals(thing))
                    .map(List::of)
                    .orElseGet(() -> things.stream()
                            .filter(other -> !other.equals(thing))
                            .toList());
        }
    }

    /** All of them, the last first. */
    public List<Decision> all() {
        return quads(Node.ANY, Kh.verdict, Node.ANY).stream()
                .flatMap(quad -> of(quad.getSubject()).stream())
                .sorted(Comparator.comparing(
                                (Decision decision) -> decision.grounds().at())
                        .reversed()
                        .thenComparing(decision -> address(decision).getURI()))
                .toList();
    }

    /** All that name a thing, in the order of the first of the other things. */
    public List<Decision> on(Node thing) {
        return quads(Node.ANY, Kh.decidedOn, thing).stream()
                .flatMap(quad -> of(quad.getSubject()).stream())
                .sorted(Comparator.comparing(
                        decision -> decision.beside(thing).getFirst().getURI()))
                .toList();
    }

    /** Those on a report, or on one whose place it took when its article was corrected, said of the reports as they are now. */
    public List<Decision> nowOn(Node report) {
        List<Node> names = new ArrayList<>(List.of(report));
        present.find(base.graph("history"), Node.ANY, Dct.isReplacedBy, report)
                .forEachRemaining(quad -> names.add(quad.getSubject()));
        return names.stream()
                .flatMap(name -> on(name).stream())
                .distinct()
                .flatMap(decision -> now(decision).stream())
                .toList();
    }

    /** What a report is since its article was corrected: itself, where nothing took its place. */
    public Node now(Node report) {
        return Iter.toList(present.find(base.graph("history"), report, Dct.isReplacedBy, Node.ANY)).stream()
                .map(Quad::getObject)
                .findFirst()
                .orElse(report);
    }

    /** Empty where what it is about is one and the same now. */
    private Optional<Decision> now(Decision decision) {
        List<Node> things = decision.things().stream().map(this::now).distinct().toList();
        return things.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Decision(things, decision.apart().map(this::now), decision.verdict(), decision.grounds()));
    }

    /** Whether nothing was ever decided of things, or all of it was undone. */
    boolean areNone() {
        return !present.contains(graph, Node.ANY, Kh.verdict, Node.ANY);
    }

    /** The decision of this address; empty where there is none, or it was undone. */
    public Optional<Decision> of(Node address) {
        List<Node> things = quads(address, Kh.decidedOn, Node.ANY).stream()
                .map(Quad::getObject)
                .toList();
        return things.size() < 2
                ? Optional.empty()
                : Optional.of(new Decision(
                        things,
                        one(address, Kh.setApart),
                        one(address, Kh.verdict).map(Verdict::of).orElse(Verdict.DIFFERENT),
                        grounds(address)));
    }

    /** What holds on some things has one address, whatever their order and whatever was decided on them. */
    public Node address(Decision decision) {
        return base.id(
                "decision",
                ArticleKey.hash(decision.things().stream().map(this::local).collect(Collectors.joining("\u001f"))));
    }

    /** An earlier decision on other things that cannot hold beside this one; empty where there is none. */
    public Optional<Decision> against(Decision decision) {
        Node self = address(decision);
        return switch (decision.verdict()) {
            case DIFFERENT -> {
                Node one = decision.apart().orElse(decision.things().getFirst());
                Map<Node, Decision> together = oneWith(one, self);
                yield decision.beside(one).stream()
                        .flatMap(other -> Optional.ofNullable(together.get(other)).stream())
                        .findFirst();
            }
            case SAME -> {
                Set<Node> together = new LinkedHashSet<>(decision.things());
                decision.things()
                        .forEach(thing -> together.addAll(oneWith(thing, self).keySet()));
                yield together.stream()
                        .flatMap(thing -> on(thing).stream()
                                .filter(other -> other.verdict() == Verdict.DIFFERENT
                                        && !address(other).equals(self)
                                        && other.beside(thing).stream().anyMatch(together::contains)))
                        .findFirst();
            }
        };
    }

    /** Things that are one with this one by what was decided, each with the decision by which it is. */
    private Map<Node, Decision> oneWith(Node thing, Node except) {
        Map<Node, Decision> together = new LinkedHashMap<>();
        Deque<Node> open = new ArrayDeque<>(List.of(thing));
        while (!open.isEmpty()) {
            Node one = open.remove();
            on(one).stream()
                    .filter(decision -> decision.verdict() == Verdict.SAME
                            && !address(decision).equals(except))
                    .forEach(decision -> decision.beside(one).forEach(other -> {
                        if (!other.equals(thing) && together.putIfAbsent(other, decision) == null) {
                            open.add(other);
                        }
                    }));
        }
        return together;
    }

    /** The decision holds from now on, in the place of an earlier one on the same things. */
    public Changes taking(Decision decision) {
        Node node = address(decision);
        List<Quad> said = new ArrayList<>(
                List.of(Quad.create(graph, node, Kh.verdict, decision.verdict().node())));
        decision.things().forEach(thing -> said.add(Quad.create(graph, node, Kh.decidedOn, thing)));
        decision.apart().ifPresent(one -> said.add(Quad.create(graph, node, Kh.setApart, one)));
        return taking(node, said, decision.grounds());
    }

    /**
     * The same of any decision.
     *
     * @param said of it, but for who decided, when and why
     */
    Changes taking(Node node, List<Quad> said, Grounds grounds) {
        List<Quad> added = new ArrayList<>(said);
        added.add(Quad.create(graph, node, Rdf.type, Kh.Decision));
        added.add(Quad.create(graph, node, Kh.decidedBy, Literals.string(grounds.by())));
        added.add(Quad.create(
                graph,
                node,
                Prov.generatedAtTime,
                Literals.dateTime(grounds.at().truncatedTo(ChronoUnit.SECONDS))));
        if (!grounds.because().isBlank()) {
            added.add(Quad.create(
                    graph, node, Kh.because, Literals.string(grounds.because().strip())));
        }
        List<Quad> removed = new ArrayList<>(quads(node, Node.ANY, Node.ANY));
        removed.addAll(tombstone(node));
        return new Changes(Map.of(), removed, added, List.of());
    }

    /** What merging and reading conclude holds again; the address of the decision says that it is no more. Nothing where there is none. */
    public Changes undoing(Node address, OffsetDateTime now) {
        List<Quad> said = quads(address, Node.ANY, Node.ANY);
        if (said.isEmpty()) {
            return Changes.NONE;
        }
        Node history = base.graph("history");
        List<Quad> tombstone = List.of(
                Quad.create(history, address, Rdf.type, Kh.Decision),
                Quad.create(
                        history,
                        address,
                        Prov.invalidatedAtTime,
                        Literals.dateTime(now.truncatedTo(ChronoUnit.SECONDS))));
        return new Changes(Map.of(), said, tombstone, List.of());
    }

    Grounds grounds(Node node) {
        return new Grounds(
                one(node, Kh.decidedBy).map(Node::getLiteralLexicalForm).orElse(""),
                one(node, Prov.generatedAtTime)
                        .map(at -> OffsetDateTime.parse(at.getLiteralLexicalForm()))
                        .orElse(OffsetDateTime.MIN),
                one(node, Kh.because).map(Node::getLiteralLexicalForm).orElse(""));
    }

    /** Without the base, so that the key is the same under another one. */
    private String local(Node thing) {
        return thing.getURI().startsWith(base.iri())
                ? thing.getURI().substring(base.iri().length())
                : thing.getURI();
    }

    private List<Quad> tombstone(Node node) {
        return Iter.toList(present.find(base.graph("history"), node, Node.ANY, Node.ANY));
    }

    private Optional<Node> one(Node subject, Node property) {
        return quads(subject, property, Node.ANY).stream().map(Quad::getObject).findFirst();
    }

    private List<Quad> quads(Node subject, Node property, Node object) {
        return Iter.toList(present.find(graph, subject, property, object));
    }
}
