package khabar.browse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/**
 * The story that an event is part of.
 *
 * @param before what it goes on from there
 * @param after what goes on from it
 */
record InStory(Link storyline, List<EventLine> before, List<EventLine> after) {
    /** What the store tells of it, before anything is named. */
    record Rows(List<Row> near, EventCard.Rows cards) {}

    /** How it is asked for. */
    record Asking(NamedQuery near, NamedQuery lines) {
        static Asking of(Queries queries) {
            return new Asking(queries.get("page/event-storyline"), queries.get("page/event-lines"));
        }

        Rows rows(PageReading reading, Node event) {
            List<Row> rows = reading.rows(near, Map.of("event", event));
            return new Rows(rows, EventCard.rows(reading, lines, others(rows, "")));
        }
    }

    /** Empty where the event is part of none. */
    static Optional<InStory> of(PageReading reading, Rows rows) {
        return rows.near().stream()
                .findFirst()
                .map(row -> new InStory(
                        reading.link(row.node("storyline")),
                        lines(reading, rows, "before"),
                        lines(reading, rows, "after")));
    }

    private static List<EventLine> lines(PageReading reading, Rows rows, String at) {
        return rows.cards().cards(reading, others(rows.near(), at)).stream()
                .map(EventCard::line)
                .toList();
    }

    /** @param at empty for both */
    private static List<Node> others(List<Row> rows, String at) {
        return rows.stream()
                .filter(row ->
                        row.has("other") && (at.isEmpty() || row.text("at").equals(at)))
                .map(row -> row.node("other"))
                .distinct()
                .toList();
    }
}
