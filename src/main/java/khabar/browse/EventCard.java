package khabar.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.NamedQuery;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/**
 * An event in a list, with how widely it was told.
 *
 * @param sources independent ones
 */
record EventCard(EventLine line, long sources, long languages) {
    private static final Var EVENT = Var.alloc("event");

    /** What the store tells of some events, before anything is named. */
    record Rows(Map<Node, Row> byEvent) {
        /** The cards of these events, in their order; of what is no event there is none. */
        List<EventCard> cards(PageReading reading, List<Node> events) {
            return events.stream()
                    .flatMap(event -> Optional.ofNullable(byEvent.get(event)).stream())
                    .map(row -> of(reading, row))
                    .toList();
        }
    }

    /** @param query {@code page/event-lines} */
    static Rows rows(PageReading reading, NamedQuery query, List<Node> events) {
        Map<Node, Row> byEvent = new LinkedHashMap<>();
        if (!events.isEmpty()) {
            reading.rows(PageReading.among(query, EVENT, events), Map.of())
                    .forEach(row -> byEvent.putIfAbsent(row.node("event"), row));
        }
        return new Rows(byEvent);
    }

    static EventCard of(PageReading reading, Row row) {
        return new EventCard(
                EventLine.of(reading, List.of(row)).getFirst(),
                row.has("sources") ? row.integer("sources") : 0,
                row.has("languages") ? row.integer("languages") : 0);
    }
}
