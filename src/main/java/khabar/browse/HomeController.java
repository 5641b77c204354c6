package khabar.browse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    /** The last one made in each language: it looks at everything, and is asked for most. */
    private final Map<Locale, Made> made = new ConcurrentHashMap<>();

    private record Made(long version, HomePage page, List<Behind> queries) {}

    HomeController(Pages pages, Queries queries) {
        this.pages = pages;
        this.search = new Search(queries);
        this.counts = queries.get("page/counts");
        this.events = queries.get("page/events");
        this.articles = queries.get("page/articles");
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        if (q.isBlank()) {
            model.addAttribute("page", home(locale));
            return "home";
        }
        model.addAttribute(
                "page", pages.read(locale, reading -> new SearchPage(Text.plain(q), q, search.find(reading, q))));
        return "search";
    }

    private HomePage home(Locale locale) {
        // Asked before reading: a change in between makes the page anew once more, never keeps an old one.
        long version = pages.version();
        Made latest = made.compute(
                        locale,
                        (language, last) -> last != null && last.version() == version
                                ? last
                                : pages.read(
                                        language,
                                        reading -> {
                                            HomePage page = page(reading);
                                            return new Made(version, page, reading.queries());
                                        }));
        Pages.show(latest.queries());
        return latest.page();
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
