package khabar.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import khabar.browse.figure.Atlas;
import khabar.browse.figure.Bars;
import khabar.browse.figure.Happening;
import khabar.browse.figure.Network;
import khabar.browse.figure.Side;
import khabar.browse.figure.Spot;
import khabar.browse.figure.TimeLine;
import khabar.endpoint.Shown;
import khabar.store.NamedQuery;
import khabar.vocab.Xsd;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The answer to anyone's query, looked at for what can be drawn of it: places or coordinates give a map, days a time line, two
 * things in a row a network, numbers bars.
 *
 * @param places column of places
 * @param latitude column of degrees, beside {@code longitude}
 * @param days columns of days: one, or the first and the last
 * @param things columns of things with an IRI
 * @param number column of numbers
 * @param words column by which a row is called
 */
record ResultFigures(
        Shown.Table table,
        Optional<Var> places,
        Optional<Var> latitude,
        Optional<Var> longitude,
        List<Var> days,
        List<Var> things,
        Optional<Var> number,
        Optional<Var> words) {
    private static final Set<String> TIMES =
            Set.of(Xsd.date.getURI(), Xsd.dateTime.getURI(), Xsd.gYearMonth.getURI(), Xsd.NAMESPACE + "gYear");

    static ResultFigures of(PageReading reading, Shown.Table table) {
        String place = reading.base().iri() + "id/place/";
        List<Var> numbers = columns(table, Node::isLiteral, node -> node.getLiteralValue() instanceof Number);
        List<Var> things = columns(table, Node::isURI, node -> true);
        Optional<Var> latitude = called(numbers, "lat");
        Optional<Var> longitude = called(numbers, "lon");
        return new ResultFigures(
                table,
                columns(table, Node::isURI, node -> node.getURI().startsWith(place)).stream()
                        .findFirst(),
                longitude.isPresent() ? latitude : Optional.empty(),
                latitude.isPresent() ? longitude : Optional.empty(),
                columns(table, Node::isLiteral, node -> TIMES.contains(node.getLiteralDatatypeURI())),
                things,
                numbers.stream()
                        .filter(column ->
                                !latitude.equals(Optional.of(column)) && !longitude.equals(Optional.of(column)))
                        .findFirst(),
                table.columns().stream()
                        .filter(column -> !numbers.contains(column))
                        .findFirst());
    }

    /** Views of which there is something to see. */
    Set<View> suitable() {
        Set<View> views = EnumSet.of(View.LIST);
        if (places.isPresent() || latitude.isPresent()) {
            views.add(View.MAP);
        }
        if (!days.isEmpty()) {
            views.add(View.TIMELINE);
        }
        if (things.size() > 1) {
            views.add(View.NETWORK);
        }
        if (number.isPresent() && words.isPresent()) {
            views.add(View.CHART);
        }
        return views;
    }

    /** @param points {@code page/points} */
    SparqlPage.Drawn drawn(PageReading reading, View view, NamedQuery points) {
        return switch (view) {
            case LIST -> SparqlPage.Drawn.NONE;
            case MAP -> SparqlPage.Drawn.NONE.with(Atlas.of(spots(reading, points), locale(reading)));
            case TIMELINE -> SparqlPage.Drawn.NONE.with(timeLine(reading));
            case NETWORK -> SparqlPage.Drawn.NONE.with(network(reading));
            case CHART -> SparqlPage.Drawn.NONE.with(bars(reading));
        };
    }

    private List<Spot> spots(PageReading reading, NamedQuery points) {
        Map<Node, double[]> known = new LinkedHashMap<>();
        if (latitude.isEmpty()) {
            Set<Node> all = table.rows().stream()
                    .flatMap(row -> value(row, places).stream())
                    .collect(Collectors.toSet());
            Figures.points(reading, points, all)
                    .forEach(row -> known.put(
                            row.node("thing"), new double[] {row.decimal("latitude"), row.decimal("longitude")}));
        }
        Map<String, Spot> spots = new LinkedHashMap<>();
        for (Binding row : table.rows()) {
            Optional<double[]> where = latitude.isPresent()
                    ? value(row, latitude)
                            .flatMap(north ->
                                    value(row, longitude).map(east -> new double[] {number(north), number(east)}))
                    : value(row, places).map(known::get);
            where.filter(degrees -> Math.abs(degrees[0]) <= 90 && Math.abs(degrees[1]) <= 180)
                    .ifPresent(degrees -> {
                        Link link = reading.link(
                                value(row, places).or(() -> value(row, words)).orElseThrow());
                        long count = value(row, number)
                                .map(ResultFigures::number)
                                .map(Math::round)
                                .filter(some -> some > 0)
                                .orElse(1L);
                        spots.merge(
                                degrees[0] + " " + degrees[1],
                                new Spot(
                                        link.text().value(),
                                        link.text().lang(),
                                        link.href(),
                                        degrees[0],
                                        degrees[1],
                                        count),
                                (one, other) -> new Spot(
                                        one.name(),
                                        one.lang(),
                                        one.href(),
                                        one.latitude(),
                                        one.longitude(),
                                        one.count() + other.count()));
                    });
        }
        return List.copyOf(spots.values());
    }

    private TimeLine timeLine(PageReading reading) {
        Optional<Var> last = days.stream().skip(1).findFirst();
        List<Happening> events = new ArrayList<>();
        for (Binding row : table.rows()) {
            Optional<String> begin = value(row, Optional.of(days.getFirst())).map(Node::getLiteralLexicalForm);
            Optional<String> end = value(row, last).map(Node::getLiteralLexicalForm);
            Link link = called(reading, row);
            Optional<LocalDate> from = begin.flatMap(written -> Period.first(day(written)));
            Optional<LocalDate> until = end.or(() -> begin)
                    .flatMap(written -> Period.last(day(written)))
                    .filter(to -> from.map(day -> !to.isBefore(day)).orElse(true));
            events.add(new Happening(
                    link.text().value(),
                    link.text().lang(),
                    link.href().isEmpty() ? "#answer" : link.href(),
                    begin.map(written -> reading.dates().of(written).text()).orElse(""),
                    from,
                    until,
                    from.equals(until) ? "day" : "interval",
                    Side.NEITHER));
        }
        return TimeLine.of(events, table.total(), locale(reading), Figures.rightToLeft(reading));
    }

    private Network network(PageReading reading) {
        Map<List<Node>, Long> pairs = new LinkedHashMap<>();
        for (Binding row : table.rows()) {
            Optional<Node> one = value(row, Optional.of(things.getFirst()));
            Optional<Node> other = value(row, Optional.of(things.getLast()));
            if (one.isPresent()
                    && other.isPresent()
                    && one.get().isURI()
                    && other.get().isURI()
                    && !one.equals(other)) {
                pairs.merge(
                        List.of(one.get(), other.get()),
                        value(row, number)
                                .map(ResultFigures::number)
                                .map(Math::round)
                                .orElse(1L),
                        Long::sum);
            }
        }
        long all = pairs.keySet().stream().flatMap(List::stream).distinct().count();
        return Network.among(
                pairs.entrySet().stream()
                        .map(pair -> new Network.Tie(
                                Figures.party(reading, pair.getKey().getFirst()),
                                Figures.party(reading, pair.getKey().getLast()),
                                "#answer",
                                pair.getValue(),
                                0,
                                0))
                        .toList(),
                all);
    }

    private Bars bars(PageReading reading) {
        return Bars.of(
                table.rows().stream()
                        .filter(row -> value(row, number).isPresent())
                        .map(row -> {
                            Link link = called(reading, row);
                            return new Bars.Named(
                                    link.text().value(),
                                    link.text().lang(),
                                    link.href(),
                                    number(value(row, number).orElseThrow()));
                        })
                        .toList(),
                table.total());
    }

    /** Columns of words before columns of things: a label says more than what it is the label of. */
    private Link called(PageReading reading, Binding row) {
        Optional<Node> thing = value(row, things.stream().findFirst());
        Optional<Node> text = table.columns().stream()
                .filter(column -> !days.contains(column) && !number.equals(Optional.of(column)))
                .flatMap(column -> value(row, Optional.of(column)).stream())
                .filter(Node::isLiteral)
                .findFirst();
        Optional<Link> link = thing.map(reading::linkInFull);
        return text.map(words -> new Link(
                        reading.text(words),
                        link.map(Link::href).orElse(""),
                        link.map(Link::iri).orElse("")))
                .or(() -> link)
                .or(() -> value(row, words).map(reading::link))
                .orElseGet(() -> new Link(Text.plain("…"), "", ""));
    }

    private static Optional<Node> value(Binding row, Optional<Var> column) {
        return column.flatMap(one -> Optional.ofNullable(row.get(one)));
    }

    private static double number(Node node) {
        return node.getLiteralValue() instanceof Number number ? number.doubleValue() : 0;
    }

    private static String day(String written) {
        return written.length() > 10 ? written.substring(0, 10) : written;
    }

    private static Locale locale(PageReading reading) {
        return reading.dates().locale();
    }

    private static Optional<Var> called(List<Var> columns, String beginning) {
        return columns.stream()
                .filter(column -> column.getVarName().toLowerCase(Locale.ROOT).startsWith(beginning))
                .findFirst();
    }

    /** Those in which something stands, and nothing else than this. */
    private static List<Var> columns(Shown.Table table, Predicate<Node> sort, Predicate<Node> kind) {
        return table.columns().stream()
                .filter(column -> {
                    List<Node> values = table.rows().stream()
                            .flatMap(row -> Optional.ofNullable(row.get(column)).stream())
                            .toList();
                    return !values.isEmpty() && values.stream().allMatch(value -> sort.test(value) && kind.test(value));
                })
                .toList();
    }
}
