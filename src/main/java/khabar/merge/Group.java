package khabar.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Reports of equal claims, where so much is claimed that they are of one event; those of which editors decided differently
 * are in several.
 *
 * @param number in the order of the first reports
 * @param stories of its articles; copies of one story are of the same
 */
record Group(int number, Claim claim, List<Told> reports, Set<String> articles, Set<String> stories) {
    static List<Group> of(Collection<Told> reports, Links links, Rulings rulings) {
        Map<Object, List<Told>> byClaim = new LinkedHashMap<>();
        reports.stream()
                .sorted()
                .forEach(told -> byClaim.computeIfAbsent(key(told, links, rulings), first -> new ArrayList<>())
                        .add(told));
        List<Group> groups = new ArrayList<>();
        byClaim.values()
                .forEach(equal -> groups.add(new Group(
                        groups.size(),
                        equal.getFirst().claim(),
                        equal,
                        equal.stream().map(told -> told.telling().articleKey()).collect(Collectors.toSet()),
                        equal.stream().map(told -> told.telling().story()).collect(Collectors.toSet()))));
        return groups;
    }

    /** What reports of one group have in common. */
    private record Alike(Claim claim, Optional<Node> together, Set<Node> apart) {}

    private static Object key(Told told, Links links, Rulings rulings) {
        Claim claim = told.claim();
        boolean enough = !claim.when().token().isEmpty()
                && links.link(claim, claim, false).isPresent();
        return enough ? new Alike(claim, rulings.together(told), rulings.apart(told)) : told.report();
    }

    boolean hasDay() {
        return claim.when().isDay();
    }

    /** Whether the one has nothing but copies of what the other has. */
    boolean copies(Group other) {
        return stories.containsAll(other.stories) || other.stories.containsAll(stories);
    }

    /** Equal for groups that an editor holds to be of one event; empty where none was put together with it. */
    Optional<Node> together(Rulings rulings) {
        return rulings.together(reports.getFirst());
    }

    /** Whether an editor holds the two to be of different events. */
    boolean apart(Group other, Rulings rulings) {
        Set<Node> others = rulings.apart(reports.getFirst());
        return !others.isEmpty() && others.contains(other.reports.getFirst().report());
    }

    /** How often editors took it out of an event. */
    int exiled(Rulings rulings) {
        return rulings.exiled(reports.getFirst());
    }

    /** There is one of each number: comparing all reports would cost much. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Group group && group.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
