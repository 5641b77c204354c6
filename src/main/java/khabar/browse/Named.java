package khabar.browse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Row;
import khabar.store.Words;
import org.apache.jena.graph.Node;

/**
 * Whom or what a reader means by what was typed into a field of a form: a key as in addresses, or a name in any language and
 * spelling that the search knows.
 *
 * @param typed as it was typed; empty where nothing was
 * @param thing what it is taken for
 * @param others what else it may be, the likeliest first
 */
record Named(String typed, Optional<Node> thing, List<Node> others) {
    private static final int OTHERS = 5;
    private static final int LONGEST = 120;

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** Whether something was typed and nothing is called so. */
    boolean unknown() {
        return !isEmpty() && thing.isEmpty();
    }

    /** @param names a query with {@code ?words} for things called so, the likeliest first */
    static Named of(PageReading reading, Facet facet, NamedQuery names, String written) {
        String typed = written.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return new Named(typed.isEmpty() ? "" : typed.substring(0, LONGEST), Optional.empty(), List.of());
        }
        Optional<Node> byKey = facet.value(reading.base(), typed);
        byKey.ifPresent(reading::remember);
        List<Node> called = Words.all(typed).stream()
                .flatMap(words -> reading.first(OTHERS + 1, names, Map.of("words", words)).stream())
                .map((Row row) -> row.node("thing"))
                .toList();
        List<Node> best = Stream.concat(byKey.filter(reading::named).stream(), called.stream())
                .distinct()
                .toList();
        return new Named(
                typed,
                best.stream().findFirst(),
                byKey.filter(reading::named).isPresent()
                        ? List.of()
                        : best.stream().skip(1).toList());
    }
}
