package khabar.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.merge.Decisions.Decision;
import org.apache.jena.graph.Node;

/** What editors decided of the reports of a neighbourhood: which are of one event, and which are not. */
final class Rulings {
    private final Set<Decision> decisions = new HashSet<>();
    private final Map<Node, Node> next = new HashMap<>();
    private final Map<Node, Set<Node>> apart = new HashMap<>();
    private final Map<Node, Integer> exiles = new HashMap<>();

    void add(Decision decision) {
        if (!decisions.add(decision)) {
            return;
        }
        switch (decision.verdict()) {
            case SAME ->
                decision.things().forEach(thing -> unite(decision.things().getFirst(), thing));
            case DIFFERENT -> {
                decision.things()
                        .forEach(thing -> apart.computeIfAbsent(thing, first -> new HashSet<>())
                                .addAll(decision.beside(thing)));
                decision.apart().ifPresent(one -> exiles.merge(one, 1, Integer::sum));
            }
        }
    }

    boolean isEmpty() {
        return decisions.isEmpty();
    }

    /** What is equal for reports that are of one event, through whatever other reports; empty where nothing was put together with it. */
    Optional<Node> together(Told told) {
        return next.containsKey(told.report()) ? Optional.of(last(told.report())) : Optional.empty();
    }

    /** The reports that are not of one event with it. */
    Set<Node> apart(Told told) {
        return apart.getOrDefault(told.report(), Set.of());
    }

    /** How often it was taken out of an event. */
    int exiled(Told told) {
        return exiles.getOrDefault(told.report(), 0);
    }

    private void unite(Node one, Node other) {
        next.put(last(other), last(one));
    }

    private Node last(Node thing) {
        Node after = next.getOrDefault(thing, thing);
        return after.equals(thing) ? thing : last(after);
    }
}
