package khabar.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/**
 * Which reports are of one event, among all that are linked to each other in some way.
 *
 * <p>Reports of equal claims go together first. Then the most alike pair of groups is joined, and the next, in an order
 * that the reports alone decide; a group joins another where nothing in the one speaks against anything in the other and
 * at least half of all pairs are linked, so that one report between two events never chains them. What is as much like
 * two that cannot be one joins neither. Last, a report without a day joins the one event that it fits, if it is only one.
 *
 * <p>What editors put together goes together first, as far as it agrees, and draws to it what else agrees with it. Where it
 * does not agree, each part draws its own, and the parts are united at the end: so the events that an editor joins are
 * joined whole. Nothing is drawn to one part that editors hold apart from another.
 */
final class Clusters {
    /** What is so near to the best is as good. */
    private static final double MARGIN = 1;

    /** Of more different claims than this, all linked, only the equal ones are joined: it cannot be told what is what. */
    private static final int MOST_CLAIMS = 200;

    private static final Comparator<Edge> FIRST = Comparator.comparingDouble(
                    (Edge edge) -> -edge.likeness().score())
            .thenComparingInt(Edge::exiled)
            .thenComparingInt(edge -> edge.one().number())
            .thenComparingInt(edge -> edge.other().number());

    private final Links links;
    private final Rulings rulings;
    private final List<Group> groups;
    /** What agrees. */
    private final Partition clusters;
    /** What is of one event: clusters, and those that editors put together. */
    private final Partition events;

    private Clusters(List<Group> groups, Links links, Rulings rulings) {
        this.groups = groups;
        this.links = links;
        this.rulings = rulings;
        this.clusters = new Partition(groups);
        this.events = new Partition(groups);
        Map<Node, Group> first = new HashMap<>();
        groups.forEach(group -> group.together(rulings).ifPresent(key -> {
            Group one = first.putIfAbsent(key, group);
            if (one != null) {
                events.unite(one, group);
            }
        }));
    }

    /** @param reports of one neighbourhood or of several; their order does not matter */
    static List<List<Told>> of(Collection<Told> reports, Links links, Rulings rulings) {
        List<Group> groups = Group.of(reports, links, rulings);
        return neighbourhoods(groups, links, rulings).stream()
                .flatMap(near -> new Clusters(near, links, rulings).solved().stream())
                .toList();
    }

    private record Edge(Group one, Group other, Likeness likeness, int exiled) {}

    private static List<List<Group>> neighbourhoods(List<Group> groups, Links links, Rulings rulings) {
        Meetings meetings = new Meetings(groups, links, rulings);
        List<List<Group>> all = new ArrayList<>();
        Set<Group> left = new LinkedHashSet<>(groups);
        while (!left.isEmpty()) {
            Deque<Group> open = new ArrayDeque<>(List.of(left.iterator().next()));
            left.remove(open.peek());
            List<Group> near = new ArrayList<>();
            while (!open.isEmpty()) {
                Group one = open.remove();
                near.add(one);
                List<Group> next = meetings.of(one).stream()
                        .filter(left::contains)
                        .filter(other -> together(one, other, rulings)
                                || links.link(one.claim(), other.claim(), one.copies(other))
                                        .isPresent())
                        .toList();
                next.forEach(left::remove);
                open.addAll(next);
            }
            near.sort(Comparator.comparingInt(Group::number));
            all.add(near);
        }
        return all;
    }

    private static boolean together(Group one, Group other, Rulings rulings) {
        return one.together(rulings).isPresent() && one.together(rulings).equals(other.together(rulings));
    }

    private List<List<Told>> solved() {
        if (groups.size() <= MOST_CLAIMS) {
            if (!rulings.isEmpty()) {
                join(group -> true, (one, other) -> events.with(one).contains(other));
            }
            join(Group::hasDay, (one, other) -> true);
            attach();
            join(group -> clusters.with(group).stream().noneMatch(Group::hasDay), (one, other) -> true);
        }
        Map<Integer, List<Told>> solved = new TreeMap<>();
        events.sets()
                .forEach(event -> solved.computeIfAbsent(
                        event.stream().mapToInt(Group::number).min().orElseThrow(),
                        first -> event.stream()
                                .flatMap(group -> group.reports().stream())
                                .sorted()
                                .toList()));
        return List.copyOf(solved.values());
    }

