package khabar.browse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
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
        Map<Node, Long> numbers = reading.rows(counts, Map.of()).stream()
                .collect(Collectors.toMap(row -> row.node("class"), row -> row.integer("count")));
        Row fresh = reading.unnamed(freshness, Map.of()).getFirst();
        List<Node> latestEvents = reading.first(DRAWN, events, Map.of()).stream()
                .map(row -> row.node("event"))
                .distinct()
                .toList();
        EventCard.Rows cards = EventCard.rows(reading, eventLines, latestEvents);
        List<Row> where = Figures.points(
                reading, points, Figures.byPlace(cards.byEvent().values()).keySet());
        List<Row> latestArticles = reading.first(LATEST, articles, Map.of());
        List<Row> persons = reading.first(BUSIEST, actors, Map.of("class", Kh.Person));
        List<Row> organisations = reading.first(BUSIEST, actors, Map.of("class", Kh.Organisation));
        List<Row> busyPlaces = reading.first(BUSIEST, places, Map.of());
        List<Row> present = reading.rows(types, Map.of());
        return new HomePage(
                Text.plain(""),
                Arrays.stream(Kind.values())
                        .map(kind -> new HomePage.Count(kind.word(), numbers.getOrDefault(kind.type(), 0L)))
                        .toList(),
                new HomePage.Freshness(
                        fresh.optionalText("read").map(reading.dates()::of),
                        fresh.optionalText("first").map(reading.dates()::of),
                        fresh.optionalText("last").map(reading.dates()::of)),
                cards.cards(reading, latestEvents.subList(0, Math.min(LATEST, latestEvents.size()))),
                Origin.of(reading, latestArticles),
                new HomePage.Busiest(
                        HomePage.Busy.of(
                                reading,
                                persons,
                                "thing",
                                thing -> reading.link(thing).href()),
                        HomePage.Busy.of(
                                reading,
                                organisations,
                                "thing",
                                thing -> reading.link(thing).href()),
                        HomePage.Busy.of(
                                reading,
                                busyPlaces,
                                "thing",
                                thing -> reading.link(thing).href()),
                        HomePage.Busy.of(
                                reading, present, "type", type -> "/browse/event-type/" + Facet.TYPE.word(type))),
                new HomePage.Lately(
                        Figures.atlas(
                                reading, where, Figures.byPlace(cards.byEvent().values())),
                        Figures.timeLine(
                                reading,
                                lately(cards.byEvent().values()),
                                numbers.getOrDefault(Kind.EVENT.type(), 0L))));
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
