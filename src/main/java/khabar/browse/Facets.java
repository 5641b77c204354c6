package khabar.browse;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import khabar.browse.FacetColumns.Family;
import khabar.browse.FacetColumns.Value;
import khabar.browse.figure.Matrix;
import khabar.browse.figure.Side;
import org.apache.jena.graph.Node;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * What the kept facets say: how many things have what, which of them are the latest, what a search leaves. Like the columns, not
 * safe for many threads.
 */
final class Facets {
    private final FacetColumns columns;

    Facets(FacetColumns columns) {
        this.columns = columns;
    }

    /** A thing that was found: of which kinds it is, and its last day. */
    record Thing(Node node, Kind kind, Optional<LocalDate> newest) {}

    /** Of an event that was found. */
    record Told(Node node, List<Node> types, Optional<Node> quad, List<Node> actors, Optional<LocalDate> newest) {}

    /**
     * What is left of the things found, and what could be left.
     *
     * @param known how many there are before anything is chosen
     * @param found how many are left
     * @param shown of these the first, in the order asked for, to the end of the page asked for
     * @param counts for each value of each facet, how many things would be left if it were the one chosen
     * @param periods the years, or the months of the year chosen, the latest first, each with how many would be left
     * @param events how many of what is left are events
     * @param told those events, in order, as far as the view asked for shows them
     */
    record Narrowing(
            long known,
            long found,
            int page,
            List<Thing> shown,
            Map<Facet, Map<Node, Long>> counts,
            Map<String, Count> periods,
            long events,
            List<Told> told) {
        /** How many things fall into a period. */
        record Count(Period period, long things) {}
    }

    /** Some of those that were sought, and how many there are of them. */
    record Newest(List<Node> things, long all) {}

    /**
     * Those of a kind that have these values, the latest first, those of one day by their IRIs.
     *
     * @param from so many are left out
     */
    Newest newest(Kind kind, Map<Family, Node> having, long from, int size) {
        RoaringBitmap some = having(kind, having);
        return new Newest(
                newest(
                                some,
                                from + size,
                                Comparator.comparing(thing -> thing.node().getURI()))
                        .stream()
                        .skip(from)
                        .limit(size)
                        .map(Thing::node)
                        .toList(),
                some.getLongCardinality());
    }

    /** The latest events in which one of these has a part, but for one. */
    List<Node> beside(Node event, Collection<Node> parties, int size) {
        RoaringBitmap some = FastAggregation.or(
                parties.stream().map(party -> things(Family.PART, party)).iterator());
        some.and(things(Family.KIND, Kind.EVENT.type()));
        columns.numberOf(event).ifPresent(some::remove);
        return newest(some, size, Comparator.comparing(thing -> thing.node().getURI())).stream()
                .limit(size)
                .map(Thing::node)
                .toList();
    }

    /** For each value of a family, how many of a kind have it and these values; the most first, then by their IRIs. */
    Map<Node, Long> counts(Family family, Kind kind, Map<Family, Node> having) {
        RoaringBitmap all = having(kind, having);
        Map<Node, Long> counts = new LinkedHashMap<>();
        columns.of(family).entrySet().stream()
                .map(column ->
                        Map.entry((Node) column.getKey(), (long) RoaringBitmap.andCardinality(all, column.getValue())))
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(count -> count.getKey().toString()))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private RoaringBitmap having(Kind kind, Map<Family, Node> having) {
        return and(
                things(Family.KIND, kind.type()),
                having.entrySet().stream().map(value -> things(value.getKey(), value.getValue())));
    }

    /** How many events of each type have these values, by the months in which they began. */
    List<Matrix.Count<Node>> months(Map<Family, Node> having) {
        RoaringBitmap undated = having(Kind.EVENT, having);
        Map<YearMonth, RoaringBitmap> months = new TreeMap<>();
        columns.of(Family.BEGIN).forEach((day, things) -> {
            if (RoaringBitmap.intersects(undated, things)) {
                months.computeIfAbsent(YearMonth.from((LocalDate) day), first -> new RoaringBitmap())
                        .or(things);
            }
        });
        List<Matrix.Count<Node>> counts = new ArrayList<>();
        RoaringBitmap all = undated.clone();
        months.forEach((month, things) -> {
            things.and(all);
            undated.andNot(things);
            types(things, Optional.of(month), counts);
        });
        types(undated, Optional.empty(), counts);
        return counts;
    }

    private void types(RoaringBitmap events, Optional<YearMonth> month, List<Matrix.Count<Node>> counts) {
        columns.of(Family.TYPE).forEach((type, things) -> {
            long count = RoaringBitmap.andCardinality(events, things);
            if (count > 0) {
                counts.add(new Matrix.Count<>((Node) type, month, count));
            }
        });
    }

