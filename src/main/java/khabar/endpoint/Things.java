package khabar.endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import khabar.export.Description;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Foaf;
import khabar.vocab.Owl;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Schema;
import khabar.vocab.Skos;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** The things that have addresses: whether one is there, and the RDF of the document about it. */
final class Things {
    /** As many links to a thing its document shows; SPARQL has the rest. */
    static final int MOST_LINKS = 1_000;

    private static final Node INVALIDATED = NodeFactory.createURI(Prov.NAMESPACE + "invalidatedAtTime");

    private static final List<Node> SAME = List.of(Skos.exactMatch, Owl.sameAs, Schema.url);

    private static final Node FOAF_DOCUMENT = NodeFactory.createURI(Foaf.NAMESPACE + "Document");

    private final Store store;
    private final Description description;

    /** @param triples as many as a document has at most, labels aside */
    Things(Store store, int triples) {
        this.store = store;
        this.description = new Description(MOST_LINKS, triples);
    }

    /** What is known of an address. */
    sealed interface Found {
        record Here() implements Found {}

        /** An event whose key another one has taken over. */
        record Replaced(Base.Local by) implements Found {}

        /** A withdrawn article, and what is still said of it. */
        record Gone(Graph tombstone) implements Found {}

        record Unknown() implements Found {}
    }

    /** @param links how many things that point to it are in the graph */
    record Document(Graph graph, int links) {}

    Base base() {
        return store.base();
    }

    Representations.State state() {
        return Representations.State.of(store);
    }

    /** Those of ours that are said to be the same as something elsewhere, or that an address elsewhere is about. */
    List<Base.Local> sameAs(Node foreign) {
        return store.read(dataset -> SAME.stream()
                .flatMap(property -> dataset.stream(Node.ANY, Node.ANY, property, foreign))
                .map(Quad::getSubject)
                .filter(Node::isURI)
                .flatMap(thing -> base().parse(thing.getURI()).stream())
                .distinct()
                .sorted(Comparator.comparing(Base.Local::type).thenComparing(Base.Local::key))
                .toList());
    }

    Found find(String type, String key) {
        if (!Base.TYPES.contains(type) || !key.matches("[a-z0-9-]+")) {
            return new Found.Unknown();
        }
        Node thing = base().id(type, key);
        Node history = base().graph("history");
        return store.read(dataset -> {
            Optional<Base.Local> by = replacement(dataset, thing);
            if (by.isPresent()) {
                return new Found.Replaced(by.get());
            }
            List<Quad> said = dataset.stream(Node.ANY, thing, Node.ANY, Node.ANY)
                    .limit(MOST_LINKS)
                    .toList();
            // An earlier version of an article is nowhere but in the history, and is there all the same.
            if (said.stream()
                    .anyMatch(quad -> type.equals("version") || !quad.getGraph().equals(history))) {
                return new Found.Here();
            }
            if (said.stream().noneMatch(quad -> quad.getPredicate().equals(INVALIDATED))) {
                return new Found.Unknown();
            }
            Graph tombstone = newGraph();
            said.forEach(quad -> tombstone.add(quad.asTriple()));
            return new Found.Gone(tombstone);
        });
    }

    private Optional<Base.Local> replacement(DatasetGraph dataset, Node thing) {
        return dataset.stream(Node.ANY, thing, Dct.isReplacedBy, Node.ANY)
                .map(Quad::getObject)
                .filter(Node::isURI)
                .flatMap(by -> base().parse(by.getURI()).stream())
                .findFirst();
    }

    /** All that is said of a thing and its parts, the links to it, the labels of all that is named there, and the terms. */
    Document describe(String type, String key) {
        Node thing = base().id(type, key);
        Node doc = base().doc(type, key);
        return store.read(dataset -> {
            Graph graph = description.of(thing, dataset);
            Prefixes.addTo(graph);
            int links = (int) graph.stream(Node.ANY, Node.ANY, thing).count();
            graph.add(Triple.create(doc, Rdf.type, FOAF_DOCUMENT));
            graph.add(Triple.create(doc, Foaf.primaryTopic, thing));
            if (type.equals("article")) {
                Node source = base().articleGraph(key);
                for (Node term : List.of(Dct.license, Dct.rights)) {
                    dataset.stream(source, source, term, Node.ANY)
                            .forEach(quad -> graph.add(Triple.create(doc, term, quad.getObject())));
                }
            }
            return new Document(graph, links);
        });
    }

    private static Graph newGraph() {
        Graph graph = GraphFactory.createDefaultGraph();
        Prefixes.addTo(graph);
        return graph;
    }
}
