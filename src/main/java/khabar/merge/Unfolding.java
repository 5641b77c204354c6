package khabar.merge;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.store.Changes;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/** Changes one after the other, each computed from what the ones before it leave, that are written as one. */
final class Unfolding {
    private final DatasetGraph present;
    private final DatasetGraph added = DatasetGraphFactory.create();
    private final Set<Quad> removed = new HashSet<>();
    private final DatasetGraph now;

    Unfolding(DatasetGraph present) {
        this.present = present;
        this.now = new Now();
    }

    /** As it will be after the changes so far; to be read only. */
    DatasetGraph now() {
        return now;
    }

    void then(Changes changes) {
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

    Changes all() {
        return new Changes(Map.of(), List.copyOf(removed), Iter.toList(added.find()), List.of());
    }

    private void remove(Quad quad, boolean there) {
        added.delete(quad);
        if (there) {
            removed.add(quad);
        }
    }

    private void add(Quad quad, boolean there) {
        removed.remove(quad);
        if (!there) {
            added.add(quad);
        }
    }

    /** What is there, without what is removed, with what is added. */
    private final class Now extends DatasetGraphWrapper {
        Now() {
            super(present);
        }

        @Override
        public Iterator<Quad> find(Node graph, Node subject, Node property, Node object) {
            Iterator<Quad> kept = present.find(graph, subject, property, object);
            return Iter.concat(
                    removed.isEmpty() ? kept : Iter.filter(kept, quad -> !removed.contains(quad)),
                    added.find(graph, subject, property, object));
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
        public boolean contains(Node graph, Node subject, Node property, Node object) {
            return find(graph, subject, property, object).hasNext();
        }

        @Override
        public boolean contains(Quad quad) {
            return find(quad).hasNext();
        }

        @Override
        public Graph getGraph(Node name) {
            return GraphView.createNamedGraph(this, name);
        }
    }
}
