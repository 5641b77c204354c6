package khabar.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.store.Bodies;
import khabar.store.NamedQuery;
import khabar.store.Row;
import khabar.store.Words;
import org.apache.jena.graph.Node;

/**
 * The things in whose names, headlines, quotations and texts words were found.
 *
 * @param more whether there are more than were considered
 */
record Hits(Map<Node, Hit> byThing, boolean more) {
    /** So many things are considered, the best. */
    static final int MOST = 1000;

    /** As in the query: beyond this the index was not asked. */
    private static final int ENTRIES = 4000;

    /** A name says more about what it names than a sentence about the article that it is in. */
    private static final double SENTENCE = 0.6;

    private static final double BODY = 0.5;

    /**
     * Where a thing was found.
     *
     * @param score how well it fits, from 0 to 1
     * @param sentences the mentions in an article that hold the words, the best first
     * @param body whether its text holds them
     */
    record Hit(Node thing, double score, List<Node> sentences, boolean body) {
        private Hit and(Hit other) {
            List<Node> both = new ArrayList<>(sentences);
            both.addAll(other.sentences());
            return new Hit(thing, Math.max(score, other.score()), both, body || other.body());
        }
    }

    /** How well each thing fits. */
    Map<Node, Double> scores() {
        return byThing.values().stream().collect(Collectors.toMap(Hit::thing, Hit::score));
    }

    static final Hits NONE = new Hits(Map.of(), false);

    /** @param search {@code page/search} */
    static Hits of(PageReading reading, NamedQuery search, String typed) {
        Optional<Node> words = Words.all(typed);
        if (words.isEmpty()) {
            return NONE;
        }
        Map<Node, Hit> found = new HashMap<>();
        List<Row> rows = reading.unnamed(search, Map.of("words", words.get()));
        double best =
                rows.stream().mapToDouble(row -> row.decimal("score")).max().orElse(1);
        for (Row row : rows) {
            double score = row.decimal("score") / best;
            Node thing = row.node("thing");
            put(
                    found,
                    row.optional("article")
                            .map(article -> new Hit(article, score * SENTENCE, List.of(thing), false))
                            .orElseGet(() -> new Hit(thing, score, List.of(), false)));
        }
        List<Bodies.Hit> bodies = reading.bodies(typed, MOST + 1);
        double bestBody = bodies.stream().mapToDouble(Bodies.Hit::score).max().orElse(1);
        for (Bodies.Hit body : bodies) {
            Node article = reading.base().id("article", body.articleKey());
            put(found, new Hit(article, body.score() / bestBody * BODY, List.of(), true));
        }
        return new Hits(
                found.values().stream()
                        .sorted(Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(hit -> hit.thing().toString()))
                        .limit(MOST)
                        .collect(Collectors.toMap(Hit::thing, hit -> hit)),
                rows.size() >= ENTRIES || found.size() > MOST);
    }

    private static void put(Map<Node, Hit> found, Hit hit) {
        found.merge(hit.thing(), hit, Hit::and);
    }
}
