package khabar.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import org.apache.jena.graph.Node;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class StorylineController {
    private final Pages pages;
    private final NamedQuery statements;
    private final NamedQuery slots;
    private final NamedQuery links;
    private final PageReading.Listing storylines;

    StorylineController(Pages pages, Queries queries) {
        this.pages = pages;
        this.statements = queries.get("page/statements");
        this.slots = queries.get("page/storyline-slots");
        this.links = queries.get("page/storyline-links");
        this.storylines = PageReading.Listing.of(queries, "storylines", "storyline-count");
    }

    @GetMapping("/browse/storyline")
    ModelAndView list(@RequestParam Map<String, String> address, Locale locale) {
        return new ModelAndView(
                "storylines",
                "page",
                pages.read(
                        locale,
                        reading -> new StorylinesPage(
                                Text.plain(""),
                                reading.slice(storylines, Map.of(), "page", address)
                                        .of(rows -> StorylineLine.of(reading, rows)))));
    }

    /** A storyline whose first event is another now leads to where its events are. */
    @GetMapping("/page/storyline/{key:[a-z0-9-]+}")
    ModelAndView storyline(@PathVariable String key, Locale locale) {
        return pages.read(locale, reading -> {
            Node storyline = reading.base().id("storyline", key);
            Statements said = reading.statements(statements, storyline);
            if (!said.all(Kh.eventCount).isEmpty()) {
                return new ModelAndView("storyline", "page", page(reading, key, storyline, said));
            }
            Node instead = said.one(Dct.isReplacedBy).orElseThrow(() -> new NotThere(storyline.getURI()));
            RedirectView there = new RedirectView(Names.href(reading.base(), instead.getURI()), true);
            there.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            return new ModelAndView(there);
        });
    }

    private StorylinePage page(PageReading reading, String key, Node storyline, Statements said) {
        List<Row> events = reading.rows(slots, Map.of("entity", storyline));
        Map<Node, List<Row>> reasons = reading.rows(links, Map.of("entity", storyline)).stream()
                .collect(Collectors.groupingBy(row -> row.node("later"), LinkedHashMap::new, Collectors.toList()));
        return new StorylinePage(
                Subject.of(reading.base(), "storyline", key),
                reading.text(storyline),
                new StorylineLine(
                        reading.link(storyline),
                        reading.dates().of(said.word(Kh.firstDay).orElseThrow()),
                        reading.dates().of(said.word(Kh.lastDay).orElseThrow()),
                        said.word(Kh.eventCount).map(Long::parseLong).orElse(0L),
                        Optional.empty()),
                said.one(Prov.wasGeneratedBy).map(reading::link),
                events.stream()
                        .map(row -> new StorylinePage.Slot(
                                EventLine.of(reading, List.of(row)).getFirst(),
                                steps(reading, reasons.getOrDefault(row.node("event"), List.of()))))
                        .toList());
    }

    private static List<StorylinePage.Step> steps(PageReading reading, List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.node("earlier"), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(step -> new StorylinePage.Step(
                        reading.link(step.getKey()),
                        step.getValue().getFirst().text("score"),
                        step.getValue().getFirst().integer("days"),
                        common(reading, step.getValue(), "actor"),
                        common(reading, step.getValue(), "country"),
                        common(reading, step.getValue(), "place"),
                        common(reading, step.getValue(), "article")))
                .toList();
    }

    private static List<Link> common(PageReading reading, List<Row> rows, String in) {
        return rows.stream()
                .filter(row -> row.has("in") && row.text("in").equals(in))
                .map(row -> reading.link(row.node("common")))
                .toList();
    }
}
