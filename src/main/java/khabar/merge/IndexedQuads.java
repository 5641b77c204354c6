package khabar.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Some thousands of quads in memory, found by graph, subject or object. Jena's dataset in memory has an index for each graph,
 * so that what is sought in any graph is sought in each.
 */
final class IndexedQuads {
    private final Set<Quad> all = new LinkedHashSet<>();
    private final Map<Node, Set<Quad>> byGraph = new HashMap<>();
    private final Map<Node, Set<Quad>> bySubject = new HashMap<>();
    private final Map<Node, Set<Quad>> byObject = new HashMap<>();

    void add(Quad quad) {
        if (all.add(quad)) {
            add(quad, quad.getGraph(), byGraph);
            add(quad, quad.getSubject(), bySubject);
            add(quad, quad.getObject(), byObject);
        }
    }

    private static void add(Quad quad, Node part, Map<Node, Set<Quad>> index) {
        index.computeIfAbsent(part, first -> new LinkedHashSet<>()).add(quad);
    }

    void remove(Quad quad) {
        if (all.remove(quad)) {
            remove(quad, quad.getGraph(), byGraph);
            remove(quad, quad.getSubject(), bySubject);
            remove(quad, quad.getObject(), byObject);
        }
    }

    private static void remove(Quad quad, Node part, Map<Node, Set<Quad>> index) {
        index.computeIfPresent(part, (same, quads) -> {
            quads.remove(quad);
            return quads;
        });
    }

    List<Quad> all() {
        return List.copyOf(all);
    }

    /** Those of this pattern, in which {@link Node#ANY} stands for whatever; in the order in which they came. */
    Iterator<Quad> find(Node graph, Node subject, Node property, Node object) {
        Collection<Quad> fewest = all;
        fewest = fewer(fewest, byGraph, graph);
        fewest = fewer(fewest, bySubject, subject);
        fewest = fewer(fewest, byObject, object);
        return Iter.filter(
                fewest.iterator(),
                quad -> is(graph, quad.getGraph())
                        && is(subject, quad.getSubject())
                        && is(property, quad.getPredicate())
                        && is(object, quad.getObject()));
    }

    /** Whether any of them has this subject. */
    boolean tellOf(Node subject) {
        return !bySubject.getOrDefault(subject, Set.of()).isEmpty();
    }

    private static Collection<Quad> fewer(Collection<Quad> quads, Map<Node, Set<Quad>> index, Node sought) {
        if (quads.isEmpty() || !sought.isConcrete()) {
            return quads;
        }
        Collection<Quad> found = index.getOrDefault(sought, Set.of());
        return found.size() < quads.size() ? found : quads;
    }

    private static boolean is(Node sought, Node found) {
        return !sought.isConcrete() || sought.equals(found);
    }
}
