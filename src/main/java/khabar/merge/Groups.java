package khabar.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import khabar.merge.Decisions.Decision;
import khabar.merge.Decisions.Verdict;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/**
 * Things put together that are one: first those of which an editor said so, then the surest pairs; never two of which an
 * editor said that they are not, nor two that are known. The outcome depends on what goes in, not on its order.
 */
final class Groups {
    private final Map<Node, List<Node>> groupOf = new HashMap<>();
    private final Map<Node, DarkName.Pair> joinedBy = new HashMap<>();
    private final List<Decision> apart;
    private final Predicate<Node> known;

    private Groups(Collection<Node> things, List<Decision> apart, Predicate<Node> known) {
        things.forEach(thing -> groupOf.put(thing, new ArrayList<>(List.of(thing))));
        this.apart = apart;
        this.known = known;
    }

    /** @param known whether a thing is one that the gazetteer has */
    static Groups of(
            Collection<Node> things, Collection<Decision> decisions, List<DarkName.Pair> pairs, Predicate<Node> known) {
        Groups groups = new Groups(
                things,
                decisions.stream()
                        .filter(decision -> decision.verdict() == Verdict.DIFFERENT)
                        .toList(),
                known);
        decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.SAME)
                .map(decision -> new DarkName.Pair(
                        decision.things().getFirst(),
                        decision.things().getLast(),
                        new DarkName.Ground(Kh.Decided, 1, java.util.Set.of())))
                .sorted()
                .forEach(groups::join);
        pairs.stream().sorted().forEach(groups::join);
        return groups;
    }

    /** All that are one with it, and it. */
    List<Node> with(Node thing) {
        return groupOf.getOrDefault(thing, List.of(thing));
    }

    /** The pair by which it came to the others; empty where it is alone. */
    Optional<DarkName.Pair> joinedBy(Node thing) {
        return Optional.ofNullable(joinedBy.get(thing));
    }

    private void join(DarkName.Pair pair) {
        List<Node> one = groupOf.getOrDefault(pair.one(), List.of());
        List<Node> other = groupOf.getOrDefault(pair.other(), List.of());
        if (one.isEmpty() || other.isEmpty() || one.contains(pair.other()) || areApart(one, other)) {
            return;
        }
        joinedBy.putIfAbsent(pair.one(), pair);
        joinedBy.putIfAbsent(pair.other(), pair);
        one.addAll(other);
        other.forEach(thing -> groupOf.put(thing, one));
    }

    private boolean areApart(List<Node> one, List<Node> other) {
        return one.stream().anyMatch(known) && other.stream().anyMatch(known)
                || apart.stream()
                        .map(Decision::things)
                        .anyMatch(two -> one.contains(two.getFirst()) && other.contains(two.getLast())
                                || one.contains(two.getLast()) && other.contains(two.getFirst()));
    }
}
