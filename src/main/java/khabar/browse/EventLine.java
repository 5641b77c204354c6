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
 * @param event without the day that its name ends with, which the list shows by itself
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
        Dates.When when =
                reading.dates().when(row.optionalText("begin"), row.optionalText("end"), row.optionalText("precision"));
        return new EventLine(
                undated(reading.link(row.node("event")), when),
                reading.link(row.optional("mode").orElseGet(() -> row.node("type"))),
                when,
                row.optionalText("published").map(reading.dates()::of),
                row.optional("place").map(reading::link),
                row.has("articles") ? row.integer("articles") : 1);
    }

    private static Link undated(Link event, Dates.When when) {
        String name = event.text().value();
        String shorter = when.begin()
                .map(begin ->
                        begin.text() + when.end().map(end -> " – " + end.text()).orElse(when.open() ? " – …" : ""))
                .map(day -> name.replace(", " + day, "").replace("، " + day, ""))
                .orElse(name);
        return new Link(new Text(shorter, event.text().lang()), event.href(), event.iri());
    }
}
