package khabar.browse;

import java.util.HashMap;
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
import khabar.vocab.Khe;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Types, modes and contexts of events, each with the events that are of it. */
@Controller
class EventTypeController {
    private static final Set<Node> SHOWN_APART = Set.of(
            Rdf.type,
            Rdfs.label,
            Rdfs.isDefinedBy,
            Skos.prefLabel,
            Skos.definition,
            Skos.inScheme,
            Skos.topConceptOf,
            Skos.notation,
            Skos.broader);

    private final Pages pages;
    private final NamedQuery statements;
    private final NamedQuery uses;
    private final NamedQuery concepts;
    private final NamedQuery months;
    private final PageReading.Listing events;
    private final PageReading.Lines eventLines;

    EventTypeController(Pages pages, Queries queries) {
        this.pages = pages;
        this.statements = queries.get("page/statements");
        this.uses = queries.get("page/concept-uses");
        this.concepts = queries.get("page/concepts-below");
        this.months = queries.get("page/type-months");
        this.events = PageReading.Listing.of(queries, "type-events", "type-event-count");
        this.eventLines = PageReading.Lines.events(queries);
    }

    /** @param notation of a type, a mode or a context, as in {@code CONSULT-visit} */
    @GetMapping("/browse/event-type/{notation:[A-Za-z0-9_-]+}")
    String type(@PathVariable String notation, @RequestParam Map<String, String> address, Locale locale, Model model) {
        model.addAttribute("page", pages.readWithFacets(locale, reading -> page(reading, notation, address)));
        return "event-type";
    }

    private EventTypePage page(PageReading reading, String notation, Map<String, String> address) {
        Node concept = Khe.concept(notation);
        Statements said = reading.statements(statements, concept);
        if (said.isEmpty()) {
            throw new NotThere(concept.getURI());
        }
        Map<String, Node> given = Map.of("concept", concept);
        Kept kept = reading.hasFacets() ? kept(reading, concept, given) : asked(reading, given);
        kept.byMonth().forEach(count -> reading.remember(count.row()));
        Slice<Row> found = reading.newest(events, given, eventLines, Map.of(Family.CODE, concept), "page", address);
        return new EventTypePage(
                Subject.document(reading.base(), concept.getURI(), "event-types"),
                reading.text(concept),
                VocabularyController.sort(concept, said),
                new EventTypePage.Meaning(
                        VocabularyController.inBoth(reading, said.texts(Rdfs.comment), said.texts(Skos.definition)),
                        said.one(Skos.broader).map(reading::link),
                        kept.modes().entrySet().stream()
                                .map(mode -> new EventTypePage.Mode(
                                        reading.link(mode.getKey()),
                                        VocabularyController.anchor(
                                                mode.getKey().getURI()),
                                        mode.getValue()))
                                .toList(),
                        kept.cameo().stream().map(reading::link).toList(),
                        Fact.but(reading, said, SHOWN_APART)),
                Figures.matrix(reading, kept.byMonth(), kind -> "/search?kind=event&type=" + kind),
                found.of(rows -> EventLine.of(reading, rows)));
    }

    /**
     * What the page tells of its events, and which concepts it names.
     *
     * @param modes those of a type, with how many events are of each, in the order in which they are shown
     * @param cameo codes that mean the same or something narrower
     */
    private record Kept(List<Matrix.Count<Node>> byMonth, Map<Node, Long> modes, List<Node> cameo) {}

    private Kept kept(PageReading reading, Node concept, Map<String, Node> given) {
        reading.asked(months, given);
        reading.asked(uses, given);
        List<Row> named = reading.rows(concepts, given);
        Map<Node, Long> counts = new HashMap<>();
        List<Matrix.Count<Node>> byMonth = reading.facets(columns -> {
            named.stream()
                    .flatMap(row -> row.optional("narrower").stream())
                    .forEach(mode -> counts.put(
                            mode,
                            columns.newest(Kind.EVENT, Map.of(Family.CODE, mode), 0, 0)
                                    .all()));
            return columns.months(Map.of(Family.CODE, concept));
        });
        Map<Node, Long> modes = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(mode -> mode.getKey().getURI()))
                .forEach(mode -> modes.put(mode.getKey(), mode.getValue()));
        return new Kept(byMonth, modes, cameo(named));
    }

    /** The same by the queries. */
    private Kept asked(PageReading reading, Map<String, Node> given) {
        List<Row> used = reading.rows(uses, given);
        Map<Node, Long> modes = new LinkedHashMap<>();
        used.stream()
                .filter(row -> row.has("narrower"))
                .forEach(row -> modes.put(row.node("narrower"), row.integer("events")));
        return new Kept(Figures.months(reading.rows(months, given)), modes, cameo(used));
    }

    private static List<Node> cameo(List<Row> rows) {
        return rows.stream().flatMap(row -> row.optional("cameo").stream()).toList();
    }
}
