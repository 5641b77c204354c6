package khabar.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/** Reads the reports of an event, of an article, or one report: three queries, however many there are. */
final class Reports {
    private final NamedQuery reports;
    private final NamedQuery participants;
    private final NamedQuery evidence;

    Reports(Queries queries) {
        this.reports = queries.get("page/reports");
        this.participants = queries.get("page/participants");
        this.evidence = queries.get("page/evidence");
    }

    /** Rows of the store, before anything has been named. */
    record Rows(List<Row> reports, Map<Node, List<Row>> participants, Map<Node, List<Row>> evidence) {}

    /** @param given {@code event}, {@code article} or {@code report} */
    Rows rows(PageReading reading, String given, Node value) {
        Map<String, Node> values = Map.of(given, value);
        // A variable that is given a value is not in the rows any more.
        return new Rows(
                reading.rows(reports, values),
                byReport(reading.rows(participants, values), given, value),
                byReport(reading.rows(evidence, values), given, value));
    }

    static List<ReportCard> cards(PageReading reading, Rows rows, String given, Node value) {
        Map<Node, ReportCard> cards = new LinkedHashMap<>();
        for (Row row : rows.reports()) {
            Node report = node(row, "report", given, value);
            cards.computeIfAbsent(report, one -> card(reading, one, row, rows, given, value));
        }
        return List.copyOf(cards.values());
    }

    private static ReportCard card(PageReading reading, Node report, Row row, Rows rows, String given, Node value) {
        List<Link> kind = Stream.concat(Stream.of(row.node("type")), row.optional("mode").stream())
                .map(reading::link)
                .toList();
        ReportCard.Claim claim = new ReportCard.Claim(
                kind,
                row.optionalIri("status").map(iri -> iri.substring(iri.indexOf('#') + 1)),
                row.optional("confidence").map(some -> Math.round(row.decimal("confidence") * 100)),
                reading.dates().when(row.optionalText("begin"), row.optionalText("end"), row.optionalText("precision")),
                row.optionalText("basis"),
                row.optional("place").map(reading::link),
                new ReportCard.Toll(count(row, "dead", "deadBound"), count(row, "wounded", "woundedBound")));
        Origin origin = new Origin(
                reading.link(node(row, "article", given, value)),
                row.optional("source").map(reading::link),
                row.optionalText("moment").or(() -> row.optionalText("day")).map(reading.dates()::of),
                row.optionalText("language").map(tag -> Origin.language(reading, tag)));
        return new ReportCard(
                reading.link(report),
                reading.link(node(row, "event", given, value)),
                origin,
                claim,
                parts(reading, rows.participants().getOrDefault(report, List.of())),
                rows.evidence().getOrDefault(report, List.of()).stream()
                        .map(evidence -> quote(reading, evidence))
                        .sorted(Comparator.comparing(ReportCard.Quote::field, ReportCard.READING_ORDER)
                                .thenComparingLong(ReportCard.Quote::start))
                        .toList());
    }

    private static Optional<ReportCard.Count> count(Row row, String number, String bound) {
        return row.optional(number)
                .map(some -> new ReportCard.Count(
                        row.integer(number),
                        row.optionalText(bound).orElse("exactly").replace(' ', '-')));
    }

    private static List<ReportCard.Part> parts(PageReading reading, List<Row> rows) {
        Map<Node, List<Row>> byParticipation = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.node("participation"), LinkedHashMap::new, Collectors.toList()));
        List<ReportCard.Part> parts = new ArrayList<>();
        for (List<Row> one : byParticipation.values()) {
            Row first = one.getFirst();
            parts.add(new ReportCard.Part(
                    one.stream().map(row -> row.node("role").getLocalName()).collect(Collectors.toSet()),
                    first.optional("party").map(reading::link),
                    first.optional("text").map(Text::of),
                    one.stream()
                            .flatMap(row -> row
                                    .optional("office")
                                    .map(office -> new ReportCard.Office(
                                            reading.link(office),
                                            row.optional("country").map(reading::link)))
                                    .stream())
                            .distinct()
                            .toList()));
        }
        return parts;
    }

    private static ReportCard.Quote quote(PageReading reading, Row row) {
        long start = row.integer("start");
        Optional<ReportCard.Cut> sentence = row.optional("exact").map(Text::of).map(text -> {
            if (!row.has("triggerStart")) {
                return new ReportCard.Cut(text.value(), "", "", text.lang());
            }
            int length = text.value().length();
            int from = Math.clamp(row.integer("triggerStart") - start, 0, length);
            int until = Math.clamp(row.integer("triggerEnd") - start, from, length);
            return new ReportCard.Cut(
                    text.value().substring(0, from),
                    text.value().substring(from, until),
                    text.value().substring(until),
                    text.lang());
        });
        return new ReportCard.Quote(
                sentence,
                row.text("field"),
                start,
                reading.link(row.node("mention")).href());
    }

    private static Map<Node, List<Row>> byReport(List<Row> rows, String given, Node value) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> node(row, "report", given, value), LinkedHashMap::new, Collectors.toList()));
    }

    private static Node node(Row row, String variable, String given, Node value) {
        return variable.equals(given) ? value : row.node(variable);
    }
}
