package khabar.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Which values a run of tokens names: exact on normal forms, the longest run first. */
final class NameIndex<T> {
    private final Map<String, List<T>> byName = new HashMap<>();
    private final Map<String, Integer> longestByFirst = new HashMap<>();
    private final Set<String> common = new HashSet<>();

    void add(List<String> normals, T value) {
        if (normals.isEmpty()) {
            return;
        }
        List<T> values = byName.computeIfAbsent(String.join(" ", normals), name -> new ArrayList<>(1));
        if (!values.contains(value)) {
            values.add(value);
        }
        longestByFirst.merge(normals.getFirst(), normals.size(), Math::max);
    }

    /** Marks a name that is an everyday word too. */
    void addCommon(List<String> normals) {
        common.add(String.join(" ", normals));
    }

    boolean isCommon(String joined) {
        return common.contains(joined);
    }

    /** Puts the values of each name in order, the best first, and lets go of what building needed. */
    void order(ToDoubleFunction<T> prior) {
        Comparator<T> best = Comparator.comparingDouble(prior).reversed();
        byName.replaceAll((name, values) -> {
            values.sort(best);
            return List.copyOf(values);
        });
    }

    List<Found<T>> startingAt(List<String> normals, int from) {
        int longest = Math.min(longestByFirst.getOrDefault(normals.get(from), 0), normals.size() - from);
        if (longest == 0) {
            return List.of();
        }
        List<Found<T>> found = new ArrayList<>(1);
        for (int length = longest; length > 0; length--) {
            String name = length == 1 ? normals.get(from) : String.join(" ", normals.subList(from, from + length));
            List<T> values = byName.get(name);
            if (values != null) {
                found.add(new Found<>(length, values, common.contains(name)));
            }
        }
        return found;
    }

    List<T> get(String joined) {
        return byName.getOrDefault(joined, List.of());
    }

    record Found<T>(int length, List<T> values, boolean common) {}
}
