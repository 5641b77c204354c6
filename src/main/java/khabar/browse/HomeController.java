package khabar.browse;

import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HomeController {
    private static final int LATEST = 10;

    private final Pages pages;
    private final Search search;
    private final NamedQuery counts;
    private final NamedQuery events;
    private final NamedQuery articles;
    private final Latest<HomePage> latest;

    HomeController(Pages pages, Queries queries) {
        this.pages = pages;
        this.search = new Search(queries);
        this.counts = queries.get("page/counts");
        this.events = queries.get("page/events");
        this.articles = queries.get("page/articles");
        this.latest = new Latest<>(pages, this::page);
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        if (q.isBlank()) {
            model.addAttribute("page", latest.in(locale));
            return "home";
        }
        model.addAttribute(
                "page", pages.read(locale, reading -> new SearchPage(Text.plain(q), q, search.find(reading, q))));
        return "search";
    }

    private HomePage page(PageReading reading) {
        Map<Node, Long> numbers = reading.rows(counts, Map.of()).stream()
                .collect(Collectors.toMap(row -> row.node("class"), row -> row.integer("count")));
        List<Row> latestEvents = reading.first(LATEST, events, Map.of());
        List<Row> latestArticles = reading.first(LATEST, articles, Map.of());
        return new HomePage(
                Text.plain(""),
                Arrays.stream(Kind.values())
                        .map(kind -> new HomePage.Count(kind.word(), numbers.getOrDefault(kind.type(), 0L)))
                        .toList(),
                EventLine.of(reading, latestEvents),
                Origin.of(reading, latestArticles));
    }
}
