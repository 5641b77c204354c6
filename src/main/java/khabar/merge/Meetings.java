package khabar.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups of reports may have anything to do with each other: those that share a key, a story or an editor's decision.
 * Comparing each with each would cost the square of how many come at once.
 */
final class Meetings {
    private final Links links;
    private final Rulings rulings;
    private final Map<String, List<Group>> standing = new HashMap<>();
    private final Map<String, List<Group>> near = new HashMap<>();
    private final Map<String, List<Group>> stories = new HashMap<>();
    private final Map<Object, List<Group>> together = new HashMap<>();

    Meetings(List<Group> groups, Links links, Rulings rulings) {
        this.links = links;
        this.rulings = rulings;
        for (Group group : groups) {
            links.standing(group.claim()).forEach(key -> put(standing, key, group));
            links.near(group.claim()).forEach(key -> put(near, key, group));
            group.stories().forEach(story -> put(stories, story, group));
            group.together(rulings).ifPresent(report -> put(together, report, group));
        }
    }

    private static <K> void put(Map<K, List<Group>> groups, K key, Group group) {
        groups.computeIfAbsent(key, first -> new ArrayList<>()).add(group);
    }

    /** It is among them, where it has a key at all. */
    Set<Group> of(Group one) {
        Set<Group> met = new LinkedHashSet<>();
        links.near(one.claim()).forEach(key -> met.addAll(standing.getOrDefault(key, List.of())));
        links.standing(one.claim()).forEach(key -> met.addAll(near.getOrDefault(key, List.of())));
        one.stories().forEach(story -> met.addAll(stories.getOrDefault(story, List.of())));
        one.together(rulings).ifPresent(report -> met.addAll(together.getOrDefault(report, List.of())));
        return met;
    }
}
