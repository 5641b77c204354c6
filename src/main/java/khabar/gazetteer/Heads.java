package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.text.Tokeniser;

/** Head nouns of organisations, found with and without the Arabic article. */
final class Heads {
    private final NameIndex<Head> index = new NameIndex<>();
    private final Map<String, Head> byRole = new HashMap<>();

    Heads(List<Head> heads) {
        for (Head head : heads) {
            byRole.put(head.role(), head);
            for (Name word : head.heads()) {
                List<String> normals = Tokeniser.normals(word.text());
                index.add(normals, head);
                if (word.language().equals("ar") && !isDefinite(normals.getFirst())) {
                    definite(normals).forEach(form -> index.add(form, head));
                }
            }
        }
    }

    /** A head whose first word has the article in the file (الخارجية) is not found without: it is another word then. */
    private static boolean isDefinite(String normal) {
        return normal.startsWith("ال");
    }

    private static List<List<String>> definite(List<String> normals) {
        List<String> first = new ArrayList<>(normals);
        first.set(0, "ال" + first.getFirst());
        List<String> all = normals.stream()
                .map(word -> isDefinite(word) ? word : "ال" + word)
                .toList();
        return List.of(first, all);
    }

    Optional<Head> role(String role) {
        return Optional.ofNullable(byRole.get(role));
    }

    List<Head.Match> startingAt(List<String> normals, int from) {
        List<NameIndex.Found<Head>> all = index.startingAt(normals, from);
        if (all.isEmpty()) {
            return List.of(); // as for most words: not worth a stream
        }
        return all.stream()
                .flatMap(found -> found.values().stream().map(head -> new Head.Match(found.length(), head)))
                .toList();
    }
}
