package khabar.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import khabar.vocab.Kh;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * One thing, described so that it can be read alone: all that is said of it and of its parts (an event's reports, a
 * report's participations and evidence, a person's offices, a storyline's slots), the links from elsewhere to it, and the
 * labels of everything named.
 *
 * @param links how many links from elsewhere at most
 * @param size how many triples at most, labels aside; the thing itself comes first
 */
public record Description(int links, int size) {
    private static final List<Node> PARTS = List.of(
            Kh.reports,
            Kh.hasParticipation,
            Kh.evidence,
            Kh.mention,
            Kh.hasTenure,
            Kh.heldOffice,
            Kh.hasSlot,
            Kh.storyLink);
    private static final List<Node> WHOLES = List.of(Kh.reportOf, Kh.mentionedIn);

    /** Inside a read transaction. Empty where nothing is known of it. */
    public Graph of(Node entity, DatasetGraph present) {
        Graph graph = GraphFactory.createDefaultGraph();
        Set<Node> described = new HashSet<>();
        Deque<Node> waiting = new ArrayDeque<>(List.of(entity));
        while (!waiting.isEmpty() && graph.size() < size) {
            Node thing = waiting.remove();
            if (described.add(thing)) {
                take(present.find(Node.ANY, thing, Node.ANY, Node.ANY), size, graph);
                PARTS.forEach(property ->
                        graph.find(thing, property, Node.ANY).forEach(triple -> waiting.add(triple.getObject())));
                WHOLES.forEach(property -> parts(present, property, thing, waiting));
            }
        }
        take(present.find(Node.ANY, Node.ANY, Node.ANY, entity), graph.size() + links, graph);
        names(graph, present);
        return graph;
    }

    private void parts(DatasetGraph present, Node property, Node whole, Deque<Node> waiting) {
        Iterator<Quad> quads = present.find(Node.ANY, Node.ANY, property, whole);
        while (quads.hasNext() && waiting.size() < size) {
            waiting.add(quads.next().getSubject());
        }
    }

    private static void take(Iterator<Quad> quads, int size, Graph graph) {
        while (quads.hasNext() && graph.size() < size) {
            graph.add(quads.next().asTriple());
        }
    }

    private static void names(Graph graph, DatasetGraph present) {
        Set<Node> named = new HashSet<>();
        graph.find().forEach((Triple triple) -> {
            named.add(triple.getSubject());
            if (triple.getObject().isURI()) {
                named.add(triple.getObject());
            }
        });
        for (Node thing : named) {
            take(present.find(Node.ANY, thing, Rdfs.label, Node.ANY), Integer.MAX_VALUE, graph);
        }
    }
}
