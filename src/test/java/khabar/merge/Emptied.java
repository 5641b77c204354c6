package khabar.merge;

import java.util.HashSet;
import java.util.Set;
import khabar.store.Changes;
import khabar.store.Store;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/** A store as it was when it was made: making another one takes longer. */
final class Emptied {
    private Emptied() {}

    static void empty(Store store) {
        store.write(present -> {
            Set<Node> graphs = new HashSet<>(Iter.toList(present.listGraphNodes()));
            graphs.removeAll(Set.of(store.base().graph("ontology"), store.base().graph("dataset")));
            return graphs.stream()
                    .map(graph -> Changes.replacing(graph, GraphFactory.createDefaultGraph()))
                    .reduce(Changes.NONE, Changes::and);
        });
    }
}
