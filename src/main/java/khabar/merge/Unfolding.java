package khabar.merge;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.store.ByThing;
import khabar.store.Changes;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** Changes one after the other, each computed from what the ones before it leave, that are written as one. */
public final class Unfolding {
    private final DatasetGraph present;
    private final IndexedQuads added = new IndexedQuads();
    private final Set<Quad> removed = new HashSet<>();
    /** Triples that were ever removed from a graph. */
    private final Set<Triple> gone = new HashSet<>();
    /** Of what was ever removed. */
    private final Set<Node> losers = new HashSet<>();

    private final DatasetGraph now;

    public Unfolding(DatasetGraph present) {
        this.present = present;
        this.now = new Now();
    }

    /** As it will be after the changes so far; to be read only. */
    public DatasetGraph now() {
        return now;
    }

    /** Originals do not count: what is there does not depend on them. */
    public void then(Changes changes) {
        changes.replaced().forEach(this::replace);
        Set<Quad> kept = new HashSet<>(changes.added());
        changes.removed().stream()
                .filter(quad -> !kept.contains(quad))
                .forEach(quad -> remove(quad, present.contains(quad)));
        changes.added().forEach(quad -> add(quad, present.contains(quad)));
    }

    /** What was there is read once: asking for each quad whether it is there costs a look into the index each time. */
    private void replace(Node name, Graph graph) {
        Set<Quad> there = Iter.toSet(present.find(name, Node.ANY, Node.ANY, Node.ANY));
        Iter.toList(now.find(name, Node.ANY, Node.ANY, Node.ANY)).stream()
                .filter(quad -> !graph.contains(quad.asTriple()))
                .forEach(quad -> remove(quad, there.contains(quad)));
        graph.find().mapWith(triple -> Quad.create(name, triple)).forEach(quad -> add(quad, there.contains(quad)));
    }

    /** All that is different now, as one. */
    public Changes all() {
        return new Changes(Map.of(), List.copyOf(removed), added.all(), List.of());
    }

    private void remove(Quad quad, boolean there) {
        added.remove(quad);
        if (there) {
            removed.add(quad);
            gone.add(quad.asTriple());
            losers.add(quad.getSubject());
        }
    }

    private void add(Quad quad, boolean there) {
        removed.remove(quad);
        if (!there) {
            added.add(quad);
        }
    }

    /** What is there, without what is removed, with what is added. */
    private final class Now extends DatasetGraphWrapper implements ByThing {
        Now() {
            super(present);
        }

        @Override
        public Iterator<Quad> find(
                @Nullable Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node object) {
            if (graph != null && Quad.isUnionGraph(graph)) {
                return once(pattern(subject), pattern(property), pattern(object));
            }
            Iterator<Quad> kept = present.find(graph, subject, property, object);
            Iterator<Quad> still = isWhole(subject) ? kept : Iter.filter(kept, quad -> !removed.contains(quad));
            Iterator<Quad> more = added.find(pattern(graph), pattern(subject), pattern(property), pattern(object));
            return more.hasNext() ? Iter.concat(still, more) : still;
        }

        /** Whether nothing is removed of what is said of it; where it is any, of anything. */
        private boolean isWhole(@Nullable Node subject) {
            return subject != null && subject.isConcrete() ? !losers.contains(subject) : removed.isEmpty();
        }

        @Override
        public Optional<Map<Node, List<Node>>> said(Node graph, Node subject) {
            return present instanceof ByThing known && isWhole(subject) && !added.tellOf(subject)
                    ? known.said(graph, subject)
                    : Optional.empty();
        }

        /** What any graph says, each once. */
        private Iterator<Quad> once(Node subject, Node property, Node object) {
            Set<Quad> once = new LinkedHashSet<>();
            present.find(Quad.unionGraph, subject, property, object).forEachRemaining(quad -> {
                if (!gone.contains(quad.asTriple()) || isSaid(quad)) {
                    once.add(quad);
                }
            });
            added.find(Node.ANY, subject, property, object)
                    .forEachRemaining(quad -> once.add(Quad.create(Quad.unionGraph, quad.asTriple())));
            return once.iterator();
        }

        private boolean isSaid(Quad quad) {
            return contains(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject());
        }

        private static Node pattern(@Nullable Node sought) {
            return sought == null ? Node.ANY : sought;
        }

        @Override
        public Iterator<Quad> find(Quad quad) {
            return find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        }

        @Override
        public Iterator<Quad> findNG(Node graph, Node subject, Node property, Node object) {
            return find(graph, subject, property, object);
        }

        @Override
        public boolean contains(
                @Nullable Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node object) {
            boolean ofTheUnion = graph != null && Quad.isUnionGraph(graph);
            return !ofTheUnion && isWhole(subject)
                    ? present.contains(graph, subject, property, object)
                            || added.find(pattern(graph), pattern(subject), pattern(property), pattern(object))
                                    .hasNext()
                    : find(graph, subject, property, object).hasNext();
        }

        @Override
        public boolean contains(Quad quad) {
            return contains(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        }

        @Override
        public Graph getGraph(Node name) {
            return GraphView.createNamedGraph(this, name);
        }
    }
}
