package khabar.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import khabar.merge.Decisions.Decision;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * All reports that a change may tell on: those of the changed articles, those that are linked to them, those linked to
 * these, and all others of the same events. What is outside is linked to nothing inside, so that the events inside follow
 * from the reports inside alone, in whatever order these came. Found by {@link Keys} only; the store is never gone through.
 */
final class Neighbourhood {
    private final Base base;
    private final DatasetGraph present;
    private final Set<Node> changed;
    private final Links links;
    private final UnaryOperator<String> stories;
    private final Node graph;
    private final Decisions decisions;
    private final boolean undecided;

    private final Map<Node, List<Told>> reportsOf = new HashMap<>();
    private final Map<String, Set<Node>> eventsOf = new HashMap<>();
    private final Map<Node, Told> reports = new LinkedHashMap<>();
    private final Map<Node, Node> firstReport = new LinkedHashMap<>();
    private final Set<Node> events = new LinkedHashSet<>();
    private final Set<Claim> sought = new HashSet<>();
    private final Deque<Told> open = new ArrayDeque<>();
    private final Set<Node> ruled = new HashSet<>();
    private final Rulings rulings = new Rulings();

    /** @param changed names of the graphs of articles that change: what the store has of them counts no more */
    Neighbourhood(Base base, DatasetGraph present, Set<Node> changed, Links links, UnaryOperator<String> stories) {
        this.base = base;
        this.present = present;
        this.changed = changed;
        this.links = links;
        this.stories = stories;
        this.graph = base.graph("events");
        this.decisions = new Decisions(base, present);
        this.undecided = decisions.areNone();
    }

    /** Takes in a report that the store does not have yet. */
    void add(Told told) {
        if (reports.putIfAbsent(told.report(), told) == null) {
            open.add(told);
        }
    }

    /** A report that was there and is no more: what was linked to it is taken in, but not itself. */
    void leave(Told told) {
        open.add(told);
    }

    /** Takes in an event with all its reports. */
    void take(Node event) {
        if (events.add(event)) {
            List<Told> all = reportsOf(event);
            all.forEach(this::add);
            all.stream().min(Comparator.naturalOrder()).ifPresent(first -> firstReport.put(event, first.report()));
        }
    }

    /** Takes in the events of a report that the store has. */
    void takeEventsOf(Node report) {
        objects(report, Kh.reportOf).forEach(this::take);
    }

    /** Takes in what is linked to what is in, until nothing more is. */
    void close() {
        while (!open.isEmpty()) {
            Told told = open.remove();
            decided(told);
            if (sought.add(told.claim())) {
                links.near(told.claim()).stream()
                        .flatMap(key -> subjects(Kh.mergeKey, Literals.string(key)).stream())
                        .distinct()
                        .filter(event -> !events.contains(event))
                        .filter(event -> reportsOf(event).stream().anyMatch(other -> linked(told, other)))
                        .toList()
                        .forEach(this::take);
            }
            copies(told);
        }
    }

    /** What editors put together with a report is taken in, be it through reports that are no more. */
    private void decided(Told told) {
        if (undecided) {
            return;
        }
        Deque<Node> waiting = new ArrayDeque<>(List.of(told.report()));
        while (!waiting.isEmpty()) {
            Node report = waiting.remove();
            if (ruled.add(report)) {
                takeEventsOf(report);
                for (Decision decision : decisions.nowOn(report)) {
                    rulings.add(decision);
                    if (decision.verdict() == Decisions.Verdict.SAME) {
                        waiting.addAll(decision.beside(report));
                    }
                }
            }
        }
    }

    private void copies(Told told) {
        eventsOf.computeIfAbsent(told.telling().story(), this::eventsOfCopies).stream()
                .filter(event -> !events.contains(event))
                .filter(event -> reportsOf(event).stream().anyMatch(other -> linked(told, other)))
                .toList()
                .forEach(this::take);
    }

    /** Of a story all that its copies tell of; none where it has no copies. */
    private Set<Node> eventsOfCopies(String story) {
        List<Node> articles = new ArrayList<>();
        present.find(base.graph("copies"), Node.ANY, Kh.copyOf, base.id("article", story))
                .forEachRemaining(quad -> articles.add(quad.getSubject()));
        if (articles.isEmpty()) {
            return Set.of();
        }
        articles.addFirst(base.id("article", story));
        return articles.stream()
                .flatMap(article -> quads(Node.ANY, Kh.reportedIn, article).stream())
                .map(Quad::getSubject)
                .flatMap(report -> objects(report, Kh.reportOf).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean linked(Told one, Told other) {
        boolean copies = one.telling().story().equals(other.telling().story());
        return links.link(one.claim(), other.claim(), copies).isPresent()
                || copies && links.link(one.claim(), other.claim(), false).isPresent();
    }

    /** The events as they were, whole. */
    Set<Node> events() {
        return events;
    }

    Collection<Told> reports() {
        return reports.values();
    }

    Rulings rulings() {
        return rulings;
    }

    /** The first report of an event as it was, those of the changed articles left out. */
    Optional<Node> firstReport(Node event) {
        return Optional.ofNullable(firstReport.get(event));
    }

    private List<Told> reportsOf(Node event) {
        List<Told> known = reportsOf.get(event);
        if (known != null) {
            return known;
        }
        List<Told> all = subjects(Kh.reportOf, event).stream()
                .flatMap(report -> quads(report, Kh.reportedIn, Node.ANY).stream())
                .filter(quad -> !changed.contains(quad.getGraph()))
                .map(quad -> Told.read(present.getGraph(quad.getGraph()), quad.getSubject(), base, stories))
                .toList();
        reportsOf.put(event, all);
        return all;
    }

    private List<Node> subjects(Node property, Node object) {
        List<Node> subjects = new ArrayList<>();
        present.find(graph, Node.ANY, property, object).forEachRemaining(quad -> subjects.add(quad.getSubject()));
        return subjects;
    }

    private List<Node> objects(Node subject, Node property) {
        List<Node> objects = new ArrayList<>();
        present.find(graph, subject, property, Node.ANY).forEachRemaining(quad -> objects.add(quad.getObject()));
        return objects;
    }

    private List<Quad> quads(Node subject, Node property, Node object) {
        List<Quad> quads = new ArrayList<>();
        present.find(Node.ANY, subject, property, object).forEachRemaining(quads::add);
        return quads;
    }
}
