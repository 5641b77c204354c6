package khabar.export;

import khabar.vocab.Base;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/** Moves every IRI from one base to another as it passes. Literals stay as they are. */
final class OtherBase extends StreamRDFWrapper {
    private final String from;
    private final String to;

    OtherBase(StreamRDF sink, Base from, Base to) {
        super(sink);
        this.from = from.iri();
        this.to = to.iri();
    }

    @Override
    public void triple(Triple triple) {
        super.triple(moved(triple));
    }

    @Override
    public void quad(Quad quad) {
        super.quad(Quad.create(moved(quad.getGraph()), moved(quad.asTriple())));
    }

    private Triple moved(Triple triple) {
        return Triple.create(moved(triple.getSubject()), moved(triple.getPredicate()), moved(triple.getObject()));
    }

    private Node moved(Node node) {
        return node.isURI() && node.getURI().startsWith(from)
                ? NodeFactory.createURI(to + node.getURI().substring(from.length()))
                : node;
    }
}
