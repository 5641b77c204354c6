package khabar.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A set of words and phrases in normal form, looked up at a token; the longest wins. */
final class Phrases {
    private final Map<String, Integer> longest = new HashMap<>();
    private final java.util.Set<String> phrases = new java.util.HashSet<>();

    Phrases(Collection<String> normals) {
        for (String normal : normals) {
            phrases.add(normal);
            int blank = normal.indexOf(' ');
            String head = blank < 0 ? normal : normal.substring(0, blank);
            longest.merge(head, normal.split(" ", -1).length, Math::max);
        }
    }

    boolean has(String normal) {
        return phrases.contains(normal);
    }

    /** How many tokens from this one on make a phrase of the set; 0 if none does. */
    int at(List<String> normals, int from) {
        return at(normals, from, normals.get(from));
    }

    /** The same with another reading of the first token, as without its conjunction. */
    int at(List<String> normals, int from, String first) {
        int most = Math.min(longest.getOrDefault(first, 0), normals.size() - from);
        for (int length = most; length > 1; length--) {
            if (phrases.contains(first + " " + String.join(" ", normals.subList(from + 1, from + length)))) {
                return length;
            }
        }
        return most >= 1 && phrases.contains(first) ? 1 : 0;
    }
}
