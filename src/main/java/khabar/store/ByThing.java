package khabar.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Data that has what a graph says of a thing side by side: it need not be taken to quads and put together again. */
public interface ByThing {
    /**
     * The objects by property. To be read only, and no longer than the plan of a write.
     *
     * @return empty where it has to be sought as quads
     */
    Optional<Map<Node, List<Node>>> said(Node graph, Node subject);
}
