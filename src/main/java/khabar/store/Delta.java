package khabar.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What {@link Changes} come to against what is there: only quads that are gone afterwards, and only quads that are new.
 * Disk grows with every quad written and the text index follows quads one by one, so a replaced graph is never cleared and
 * written again.
 */
record Delta(List<Quad> gone, List<Quad> fresh) {
    /** To be computed inside a read transaction. */
    static Delta between(DatasetGraph present, Changes changes) {
        Set<Quad> wanted = new LinkedHashSet<>(changes.added());
        changes.replaced()
                .forEach((name, graph) -> graph.find().forEach(triple -> wanted.add(Quad.create(name, triple))));
        Set<Quad> doomed = new LinkedHashSet<>(changes.removed());
        changes.replaced()
                .keySet()
                .forEach(name -> present.find(name, null, null, null).forEachRemaining(doomed::add));

        List<Quad> fresh = new ArrayList<>();
        List<Quad> otherwiseSpelt = new ArrayList<>();
        Map<Node, Boolean> isNew = new HashMap<>();
        for (Quad quad : wanted) {
            // A graph that is not there yet need not be asked for each of its quads.
            if (isNew.computeIfAbsent(quad.getGraph(), name -> !present.contains(name, Node.ANY, Node.ANY, Node.ANY))
                    || !present.contains(quad)) {
                fresh.add(quad);
            } else if (quad.getObject().isLiteral() && !doomed.contains(quad)) {
                otherwiseSpelt.add(quad);
            }
        }
        List<Quad> gone = new ArrayList<>();
        for (Quad quad : doomed) {
            if (!wanted.contains(quad)
                    && present.contains(quad)
                    && otherwiseSpelt.stream().noneMatch(kept -> same(kept, quad))) {
                gone.add(quad);
            }
        }
        return new Delta(gone, fresh);
    }

    boolean isEmpty() {
        return gone.isEmpty() && fresh.isEmpty();
    }

    /** TDB2 keeps some numbers and dates by value: "01" is there as "1", and taking out the one takes out the other. */
    private static boolean same(Quad one, Quad other) {
        return one.getGraph().equals(other.getGraph())
                && one.getSubject().equals(other.getSubject())
                && one.getPredicate().equals(other.getPredicate())
                && one.getObject().sameValueAs(other.getObject());
    }
}
