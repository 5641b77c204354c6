package khabar.browse;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.browse.figure.Matrix;
import khabar.browse.figure.Side;
import org.apache.jena.graph.Node;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * What things can be narrowed by, as columns: for each value of each facet the numbers of the things that have it. Events and
 * articles have values of their own; actors, places and sources have some of those of the events that they are part of and of
 * the articles that name them. Not safe for many threads.
 */
final class FacetColumns {
    /** What a column is of: the facets, the days, and how things hang together. */
    enum Family {
        KIND,
        TYPE,
        QUAD,
        ACTOR,
        PLACE,
        SOURCE,
        LANGUAGE,
        FIRST,
        SOURCES,
        CONFIDENCE,
        /** By what day something is sought; an event without a day of its own by when it was first published. */
        DAY,
        /** On which days an event began. */
        BEGIN,
        /** Of which events somebody is a part, in whatever role. */
        PART,
        /** Of which events somebody is the actor. */
        DID,
        /** Of which events somebody is the recipient. */
        MET,
        /** Which events happened just there; those within it are in {@link #PLACE}, too. */
        SITE,
        /** In which articles something is named. */
        MENTION,
        PUBLISHER;

        static Family of(Facet facet) {
            return valueOf(facet.name());
        }
    }

    /** @param what a day, where the family is one of days; else a node */
    record Value(Family family, Object what) {
        Node node() {
            return (Node) what;
        }
    }

    /**
     * Who is joined to a unit has its values, too.
     *
     * @param by what joins them: the value of such a column is who has them, its things are the units
     * @param from of the unit
     * @param to of who is joined to it
     */
    private record Inheritance(Family by, Family from, Family to) {}

    private static final List<Inheritance> INHERITANCES = List.of(
            new Inheritance(Family.PART, Family.TYPE, Family.TYPE),
            new Inheritance(Family.PART, Family.PLACE, Family.PLACE),
            new Inheritance(Family.PART, Family.BEGIN, Family.DAY),
            new Inheritance(Family.SITE, Family.TYPE, Family.TYPE),
            new Inheritance(Family.SITE, Family.BEGIN, Family.DAY),
            new Inheritance(Family.MENTION, Family.SOURCE, Family.SOURCE),
            new Inheritance(Family.MENTION, Family.LANGUAGE, Family.LANGUAGE),
            new Inheritance(Family.PUBLISHER, Family.LANGUAGE, Family.LANGUAGE));

    private static final Value[] NOTHING = {};

    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    /** Of each thing, by its number. */
    private final List<Value[]> own = new ArrayList<>();

    /** None is empty. */
    private final Map<Family, Map<Object, RoaringBitmap>> columns = new EnumMap<>(Family.class);
    /** Of {@link Family#DAY}. */
    private final NavigableMap<LocalDate, RoaringBitmap> days = new TreeMap<>();

    private final Map<Node, Set<Node>> containers = new HashMap<>();

