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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which reports are of one event, among all that are linked to each other in some way.
 *
 * <p>Reports of equal claims go together first. Then the most alike pair of groups is joined, and the next, in an order
 * that the reports alone decide; a group joins another where nothing in the one speaks against anything in the other and
 * at least half of all pairs are linked, so that one report between two events never chains them. What is as much like
 * two that cannot be one joins neither. Last, a report without a day joins the one event that it fits, if it is only one.
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
    private final Map<Integer, Set<Group>> clusters = new TreeMap<>();

    private Clusters(List<Group> groups, Links links, Rulings rulings) {
        this.groups = groups;
        this.links = links;
        this.rulings = rulings;
        groups.forEach(group -> clusters.put(group.number(), new LinkedHashSet<>(Set.of(group))));
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
        List<List<Group>> all = new ArrayList<>();
        Set<Group> left = new LinkedHashSet<>(groups);
        while (!left.isEmpty()) {
            Deque<Group> open = new ArrayDeque<>(List.of(left.iterator().next()));
            left.remove(open.peek());
            List<Group> near = new ArrayList<>();
            while (!open.isEmpty()) {
                Group one = open.remove();
                near.add(one);
                List<Group> next = left.stream()
                        .filter(other -> one.ruled(other, rulings).isPresent()
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

    private List<List<Told>> solved() {
        together();
        if (groups.size() <= MOST_CLAIMS) {
            join(Group::hasDay);
            attach();
            join(group -> cluster(group).stream().noneMatch(Group::hasDay));
        }
        Map<Integer, List<Told>> solved = new TreeMap<>();
        clusters.values()
                .forEach(cluster -> solved.computeIfAbsent(
                        cluster.stream().mapToInt(Group::number).min().orElseThrow(),
                        first -> cluster.stream()
                                .flatMap(group -> group.reports().stream())
                                .sorted()
                                .toList()));
        return List.copyOf(solved.values());
    }

    /** What editors have put together. */
    private void together() {
        for (Group one : groups) {
            for (Group other : groups) {
                if (one.number() < other.number() && one.ruled(other, rulings).equals(Optional.of(true))) {
                    unite(one, other);
                }
            }
        }
    }

    private void join(Predicate<Group> which) {
        List<Group> some = groups.stream().filter(which).toList();
        List<Edge> edges = new ArrayList<>();
        for (Group one : some) {
            for (Group other : some) {
                if (one.number() < other.number() && !apart(one, other)) {
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
            Set<Group> one = cluster(edge.one());
            Set<Group> other = cluster(edge.other());
            if (!one.equals(other) && fits(one, other)) {
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
                .anyMatch(third -> links.likeness(third.claim(), other.claim(), third.copies(other))
                        .isEmpty());
    }

    /** No two pairs that speak against each other, and half of all linked. */
    private boolean fits(Set<Group> cluster, Set<Group> other) {
        int linked = 0;
        for (Group one : cluster) {
            for (Group two : other) {
                if (apart(one, two)) {
                    return false;
                }
                linked += one.ruled(two, rulings).isPresent()
                                || links.link(one.claim(), two.claim(), one.copies(two))
                                        .isPresent()
                        ? 1
                        : 0;
            }
        }
        return 2 * linked >= cluster.size() * other.size();
    }

    private void attach() {
        Map<Group, List<Group>> fitting = new LinkedHashMap<>();
        for (Group loose : groups) {
            if (cluster(loose).stream().noneMatch(Group::hasDay)) {
                fitting.put(
                        loose,
                        clusters.values().stream()
                                .filter(cluster -> takes(cluster, loose))
                                .map(cluster -> cluster.stream()
                                        .min(Comparator.comparingInt(Group::number))
                                        .orElseThrow())
                                .distinct()
                                .toList());
            }
        }
        fitting.forEach((loose, where) -> {
            if (where.size() == 1
                    && cluster(where.getFirst()).stream().noneMatch(group -> apart(group, loose))
                    && cluster(loose).size() == 1) {
                unite(loose, where.getFirst());
            }
        });
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
        Optional<Boolean> ruled = one.ruled(other, rulings);
        if (ruled.isPresent()) {
            return !ruled.get();
        }
        return one.articles().stream().anyMatch(other.articles()::contains)
                || links.likeness(one.claim(), other.claim(), one.copies(other)).isEmpty();
    }

    private Set<Group> cluster(Group group) {
        Set<Group> cluster = clusters.get(group.number());
        if (cluster == null) {
            throw new IllegalStateException("a group without a cluster: " + group.number());
        }
        return cluster;
    }

    private void unite(Group one, Group other) {
        Set<Group> all = new LinkedHashSet<>(cluster(one));
        all.addAll(cluster(other));
        all.forEach(group -> clusters.put(group.number(), all));
    }
}
