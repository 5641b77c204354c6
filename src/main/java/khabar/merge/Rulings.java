package khabar.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** What editors decided of the reports of a neighbourhood: which two are of one event, and which two are not. */
final class Rulings {
    private final Map<Set<Node>, Boolean> together = new HashMap<>();
    private final Map<Node, Set<Node>> others = new HashMap<>();

    /** The other reports that editors decided on together with this one, and whether they are of one event. */
    static Map<Node, Boolean> in(DatasetGraph present, Base base, Node report) {
        Map<Node, Boolean> decided = new HashMap<>();
        new Decisions(base, present)
                .on(report)
                .forEach(
                        decision -> decided.put(decision.beside(report), decision.verdict() == Decisions.Verdict.SAME));
        return decided;
    }

    /** @param same whether they are of one event */
    void add(Node one, Node other, boolean same) {
        together.put(Set.of(one, other), same);
        others.computeIfAbsent(one, first -> new HashSet<>()).add(other);
        others.computeIfAbsent(other, first -> new HashSet<>()).add(one);
    }

    /** Whether there is one on the report. */
    boolean on(Told told) {
        return others.containsKey(told.report());
    }

    /** Empty where nothing was decided on the two. */
    Optional<Boolean> between(Told one, Told other) {
        return on(one) ? Optional.ofNullable(together.get(Set.of(one.report(), other.report()))) : Optional.empty();
    }

    /** From how many others the report was told apart. */
    int apart(Told told) {
        return (int) others.getOrDefault(told.report(), Set.of()).stream()
                .filter(other -> Boolean.FALSE.equals(together.get(Set.of(told.report(), other))))
                .count();
    }
}
