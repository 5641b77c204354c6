package khabar.browse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import khabar.browse.FacetColumns.Family;
import khabar.browse.Facets.Companion;
import khabar.browse.figure.Matrix;
import khabar.browse.figure.Network;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ActorController {
    private static final int STORYLINES = 10;

    private static final Set<Node> SHOWN_APART = Set.of(
            Rdf.type, Rdfs.label, Skos.altLabel, Skos.hiddenLabel, Kh.hasTenure, Kh.dark, Kh.nameForm, Kh.nameKey);

    private final Pages pages;
    private final LinkReasons reasons;
    private final NamedQuery statements;
    private final NamedQuery tenures;
    private final NamedQuery holders;
    private final NamedQuery storylines;
    private final NamedQuery months;
    private final NamedQuery places;
    private final NamedQuery neighbours;
    private final NamedQuery points;
    private final PageReading.Lines eventLines;
    private final PageReading.Lines articleLines;
    private final PageReading.Listing events;
    private final PageReading.Listing articles;

    ActorController(Pages pages, Queries queries) {
        this.pages = pages;
        this.reasons = new LinkReasons(queries);
        this.statements = queries.get("page/statements");
        this.tenures = queries.get("page/tenures");
        this.holders = queries.get("page/office-holders");
        this.storylines = queries.get("page/actor-storylines");
        this.months = queries.get("page/actor-months");
        this.places = queries.get("page/actor-places");
        this.neighbours = queries.get("page/neighbours");
        this.points = queries.get("page/points");
        this.eventLines = PageReading.Lines.events(queries);
        this.articleLines = PageReading.Lines.articles(queries);
        this.events = PageReading.Listing.of(queries, "actor-events", "actor-event-count");
        this.articles = PageReading.Listing.of(queries, "mentioning-articles", "mentioning-article-count");
    }

    @GetMapping("/page/{type:person|organisation}/{key:[a-z0-9-]+}")
    String actor(
            @PathVariable String type,
            @PathVariable String key,
            @RequestParam Map<String, String> address,
            Locale locale,
            Model model) {
        model.addAttribute("page", pages.readWithFacets(locale, reading -> page(reading, type, key, address)));
        return "actor";
    }

    private ActorPage page(PageReading reading, String type, String key, Map<String, String> address) {
        Node actor = reading.base().id(type, key);
        Statements said = reading.statements(statements, actor);
        if (said.isEmpty()) {
            throw new NotThere(actor.getURI());
        }
        boolean person = type.equals("person");
        List<Row> terms = reading.rows(person ? tenures : holders, Map.of("entity", actor));
        Slice<Row> asActor = reading.newest(
                events,
                Map.of("actor", actor, "part", Kh.actor),
                eventLines,
                Map.of(Family.DID, actor),
                "did",
                address);
        Slice<Row> asRecipient = reading.newest(
                events,
                Map.of("actor", actor, "part", Kh.recipient),
                eventLines,
                Map.of(Family.MET, actor),
                "met",
                address);
        Slice<Row> mentioning = reading.newest(
                articles, Map.of("entity", actor), articleLines, Map.of(Family.MENTION, actor), "articles", address);
        List<Row> stories = reading.first(STORYLINES, storylines, Map.of("actor", actor));
        Map<String, Node> given = Map.of("actor", actor);
        Kept kept = reading.hasFacets() ? kept(reading, actor, given) : asked(reading, given);
        kept.byMonth().forEach(count -> reading.remember(count.row()));
        List<Row> where = Figures.points(reading, points, kept.places().keySet());
        List<Companion> closest =
                kept.company().subList(0, Math.min(Network.MOST, kept.company().size()));
        closest.forEach(one -> reading.remember(one.other()));
        LinkReasons.Rows linked = reasons.ofThing(reading, actor, mentioning.items());
        return new ActorPage(
                Subject.of(reading.base(), type, key).described(ThingJsonLd.of(actor, type, said)),
                reading.text(actor),
                new ActorPage.Actor(
                        type,
                        said.names(),
                        said.word(Kh.dark).filter("true"::equals).isPresent(),
                        Fact.but(reading, said, SHOWN_APART),
                        terms.stream()
                                .map(row -> term(reading, row, person ? "country" : "holder"))
                                .toList()),
                StorylineLine.of(reading, stories),
                new ActorPage.Seen(
                        Figures.matrix(
                                reading,
                                kept.byMonth(),
                                kind -> "/search?kind=event&type=" + kind + "&actor=" + Facet.ACTOR.word(actor)),
                        Figures.network(reading, actor, closest, kept.company().size()),
                        Figures.atlas(reading, where, kept.places())),
                new ActorPage.Deeds(
                        asActor.of(rows -> EventLine.of(reading, rows)),
                        asRecipient.of(rows -> EventLine.of(reading, rows)),
                        mentioning.of(rows -> Origin.of(reading, rows))),
                LinkReasons.linking(reading, linked));
    }

    private Kept kept(PageReading reading, Node actor, Map<String, Node> given) {
        List.of(months, places, neighbours).forEach(query -> reading.asked(query, given));
        return reading.facets(columns -> Kept.of(columns, actor));
    }

    /** The same by the queries. */
    private Kept asked(PageReading reading, Map<String, Node> given) {
        return new Kept(
                Figures.months(reading.unnamed(months, given)),
                Figures.counts(reading.unnamed(places, given), "place"),
                reading.unnamed(neighbours, given).stream()
                        .map(row -> new Companion(
                                row.node("other"),
                                row.integer("events"),
                                row.integer("cooperation"),
                                row.integer("conflict")))
                        .toList());
    }

    /** What the page has from what is kept of everything. */
    private record Kept(List<Matrix.Count<Node>> byMonth, Map<Node, Long> places, List<Companion> company) {
        static Kept of(Facets columns, Node actor) {
            Map<Family, Node> part = Map.of(Family.PART, actor);
            return new Kept(
                    columns.months(part), columns.counts(Family.SITE, Kind.EVENT, part), columns.company(actor));
        }
    }

    private static ActorPage.Term term(PageReading reading, Row row, String other) {
        return new ActorPage.Term(
                reading.link(row.node("office")),
                row.optional(other).map(reading::link),
                row.optionalText("from").map(reading.dates()::of),
                row.optionalText("to").map(reading.dates()::of));
    }
}
