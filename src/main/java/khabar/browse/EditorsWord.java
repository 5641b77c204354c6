package khabar.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.Row;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/**
 * That an editor decided on reports of an event.
 *
 * @param same whether they are of one event by it
 * @param because in the editor's words
 * @param apart the report that is none of the others
 * @param others events that the decision keeps apart from this one
 */
record EditorsWord(
        Link decision,
        boolean same,
        String by,
        Dates.Shown at,
        Optional<String> because,
        Optional<Link> apart,
        List<Link> others) {
    EditorsWord {
        others = List.copyOf(others);
    }

    /** Of rows of {@code page/event-decisions}, in their order. */
    static List<EditorsWord> of(PageReading reading, List<Row> rows) {
        Map<Node, List<Row>> byDecision = new LinkedHashMap<>();
        rows.forEach(row -> byDecision
                .computeIfAbsent(row.node("decision"), first -> new ArrayList<>())
                .add(row));
        return byDecision.entrySet().stream()
                .map(one -> word(reading, one.getKey(), one.getValue()))
                .toList();
    }

    private static EditorsWord word(PageReading reading, Node decision, List<Row> rows) {
        Row row = rows.getFirst();
        return new EditorsWord(
                reading.link(decision),
                row.node("verdict").equals(Kh.Same),
                row.text("by"),
                reading.dates().of(row.text("at")),
                row.optionalText("because"),
                row.optional("apart").map(reading::link),
                rows.stream()
                        .flatMap(one -> one.optional("other").stream())
                        .map(reading::link)
                        .toList());
    }
}
