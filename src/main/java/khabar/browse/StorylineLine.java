package khabar.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/**
 * A storyline in a list.
 *
 * @param here in how many of its events the actor of the page takes part; empty where the page is no actor's
 */
record StorylineLine(Link storyline, Dates.Shown first, Dates.Shown last, long events, Optional<Long> here) {
    /** One line for each storyline, in the order of the rows. */
    static List<StorylineLine> of(PageReading reading, List<Row> rows) {
        Map<Node, StorylineLine> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(
                row.node("storyline"),
                storyline -> new StorylineLine(
                        reading.link(storyline),
                        reading.dates().of(row.text("first")),
                        reading.dates().of(row.text("last")),
                        row.integer("events"),
                        row.has("here") ? Optional.of(row.integer("here")) : Optional.empty())));
        return List.copyOf(lines.values());
    }

    public boolean oneDay() {
        return first.equals(last);
    }
}
