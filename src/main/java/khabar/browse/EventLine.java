package khabar.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/**
 * An event in a list.
 *
 * @param kind its mode where one is told, else its type
 * @param told when it was first published, which says something where its own day is not known
 * @param articles how many tell of it
 */
record EventLine(
        Link event, Link kind, Dates.When when, Optional<Dates.Shown> told, Optional<Link> place, long articles) {
    /** One line for each event, in the order of the rows. */
    static List<EventLine> of(PageReading reading, List<Row> rows) {
        Map<Node, EventLine> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(row.node("event"), event -> line(reading, row)));
        return List.copyOf(lines.values());
    }

    private static EventLine line(PageReading reading, Row row) {
        return new EventLine(
                reading.link(row.node("event")),
                reading.link(row.optional("mode").orElseGet(() -> row.node("type"))),
                reading.dates().when(row.optionalText("begin"), row.optionalText("end"), row.optionalText("precision")),
                row.optionalText("published").map(reading.dates()::of),
                row.optional("place").map(reading::link),
                row.has("articles") ? row.integer("articles") : 1);
    }
}
