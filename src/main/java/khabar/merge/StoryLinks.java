package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Which event goes on from which: the strongest two links of each to earlier events, in {@code graph/storylines}, found by
 * pairs of things and spans of days that stand there too. A pair that more events of a span share is no sign of a story.
 */
final class StoryLinks {
    /** In days: a story's earlier events stand in the span of an event or in the one before it. */
    private static final int SPAN = (int) StoryLink.LONGEST_GAP;

    private static final int CROWD = 40;

    /** Two threads of a story may come together in one event. */
    private static final int EARLIER = 2;

    private final Base base;
    private final Node graph;
    private final Node events;
    private final World world;
    private final Unfolding unfolding;
    private final Together together;
    private final Map<Node, Optional<StoryTraits>> traits = new HashMap<>();
    private final Map<Node, List<String>> pairs = new HashMap<>();
    private final Set<Node> moved = new TreeSet<>(Comparator.comparing(Node::toString));

    StoryLinks(Base base, DatasetGraph present, World world) {
        this.base = base;
        this.graph = base.graph("storylines");
        this.events = base.graph("events");
        this.world = world;
        this.unfolding = new Unfolding(present);
        this.together = new Together(base, present);
    }

    /** Links as they are then, for reading. */
    DatasetGraph now() {
        return unfolding.now();
    }

    Changes changes() {
        return unfolding.all();
    }

    /** Events that say something else now, or whose links to others are others now, and those at their other ends. */
    Set<Node> moved() {
        return moved;
    }

    Optional<StoryTraits> traits(Node event) {
        return traits.computeIfAbsent(event, one -> StoryTraits.read(now().getGraph(events), one, world));
    }

    /** @param done what became of the events and of copies of stories, which is in the store already */
    void follow(Changes done) {
        Set<Node> reshaped = new LinkedHashSet<>();
        Set<Node> articles = new LinkedHashSet<>();
        for (Quad quad :
                Stream.concat(done.removed().stream(), done.added().stream()).toList()) {
            if (quad.getGraph().equals(events) && quad.getPredicate().equals(Kh.reportOf)) {
                moved.add(quad.getObject());
                articles.add(together.articleOf(quad.getSubject()));
            } else if (quad.getGraph().equals(events) && isEvent(quad.getSubject())) {
                moved.add(quad.getSubject());
                if (StoryTraits.TELLING.contains(quad.getPredicate())) {
                    reshaped.add(quad.getSubject());
                }
            } else if (quad.getPredicate().equals(Kh.copyOf)) {
                articles.add(quad.getSubject());
                articles.add(quad.getObject());
            }
        }
        articles.forEach(article -> moved.addAll(together.told(article)));
        Set<Node> later = new LinkedHashSet<>(moved);
        later.addAll(stand(reshaped));
        reshaped.forEach(event -> later.addAll(goingOn(event)));
        later.forEach(this::link);
    }

    /** Puts events under the pairs that they have now; gives those whose pairs are a crowd now, or no crowd any more. */
    private Set<Node> stand(Set<Node> reshaped) {
        Set<String> changed = new LinkedHashSet<>();
        Map<String, Integer> before = new HashMap<>();
        for (Node event : reshaped) {
            List<Quad> old = quads(event, Kh.storyKey, Node.ANY);
            List<Quad> fresh = traits(event).stream()
                    .flatMap(one -> pairs(one).stream().map(pair -> span(one) + " " + pair))
                    .map(key -> Quad.create(graph, event, Kh.storyKey, Literals.string(key)))
                    .toList();
            Changes changes = Changes.turning(old, fresh);
            Stream.concat(changes.removed().stream(), changes.added().stream()).forEach(quad -> {
                String key = quad.getObject().getLiteralLexicalForm();
                before.computeIfAbsent(key, one -> under(one).size());
                changed.add(key);
            });
            unfolding.then(changes);
        }
        Set<Node> others = new LinkedHashSet<>();
        for (String key : changed) {
            if (isCrowd(before.getOrDefault(key, 0)) != isCrowd(under(key).size())) {
                for (int on = 0; on <= 1; on++) {
                    others.addAll(under(shifted(key, on)));
                }
            }
        }
        return others;
    }

    /** Later events that go on from this one, or did, or would rather do so than as they do now. */
    private Set<Node> goingOn(Node event) {
        Set<Node> later = new LinkedHashSet<>();
        quads(Node.ANY, Kh.earlierEvent, event)
                .forEach(quad ->
                        quads(quad.getSubject(), Kh.laterEvent, Node.ANY).forEach(link -> later.add(link.getObject())));
        traits(event).ifPresent(earlier -> {
            Set<Node> candidates = near(earlier, 0, 1);
            candidates.addAll(together.with(event).keySet());
            candidates.stream()
                    .filter(other -> !later.contains(other))
                    .filter(other -> traits(other)
                            .flatMap(one -> StoryLink.of(earlier, one, together.of(event, other)))
                            .filter(link -> isAmongTheStrongest(link.score(), other))
                            .isPresent())
                    .forEach(later::add);
        });
        return later;
    }

