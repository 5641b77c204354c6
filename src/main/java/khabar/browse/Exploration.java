package khabar.browse;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import khabar.browse.Facets.Narrowing;
import khabar.browse.Facets.Told;
import khabar.browse.figure.Matrix;
import khabar.browse.figure.Network;
import khabar.browse.figure.Side;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/** The events that a search finds, as figures. */
final class Exploration {
    /** So many events are on a map or a time line, the latest. */
    static final int DRAWN = 400;

    /** Of the pairs so many are named, the closest; those of the actors that are drawn are among them. */
    private static final int PAIRS = 200;

    private final NamedQuery lines;
    private final NamedQuery points;

    Exploration(Queries queries) {
        this.lines = queries.get("page/event-lines");
        this.points = queries.get("page/points");
    }

    /** Two who have a part in the same events, in the order of their IRIs. */
    private record Pair(Node one, Node other) {}

    /** How many events, and of which side. */
    private record Shared(long events, long cooperation, long conflict) {
        private static final Shared NONE = new Shared(0, 0, 0);

        Shared and(Side side) {
            return new Shared(
                    events + 1,
                    cooperation + (side == Side.COOPERATION ? 1 : 0),
                    conflict + (side == Side.CONFLICT ? 1 : 0));
        }
    }

    /** Asks for what the figure needs; it is made when the names are there. */
    Function<PageReading, SearchPage.Seen> of(PageReading reading, Asked asked, Narrowing narrowing) {
        List<Told> told = narrowing.told();
        return switch (asked.view()) {
            case LIST -> again -> SearchPage.Seen.nothing(narrowing.events());
            case MAP -> map(reading, told, narrowing.events());
            case TIMELINE -> timeLine(reading, told, narrowing.events());
            case NETWORK -> network(reading, asked, told);
            case CHART -> chart(reading, asked, told);
        };
    }

    private List<Row> rows(PageReading reading, List<Told> events) {
        return events.isEmpty()
                ? List.of()
                : reading.rows(
                        PageReading.among(
                                lines,
                                Var.alloc("event"),
                                events.stream().map(Told::node).toList()),
                        Map.of());
    }

    private Function<PageReading, SearchPage.Seen> map(PageReading reading, List<Told> events, long all) {
        Map<Node, Long> byPlace = Figures.byPlace(rows(reading, events));
        List<Row> where = Figures.points(reading, points, byPlace.keySet());
        long drawn = where.stream()
                .map(row -> row.node("thing"))
                .distinct()
                .mapToLong(place -> byPlace.getOrDefault(place, 0L))
                .sum();
        return again -> SearchPage.Seen.map(Figures.atlas(again, where, byPlace), drawn, all);
    }

    private Function<PageReading, SearchPage.Seen> timeLine(PageReading reading, List<Told> events, long all) {
        List<Row> rows = rows(reading, events);
        return again -> SearchPage.Seen.line(Figures.timeLine(again, rows, all), all);
    }

    private static Function<PageReading, SearchPage.Seen> chart(PageReading reading, Asked asked, List<Told> events) {
        Map<Node, Map<Optional<YearMonth>, Long>> byType = new HashMap<>();
        events.forEach(event -> event.types()
                .forEach(type -> byType.computeIfAbsent(type, first -> new HashMap<>())
                        .merge(event.newest().map(YearMonth::from), 1L, Long::sum)));
        List<Matrix.Count<Node>> counts = new ArrayList<>();
        byType.forEach(
                (type, months) -> months.forEach((month, count) -> counts.add(new Matrix.Count<>(type, month, count))));
        byType.keySet().forEach(reading::remember);
        Asked list = asked.seen(View.LIST).during(Period.ALWAYS).with(Facet.KIND, Kind.EVENT.type());
        return again -> SearchPage.Seen.chart(
                Figures.matrix(
                        again,
                        counts,
                        type -> list.with(
                                        Facet.TYPE,
                                        Facet.TYPE.value(again.base(), type).orElseThrow())
                                .href()),
                events.size());
    }

    private static Function<PageReading, SearchPage.Seen> network(PageReading reading, Asked asked, List<Told> events) {
        Optional<Node> middle = Optional.ofNullable(asked.chosen().get(Facet.ACTOR));
        Map<Pair, Shared> pairs = new HashMap<>();
        Set<Node> actors = new HashSet<>();
        for (Told event : events) {
            List<Node> parties = event.actors().stream()
                    .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                    .toList();
            Side side = event.quad().map(Figures::side).orElse(Side.NEITHER);
            actors.addAll(parties);
            for (int i = 0; i < parties.size(); i++) {
                for (int j = i + 1; j < parties.size(); j++) {
                    Pair pair = new Pair(parties.get(i), parties.get(j));
                    pairs.put(pair, pairs.getOrDefault(pair, Shared.NONE).and(side));
                }
            }
        }
        List<Map.Entry<Pair, Shared>> closest = pairs.entrySet().stream()
                .filter(pair -> middle.map(node -> pair.getKey().one().equals(node)
                                || pair.getKey().other().equals(node))
                        .orElse(true))
                .sorted((one, other) -> {
                    int byEvents = Long.compare(
                            other.getValue().events(), one.getValue().events());
                    return byEvents != 0
                            ? byEvents
                            : one.getKey().toString().compareTo(other.getKey().toString());
                })
                .limit(PAIRS)
                .toList();
        closest.forEach(pair -> {
            reading.remember(pair.getKey().one());
            reading.remember(pair.getKey().other());
        });
        middle.ifPresent(actors::remove);
        return again -> {
            List<Network.Tie> ties =
                    closest.stream().map(pair -> tie(again, pair, middle)).toList();
            return SearchPage.Seen.network(
                    middle.map(node -> Network.around(Figures.party(again, node), ties, actors.size()))
                            .orElseGet(() -> Network.among(ties, actors.size())),
                    events.size());
        };
    }

    private static Network.Tie tie(PageReading reading, Map.Entry<Pair, Shared> pair, Optional<Node> middle) {
        boolean turned = middle.filter(pair.getKey().other()::equals).isPresent();
        Node one = turned ? pair.getKey().other() : pair.getKey().one();
        Node other = turned ? pair.getKey().one() : pair.getKey().other();
        return new Network.Tie(
                Figures.party(reading, one),
                Figures.party(reading, other),
                "/relations?a=" + Facet.ACTOR.word(one) + "&b=" + Facet.ACTOR.word(other),
                pair.getValue().events(),
                pair.getValue().cooperation(),
                pair.getValue().conflict());
    }
}
