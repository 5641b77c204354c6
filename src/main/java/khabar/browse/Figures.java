package khabar.browse;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import khabar.browse.figure.Atlas;
import khabar.browse.figure.Happening;
import khabar.browse.figure.Matrix;
import khabar.browse.figure.Network;
import khabar.browse.figure.Side;
import khabar.browse.figure.Spot;
import khabar.browse.figure.TimeLine;
import khabar.store.NamedQuery;
import khabar.store.Row;
import khabar.vocab.Khe;
import org.apache.jena.graph.Node;

/** Figures out of rows: each row's things go in by their names, and lead to their pages. */
final class Figures {
    private Figures() {}

    /** Rows with {@code ?thing ?latitude ?longitude} of places; nothing is asked where there are none. */
    static List<Row> points(PageReading reading, NamedQuery points, Collection<Node> places) {
        places.forEach(reading::remember);
        return places.isEmpty()
                ? List.of()
                : reading.unnamed(PageReading.among(points, PageReading.THING, places), Map.of());
    }

    /** A map of places that have so many events each; those without coordinates are not on it. */
    static Atlas atlas(PageReading reading, List<Row> points, Map<Node, Long> events) {
        Map<Node, Spot> spots = new LinkedHashMap<>();
        points.forEach(row -> spots.putIfAbsent(
                row.node("thing"),
                spot(
                        reading,
                        row.node("thing"),
                        row.decimal("latitude"),
                        row.decimal("longitude"),
                        events.getOrDefault(row.node("thing"), 0L))));
        return Atlas.of(List.copyOf(spots.values()), reading.dates().locale());
    }

    private static Spot spot(PageReading reading, Node place, double latitude, double longitude, long events) {
        Link link = reading.link(place);
        return new Spot(link.text().value(), link.text().lang(), link.href(), latitude, longitude, events);
    }

    /** How many events are at each place, of rows with {@code ?place}. */
    static Map<Node, Long> byPlace(Collection<Row> events) {
        Map<Node, Long> byPlace = new HashMap<>();
        events.forEach(row -> row.optional("place").ifPresent(place -> byPlace.merge(place, 1L, Long::sum)));
        return byPlace;
    }

    /**
     * A time line of events, of rows as {@code page/event-lines} has them.
     *
     * @param total how many events there are, of which these may be some
     */
    static TimeLine timeLine(PageReading reading, Collection<Row> rows, long total) {
        return TimeLine.of(
                rows.stream().map(row -> happening(reading, row)).toList(),
                total,
                reading.dates().locale(),
                rightToLeft(reading));
    }

    private static Happening happening(PageReading reading, Row row) {
        EventLine line = EventLine.of(reading, List.of(row)).getFirst();
        Dates.When when = line.when();
        Optional<String> begin = row.optionalText("begin");
        return new Happening(
                line.event().text().value(),
                line.event().text().lang(),
                line.event().href(),
                when.begin().map(Dates.Shown::text).orElse("")
                        + when.end().map(end -> " – " + end.text()).orElse(when.open() ? " – …" : ""),
                begin.flatMap(Period::first),
                row.optionalText("end").or(() -> begin).flatMap(Period::last),
                when.precision(),
                row.optional("quad").map(Figures::side).orElse(Side.NEITHER));
    }

    /** @param quad the concept of one of the four classes */
    static Side side(Node quad) {
        String name = quad.getURI();
        return Side.of(name.charAt(name.length() - 1) - '0');
    }

    /**
     * Types by month, of rows with {@code ?type ?month ?events}.
     *
     * @param narrowed the search that the cells of this page narrow further
     */
    static Matrix matrix(PageReading reading, List<Row> rows, Function<String, String> narrowed) {
        return matrix(reading, months(rows), narrowed);
    }

    /** Of rows with {@code ?type ?month ?events}. */
    static List<Matrix.Count<Node>> months(List<Row> rows) {
        return rows.stream()
                .map(row -> new Matrix.Count<>(
                        row.node("type"),
                        row.optionalText("month")
                                .filter(month -> month.length() == 7)
                                .map(YearMonth::parse),
                        row.integer("events")))
                .toList();
    }

    /** Of rows with how many {@code ?events} each thing has, in their order. */
    static Map<Node, Long> counts(List<Row> rows, String variable) {
        Map<Node, Long> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.putIfAbsent(row.node(variable), row.integer("events")));
        return counts;
    }

    static Matrix matrix(
            PageReading reading, Collection<Matrix.Count<Node>> counts, Function<String, String> narrowed) {
        return Matrix.of(
                List.copyOf(counts),
                reading.dates().locale(),
                type -> {
                    Link link = reading.link(type);
                    return new Matrix.Heading(link.text().value(), link.text().lang(), link.href(), Side.NEITHER);
                },
                type -> narrowed.apply(type.getURI().substring(Khe.NAMESPACE.length())));
    }

    /**
     * An actor and its neighbours.
     *
     * @param drawn the first of them
     * @param total how many neighbours there are
     */
    static Network network(PageReading reading, Node actor, List<Facets.Companion> drawn, long total) {
        Network.Party middle = party(reading, actor);
        List<Network.Tie> ties = new ArrayList<>();
        drawn.forEach(one -> ties.add(new Network.Tie(
                middle,
                party(reading, one.other()),
                "/relations?a=" + Facet.ACTOR.word(actor) + "&b=" + Facet.ACTOR.word(one.other()),
                one.events(),
                one.cooperation(),
                one.conflict())));
        return Network.around(middle, ties, total);
    }

    static Network.Party party(PageReading reading, Node actor) {
        Link link = reading.link(actor);
        return new Network.Party(link.text().value(), link.text().lang(), link.href());
    }

    static boolean rightToLeft(PageReading reading) {
        return InterfaceLanguage.direction(reading.dates().locale().getLanguage())
                .equals("rtl");
    }
}