    FacetColumns() {
        Arrays.stream(Family.values()).forEach(family -> columns.put(family, new HashMap<>()));
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

    /** For each value of a family, how many of a kind have it and these values; the most first, then by their IRIs. */
    Map<Node, Long> counts(Family family, Kind kind, Map<Family, Node> having) {
        RoaringBitmap all = having(kind, having);
        Map<Node, Long> counts = new LinkedHashMap<>();
        of(family).entrySet().stream()
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
        of(Family.BEGIN).forEach((day, things) -> {
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
        of(Family.TYPE).forEach((type, things) -> {
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
        return of(Family.PART).entrySet().stream()
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
        RoaringBitmap some = FastAggregation.or(of(Family.QUAD).entrySet().stream()
                .filter(column -> Figures.side((Node) column.getKey()) == side)
                .map(Map.Entry::getValue)
                .iterator());
        some.and(events);
        return some;
    }

    boolean is(Node thing, Kind kind) {
        Integer number = numbers.get(thing);
        return number != null && things(Family.KIND, kind.type()).contains(number);
    }

    /** How many numbers were given away; those of what is gone are among them. */
    int numbers() {
        return nodes.size();
    }

    /** How many have something of their own. */
    long units() {
        return own.stream().filter(values -> values.length > 0).count();
    }

    /** Whether a thing has this place, or one within it. */
    boolean knows(Node place) {
        return of(Family.PLACE).containsKey(place);
    }

    void within(Node place, Set<Node> directlyAround) {
        containers.put(place, Set.copyOf(directlyAround));
    }

    Set<Node> containers(Node place) {
        return containers.getOrDefault(place, Set.of());
    }

    /** The place itself and all that it lies in. */
    Set<Node> around(Node place) {
        Set<Node> around = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>(List.of(place));
        while (!next.isEmpty()) {
            Node one = next.remove();
            if (around.add(one)) {
                next.addAll(containers(one));
            }
        }
        return around;
    }

    /** A thing has these values of its own now, and no others; who is joined to it has what follows from them. */
    void put(Node thing, Set<Value> now) {
        int unit = number(thing);
        Set<Value> before = Set.of(own.get(unit));
        Map<Family, List<Value>> all = new EnumMap<>(Family.class);
        Stream.concat(before.stream(), now.stream())
                .distinct()
                .forEach(value -> all.computeIfAbsent(value.family(), first -> new ArrayList<>())
                        .add(value));
        own.set(unit, now.toArray(NOTHING));
        all.values()
                .forEach(values -> values.forEach(value -> {
                    if (!before.contains(value) || !now.contains(value)) {
                        set(unit, value, now.contains(value));
                    }
                }));
        for (Inheritance rule : INHERITANCES) {
            for (Value link : all.getOrDefault(rule.by(), List.of())) {
                for (Value value : all.getOrDefault(rule.from(), List.of())) {
                    boolean then = before.contains(link) && before.contains(value);
                    boolean still = now.contains(link) && now.contains(value);
                    if (then != still) {
                        set(number(link.node()), new Value(rule.to(), value.what()), still);
                    }
                }
            }
        }
    }

    /** @param surely false where it has to be seen whether the thing has the value otherwise */
    private void set(int thing, Value value, boolean surely) {
        Map<Object, RoaringBitmap> family = of(value.family());
        if (surely) {
            RoaringBitmap things = family.computeIfAbsent(value.what(), first -> new RoaringBitmap());
            things.add(thing);
            if (value.family() == Family.DAY) {
                days.put((LocalDate) value.what(), things);
            }
            return;
        }
        RoaringBitmap things = family.get(value.what());
        if (things == null || has(thing, value)) {
            return;
        }
        things.remove(thing);
        if (things.isEmpty()) {
            family.remove(value.what());
            if (value.family() == Family.DAY) {
                days.remove((LocalDate) value.what());
            }
        }
    }

    /** By itself or by what it is joined to. */
    private boolean has(int thing, Value value) {
        Node node = nodes.get(thing);
        return Arrays.asList(own.get(thing)).contains(value)
                || INHERITANCES.stream()
                        .filter(rule -> rule.to() == value.family())
                        .anyMatch(rule ->
                                RoaringBitmap.intersects(things(rule.by(), node), things(rule.from(), value.what())));
    }

    private int number(Node thing) {
        return numbers.computeIfAbsent(thing, fresh -> {
            nodes.add(fresh);
            own.add(NOTHING);
            return nodes.size() - 1;
        });
    }

    private Map<Object, RoaringBitmap> of(Family family) {
        return Objects.requireNonNull(columns.get(family));
    }

    private RoaringBitmap things(Family family, Object what) {
        return of(family).getOrDefault(what, new RoaringBitmap());
    }

    /** The things of one of the kinds searched for that have each value. */
    Map<Object, Set<Node>> things(Family family) {
        RoaringBitmap all = all();
        Map<Object, Set<Node>> things = new HashMap<>();
        of(family).forEach((what, some) -> {
            Set<Node> those =
                    RoaringBitmap.and(all, some).stream().mapToObj(nodes::get).collect(Collectors.toSet());
            if (!those.isEmpty()) {
                things.put(what, those);
            }
        });
        return things;
    }

    private RoaringBitmap all() {
        return FastAggregation.or(of(Family.KIND).values().iterator());
    }

    /** Of all things, or of those that words were found in. */
    Narrowing narrow(Asked asked, Optional<Map<Node, Double>> scores, int size, int last) {
        RoaringBitmap all = all();
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
        some.forEach(node -> Optional.ofNullable(numbers.get(node)).ifPresent(numbered::add));
        return numbered;
    }

    private RoaringBitmap during(Period period) {
        return FastAggregation.or(days.subMap(
                        period.from().orElse(LocalDate.MIN), true, period.to().orElse(LocalDate.MAX), true)
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
            of(Family.of(facet)).forEach((value, things) -> {
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
        NavigableMap<LocalDate, RoaringBitmap> some = year.map(
                        one -> days.subMap(one.atDay(1), true, one.atMonth(12).atEndOfMonth(), true))
                .orElse(days);
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
        for (Map.Entry<LocalDate, RoaringBitmap> day : days.descendingMap().entrySet()) {
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
                .mapToObj(number -> new Thing(nodes.get(number), kind(number), newest))
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
                        .map(thing -> told(number(thing.node())))
                        .toList();
            case NETWORK, CHART -> events.stream().mapToObj(this::told).toList();
        };
    }

    /** Events have all that they have by themselves. */
    private Told told(int event) {
        Map<Family, List<Object>> values = new EnumMap<>(Family.class);
        for (Value value : own.get(event)) {
            values.computeIfAbsent(value.family(), first -> new ArrayList<>()).add(value.what());
        }
        Function<Family, List<Node>> some = family -> values.getOrDefault(family, List.of()).stream()
                .map(Node.class::cast)
                .toList();
        return new Told(
                nodes.get(event),
                some.apply(Family.TYPE),
                some.apply(Family.QUAD).stream().findFirst(),
                some.apply(Family.ACTOR),
                values.getOrDefault(Family.DAY, List.of()).stream()
                        .map(LocalDate.class::cast)
                        .max(Comparator.naturalOrder()));
    }
}