    /** Somebody who has a part in the same events as another, and in how many, of which some were of one side. */
    record Companion(Node other, long events, long cooperation, long conflict) {}

    /** Those in the most events first, then by their IRIs. */
    List<Companion> company(Node actor) {
        RoaringBitmap events = having(Kind.EVENT, Map.of(Family.PART, actor));
        RoaringBitmap cooperation = ofSide(events, Side.COOPERATION);
        RoaringBitmap conflict = ofSide(events, Side.CONFLICT);
        return columns.of(Family.PART).entrySet().stream()
                .filter(column -> !column.getKey().equals(actor))
                .map(column -> new Companion(
                        (Node) column.getKey(),
                        RoaringBitmap.andCardinality(events, column.getValue()),
                        RoaringBitmap.andCardinality(cooperation, column.getValue()),
                        RoaringBitmap.andCardinality(conflict, column.getValue())))
                .filter(companion -> companion.events() > 0)
                .sorted(Comparator.comparingLong(Companion::events)
                        .reversed()
                        .thenComparing(companion -> companion.other().toString()))
                .toList();
    }

    private RoaringBitmap ofSide(RoaringBitmap events, Side side) {
        RoaringBitmap some = FastAggregation.or(columns.of(Family.QUAD).entrySet().stream()
                .filter(column -> Figures.side((Node) column.getKey()) == side)
                .map(Map.Entry::getValue)
                .iterator());
        some.and(events);
        return some;
    }

    boolean is(Node thing, Kind kind) {
        OptionalInt number = columns.numberOf(thing);
        return number.isPresent() && things(Family.KIND, kind.type()).contains(number.getAsInt());
    }

    Set<Node> containers(Node place) {
        return columns.containers(place);
    }

    Set<Node> around(Node place) {
        return columns.around(place);
    }

    private RoaringBitmap things(Family family, Object what) {
        return columns.things(family, what);
    }

    /** Of all things, or of those that words were found in. */
    Narrowing narrow(Asked asked, Optional<Map<Node, Double>> scores, int size, int last) {
        RoaringBitmap all = columns.all();
        scores.ifPresent(found -> all.and(numbered(found.keySet())));
        Map<Facet, RoaringBitmap> chosen = new EnumMap<>(Facet.class);
        asked.chosen().forEach((facet, value) -> chosen.put(facet, things(Family.of(facet), value)));
        Optional<RoaringBitmap> during =
                asked.period().isOpen() ? Optional.empty() : Optional.of(during(asked.period()));
        RoaringBitmap undated = and(all, chosen.values().stream());
        RoaringBitmap results = and(undated, during.stream());
        long found = results.getLongCardinality();
        int page = (int) Math.max(1, Math.min(Math.min(asked.page(), last), (found + size - 1) / size));
        return new Narrowing(
                all.getLongCardinality(),
                found,
                page,
                first(results, (long) page * size, asked.order(), scores.orElse(Map.of())),
                counts(all, chosen, during),
                periods(undated, asked.period().year()),
                RoaringBitmap.andCardinality(results, things(Family.KIND, Kind.EVENT.type())),
                told(results, asked.view()));
    }

    private RoaringBitmap numbered(Collection<Node> some) {
        RoaringBitmap numbered = new RoaringBitmap();
        some.forEach(node -> columns.numberOf(node).ifPresent(numbered::add));
        return numbered;
    }

    private RoaringBitmap during(Period period) {
        return FastAggregation.or(columns.days()
                .subMap(period.from().orElse(LocalDate.MIN), true, period.to().orElse(LocalDate.MAX), true)
                .values()
                .iterator());
    }

    private static RoaringBitmap and(RoaringBitmap some, Stream<RoaringBitmap> others) {
        RoaringBitmap left = some.clone();
        others.forEach(left::and);
        return left;
    }

