package khabar.merge;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The events in {@code graph/events}, and what they become when the reports of one article change. Read are only the events
 * of that article's old and new reports, and the reports of these.
 */
final class Events {
    private final Base base;
    private final DatasetGraph present;
    private final Node graph;
    private final Node history;
    private final Labels labels;
    private final OffsetDateTime now;

    Events(Base base, DatasetGraph present, Labels labels, OffsetDateTime now) {
        this.base = base;
        this.present = present;
        this.graph = base.graph("events");
        this.history = base.graph("history");
        this.labels = labels;
        this.now = now;
    }

    /** @param renamed participants whose events get new labels */
    Changes changed(Node article, Graph before, Graph after, Set<Node> renamed) {
        List<Told> fresh = Told.in(after, base);
        Set<Node> affected = new LinkedHashSet<>();
        Told.in(before, base).forEach(told -> affected.addAll(objects(told.report(), Kh.reportOf)));
        fresh.forEach(told -> affected.addAll(like(Sameness.of(told))));
        renamed.forEach(party -> {
            affected.addAll(subjects(Kh.actor, party));
            affected.addAll(subjects(Kh.recipient, party));
        });

        List<Told> reports = new ArrayList<>(fresh);
        Map<Node, Node> firstReport = new LinkedHashMap<>();
        for (Node event : affected) {
            reportsOf(event)
                    .filter(told ->
                            !base.articleGraph(told.telling().articleKey()).equals(article))
                    .forEach(told -> {
                        reports.add(told);
                        firstReport.putIfAbsent(event, told.report());
                    });
        }
        Map<Sameness, List<Told>> groups = new LinkedHashMap<>();
        reports.forEach(told -> groups.computeIfAbsent(Sameness.of(told), same -> new ArrayList<>())
                .add(told));
        return rewritten(affected, firstReport, groups.values());
    }

    private Changes rewritten(Set<Node> affected, Map<Node, Node> firstReport, Collection<List<Told>> groups) {
        EventTriples triples = new EventTriples(present.getGraph(base.graph("ontology")), labels);
        List<Quad> removed = new ArrayList<>();
        List<Quad> added = new ArrayList<>();
        affected.forEach(event -> removed.addAll(saidOf(event)));

        Map<Node, Node> eventOf = new LinkedHashMap<>();
        for (List<Told> group : groups) {
            Event event = new Event(group);
            Node name = base.id("event", event.first().key());
            event.reports().forEach(told -> eventOf.put(told.report(), name));
            triples.of(name, event).forEach(triple -> added.add(Quad.create(graph, triple)));
            removed.addAll(quads(graph, name, Dct.isReplacedBy, Node.ANY));
            removed.addAll(quads(history, name, Node.ANY, Node.ANY));
        }
        Set<Node> current = new HashSet<>(eventOf.values());
        for (Node event : affected) {
            if (!current.contains(event)) {
                Optional<Node> successor =
                        Optional.ofNullable(firstReport.get(event)).map(eventOf::get);
                added.addAll(successor
                        .map(next -> moved(event, next, current, removed))
                        .orElseGet(() -> tombstone(event)));
            }
        }
        return new Changes(Map.of(), removed, added, List.of());
    }

    /** The old address leads to the new one in one step, and so do those that led to the old one. */
    private List<Quad> moved(Node event, Node successor, Set<Node> current, List<Quad> removed) {
        List<Quad> added = new ArrayList<>();
        added.add(Quad.create(graph, event, Dct.isReplacedBy, successor));
        for (Quad earlier : quads(graph, Node.ANY, Dct.isReplacedBy, event)) {
            removed.add(earlier);
            if (!current.contains(earlier.getSubject())) {
                added.add(Quad.create(graph, earlier.getSubject(), Dct.isReplacedBy, successor));
            }
        }
        return added;
    }

    private List<Quad> tombstone(Node event) {
        return List.of(
                Quad.create(history, event, Rdf.type, Kh.Event),
                Quad.create(history, event, Prov.invalidatedAtTime, Literals.dateTime(now)));
    }

    /** Events whose reports are like this: at most one, found by day, type and place. */
    private List<Node> like(Sameness sameness) {
        return switch (sameness) {
            case Sameness.Alone alone -> List.of();
            case Sameness.Known known ->
                quads(graph, Node.ANY, Kh.begin, Literals.date(java.time.LocalDate.parse(known.day()))).stream()
                        .map(Quad::getSubject)
                        .filter(event -> present.contains(graph, event, Kh.place, known.place())
                                && present.contains(graph, event, Kh.eventType, known.type()))
                        .filter(event -> reportsOf(event)
                                .findFirst()
                                .filter(told -> Sameness.of(told).equals(known))
                                .isPresent())
                        .toList();
        };
    }

    private Stream<Told> reportsOf(Node event) {
        return subjects(Kh.reportOf, event).stream()
                .flatMap(report -> quads(Node.ANY, report, Kh.reportedIn, Node.ANY).stream())
                .map(quad -> Told.read(present.getGraph(quad.getGraph()), quad.getSubject(), base));
    }

    private List<Quad> saidOf(Node event) {
        List<Quad> said = new ArrayList<>(quads(graph, event, Node.ANY, Node.ANY));
        said.addAll(quads(graph, Node.ANY, Kh.reportOf, event));
        return said;
    }

    private List<Node> subjects(Node property, Node object) {
        return quads(graph, Node.ANY, property, object).stream()
                .map(Quad::getSubject)
                .toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return quads(graph, subject, property, Node.ANY).stream()
                .map(Quad::getObject)
                .toList();
    }

    private List<Quad> quads(Node name, Node subject, Node property, Node object) {
        List<Quad> quads = new ArrayList<>();
        present.find(name, subject, property, object).forEachRemaining(quads::add);
        return quads;
    }
}
