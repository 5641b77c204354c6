package khabar.browse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Sources, reports, and the small things that statements hang together by. */
@Controller
class ThingController {
    private static final int FIRSTS = 10;

    /** Of a name in an article its own section says why it is linked. */
    private static final Set<Node> SAID_OF_NAMES =
            Set.of(Rdf.type, Rdfs.label, Kh.refersTo, Kh.linkBasis, Kh.confidence, Kh.alternative, Kh.byDecision);

    private final Pages pages;
    private final Reports reports;
    private final LinkReasons reasons;
    private final NamedQuery statements;
    private final NamedQuery inverse;
    private final NamedQuery summary;
    private final NamedQuery firsts;
    private final PageReading.Listing articles;
    private final PageReading.Listing events;

    ThingController(Pages pages, Queries queries) {
        this.pages = pages;
        this.reports = new Reports(queries);
        this.reasons = new LinkReasons(queries);
        this.statements = queries.get("page/statements");
        this.inverse = queries.get("page/inverse");
        this.summary = queries.get("page/source-summary");
        this.firsts = queries.get("page/source-firsts");
        this.events = PageReading.Listing.of(queries, "source-events", "source-event-count");
        this.articles = PageReading.Listing.of(queries, "source-articles", "source-article-count");
    }

    @GetMapping(
            "/page/{type:mention|alternative|participation|tenure|run|slot|storylink|decision|version}/{key:[a-z0-9-]+}")
    String thing(@PathVariable String type, @PathVariable String key, Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> {
            Node thing = reading.base().id(type, key);
            Statements said = said(reading, thing);
            boolean name = !said.all(Kh.mentionType).isEmpty();
            List<Row> alternatives = name ? reasons.ofMention(reading, thing) : List.of();
            Optional<Node> decision = said.one(Kh.byDecision);
            Statements decided = decision.map(node -> reading.statements(statements, node))
                    .orElseGet(() -> new Statements(Map.of()));
            List<Row> pointing = reading.rows(inverse, Map.of("entity", thing));
            Map<Node, List<Node>> incoming = pointing.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.node("property"),
                            LinkedHashMap::new,
                            Collectors.mapping(row -> row.node("subject"), Collectors.toList())));
            return new ThingPage(
                    Subject.of(reading.base(), type, key),
                    reading.linkInFull(thing).text(),
                    type,
                    name ? Optional.of(named(reading, said, decided, alternatives)) : Optional.empty(),
                    !said.all(Kh.decidedIn).isEmpty() && !incoming.containsKey(Kh.byDecision),
                    Fact.but(reading, said, name ? SAID_OF_NAMES : Set.of(Rdf.type, Rdfs.label)),
                    Fact.of(reading, incoming));
        }));
        return "thing";
    }

    private static ThingPage.Named named(
            PageReading reading, Statements said, Statements decided, List<Row> alternatives) {
        return new ThingPage.Named(
                said.one(Kh.refersTo).map(reading::link),
                LinkReasons.reason(
                        reading,
                        said.one(Kh.linkBasis),
                        said.word(Kh.confidence).map(Double::parseDouble),
                        said.one(Kh.byDecision),
                        alternatives),
                decided.word(Kh.decidedBy)
                        .map(by -> new ThingPage.Decided(
                                by,
                                decided.word(Prov.generatedAtTime).map(reading.dates()::of),
                                decided.word(Kh.because),
                                decided.word(Kh.throughout)
                                        .filter("true"::equals)
                                        .isPresent())));
    }

    @GetMapping("/page/source/{key:[a-z0-9-]+}")
    String source(@PathVariable String key, @RequestParam Map<String, String> address, Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> {
            Node source = reading.base().id("source", key);
            Statements said = said(reading, source);
            List<Row> numbers = reading.rows(summary, Map.of("entity", source));
            Slice<Row> told = reading.slice(events, Map.of("entity", source), "events", address);
            Slice<Row> published = reading.slice(articles, Map.of("entity", source), "articles", address);
            List<Row> first = reading.first(FIRSTS, firsts, Map.of("entity", source));
            return new SourcePage(
                    Subject.of(reading.base(), "source", key),
                    reading.text(source),
                    summary(reading, numbers),
                    Fact.but(reading, said, Set.of(Rdf.type, Rdfs.label)),
                    published.of(rows -> Origin.of(reading, rows)),
                    EventLine.of(reading, first),
                    told.of(rows -> EventLine.of(reading, rows)));
        }));
        return "source";
    }

    private static SourcePage.Summary summary(PageReading reading, List<Row> rows) {
        return new SourcePage.Summary(
                numbers(rows, row -> row.optionalText("language").map(tag -> Origin.language(reading, tag))),
                numbers(rows, row -> row.optionalText("terms")),
                rows.stream()
                        .flatMap(row -> row.optionalText("first").stream())
                        .min(Comparator.naturalOrder())
                        .map(reading.dates()::of),
                rows.stream()
                        .flatMap(row -> row.optionalText("last").stream())
                        .max(Comparator.naturalOrder())
                        .map(reading.dates()::of));
    }

    /** Articles by something that they have in common. */
    private static Map<String, Long> numbers(List<Row> rows, Function<Row, Optional<String>> common) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        rows.forEach(row -> common.apply(row).ifPresent(key -> numbers.merge(key, row.integer("articles"), Long::sum)));
        return numbers;
    }

    @GetMapping("/page/report/{key:[a-z0-9-]+}")
    String report(@PathVariable String key, Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> {
            Node report = reading.base().id("report", key);
            Statements said = said(reading, report);
            Reports.Rows rows = reports.rows(reading, "report", report);
            ReportCard card = Reports.cards(reading, rows, "report", report).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotThere(report.getURI()));
            return new ReportPage(
                    Subject.of(reading.base(), "report", key),
                    reading.text(report),
                    card,
                    Fact.of(reading, said, List.of(Prov.wasGeneratedBy)));
        }));
        return "report";
    }

    private Statements said(PageReading reading, Node thing) {
        Statements said = reading.statements(statements, thing);
        if (said.isEmpty()) {
            throw new NotThere(thing.getURI());
        }
        return said;
    }
}
