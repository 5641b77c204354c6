package khabar.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.NamedQuery;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/**
 * An event in a list, with who took part in it and how widely it was told.
 *
 * @param parties those who act first
 * @param sources independent ones
 */
record EventCard(EventLine line, List<Link> parties, long sources, long languages) {
    private static final Var EVENT = Var.alloc("event");

    /** What the store tells of some events, before anything is named. */
    record Rows(Map<Node, List<Row>> byEvent) {
        /** The cards of these events, in their order; of what is no event there is none. */
        List<EventCard> cards(PageReading reading, List<Node> events) {
            return events.stream()
                    .flatMap(event -> Optional.ofNullable(byEvent.get(event)).stream())
                    .map(rows -> card(reading, rows))
                    .toList();
        }
    }

    /** @param query {@code page/event-lines} */
    static Rows rows(PageReading reading, NamedQuery query, List<Node> events) {
        Map<Node, List<Row>> byEvent = new LinkedHashMap<>();
        if (!events.isEmpty()) {
            reading.rows(PageReading.among(query, EVENT, events), Map.of())
                    .forEach(row -> byEvent.computeIfAbsent(row.node("event"), first -> new ArrayList<>())
                            .add(row));
        }
        return new Rows(byEvent);
    }

    private static EventCard card(PageReading reading, List<Row> rows) {
        Row first = rows.getFirst();
        return new EventCard(
                EventLine.of(reading, List.of(first)).getFirst(),
                rows.stream()
                        .flatMap(row -> row.optional("party").stream())
                        .distinct()
                        .map(reading::link)
                        .toList(),
                first.has("sources") ? first.integer("sources") : 0,
                first.has("languages") ? first.integer("languages") : 0);
    }
}