    private void join(Predicate<Group> which, BiPredicate<Group, Group> candidates) {
        List<Group> some = groups.stream().filter(which).toList();
        List<Edge> edges = new ArrayList<>();
        for (Group one : some) {
            for (Group other : some) {
                if (one.number() < other.number() && candidates.test(one, other) && !apart(one, other)) {
                    links.link(one.claim(), other.claim(), one.copies(other))
                            .ifPresent(likeness -> edges.add(
                                    new Edge(one, other, likeness, one.exiled(rulings) + other.exiled(rulings))));
                }
            }
        }
        Map<Group, List<Edge>> around = new HashMap<>();
        edges.forEach(edge -> {
            around.computeIfAbsent(edge.one(), first -> new ArrayList<>()).add(edge);
            around.computeIfAbsent(edge.other(), first -> new ArrayList<>()).add(edge);
        });
        List<Edge> certain = edges.stream()
                .filter(edge ->
                        !torn(edge, edge.one(), edge.other(), around) && !torn(edge, edge.other(), edge.one(), around))
                .sorted(FIRST)
                .toList();
        for (Edge edge : certain) {
            Set<Group> one = clusters.with(edge.one());
            if (!one.contains(edge.other()) && fits(one, clusters.with(edge.other()))) {
                unite(edge.one(), edge.other());
            }
        }
    }

    /** Whether an end is as much like a third whose words cannot be of one event with those of the other end. */
    private boolean torn(Edge edge, Group end, Group other, Map<Group, List<Edge>> around) {
        return around.getOrDefault(end, List.of()).stream()
                .filter(third -> !third.equals(edge)
                        && third.likeness().score() > edge.likeness().score() - MARGIN)
                .map(third -> third.one().equals(end) ? third.other() : third.one())
                .filter(third -> !events.with(other).contains(third))
                .anyMatch(third -> links.likeness(third.claim(), other.claim(), third.copies(other))
                        .isEmpty());
    }

    /** No two pairs that speak against each other, and half of all linked. */
    private boolean fits(Set<Group> cluster, Set<Group> other) {
        if (areHeldApart(cluster.iterator().next(), other.iterator().next())) {
            return false;
        }
        int linked = 0;
        for (Group one : cluster) {
            for (Group two : other) {
                if (apart(one, two)) {
                    return false;
                }
                linked += links.link(one.claim(), two.claim(), one.copies(two)).isPresent() ? 1 : 0;
            }
        }
        return 2 * linked >= cluster.size() * other.size();
    }

    /** By an editor: they, or any that are of one event with them. */
    private boolean areHeldApart(Group one, Group other) {
        return !rulings.isEmpty()
                && events.with(one).stream()
                        .anyMatch(here -> events.with(other).stream().anyMatch(there -> here.apart(there, rulings)));
    }

    private void attach() {
        Map<Group, List<Group>> fitting = new LinkedHashMap<>();
        for (Group loose : groups) {
            if (clusters.with(loose).stream().noneMatch(Group::hasDay)) {
                fitting.put(
                        loose,
                        clusters.sets().stream()
                                .filter(cluster -> takes(cluster, loose))
                                .map(Clusters::first)
                                .distinct()
                                .toList());
            }
        }
        fitting.forEach((loose, where) -> {
            if (areOfOneEvent(where)
                    && clusters.with(where.getFirst()).stream().noneMatch(group -> apart(group, loose))
                    && !areHeldApart(where.getFirst(), loose)
                    && clusters.with(loose).size() == 1) {
                unite(loose, where.getFirst());
            }
        });
    }

    private boolean areOfOneEvent(List<Group> some) {
        return !some.isEmpty() && events.with(some.getFirst()).containsAll(some);
    }

    private static Group first(Set<Group> cluster) {
        return cluster.stream().min(Comparator.comparingInt(Group::number)).orElseThrow();
    }

    private boolean takes(Set<Group> cluster, Group loose) {
        return cluster.stream().anyMatch(Group::hasDay)
                && cluster.stream().noneMatch(group -> apart(group, loose))
                && cluster.stream()
                        .anyMatch(group -> links.link(group.claim(), loose.claim(), group.copies(loose))
                                .filter(likeness -> likeness.score() >= Likeness.ENOUGH_WITHOUT_DAY)
                                .isPresent());
    }

    /** They cannot be of one event: by what they say, as one article tells both, or as an editor says. */
    private boolean apart(Group one, Group other) {
        return one.apart(other, rulings)
                || one.articles().stream().anyMatch(other.articles()::contains)
                || links.likeness(one.claim(), other.claim(), one.copies(other)).isEmpty();
    }

    private void unite(Group one, Group other) {
        clusters.unite(one, other);
        events.unite(one, other);
    }
}