    /** A facet's own choice does not narrow what else it offers. */
    private Map<Facet, Map<Node, Long>> counts(
            RoaringBitmap all, Map<Facet, RoaringBitmap> chosen, Optional<RoaringBitmap> during) {
        Map<Facet, Map<Node, Long>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            RoaringBitmap left = and(
                    all,
                    Stream.concat(
                            chosen.entrySet().stream()
                                    .filter(choice -> choice.getKey() != facet)
                                    .map(Map.Entry::getValue),
                            during.stream()));
            Map<Node, Long> values = new HashMap<>();
            columns.of(Family.of(facet)).forEach((value, things) -> {
                long count = RoaringBitmap.andCardinality(left, things);
                if (count > 0) {
                    values.put((Node) value, count);
                }
            });
            counts.put(facet, values);
        }
        return counts;
    }

    private Map<String, Narrowing.Count> periods(RoaringBitmap undated, Optional<Year> year) {
        Map<String, Period> buckets = new TreeMap<>(Comparator.reverseOrder());
        NavigableMap<LocalDate, RoaringBitmap> some = year.map(one -> columns.days()
                        .subMap(one.atDay(1), true, one.atMonth(12).atEndOfMonth(), true))
                .orElse(columns.days());
        some.forEach((day, things) -> {
            Period bucket = year.isEmpty() ? Period.of(Year.from(day)) : Period.of(YearMonth.from(day));
            String name = bucket.shortly().orElseThrow();
            if (!buckets.containsKey(name) && RoaringBitmap.intersects(undated, things)) {
                buckets.put(name, bucket);
            }
        });
        Map<String, Narrowing.Count> counts = new LinkedHashMap<>();
        buckets.forEach((name, bucket) ->
                counts.put(name, new Narrowing.Count(bucket, RoaringBitmap.andCardinality(undated, during(bucket)))));
        return counts;
    }

    /** Those of one day by how well they fit, by kind, and by their IRIs. */
    private List<Thing> first(RoaringBitmap results, long most, Asked.Order order, Map<Node, Double> scores) {
        Comparator<Thing> best = Comparator.comparingDouble((Thing thing) -> scores.getOrDefault(thing.node(), 0.0))
                .reversed();
        Comparator<Thing> byDay = Comparator.comparing(Thing::kind)
                .thenComparing(thing -> thing.node().getURI());
        return switch (order) {
            case NEWEST -> newest(results, most, best.thenComparing(byDay));
            case RELEVANCE ->
                newest(results, Long.MAX_VALUE, byDay).stream()
                        .sorted(best)
                        .limit(most)
                        .toList();
        };
    }

    /** From the last day on, at least so many where there are so many, those without a day last. */
    private List<Thing> newest(RoaringBitmap results, long atLeast, Comparator<Thing> ofOneDay) {
        List<Thing> first = new ArrayList<>();
        RoaringBitmap left = results.clone();
        for (Map.Entry<LocalDate, RoaringBitmap> day :
                columns.days().descendingMap().entrySet()) {
            if (first.size() >= atLeast || left.isEmpty()) {
                break;
            }
            RoaringBitmap here = RoaringBitmap.and(left, day.getValue());
            left.andNot(here);
            first.addAll(things(here, Optional.of(day.getKey()), ofOneDay));
        }
        if (first.size() < atLeast) {
            first.addAll(things(left, Optional.empty(), ofOneDay));
        }
        return first;
    }

    private List<Thing> things(RoaringBitmap some, Optional<LocalDate> newest, Comparator<Thing> order) {
        return some.stream()
                .mapToObj(number -> new Thing(columns.node(number), kind(number), newest))
                .sorted(order)
                .toList();
    }

    private Kind kind(int number) {
        return Stream.of(Kind.values())
                .filter(kind -> things(Family.KIND, kind.type()).contains(number))
                .findFirst()
                .orElseThrow();
    }

    private List<Told> told(RoaringBitmap results, View view) {
        RoaringBitmap events = RoaringBitmap.and(results, things(Family.KIND, Kind.EVENT.type()));
        return switch (view) {
            case LIST -> List.of();
            case MAP, TIMELINE ->
                newest(
                                events,
                                Exploration.DRAWN,
                                Comparator.comparing(thing -> thing.node().getURI()))
                        .stream()
                        .limit(Exploration.DRAWN)
                        .map(thing -> told(columns.numberOf(thing.node()).orElseThrow()))
                        .toList();
            case NETWORK, CHART -> events.stream().mapToObj(this::told).toList();
        };
    }

    /** Events have all that they have by themselves. */
    private Told told(int event) {
        Map<Family, List<Object>> values = new EnumMap<>(Family.class);
        for (Value value : columns.own(event)) {
            values.computeIfAbsent(value.family(), first -> new ArrayList<>()).add(value.what());
        }
        Function<Family, List<Node>> some = family -> values.getOrDefault(family, List.of()).stream()
                .map(Node.class::cast)
                .toList();
        return new Told(
                columns.node(event),
                some.apply(Family.TYPE),
                some.apply(Family.QUAD).stream().findFirst(),
                some.apply(Family.ACTOR),
                values.getOrDefault(Family.DAY, List.of()).stream()
                        .map(LocalDate.class::cast)
                        .max(Comparator.naturalOrder()));
    }
}
