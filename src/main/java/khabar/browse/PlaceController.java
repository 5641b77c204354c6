package khabar.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import khabar.browse.FacetColumns.Family;
import khabar.browse.figure.Matrix;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import khabar.vocab.Wgs84;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PlaceController {
    private static final int BUSIEST = 12;

    private static final Set<Node> SHOWN_APART =
            Set.of(Rdf.type, Rdfs.label, Skos.altLabel, Skos.hiddenLabel, Kh.within, Wgs84.lat, Wgs84.longitude);

    private final Pages pages;
    private final LinkReasons reasons;
    private final NamedQuery statements;
    private final NamedQuery containers;
    private final NamedQuery months;
    private final NamedQuery places;
    private final NamedQuery actors;
    private final NamedQuery points;
    private final PageReading.Listing contained;
    private final PageReading.Lines eventLines;
    private final PageReading.Lines articleLines;
    private final PageReading.Listing events;
    private final PageReading.Listing articles;

    PlaceController(Pages pages, Queries queries) {
        this.pages = pages;
        this.reasons = new LinkReasons(queries);
        this.statements = queries.get("page/statements");
        this.containers = queries.get("page/containers");
        this.months = queries.get("page/place-months");
        this.places = queries.get("page/place-places");
        this.actors = queries.get("page/place-actors");
        this.points = queries.get("page/points");
        this.contained = PageReading.Listing.of(queries, "contained", "contained-count");
        this.eventLines = PageReading.Lines.events(queries);
        this.articleLines = PageReading.Lines.articles(queries);
        this.events = PageReading.Listing.of(queries, "place-events", "place-event-count");
        this.articles = PageReading.Listing.of(queries, "mentioning-articles", "mentioning-article-count");
    }

    @GetMapping("/page/place/{key:[a-z0-9-]+}")
    String place(@PathVariable String key, @RequestParam Map<String, String> address, Locale locale, Model model) {
        model.addAttribute("page", pages.readWithFacets(locale, reading -> page(reading, key, address)));
        return "place";
    }

    private PlacePage page(PageReading reading, String key, Map<String, String> address) {
        Node place = reading.base().id("place", key);
        Map<String, Node> given = Map.of("entity", place);
        Statements said = reading.statements(statements, place);
        if (said.isEmpty()) {
            throw new NotThere(place.getURI());
        }
        List<Row> around = reading.rows(containers, given);
        Slice<Row> inside =
                reading.slice(contained, Map.of("entity", place, "language", reading.language()), "within", address);
        Slice<Row> here = reading.newest(events, given, eventLines, Map.of(Family.PLACE, place), "events", address);
        Slice<Row> mentioning =
                reading.newest(articles, given, articleLines, Map.of(Family.MENTION, place), "articles", address);
        Kept kept = reading.hasFacets() ? kept(reading, place, given) : asked(reading, given);
        kept.byMonth().forEach(count -> reading.remember(count.row()));
        kept.actors().keySet().forEach(reading::remember);
        List<Row> where = Figures.points(reading, points, kept.places().keySet());
        List<Row> there = where.isEmpty() ? Figures.points(reading, points, List.of(place)) : where;
        LinkReasons.Rows linked = reasons.ofThing(reading, place, mentioning.items());
        return new PlacePage(
                Subject.of(reading.base(), "place", key).described(ThingJsonLd.of(place, "place", said)),
                reading.text(place),
                new PlacePage.Location(
                        said.names(),
                        Fact.but(reading, said, SHOWN_APART),
                        around.stream()
                                .map(row -> reading.link(row.node("container")))
                                .toList(),
                        inside.of(rows -> rows.stream()
                                .map(row -> reading.link(row.node("place")))
                                .toList()),
                        said.word(Wgs84.lat)
                                .flatMap(latitude -> said.word(Wgs84.longitude)
                                        .map(longitude -> new PlacePage.Coordinates(latitude, longitude)))),
                new PlacePage.Seen(
                        Figures.atlas(reading, there, kept.places()),
                        Figures.matrix(
                                reading, kept.byMonth(), kind -> "/search?kind=event&type=" + kind + "&place=" + key),
                        kept.actors().entrySet().stream()
                                .map(actor -> new HomePage.Busy(
                                        reading.text(actor.getKey()),
                                        actor.getValue(),
                                        reading.link(actor.getKey()).href()))
                                .toList()),
                here.of(rows -> EventLine.of(reading, rows)),
                mentioning.of(rows -> Origin.of(reading, rows)),
                LinkReasons.linking(reading, linked));
    }

    private Kept kept(PageReading reading, Node place, Map<String, Node> given) {
        List.of(months, places, actors).forEach(query -> reading.asked(query, given));
        return reading.facets(columns -> Kept.of(columns, place));
    }

    /** The same by the queries. */
    private Kept asked(PageReading reading, Map<String, Node> given) {
        return new Kept(
                Figures.months(reading.unnamed(months, given)),
                Figures.counts(reading.unnamed(places, given), "place"),
                Figures.counts(reading.first(BUSIEST, actors, given), "thing"));
    }

    /** What the page has from what is kept of everything. */
    private record Kept(List<Matrix.Count<Node>> byMonth, Map<Node, Long> places, Map<Node, Long> actors) {
        static Kept of(Facets columns, Node place) {
            Map<Family, Node> here = Map.of(Family.PLACE, place);
            Map<Node, Long> busiest = new LinkedHashMap<>();
            columns.counts(Family.PART, Kind.EVENT, here).entrySet().stream()
                    .limit(BUSIEST)
                    .forEach(one -> busiest.put(one.getKey(), one.getValue()));
            return new Kept(columns.months(here), columns.counts(Family.SITE, Kind.EVENT, here), busiest);
        }
    }
}
