package khabar.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import khabar.merge.Decisions.Decision;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The actors in {@code graph/actors}, who are known by name only, and what they become when names come or go: which names
 * are one actor, by whose address, and which articles therefore point elsewhere. Read are only the names of the same keys,
 * and those that decisions tie to them.
 */
final class DarkActors {
    private final Base base;
    private final DatasetGraph present;
    private final Node graph;
    private final Decisions decisions;
    private final Node noDecision;

    /** @param present with what the articles say now */
    DarkActors(Base base, DatasetGraph present) {
        this.base = base;
        this.present = present;
        this.graph = base.graph("actors");
        this.noDecision = base.graph("decisions");
        this.decisions = new Decisions(base, present);
    }

    /**
     * What is to be written.
     *
     * @param articles graphs whose names point elsewhere now, in the order of their addresses, and what they hold afterwards
     * @param actors what is said of them otherwise
     * @param renamed actors that are called otherwise than before
     */
    record Settled(Map<Node, Graph> articles, Changes actors, Set<Node> renamed) {}

    /** The names in a graph of an article, by the actors that they make by themselves. */
    static Set<Node> in(Graph article) {
        return article.find(Node.ANY, Kh.ownActor, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }

    /**
     * @param changed names that came, went, or stand in other company now; with those that were decided on
     * @param before what the articles that changed said
     * @param fresh names of the graphs of these articles: they point to nobody yet, all others where they did
     */
    Settled settle(Collection<Node> changed, Collection<Graph> before, Set<Node> fresh) {
        Reach reach = reach(changed, before);
        Groups groups =
                Groups.of(reach.all(), reach.decided, SamePairs.among(reach.names.values(), company()), this::isKnown);
        Map<Node, Node> targets = new TreeMap<>(DarkName.FIRST);
        reach.names.keySet().forEach(name -> targets.put(name, kept(groups.with(name), reach)));
        return new Writing(reach, groups, targets).settled(fresh);
    }

    private Company company() {
        return new Company(base, present);
    }

    /** Whose address all of a group take: that of someone known, else that of the first name that an article has. */
    private Node kept(List<Node> group, Reach reach) {
        return group.stream()
                .filter(this::isKnown)
                .min(DarkName.FIRST)
                .or(() -> group.stream().filter(reach.names::containsKey).min(DarkName.FIRST))
                .orElseThrow();
    }

    /**
     * What may be one with the names that changed.
     *
     * @param names those that an article has
     * @param others those that decisions name, and no article
     */
    private record Reach(Map<Node, DarkName> names, Set<Node> others, Set<Decision> decided) {
        Set<Node> all() {
            Set<Node> all = new TreeSet<>(DarkName.FIRST);
            all.addAll(names.keySet());
            all.addAll(others);
            return all;
        }
    }

    private Reach reach(Collection<Node> changed, Collection<Graph> before) {
        Reach reach = new Reach(new TreeMap<>(DarkName.FIRST), new TreeSet<>(DarkName.FIRST), new HashSet<>());
        boolean decided = present.contains(noDecision, Node.ANY, Kh.verdict, Node.ANY);
        Set<Node> keys = new HashSet<>();
        Set<Node> met = new HashSet<>();
        Deque<Node> waiting = new ArrayDeque<>(changed);
        before.forEach(article -> article.find(Node.ANY, Kh.nameKey, Node.ANY)
                .forEach(triple -> bearers(triple.getObject(), keys, waiting)));
        while (!waiting.isEmpty()) {
            Node name = waiting.remove();
            if (!met.add(name)) {
                continue;
            }
            if (present.contains(Node.ANY, Node.ANY, Kh.ownActor, name)) {
                reach.names.put(name, DarkName.of(name, forms(name)));
                objects(Quad.unionGraph, name, Kh.nameKey).forEach(key -> bearers(key, keys, waiting));
            } else {
                reach.others.add(name);
            }
            if (decided) {
                decisions.on(name).forEach(decision -> {
                    reach.decided.add(decision);
                    waiting.addAll(decision.beside(name));
                });
            }
        }
        return reach;
    }

    private void bearers(Node key, Set<Node> keys, Deque<Node> waiting) {
        if (keys.add(key)) {
            // In the union: a name that thousands of articles have is met once.
            present.find(Quad.unionGraph, Node.ANY, Kh.nameKey, key)
                    .forEachRemaining(quad -> waiting.add(quad.getSubject()));
        }
    }

    private List<Node> forms(Node name) {
        return objects(Quad.unionGraph, name, Kh.nameForm).stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private boolean isKnown(Node thing) {
        return present.contains(base.graph("gazetteer"), thing, Node.ANY, Node.ANY);
    }

    private Set<Node> objects(Node in, Node subject, Node property) {
        Set<Node> objects = new HashSet<>();
        present.find(in, subject, property, Node.ANY).forEachRemaining(quad -> objects.add(quad.getObject()));
        return objects;
    }

    private List<Quad> quads(Node in, Node subject, Node property, Node object) {
        List<Quad> quads = new ArrayList<>();
        present.find(in, subject, property, object).forEachRemaining(quads::add);
        return quads;
    }

    /** The difference between what is there and what is to be. */
    private final class Writing {
        private final Reach reach;
        private final Groups groups;
        private final Map<Node, Node> targets;
        private final Set<Quad> wanted = new HashSet<>();
        private final Set<Quad> there = new HashSet<>();

        Writing(Reach reach, Groups groups, Map<Node, Node> targets) {
            this.reach = reach;
            this.groups = groups;
            this.targets = targets;
        }

        Settled settled(Set<Node> fresh) {
            Map<Node, Graph> articles = new TreeMap<>(Comparator.comparing(Node::getURI));
            Map<Node, Set<Node>> named = new HashMap<>();
            fresh.forEach(article -> quads(article, Node.ANY, Kh.ownActor, Node.ANY)
                    .forEach(quad -> named.computeIfAbsent(quad.getObject(), first -> new LinkedHashSet<>())
                            .add(article)));
            targets.forEach((name, target) -> {
                if (target.equals(pointedTo(name))) {
                    // A name that thousands of articles have is not looked for in all of them, each time that one more
                    // has it.
                    named.getOrDefault(name, Set.of()).forEach(article -> point(name, target, article, articles));
                } else {
                    point(name, target, Node.ANY, articles);
                }
                if (!target.equals(name)) {
                    sayReplaced(name, target);
                }
            });
            new TreeSet<>(targets.values().stream().map(Node::getURI).toList()).forEach(this::sayKept);
            reach.all().forEach(name -> there.addAll(quads(graph, name, Node.ANY, Node.ANY)));
            Set<Node> renamed = renamed();
            addressesOfTheGone();
            return new Settled(articles, Changes.turning(there, wanted), renamed);
        }

        private Node pointedTo(Node name) {
            return objects(graph, name, Dct.isReplacedBy).stream().findFirst().orElse(name);
        }

        private void want(Node subject, Node property, Node object) {
            wanted.add(Quad.create(graph, subject, property, object));
        }

        private void sayReplaced(Node name, Node target) {
            want(name, Dct.isReplacedBy, target);
            groups.joinedBy(name).ifPresent(pair -> {
                want(name, Kh.mergedWith, pair.one().equals(name) ? pair.other() : pair.one());
                want(name, Kh.mergeBasis, pair.ground().basis());
                want(name, Kh.confidence, Literals.decimal(pair.ground().likeness()));
                pair.ground().company().forEach(thing -> want(name, Kh.company, thing));
            });
        }

        private void sayKept(String iri) {
            Node actor = org.apache.jena.graph.NodeFactory.createURI(iri);
            DarkName own = reach.names.get(actor);
            if (own == null) {
                return; // someone known: the gazetteer says who
            }
            List<Node> forms = groups.with(actor).stream()
                    .flatMap(name -> Optional.ofNullable(reach.names.get(name)).stream())
                    .flatMap(name -> name.forms().stream())
                    .distinct()
                    .toList();
            DarkTriples.of(actor, own.type(), forms).forEach(triple -> wanted.add(Quad.create(graph, triple)));
        }

        /** Those whose labels are not what they were, and still stand for themselves. */
        private Set<Node> renamed() {
            Set<Node> renamed = new HashSet<>();
            Stream.concat(wanted.stream(), there.stream())
                    .filter(quad -> quad.getPredicate().equals(khabar.vocab.Rdfs.label))
                    .filter(quad -> wanted.contains(quad) != there.contains(quad))
                    .forEach(quad -> renamed.add(quad.getSubject()));
            return renamed;
        }

        /** What names that no article has any more led to, and the address of one whom others succeed, lead to these. */
        private void addressesOfTheGone() {
            for (Node actor : List.copyOf(reach.all())) {
                Optional<Node> successor = successor(actor);
                boolean gone = !targets.containsKey(actor);
                if (gone && wasCalled(actor)) {
                    successor.ifPresent(next -> want(actor, Dct.isReplacedBy, next));
                }
                for (Quad earlier : quads(graph, Node.ANY, Dct.isReplacedBy, actor)) {
                    if (!reach.all().contains(earlier.getSubject())) {
                        there.add(earlier);
                        successor.ifPresent(next -> want(earlier.getSubject(), Dct.isReplacedBy, next));
                    }
                }
            }
        }

        private boolean wasCalled(Node actor) {
            return !isKnown(actor)
                    && (present.contains(graph, actor, Kh.dark, Node.ANY)
                            || present.contains(graph, actor, Dct.isReplacedBy, Node.ANY));
        }

        /** Where it leads now; of one that is gone, where those lead that were one with it. */
        private Optional<Node> successor(Node actor) {
            if (isKnown(actor)) {
                return Optional.of(actor);
            }
            return Optional.ofNullable(targets.get(actor))
                    .or(() -> groups.with(actor).stream()
                            .filter(DarkActors.this::isKnown)
                            .min(DarkName.FIRST))
                    .or(() -> Stream.concat(
                                    groups.with(actor).stream(),
                                    Stream.concat(
                                            quads(graph, Node.ANY, Dct.isReplacedBy, actor).stream()
                                                    .map(Quad::getSubject),
                                            siblings(actor)))
                            .filter(targets::containsKey)
                            .min(DarkName.FIRST)
                            .map(name -> targets.getOrDefault(name, name)));
        }

        private Stream<Node> siblings(Node actor) {
            Node kept = pointedTo(actor);
            return kept.equals(actor)
                    ? Stream.of()
                    : Stream.concat(
                            Stream.of(kept),
                            quads(graph, Node.ANY, Dct.isReplacedBy, kept).stream()
                                    .map(Quad::getSubject));
        }

        /**
         * Has articles point to whom the name stands for.
         *
         * @param which the graph of one, or any
         */
        private void point(Node name, Node target, Node which, Map<Node, Graph> articles) {
            Map<Node, List<Node>> subjects = new LinkedHashMap<>();
            quads(which, Node.ANY, Kh.ownActor, name)
                    .forEach(quad -> subjects.computeIfAbsent(quad.getGraph(), first -> new ArrayList<>())
                            .add(quad.getSubject()));
            subjects.forEach((article, some) -> {
                Graph said = articles.getOrDefault(article, present.getGraph(article));
                if (some.stream().anyMatch(subject -> !DarkTriples.pointsTo(said, subject, target))) {
                    articles.put(article, DarkTriples.pointed(said, some, target));
                }
            });
        }
    }
}
