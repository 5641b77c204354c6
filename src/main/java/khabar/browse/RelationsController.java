package khabar.browse;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import khabar.browse.figure.Balance;
import khabar.browse.figure.Side;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** How two actors deal with each other: cooperation and conflict by month, and the events behind each bar. */
@Controller
class RelationsController {
    private static final String PATH = "/relations";

    /** More than this nobody reads on one page. */
    private static final int MOST = 1000;

    private static final int SUGGESTED = 60;

    private final Pages pages;
    private final NamedQuery relations;
    private final NamedQuery themselves;
    private final NamedQuery names;
    private final NamedQuery busiest;

    RelationsController(Pages pages, Queries queries) {
        this.pages = pages;
        this.relations = queries.get("page/relations");
        this.themselves = queries.get("page/relations-themselves");
        this.names = queries.get("page/actor-names");
        this.busiest = queries.get("page/busiest-actors");
    }

    /**
     * @param a one of the two: a name, or a key as in {@code person.sergei-shoigu}
     * @param b the other
     * @param only whether a state is to stand for itself only, and not for its bodies and people
     */
    @GetMapping(PATH)
    String relations(
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @RequestParam(defaultValue = "false") boolean only,
            Locale locale,
            Model model) {
        model.addAttribute("page", pages.readWithFacets(locale, reading -> page(reading, a, b, only)));
        return "relations";
    }

    private RelationsPage page(PageReading reading, String a, String b, boolean only) {
        Named one = Named.of(reading, Facet.ACTOR, names, a);
        Named other = Named.of(reading, Facet.ACTOR, names, b);
        List<Node> suggested = Stream.of(Kind.ORGANISATION, Kind.PERSON)
                .flatMap(kind -> suggested(reading, kind).stream())
                .toList();
        suggested.forEach(reading::remember);
        Optional<List<Row>> rows = one.thing()
                .flatMap(first -> other.thing()
                        .filter(second -> !second.equals(first))
                        .map(second -> reading.first(
                                MOST, only ? themselves : relations, Map.of("one", first, "other", second))));
        return new RelationsPage(
                Text.plain(""),
                chosen(reading, one, other, true),
                chosen(reading, other, one, false),
                suggested.stream().map(reading::text).distinct().toList(),
                only,
                rows.map(some -> told(
                        reading,
                        some,
                        Question.between(
                                one.thing().orElseThrow(),
                                other.thing().orElseThrow(),
                                only,
                                reading.dates().locale()))));
    }

    private List<Node> suggested(PageReading reading, Kind kind) {
        Map<String, Node> given = Map.of("class", kind.type());
        if (!reading.hasFacets()) {
            return reading.first(SUGGESTED, busiest, given).stream()
                    .map(row -> row.node("thing"))
                    .toList();
        }
        reading.asked(busiest, given);
        return reading.facets(
                columns -> columns.counts(FacetColumns.Family.PART, Kind.EVENT, Map.of()).keySet().stream()
                        .filter(thing -> columns.is(thing, kind))
                        .limit(SUGGESTED)
                        .toList());
    }

    private static RelationsPage.Chosen chosen(PageReading reading, Named named, Named beside, boolean first) {
        Optional<Link> actor = named.thing().map(reading::link);
        String with = beside.thing().map(Facet.ACTOR::word).orElse(beside.typed());
        return new RelationsPage.Chosen(
                actor.map(link -> link.text().value()).orElse(named.typed()),
                actor,
                named.unknown(),
                named.others().stream()
                        .map(thing -> new RelationsPage.Other(
                                reading.text(thing),
                                first
                                        ? address(Facet.ACTOR.word(thing), with)
                                        : address(with, Facet.ACTOR.word(thing))))
                        .toList());
    }

    private static String address(String a, String b) {
        return PATH + "?a=" + UriUtils.encode(a, StandardCharsets.UTF_8) + "&b="
                + UriUtils.encode(b, StandardCharsets.UTF_8);
    }

    private static RelationsPage.Told told(PageReading reading, List<Row> rows, Question question) {
        Map<YearMonth, List<Row>> byMonth = new TreeMap<>(Comparator.reverseOrder());
        List<Row> undated = new ArrayList<>();
        for (Row row : rows) {
            month(row)
                    .ifPresentOrElse(
                            month -> byMonth.computeIfAbsent(month, first -> new ArrayList<>())
                                    .add(row),
                            () -> undated.add(row));
        }
        List<RelationsPage.Month> months = new ArrayList<>();
        byMonth.forEach((month, some) -> months.add(new RelationsPage.Month(
                sums(month, some), reading.dates().of(month.toString()), cards(reading, some))));
        return new RelationsPage.Told(
                Balance.of(
                        months.stream().map(RelationsPage.Month::sums).toList(),
                        reading.dates().locale(),
                        Figures.rightToLeft(reading)),
                rows.stream().map(row -> row.node("event")).distinct().count(),
                of(rows, Side.COOPERATION),
                of(rows, Side.CONFLICT),
                score(rows).isPresent()
                        ? Optional.of(Balance.written(score(rows).getAsDouble()))
                        : Optional.empty(),
                months,
                cards(reading, undated),
                question);
    }

    private static Balance.Month sums(YearMonth month, List<Row> rows) {
        OptionalDouble score = score(rows);
        return new Balance.Month(
                month,
                of(rows, Side.COOPERATION),
                of(rows, Side.CONFLICT),
                score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty());
    }

    private static List<EventCard> cards(PageReading reading, List<Row> rows) {
        return rows.stream().map(row -> EventCard.of(reading, row)).distinct().toList();
    }

    private static Optional<YearMonth> month(Row row) {
        return row.optionalText("begin").flatMap(Period::first).map(YearMonth::from);
    }

    private static long of(List<Row> rows, Side side) {
        return rows.stream()
                .filter(row -> row.optional("quad")
                        .map(Figures::side)
                        .filter(side::equals)
                        .isPresent())
                .count();
    }

    private static OptionalDouble score(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.has("score"))
                .mapToDouble(row -> row.decimal("score"))
                .average();
    }
}
