package khabar.browse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ListController {
    private static final String BY_ARTICLES = "articles";

    private final Pages pages;
    private final PageReading.Listing things;
    private final PageReading.Listing thingsByArticles;
    private final PageReading.Listing events;
    private final PageReading.Listing eventsByArticles;
    private final PageReading.Listing articles;
    private final PageReading.Lines eventLines;
    private final PageReading.Lines articleLines;
    private final NamedQuery counts;

    ListController(Pages pages, Queries queries) {
        this.pages = pages;
        this.things = PageReading.Listing.of(queries, "things", "thing-count");
        this.thingsByArticles = PageReading.Listing.of(queries, "things-by-articles", "thing-count");
        this.events = PageReading.Listing.of(queries, "events", "thing-count");
        this.eventsByArticles = PageReading.Listing.of(queries, "events-by-articles", "thing-count");
        this.articles = PageReading.Listing.of(queries, "articles", "thing-count");
        this.eventLines = PageReading.Lines.events(queries);
        this.articleLines = PageReading.Lines.articles(queries);
        this.counts = queries.get("page/article-counts");
    }

    /** The parameter {@code sort} may ask for another order than the usual one. */
    @GetMapping("/browse/{word:[a-z]+}")
    String kind(@PathVariable String word, @RequestParam Map<String, String> address, Locale locale, Model model) {
        Kind kind = Kind.of(word).orElseThrow(() -> new NotThere("/browse/" + word));
        model.addAttribute("page", pages.readWithFacets(locale, reading -> list(reading, kind, address)));
        return "list";
    }

    private ListPage list(PageReading reading, Kind kind, Map<String, String> address) {
        Text title = Text.plain("");
        Map<String, Node> given = Map.of("class", kind.type());
        boolean byArticles = BY_ARTICLES.equals(address.get("sort"));
        return switch (kind) {
            case EVENT ->
                new ListPage(
                        title,
                        kind.word(),
                        sorts("latest", byArticles),
                        (byArticles
                                        ? reading.slice(eventsByArticles, given, "page", address)
                                        : reading.newest(events, given, eventLines, Map.of(), "page", address))
                                .of(rows -> EventLine.of(reading, rows)),
                        ListPage.NO_ARTICLES,
                        ListPage.NO_THINGS);
            case ARTICLE ->
                new ListPage(
                        title,
                        kind.word(),
                        List.of(),
                        ListPage.NO_EVENTS,
                        reading.newest(articles, given, articleLines, Map.of(), "page", address)
                                .of(rows -> Origin.of(reading, rows)),
                        ListPage.NO_THINGS);
            case PERSON, ORGANISATION, PLACE, SOURCE ->
                new ListPage(
                        title,
                        kind.word(),
                        sorts("name", byArticles),
                        ListPage.NO_EVENTS,
                        ListPage.NO_ARTICLES,
                        things(reading, kind, byArticles, address));
        };
    }

    private static List<String> sorts(String usual, boolean byArticles) {
        return byArticles ? List.of(BY_ARTICLES, usual) : List.of(usual, BY_ARTICLES);
    }

    private Slice<ListPage.Thing> things(
            PageReading reading, Kind kind, boolean byArticles, Map<String, String> address) {
        Map<String, Node> given = byArticles
                ? Map.of("class", kind.type())
                : Map.of("class", kind.type(), "language", reading.language());
        Slice<Row> slice = reading.slice(byArticles ? thingsByArticles : things, given, "page", address);
        LinkedHashSet<Node> shown = slice.items().stream()
                .map(row -> row.node("thing"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Node, Long> numbers = reading.rowsAmong(counts, shown).stream()
                .collect(Collectors.toMap(row -> row.node("thing"), row -> row.integer("articles")));
        return slice.of(rows -> shown.stream()
                .map(thing -> new ListPage.Thing(reading.link(thing), numbers.getOrDefault(thing, 0L)))
                .toList());
    }
}
