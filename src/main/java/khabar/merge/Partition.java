package khabar.merge;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Groups in sets that grow together; each group is in one. */
final class Partition {
    private final Map<Integer, Set<Group>> sets = new TreeMap<>();

    /** Each of these by itself. */
    Partition(Collection<Group> groups) {
        groups.forEach(group -> sets.put(group.number(), new LinkedHashSet<>(Set.of(group))));
    }

    /** All that are with a group, and itself. */
    Set<Group> with(Group group) {
        Set<Group> set = sets.get(group.number());
        if (set == null) {
            throw new IllegalStateException("not a group of this partition: " + group.number());
        }
        return set;
    }

    /** The set of each group, in the order of the groups; so that of several comes several times. */
    Collection<Set<Group>> sets() {
        return sets.values();
    }

    void unite(Group one, Group other) {
        Set<Group> all = new LinkedHashSet<>(with(one));
        all.addAll(with(other));
        all.forEach(group -> sets.put(group.number(), all));
    }
}
