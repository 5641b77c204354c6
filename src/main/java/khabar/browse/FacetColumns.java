package khabar.browse;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        /** Which events are of a type, a mode or a context. */
        CODE,
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

    /** The things that have each value. */
    Map<Object, RoaringBitmap> of(Family family) {
        return Objects.requireNonNull(columns.get(family));
    }

    /** Not to be changed. */
    RoaringBitmap things(Family family, Object what) {
        return of(family).getOrDefault(what, new RoaringBitmap());
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** Empty where nothing was ever said of it. */
    OptionalInt numberOf(Node thing) {
        Integer number = numbers.get(thing);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** What it has by itself. */
    List<Value> own(int number) {
        return List.of(own.get(number));
    }

    /** The things that have each day. */
    NavigableMap<LocalDate, RoaringBitmap> days() {
        return days;
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

    /** All things of the kinds that are searched for. */
    RoaringBitmap all() {
        return FastAggregation.or(of(Family.KIND).values().iterator());
    }
}
