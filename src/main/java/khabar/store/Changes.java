package khabar.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * All that one write does, fully computed. What is both removed and added stays: additions win.
 *
 * @param replaced named graphs and what each holds afterwards; an empty graph is dropped
 * @param removed quads to take out, no wildcards
 * @param added quads to put in
 * @param originals texts to archive before the dataset changes
 */
public record Changes(Map<Node, Graph> replaced, List<Quad> removed, List<Quad> added, List<Original> originals) {
    public static final Changes NONE = new Changes(Map.of(), List.of(), List.of(), List.of());

    public Changes {
        replaced = Map.copyOf(replaced);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        originals = List.copyOf(originals);
        if (removed.stream().anyMatch(quad -> !quad.isConcrete())) {
            throw new IllegalArgumentException("a quad with a wildcard cannot be removed");
        }
        if (added.stream().anyMatch(quad -> quad.isDefaultGraph() || !quad.isConcrete())) {
            throw new IllegalArgumentException("what is added needs a named graph and no wildcards");
        }
    }

    public boolean isEmpty() {
        return replaced.isEmpty() && removed.isEmpty() && added.isEmpty() && originals.isEmpty();
    }

    /** One graph, replaced whole. */
    public static Changes replacing(Node name, Graph graph) {
        return new Changes(Map.of(name, graph), List.of(), List.of(), List.of());
    }

    public static Changes adding(Node name, Collection<Triple> triples) {
        return new Changes(
                Map.of(),
                List.of(),
                triples.stream().map(triple -> Quad.create(name, triple)).toList(),
                List.of());
    }

    /**
     * What becomes of quads that are there: only what differs is named, so that nothing else need be looked up.
     *
     * @param there each of which is there
     * @param wanted what is to be there instead
     */
    public static Changes turning(Collection<Quad> there, Collection<Quad> wanted) {
        Set<Quad> before = new LinkedHashSet<>(there);
        Set<Quad> after = new LinkedHashSet<>(wanted);
        return new Changes(
                Map.of(),
                before.stream().filter(quad -> !after.contains(quad)).toList(),
                after.stream().filter(quad -> !before.contains(quad)).toList(),
                List.of());
    }

    public static Changes archiving(Original original) {
        return new Changes(Map.of(), List.of(), List.of(), List.of(original));
    }

    /** Both at once; a graph that both replace is as the other one says. */
    public Changes and(Changes other) {
        Map<Node, Graph> graphs = new HashMap<>(replaced);
        graphs.putAll(other.replaced);
        return new Changes(
                graphs, joined(removed, other.removed), joined(added, other.added), joined(originals, other.originals));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
