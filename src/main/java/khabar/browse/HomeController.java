package khabar.browse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import khabar.browse.FacetColumns.Family;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HomeController {
    private static final int LATEST = 10;
    private static final int BUSIEST = 8;

    /** So many of the latest events are on the map and on the time line. */
    private static final int DRAWN = 100;

    private final NamedQuery counts;
    private final NamedQuery freshness;
    private final NamedQuery events;
    private final NamedQuery eventLines;
    private final NamedQuery points;
    private final NamedQuery articles;
    private final PageReading.Lines articleLines;
    private final NamedQuery actors;
    private final NamedQuery places;
    private final NamedQuery types;
    private final Latest<HomePage> latest;

    HomeController(Pages pages, Queries queries) {
        this.counts = queries.get("page/counts");
        this.freshness = queries.get("page/freshness");
        this.events = queries.get("page/events");
        this.eventLines = queries.get("page/event-lines");
        this.points = queries.get("page/points");
        this.articles = queries.get("page/articles");
        this.articleLines = PageReading.Lines.articles(queries);
        this.actors = queries.get("page/busiest-actors");
        this.places = queries.get("page/busiest-places");
        this.types = queries.get("page/type-counts");
        this.latest = new Latest<>(pages, this::page);
    }

    /** @param q words to search for, as the search once stood here */
    @GetMapping("/")
    String home(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        if (!q.isBlank()) {
            return "forward:" + Asked.PATH;
        }
        model.addAttribute("page", latest.in(locale));
        return "home";
    }

    private HomePage page(PageReading reading) {
        Kept kept = reading.hasFacets() ? kept(reading) : asked(reading);
        Row fresh = reading.unnamed(freshness, Map.of()).getFirst();
        List<Node> latestEvents = kept.events();
        EventCard.Rows cards = EventCard.rows(reading, eventLines, latestEvents);
        List<Row> where = Figures.points(
                reading, points, Figures.byPlace(cards.byEvent().values()).keySet());
        List<Row> latestArticles = articleLines.rows(reading, kept.articles());
        kept.busy().forEach(some -> some.forEach(one -> reading.remember(one.thing())));
        return new HomePage(
                Text.plain(""),
                Arrays.stream(Kind.values())
                        .map(kind ->
                                new HomePage.Count(kind.word(), kept.numbers().getOrDefault(kind.type(), 0L)))
                        .toList(),
                new HomePage.Freshness(
                        fresh.optionalText("read").map(reading.dates()::of),
                        fresh.optionalText("first").map(reading.dates()::of),
                        fresh.optionalText("last").map(reading.dates()::of)),
                cards.cards(reading, latestEvents.subList(0, Math.min(LATEST, latestEvents.size()))),
                Origin.of(reading, latestArticles),
                new HomePage.Busiest(
                        busy(reading, kept.persons()),
                        busy(reading, kept.organisations()),
                        busy(reading, kept.places()),
                        busy(reading, kept.types())),
                new HomePage.Lately(
                        Figures.atlas(
                                reading, where, Figures.byPlace(cards.byEvent().values())),
                        Figures.timeLine(
                                reading,
                                lately(cards.byEvent().values()),
                                kept.numbers().getOrDefault(Kind.EVENT.type(), 0L))));
    }

    /** What has the most events, and in how many it has a part. */
    private record Busy(Node thing, long events) {
        static List<Busy> of(List<Row> rows, String variable) {
            return rows.stream()
                    .map(row -> new Busy(row.node(variable), row.integer("events")))
                    .toList();
        }

        static List<Busy> of(Map<Node, Long> counts, Predicate<Node> which) {
            return counts.entrySet().stream()
                    .filter(one -> which.test(one.getKey()))
                    .limit(BUSIEST)
                    .map(one -> new Busy(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** What the page has from what is kept of everything. */
    private record Kept(
            Map<Node, Long> numbers,
            List<Node> events,
            List<Node> articles,
            List<Busy> persons,
            List<Busy> organisations,
            List<Busy> places,
            List<Busy> types) {
        List<List<Busy>> busy() {
            return List.of(persons, organisations, places, types);
        }
    }

    private Kept kept(PageReading reading) {
        List.of(counts, events, articles, places, types).forEach(query -> reading.asked(query, Map.of()));
        List.of(Kh.Person, Kh.Organisation).forEach(kind -> reading.asked(actors, Map.of("class", kind)));
        return reading.facets(HomeController::kept);
    }

    /** The same by the queries. */
    private Kept asked(PageReading reading) {
        Map<Node, Long> numbers = new HashMap<>();
        reading.unnamed(counts, Map.of()).forEach(row -> numbers.put(row.node("class"), row.integer("count")));
        return new Kept(
                numbers,
                reading.first(DRAWN, events, Map.of()).stream()
                        .map(row -> row.node("event"))
                        .distinct()
                        .toList(),
                reading.first(LATEST, articles, Map.of()).stream()
                        .map(row -> row.node("article"))
                        .distinct()
                        .toList(),
                Busy.of(reading.first(BUSIEST, actors, Map.of("class", Kh.Person)), "thing"),
                Busy.of(reading.first(BUSIEST, actors, Map.of("class", Kh.Organisation)), "thing"),
                Busy.of(reading.first(BUSIEST, places, Map.of()), "thing"),
                Busy.of(reading.rows(types, Map.of()), "type"));
    }

    private static Kept kept(Facets columns) {
        Map<Node, Long> numbers = new HashMap<>();
        for (Kind kind : Kind.values()) {
            numbers.putAll(
                    Map.of(kind.type(), columns.newest(kind, Map.of(), 0, 0).all()));
        }
        Map<Node, Long> parts = columns.counts(Family.PART, Kind.EVENT, Map.of());
        return new Kept(
                numbers,
                columns.newest(Kind.EVENT, Map.of(), 0, DRAWN).things(),
                columns.newest(Kind.ARTICLE, Map.of(), 0, LATEST).things(),
                Busy.of(parts, thing -> columns.is(thing, Kind.PERSON)),
                Busy.of(parts, thing -> columns.is(thing, Kind.ORGANISATION)),
                Busy.of(columns.counts(Family.SITE, Kind.EVENT, Map.of()), thing -> true),
                columns.counts(Family.TYPE, Kind.EVENT, Map.of()).entrySet().stream()
                        .map(type -> new Busy(type.getKey(), type.getValue()))
                        .toList());
    }

    private static List<HomePage.Busy> busy(PageReading reading, List<Busy> some) {
        return some.stream()
                .map(one -> new HomePage.Busy(
                        reading.text(one.thing()),
                        one.events(),
                        one.thing().getURI().startsWith(Khe.NAMESPACE)
                                ? "/browse/event-type/" + Facet.TYPE.word(one.thing())
                                : reading.link(one.thing()).href()))
                .toList();
    }

    /** Within a year of the newest: one old event would draw the line so long that nothing is seen on it. */
    private static List<Row> lately(Collection<Row> events) {
        Optional<LocalDate> newest =
                events.stream().flatMap(row -> begin(row).stream()).max(Comparator.naturalOrder());
        return events.stream()
                .filter(row -> begin(row)
                        .map(day -> !day.isBefore(newest.orElse(day).minusYears(1)))
                        .orElse(true))
                .toList();
    }

    private static Optional<LocalDate> begin(Row row) {
        return row.optionalText("begin").flatMap(Period::first);
    }
}
