package khabar.browse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/**
 * What things can be narrowed by: their values of each facet, and their days. Whatever is not one of the kinds of thing that
 * are searched for is not in it.
 *
 * @param within the places around each place, itself among them
 * @param containers the places directly around a place
 */
record Traits(Map<Node, Thing> things, Map<Node, Set<Node>> within, Map<Node, Set<Node>> containers) {
    private static final String DAY = "day";

    /**
     * What one thing has.
     *
     * @param values of each facet; places with those around them
     */
    record Thing(Node node, Map<Facet, Set<Node>> values, TreeSet<LocalDate> days) {
        Set<Node> of(Facet facet) {
            return values.getOrDefault(facet, Set.of());
        }

        Optional<LocalDate> newest() {
            return days.isEmpty() ? Optional.empty() : Optional.of(days.last());
        }

        /** Whether it falls into the period; what has no day does so only where no period is asked for. */
        boolean during(Period period) {
            return period.isOpen()
                    || Optional.ofNullable(days.ceiling(period.from().orElse(LocalDate.MIN)))
                            .filter(period::holds)
                            .isPresent();
        }
    }

    /** Asks for traits: of some things, or of all there are. */
    static final class Query {
        private final NamedQuery facets;
        private final NamedQuery within;

        Query(Queries queries) {
            this.facets = queries.get("page/facets");
            this.within = queries.get("page/within");
        }

        Traits of(PageReading reading, Collection<Node> things) {
            return from(
                    things.isEmpty()
                            ? List.of()
                            : reading.unnamed(PageReading.among(facets, PageReading.THING, things), Map.of()),
                    reading.unnamed(within, Map.of()));
        }

        /** Of what was kept: that these were asked. */
        void asked(PageReading reading) {
            reading.asked(facets);
            reading.asked(within);
        }

        Traits all(PageReading reading) {
            return from(reading.unnamed(facets, Map.of()), reading.unnamed(within, Map.of()));
        }
    }

    Traits among(Collection<Node> some) {
        Map<Node, Thing> those = new HashMap<>();
        some.forEach(node -> Optional.ofNullable(things.get(node)).ifPresent(thing -> those.put(node, thing)));
        return new Traits(those, within, containers);
    }

    private static Traits from(List<Row> rows, List<Row> places) {
        Map<Node, Set<Node>> containers = new HashMap<>();
        places.forEach(row -> containers
                .computeIfAbsent(row.node("place"), first -> new HashSet<>())
                .add(row.node("container")));
        Map<Node, Set<Node>> within = new HashMap<>();
        Map<Node, Thing> things = new HashMap<>();
        for (Row row : rows) {
            Thing thing = things.computeIfAbsent(
                    row.node("thing"), node -> new Thing(node, new EnumMap<>(Facet.class), new TreeSet<>()));
            String facet = row.text("facet");
            Node value = row.node("value");
            if (facet.equals(DAY)) {
                day(value).ifPresent(thing.days()::add);
            } else {
                thing.values()
                        .computeIfAbsent(Facet.valueOf(facet.toUpperCase(Locale.ROOT)), first -> new HashSet<>())
                        .addAll(facet.equals("place") ? around(value, containers, within) : Set.of(value));
            }
        }
        // Reports and mentions have values too, and what was taken out still has a publisher.
        things.values().removeIf(thing -> thing.of(Facet.KIND).isEmpty());
        return new Traits(things, within, containers);
    }

    private static Set<Node> around(Node place, Map<Node, Set<Node>> containers, Map<Node, Set<Node>> within) {
        Set<Node> known = within.get(place);
        if (known != null) {
            return known;
        }
        Set<Node> around = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>(List.of(place));
        while (!next.isEmpty()) {
            Node one = next.remove();
            if (around.add(one)) {
                next.addAll(containers.getOrDefault(one, Set.of()));
            }
        }
        within.put(place, around);
        return around;
    }

    private static Optional<LocalDate> day(Node value) {
        String written = value.getLiteralLexicalForm();
        try {
            return Optional.of(LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written));
        } catch (DateTimeException none) {
            return Period.first(written);
        }
    }
}
