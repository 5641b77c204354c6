package khabar.merge;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.merge.NameDecision.Meant;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What editors have decided in {@code graph/decisions} of names in articles. It stays when the article changes or goes, and
 * holds wherever the same words stand in it. Of one place, and of the same words throughout an article, there is one
 * decision, the last. Nothing is written here: the outcome is a {@link Changes}, to which whoever reads the article anew adds
 * what follows.
 */
public final class NameDecisions {
    private final Base base;
    private final DatasetGraph present;
    private final Decisions decisions;
    private final Node graph;

    public NameDecisions(Base base, DatasetGraph present) {
        this.base = base;
        this.present = present;
        this.decisions = new Decisions(base, present);
        this.graph = base.graph("decisions");
    }

    /** All of them, the last first. */
    public List<NameDecision> all() {
        return of(Node.ANY, Node.ANY)
                .sorted(Comparator.comparing(
                                (NameDecision decision) -> decision.grounds().at())
                        .reversed()
                        .thenComparing(decision -> decision.address(base).getURI()))
                .toList();
    }

    /** Those on names of an article, in the order of their addresses. */
    public List<NameDecision> in(String articleKey) {
        return of(Node.ANY, base.id("article", articleKey))
                .sorted(Comparator.comparing(decision -> decision.address(base).getURI()))
                .toList();
    }

    /** The decision of this address; empty where there is none on a name, or it was undone. */
    public Optional<NameDecision> of(Node address) {
        return of(address, Node.ANY).findFirst();
    }

    private Stream<NameDecision> of(Node address, Node article) {
        return Iter.toList(present.find(graph, address, Kh.decidedIn, article)).stream()
                .map(quad -> read(quad.getSubject(), Said.of(present.getGraph(graph), quad.getSubject())))
                .flatMap(Optional::stream);
    }

    private Optional<NameDecision> read(Node address, Said said) {
        return said.one(Kh.decidedOn)
                .flatMap(mention -> said.one(Kh.decidedWords)
                        .map(words -> new NameDecision(
                                mention,
                                words,
                                said.text(Kh.throughout).filter("true"::equals).isPresent(),
                                said.one(Kh.decidedEntity)
                                        .map(entity -> new Meant(
                                                entity, said.one(Kh.entityName).orElse(Literals.string("")))),
                                decisions.grounds(address))));
    }

    /** Mentions that are linked, or not linked, by a decision now; none where what stood there was changed or is gone. */
    public List<Node> holdsOf(Node address) {
        return Iter.toList(present.find(Node.ANY, Node.ANY, Kh.byDecision, address)).stream()
                .map(Quad::getSubject)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /**
     * The decision holds from now on, in the place of an earlier one on the same; one that counts throughout the article
     * also in the place of one on the very name that the editor points at.
     */
    public Changes taking(NameDecision decision) {
        Node here = decision.here().address(base);
        Changes changes = says(decision);
        return decision.throughout()
                ? changes.and(undoing(here, decision.grounds().at()))
                : changes;
    }

    private Changes says(NameDecision decision) {
        Node node = decision.address(base);
        List<Quad> said = new ArrayList<>();
        said.add(Quad.create(graph, node, Kh.decidedOn, decision.mention()));
        said.add(Quad.create(
                graph,
                node,
                Kh.decidedIn,
                base.id("article", decision.place(base).articleKey())));
        said.add(Quad.create(graph, node, Kh.decidedWords, decision.words()));
        said.add(Quad.create(graph, node, Kh.throughout, Literals.bool(decision.throughout())));
        decision.meant().ifPresent(meant -> {
            said.add(Quad.create(graph, node, Kh.decidedEntity, meant.entity()));
            said.add(Quad.create(graph, node, Kh.entityName, meant.name()));
        });
        return decisions.taking(node, said, decision.grounds());
    }

    /** What reading concludes holds again. */
    public Changes undoing(Node address, OffsetDateTime now) {
        return decisions.undoing(address, now);
    }
}
