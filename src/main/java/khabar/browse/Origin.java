package khabar.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/**
 * An article and where it comes from.
 *
 * @param published the moment where it is told and there is room for it, else the day
 * @param language its name in the reader's language
 */
record Origin(Link article, Optional<Link> source, Optional<Dates.Shown> published, Optional<String> language) {
    /** One line for each article, in the order of the rows. */
    static List<Origin> of(PageReading reading, List<Row> rows) {
        Map<Node, Origin> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(row.node("article"), article -> of(reading, row)));
        return List.copyOf(lines.values());
    }

    static Origin of(PageReading reading, Row row) {
        return new Origin(
                reading.link(row.node("article")),
                row.optional("source").map(reading::link),
                row.optionalText("day").map(reading.dates()::of),
                row.optionalText("language").map(tag -> language(reading, tag)));
    }

    static String language(PageReading reading, String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(reading.dates().locale());
    }
}
