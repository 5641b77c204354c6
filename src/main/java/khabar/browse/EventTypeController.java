package khabar.browse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private final NamedQuery months;
    private final PageReading.Listing events;

    EventTypeController(Pages pages, Queries queries) {
        this.pages = pages;
        this.statements = queries.get("page/statements");
        this.uses = queries.get("page/concept-uses");
        this.months = queries.get("page/type-months");
        this.events = PageReading.Listing.of(queries, "type-events", "type-event-count");
    }

    /** @param notation of a type, a mode or a context, as in {@code CONSULT-visit} */
    @GetMapping("/browse/event-type/{notation:[A-Za-z0-9_-]+}")
    String type(@PathVariable String notation, @RequestParam Map<String, String> address, Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> page(reading, notation, address)));
        return "event-type";
    }

    private EventTypePage page(PageReading reading, String notation, Map<String, String> address) {
        Node concept = Khe.concept(notation);
        Statements said = reading.statements(statements, concept);
        if (said.isEmpty()) {
            throw new NotThere(concept.getURI());
        }
        List<Row> narrower = reading.rows(uses, Map.of("concept", concept));
        List<Row> byMonth = reading.rows(months, Map.of("concept", concept));
        Slice<Row> found = reading.slice(events, Map.of("concept", concept), "page", address);
        return new EventTypePage(
                Subject.document(reading.base(), concept.getURI(), "event-types"),
                reading.text(concept),
                VocabularyController.sort(concept, said),
                new EventTypePage.Meaning(
                        VocabularyController.inBoth(reading, said.texts(Rdfs.comment), said.texts(Skos.definition)),
                        said.one(Skos.broader).map(reading::link),
                        narrower.stream()
                                .filter(row -> row.has("narrower"))
                                .map(row -> new EventTypePage.Mode(
                                        reading.link(row.node("narrower")),
                                        VocabularyController.anchor(row.iri("narrower")),
                                        row.integer("events")))
                                .toList(),
                        narrower.stream()
                                .flatMap(row -> row.optional("cameo").stream())
                                .map(reading::link)
                                .toList(),
                        Fact.but(reading, said, SHOWN_APART)),
                Figures.matrix(reading, byMonth, kind -> "/search?kind=event&type=" + kind),
                found.of(rows -> EventLine.of(reading, rows)));
    }
}
