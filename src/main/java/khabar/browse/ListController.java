package khabar.browse;

import java.util.Locale;
import java.util.Map;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Khe;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ListController {
    private final Pages pages;
    private final PageReading.Listing things;
    private final PageReading.Listing events;
    private final PageReading.Listing articles;
    private final PageReading.Listing ofType;

    ListController(Pages pages, Queries queries) {
        this.pages = pages;
        this.things = PageReading.Listing.of(queries, "things", "thing-count");
        this.events = PageReading.Listing.of(queries, "events", "thing-count");
        this.articles = PageReading.Listing.of(queries, "articles", "thing-count");
        this.ofType = PageReading.Listing.of(queries, "type-events", "type-event-count");
    }

    @GetMapping("/browse/{word:[a-z]+}")
    String kind(@PathVariable String word, @RequestParam Map<String, String> address, Locale locale, Model model) {
        Kind kind = Kind.of(word).orElseThrow(() -> new NotThere("/browse/" + word));
        model.addAttribute("page", pages.read(locale, reading -> list(reading, kind, address)));
        return "list";
    }

    /** @param notation of a type, a mode or a context, as in {@code CONSULT-visit} */
    @GetMapping("/browse/event-type/{notation:[A-Za-z0-9_-]+}")
    String type(@PathVariable String notation, @RequestParam Map<String, String> address, Locale locale, Model model) {
        Node concept = Khe.concept(notation);
        model.addAttribute("page", pages.read(locale, reading -> {
            Slice<Row> found = reading.slice(ofType, Map.of("concept", concept), "page", address);
            reading.remember(concept);
            if (found.total() == 0 && !reading.named(concept)) {
                throw new NotThere(concept.getURI());
            }
            return new ListPage(
                    reading.text(concept),
                    "event",
                    found.of(rows -> EventLine.of(reading, rows)),
                    ListPage.NO_ARTICLES,
                    ListPage.NO_THINGS);
        }));
        return "list";
    }

    private ListPage list(PageReading reading, Kind kind, Map<String, String> address) {
        Text title = Text.plain("");
        Map<String, Node> given = Map.of("class", kind.type());
        return switch (kind) {
            case EVENT ->
                new ListPage(
                        title,
                        kind.word(),
                        reading.slice(events, given, "page", address).of(rows -> EventLine.of(reading, rows)),
                        ListPage.NO_ARTICLES,
                        ListPage.NO_THINGS);
            case ARTICLE ->
                new ListPage(
                        title,
                        kind.word(),
                        ListPage.NO_EVENTS,
                        reading.slice(articles, given, "page", address).of(rows -> Origin.of(reading, rows)),
                        ListPage.NO_THINGS);
            case PERSON, ORGANISATION, PLACE, SOURCE ->
                new ListPage(
                        title, kind.word(), ListPage.NO_EVENTS, ListPage.NO_ARTICLES, things(reading, kind, address));
        };
    }

    private Slice<Link> things(PageReading reading, Kind kind, Map<String, String> address) {
        Node language = NodeFactory.createLiteralString(reading.dates().locale().getLanguage());
        return reading.slice(things, Map.of("class", kind.type(), "language", language), "page", address)
                .of(rows -> rows.stream()
                        .map(row -> reading.link(row.node("thing")))
                        .distinct()
                        .toList());
    }
}