    private boolean isAmongTheStrongest(double score, Node later) {
        List<Double> scores = quads(Node.ANY, Kh.laterEvent, later).stream()
                .flatMap(quad -> quads(quad.getSubject(), Kh.linkScore, Node.ANY).stream())
                .map(quad -> Double.parseDouble(quad.getObject().getLiteralLexicalForm()))
                .toList();
        return scores.size() < EARLIER || scores.stream().anyMatch(other -> other <= score);
    }

    /** The links of an event to earlier ones, found anew. */
    private void link(Node event) {
        List<Quad> old = new ArrayList<>();
        quads(Node.ANY, Kh.laterEvent, event).forEach(quad -> old.addAll(quads(quad.getSubject(), Node.ANY, Node.ANY)));
        List<Quad> fresh = traits(event).stream()
                .flatMap(later -> strongest(later).stream())
                .flatMap(link -> said(link).stream())
                .toList();
        Changes changes = Changes.turning(old, fresh);
        if (!changes.isEmpty()) {
            moved.add(event);
            Stream.concat(old.stream(), fresh.stream()).forEach(quad -> {
                if (quad.getPredicate().equals(Kh.earlierEvent)) {
                    moved.add(quad.getObject());
                }
            });
            unfolding.then(changes);
        }
    }

    private List<StoryLink> strongest(StoryTraits later) {
        Map<Node, List<Node>> told = together.with(later.event());
        Set<Node> candidates = near(later, -1, 0);
        candidates.addAll(told.keySet());
        return candidates.stream()
                .flatMap(event -> traits(event).stream())
                .flatMap(
                        earlier -> StoryLink.of(earlier, later, told.getOrDefault(earlier.event(), List.of())).stream())
                .sorted(StoryLink.FIRST)
                .limit(EARLIER)
                .toList();
    }

    /** Events that share a pair, in the spans from so many before to so many after. */
    private Set<Node> near(StoryTraits one, int from, int to) {
        Set<Node> near = new LinkedHashSet<>();
        for (String pair : pairs(one)) {
            for (int on = from; on <= to; on++) {
                List<Node> sharing = under((span(one) + on) + " " + pair);
                if (!isCrowd(sharing.size())) {
                    near.addAll(sharing);
                }
            }
        }
        near.remove(one.event());
        return near;
    }

    private List<String> pairs(StoryTraits one) {
        return pairs.computeIfAbsent(one.event(), event -> one.pairs(base));
    }

    private static long span(StoryTraits one) {
        return Math.floorDiv(one.day().toEpochDay(), SPAN);
    }

    private static String shifted(String key, int on) {
        int blank = key.indexOf(' ');
        return Long.parseLong(key.substring(0, blank)) + on + key.substring(blank);
    }

    private List<Node> under(String key) {
        return quads(Node.ANY, Kh.storyKey, Literals.string(key)).stream()
                .map(Quad::getSubject)
                .toList();
    }

    private static boolean isCrowd(int events) {
        return events > CROWD;
    }

    private List<Quad> said(StoryLink link) {
        Node name = link.name(base);
        List<Quad> said = new ArrayList<>();
        Map<Node, List<Node>> parts = new LinkedHashMap<>();
        parts.put(Rdf.type, List.of(Kh.StoryLink));
        parts.put(
                Rdfs.label,
                List.of(
                        Literals.english("Link of " + link.score() + " points"),
                        Literals.arabic("صلة بدرجة " + link.score())));
        parts.put(Kh.earlierEvent, List.of(link.earlier().event()));
        parts.put(Kh.laterEvent, List.of(link.later().event()));
        parts.put(Kh.linkScore, List.of(Literals.decimal(link.score())));
        parts.put(Kh.daysBetween, List.of(Literals.integer(link.days())));
        parts.put(Kh.sharedActor, link.parties());
        parts.put(Kh.sharedCountry, link.lands());
        parts.put(Kh.sharedPlace, link.place().stream().toList());
        parts.put(Kh.toldTogetherIn, link.articles());
        parts.forEach(
                (property, values) -> values.forEach(value -> said.add(Quad.create(graph, name, property, value))));
        return said;
    }

    private boolean isEvent(Node thing) {
        return base.parse(thing.getURI())
                .filter(local -> local.type().equals("event"))
                .isPresent();
    }

    private List<Quad> quads(Node subject, Node property, Node object) {
        return Iter.toList(now().find(graph, subject, property, object));
    }
}
