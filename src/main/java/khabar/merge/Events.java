package khabar.merge;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** The events in {@code graph/events}, and what they become when the reports of articles change. */
final class Events {
    private final Base base;
    private final DatasetGraph present;
    private final Node graph;
    private final Node history;
    private final Labels labels;
    private final World world;
    private final Gone gone;

    Events(Base base, DatasetGraph present, Labels labels, World world, OffsetDateTime now) {
        this.base = base;
        this.present = present;
        this.graph = base.graph("events");
        this.history = base.graph("history");
        this.gone = new Gone(present, graph, history, now);
        this.labels = labels;
        this.world = world;
    }

    /**
     * What becomes of the events where the reports of articles change.
     *
     * @param before what these articles said, by the names of their graphs
     * @param after what they say now, by the same names
     * @param renamed participants whose events get new labels
     */
    Changes changed(Map<Node, Graph> before, Map<Node, Graph> after, Set<Node> renamed, Stories stories) {
        Links links = new Links(world, new Keys(base, world));
        Neighbourhood near = new Neighbourhood(base, present, before.keySet(), links, stories::of);
        before.values()
                .forEach(said -> Told.in(said, base, stories::of).forEach(told -> {
                    near.takeEventsOf(told.report());
                    near.leave(told);
                }));
        after.values().forEach(says -> Told.in(says, base, stories::of).forEach(near::add));
        renamed.forEach(party -> {
            subjects(Kh.actor, party).forEach(near::take);
            subjects(Kh.recipient, party).forEach(near::take);
        });
        stories.touched()
                .forEach(key -> quads(base.articleGraph(key), Node.ANY, Kh.reportedIn, Node.ANY)
                        .forEach(quad -> near.takeEventsOf(quad.getSubject())));
        return rewritten(near, links);
    }

    /** What becomes of the events of these reports where editors decided something on them. */
    Changes decided(Collection<Node> reports, Stories stories) {
        Links links = new Links(world, new Keys(base, world));
        Neighbourhood near = new Neighbourhood(base, present, Set.of(), links, stories::of);
        reports.forEach(near::takeEventsOf);
        return rewritten(near, links);
    }

    private Changes rewritten(Neighbourhood near, Links links) {
        near.close();
        EventTriples triples =
                new EventTriples(present.getGraph(base.graph("ontology")), labels, new Reasons(links, near.rulings()));
        List<Quad> removed = new ArrayList<>();
        List<Quad> added = new ArrayList<>();
        near.events().forEach(event -> removed.addAll(saidOf(event)));

        Map<Node, Node> eventOf = new LinkedHashMap<>();
        for (List<Told> together : Clusters.of(near.reports(), links, near.rulings())) {
            Event event = new Event(together, links.world());
            Node name = base.id("event", event.first().key());
            event.reports().forEach(told -> eventOf.put(told.report(), name));
            triples.of(name, event).forEach(triple -> added.add(Quad.create(graph, triple)));
            removed.addAll(quads(graph, name, Dct.isReplacedBy, Node.ANY));
            removed.addAll(quads(history, name, Node.ANY, Node.ANY));
        }
        Set<Node> current = new HashSet<>(eventOf.values());
        for (Node event : near.events()) {
            if (!current.contains(event)) {
                Optional<Node> successor = Optional.ofNullable(eventOf.get(nowOfFirst(event)))
                        .or(() -> near.firstReport(event).flatMap(first -> Optional.ofNullable(eventOf.get(first))));
                added.addAll(successor
                        .map(next -> gone.moved(event, next, current, removed))
                        .orElseGet(() -> gone.tombstone(event, Kh.Event)));
            }
        }
        return Changes.turning(removed, added);
    }

    /** The report by which an event is called, or the one that took its place when its article was corrected. */
    private Node nowOfFirst(Node event) {
        String key = event.getURI().substring(event.getURI().lastIndexOf('/') + 1);
        return new Decisions(base, present).now(base.id("report", key));
    }

    private List<Quad> saidOf(Node event) {
        List<Quad> said = new ArrayList<>(quads(graph, event, Node.ANY, Node.ANY));
        quads(graph, Node.ANY, Kh.reportOf, event)
                .forEach(quad -> said.addAll(quads(graph, quad.getSubject(), Node.ANY, Node.ANY)));
        return said;
    }

    private List<Node> subjects(Node property, Node object) {
        return quads(graph, Node.ANY, property, object).stream()
                .map(Quad::getSubject)
                .toList();
    }

    private List<Quad> quads(Node name, Node subject, Node property, Node object) {
        List<Quad> quads = new ArrayList<>();
        present.find(name, subject, property, object).forEachRemaining(quads::add);
        return quads;
    }
}
