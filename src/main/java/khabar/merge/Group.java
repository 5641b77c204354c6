package khabar.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports of equal claims, where so much is claimed that they are of one event; one that an editor decided on is alone.
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

    private static Object key(Told told, Links links, Rulings rulings) {
        Claim claim = told.claim();
        boolean enough = !claim.when().token().isEmpty()
                && links.link(claim, claim, false).isPresent()
                && !rulings.on(told);
        return enough ? claim : told.report();
    }

    boolean hasDay() {
        return claim.when().isDay();
    }

    /** Whether the one has nothing but copies of what the other has. */
    boolean copies(Group other) {
        return stories.containsAll(other.stories) || other.stories.containsAll(stories);
    }

    /** Whether an editor holds them to be of one event; empty where nothing was decided. */
    Optional<Boolean> ruled(Group other, Rulings rulings) {
        return rulings.between(reports.getFirst(), other.reports.getFirst());
    }

    /** From how many others an editor told it apart. */
    int exiled(Rulings rulings) {
        return rulings.apart(reports.getFirst());
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
