package khabar.merge;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.vocab.Dct;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What the address of a merged thing says when the thing is no more.
 *
 * @param graph in which things of its kind are
 * @param history where tombstones are
 */
record Gone(DatasetGraph present, Node graph, Node history, OffsetDateTime now) {
    /**
     * The old address leads to the new one in one step, and so do those that led to the old one.
     *
     * @param current what is there now, which leads nowhere
     * @param removed is given what holds no more
     */
    List<Quad> moved(Node thing, Node successor, Set<Node> current, List<Quad> removed) {
        List<Quad> added = new ArrayList<>();
        added.add(Quad.create(graph, thing, Dct.isReplacedBy, successor));
        for (Quad earlier : Iter.toList(present.find(graph, Node.ANY, Dct.isReplacedBy, thing))) {
            removed.add(earlier);
            if (!current.contains(earlier.getSubject())) {
                added.add(Quad.create(graph, earlier.getSubject(), Dct.isReplacedBy, successor));
            }
        }
        return added;
    }

    /** Nothing took its place. */
    List<Quad> tombstone(Node thing, Node type) {
        return List.of(
                Quad.create(history, thing, Rdf.type, type),
                Quad.create(history, thing, Prov.invalidatedAtTime, Literals.dateTime(now)));
    }
}
