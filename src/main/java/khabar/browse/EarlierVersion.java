package khabar.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/**
 * An article as it was before another text took its place, and what that one tells otherwise.
 *
 * @param href of the version's own page
 * @param from when it was read
 * @param until when it was replaced
 * @param added reports that only the later version has; {@code removed} those that only this one has, {@code changed} those
 *     that both have, told otherwise
 * @param properties that are said otherwise
 */
record EarlierVersion(
        String href,
        Optional<Dates.Shown> from,
        Dates.Shown until,
        long added,
        long removed,
        long changed,
        List<Link> properties) {
    EarlierVersion {
        properties = List.copyOf(properties);
    }

    /** Of rows of {@code page/article-versions}, in their order. */
    static List<EarlierVersion> of(PageReading reading, List<Row> rows) {
        Map<Node, List<Row>> byVersion = new LinkedHashMap<>();
        rows.forEach(row -> byVersion
                .computeIfAbsent(row.node("version"), first -> new ArrayList<>())
                .add(row));
        return byVersion.entrySet().stream()
                .map(one -> version(reading, one.getKey(), one.getValue()))
                .toList();
    }

    private static EarlierVersion version(PageReading reading, Node version, List<Row> rows) {
        Row row = rows.getFirst();
        return new EarlierVersion(
                reading.link(version).href(),
                row.optionalText("from").map(reading.dates()::of),
                reading.dates().of(row.text("until")),
                row.integer("added"),
                row.integer("removed"),
                row.integer("changed"),
                rows.stream()
                        .flatMap(one -> one.optional("property").stream())
                        .map(reading::link)
                        .toList());
    }
}
