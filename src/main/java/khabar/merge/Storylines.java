package khabar.merge;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The storylines in {@code graph/storylines}, and what they become when events change: what hangs together by
 * {@link StoryLinks}. Where more than a hundred events do, only stronger links count, so that one story is no year's news.
 */
final class Storylines {
    /** Fewer events are no story. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 100;

    /** The points that a link needs; the next where too much hangs together. */
    private static final List<Double> NEEDED = List.of(StoryLink.ENOUGH, 4.0, 5.0, 7.0);

    private final Base base;
    private final Labels labels;
    private final Gone gone;
    private final DatasetGraph present;
    private final Node graph;
    private final Node history;
    private final StoryLinks links;
    private final Map<Node, Map<Node, Double>> around = new HashMap<>();
    private final Map<Node, List<StoryTraits>> stories = new HashMap<>();

    Storylines(Base base, DatasetGraph present, Labels labels, World world, OffsetDateTime now) {
        this.base = base;
        this.labels = labels;
        this.present = present;
        this.graph = base.graph("storylines");
        this.history = base.graph("history");
        this.gone = new Gone(present, graph, history, now);
        this.links = new StoryLinks(base, present, world);
    }

    /** @param done what became of the events and of copies of stories, which is in the store already */
    Changes follow(Changes done) {
        links.follow(done);
        if (links.moved().isEmpty()) {
            return links.changes();
        }
        Unfolding unfolding = new Unfolding(present);
        unfolding.then(links.changes());
        unfolding.then(told(links.moved()));
        return unfolding.all();
    }

    /** The storylines of these events told anew, and those of all that belongs to them now or did. */
    private Changes told(Set<Node> moved) {
        Map<Node, Set<Node>> before = new LinkedHashMap<>();
        Map<Node, List<StoryTraits>> after = new TreeMap<>(Comparator.comparing(Node::toString));
        Set<Node> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(moved);
        while (!open.isEmpty()) {
            Node event = open.remove();
            if (seen.add(event)) {
                storylines(event).forEach(storyline -> open.addAll(before.computeIfAbsent(storyline, this::eventsOf)));
                List<StoryTraits> story = story(event);
                if (story.size() >= SHORTEST) {
                    after.putIfAbsent(base.id("storyline", key(story.getFirst().event())), story);
                }
                story.forEach(one -> open.add(one.event()));
            }
        }
        return rewritten(before, after);
    }

    private Changes rewritten(Map<Node, Set<Node>> before, Map<Node, List<StoryTraits>> after) {
        StorylineTriples triples = new StorylineTriples(base, present, links.now(), labels);
        List<Quad> removed = new ArrayList<>();
        List<Quad> added = new ArrayList<>();
        Map<Node, Node> storyOf = new HashMap<>();
        before.forEach((storyline, events) -> {
            removed.addAll(quads(graph, storyline, Node.ANY, Node.ANY));
            events.forEach(event -> removed.addAll(quads(graph, slot(event), Node.ANY, Node.ANY)));
        });
        after.forEach((storyline, story) -> {
            story.forEach(one -> storyOf.put(one.event(), storyline));
            triples.of(storyline, story).forEach(triple -> added.add(Quad.create(graph, triple)));
            removed.addAll(quads(graph, storyline, Dct.isReplacedBy, Node.ANY));
            removed.addAll(quads(history, storyline, Node.ANY, Node.ANY));
        });
        before.forEach((storyline, events) -> {
            if (!after.containsKey(storyline)) {
                added.addAll(successor(events, storyOf)
                        .map(next -> gone.moved(storyline, next, after.keySet(), removed))
                        .orElseGet(() -> gone.tombstone(storyline, Kh.Storyline)));
            }
        });
        return Changes.turning(removed, added);
    }

    /** What hangs together with the event, in order; alone where it hangs together with nothing, or with far too much. */
    private List<StoryTraits> story(Node event) {
        List<StoryTraits> known = stories.get(event);
        if (known != null) {
            return known;
        }
        for (double needed : NEEDED) {
            Set<Node> together = together(event, needed);
            if (together.size() <= LONGEST) {
                List<StoryTraits> story = together.stream()
                        .flatMap(one -> links.traits(one).stream())
                        .sorted()
                        .toList();
                // Links lead both ways, and where too much hung together by fewer points it did for all of these.
                together.forEach(one -> stories.put(one, story));
                return story;
            }
        }
        return links.traits(event).stream().toList();
    }

    private Set<Node> together(Node event, double needed) {
        Set<Node> together = new LinkedHashSet<>(Set.of(event));
        Deque<Node> open = new ArrayDeque<>(together);
        while (!open.isEmpty() && together.size() <= LONGEST) {
            around(open.remove()).forEach((other, score) -> {
                if (score >= needed && together.add(other)) {
                    open.add(other);
                }
            });
        }
        return together;
    }

    private Map<Node, Double> around(Node event) {
        return around.computeIfAbsent(event, one -> {
            Map<Node, Double> around = new LinkedHashMap<>();
            for (Node end : List.of(Kh.laterEvent, Kh.earlierEvent)) {
                Iter.toList(links.now().find(graph, Node.ANY, end, one)).forEach(quad -> {
                    Said link = Said.of(links.now().getGraph(graph), quad.getSubject());
                    around.put(
                            link.one(end.equals(Kh.laterEvent) ? Kh.earlierEvent : Kh.laterEvent)
                                    .orElseThrow(),
                            Double.parseDouble(link.text(Kh.linkScore).orElseThrow()));
                });
            }
            return around;
        });
    }

    /** The storyline that has most of the events now. */
    private Optional<Node> successor(Set<Node> events, Map<Node, Node> storyOf) {
        Map<Node, Long> votes = events.stream()
                .map(event -> Said.object(present.getGraph(base.graph("events")), event, Dct.isReplacedBy)
                        .orElse(event))
                .filter(storyOf::containsKey)
                .collect(Collectors.groupingBy(event -> storyOf.getOrDefault(event, event), Collectors.counting()));
        return votes.entrySet().stream()
                .max(Map.Entry.<Node, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private List<Node> storylines(Node event) {
        return quads(graph, Node.ANY, Kh.hasSlot, slot(event)).stream()
                .map(Quad::getSubject)
                .toList();
    }

    private Set<Node> eventsOf(Node storyline) {
        Set<Node> events = new HashSet<>();
        quads(graph, storyline, Kh.hasSlot, Node.ANY)
                .forEach(slot -> quads(graph, slot.getObject(), Kh.contains, Node.ANY)
                        .forEach(quad -> events.add(quad.getObject())));
        return events;
    }

    private Node slot(Node event) {
        return base.id("slot", key(event));
    }

    private String key(Node event) {
        return base.parse(event.getURI()).map(Base.Local::key).orElseThrow();
    }

    private List<Quad> quads(Node name, Node subject, Node property, Node object) {
        return Iter.toList(present.find(name, subject, property, object));
    }
}
