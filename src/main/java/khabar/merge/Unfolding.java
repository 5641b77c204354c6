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
        changes.replaced().forEach((name, graph) -> {
            Iter.toList(now.find(name, Node.ANY, Node.ANY, Node.ANY)).stream()
                    .filter(quad -> !graph.contains(quad.asTriple()))
                    .forEach(this::remove);
            graph.find().forEach(triple -> add(Quad.create(name, triple)));
        });
        changes.removed().stream()
                .filter(quad -> !changes.added().contains(quad))
                .forEach(this::remove);
        changes.added().forEach(this::add);
    }

    Changes all() {
        return new Changes(Map.of(), List.copyOf(removed), Iter.toList(added.find()), List.of());
    }

    private void remove(Quad quad) {
        added.delete(quad);
        if (present.contains(quad)) {
            removed.add(quad);
        }
    }

    private void add(Quad quad) {
        removed.remove(quad);
        if (!present.contains(quad)) {
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
