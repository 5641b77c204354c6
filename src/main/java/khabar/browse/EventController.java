package khabar.browse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class EventController {
    private static final int RELATED = 8;

    private final Pages pages;
    private final Reports reports;
    private final NamedQuery statements;
    private final NamedQuery related;
    private final NamedQuery merging;
    private final NamedQuery decisions;
    private final InStory.Asking story;
    private final NamedQuery points;
    private final PageReading.Lines eventLines;

    EventController(Pages pages, Queries queries) {
        this.pages = pages;
        this.reports = new Reports(queries);
        this.statements = queries.get("page/statements");
        this.related = queries.get("page/related-events");
        this.merging = queries.get("page/merging");
        this.decisions = queries.get("page/event-decisions");
        this.story = InStory.Asking.of(queries);
        this.points = queries.get("page/points");
        this.eventLines = PageReading.Lines.events(queries);
    }

    /** An event that has become part of another one leads to that one. */
    @GetMapping("/page/event/{key:[a-z0-9-]+}")
    ModelAndView event(@PathVariable String key, Locale locale, Model model) {
        return pages.readWithFacets(locale, reading -> {
            Node event = reading.base().id("event", key);
            Statements said = reading.statements(statements, event);
            Optional<Node> type = said.one(Kh.eventType);
            if (type.isPresent()) {
                return new ModelAndView("event", "page", page(reading, key, event, said, type.get()));
            }
            Node instead = said.one(Dct.isReplacedBy).orElseThrow(() -> new NotThere(event.getURI()));
            RedirectView there = new RedirectView(Names.href(reading.base(), instead.getURI()), true);
            there.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            return new ModelAndView(there);
        });
    }

    private EventPage page(PageReading reading, String key, Node event, Statements said, Node type) {
        Reports.Rows reported = reports.rows(reading, "event", event);
        List<Row> others = others(reading, event, said);
        List<Row> together = reading.rows(merging, Map.of("event", event));
        List<Row> decided = reading.rows(decisions, Map.of("event", event));
        InStory.Rows near = story.rows(reading, event);
        List<Row> where = Figures.points(reading, points, said.all(Kh.place));
        List<ReportCard> cards = Reports.cards(reading, reported, "event", event);
        return new EventPage(
                Subject.of(reading.base(), "event", key).described(ThingJsonLd.of(event, "event", said)),
                reading.text(event),
                said.names(),
                merged(reading, said, type, cards),
                Figures.atlas(
                        reading,
                        where,
                        said.all(Kh.place).stream().collect(Collectors.toMap(place -> place, place -> 1L))),
                Merging.of(reading, said, cards, decided, together),
                cards,
                InStory.of(reading, near),
                EventLine.of(reading, others));
    }

    /** The latest that have a party in common with it. */
    private List<Row> others(PageReading reading, Node event, Statements said) {
        Map<String, Node> given = Map.of("entity", event);
        if (!reading.hasFacets()) {
            return reading.first(RELATED, related, given);
        }
        reading.asked(PageReading.limited(related, 0, RELATED), given);
        List<Node> parties = Stream.concat(said.all(Kh.actor).stream(), said.all(Kh.recipient).stream())
                .toList();
        return eventLines.rows(reading, reading.facets(columns -> columns.beside(event, parties, RELATED)));
    }

    private static EventPage.Merged merged(PageReading reading, Statements said, Node type, List<ReportCard> cards) {
        ReportCard.Claim claim = new ReportCard.Claim(
                Stream.concat(Stream.of(type), said.one(Kh.eventMode).stream())
                        .map(reading::link)
                        .toList(),
                said.one(Kh.status).map(status -> status.getURI().substring(Kh.NAMESPACE.length())),
                said.word(Kh.confidence).map(confidence -> Math.round(Double.parseDouble(confidence) * 100)),
                reading.dates().when(said.word(Kh.begin), said.word(Kh.end), said.word(Kh.datePrecision)),
                Optional.empty(),
                said.one(Kh.place).map(reading::link),
                ReportCard.Toll.UNKNOWN);
        return new EventPage.Merged(
                claim,
                reading.links(said.all(Kh.context)),
                parties(reading, said.all(Kh.actor), cards, true),
                parties(reading, said.all(Kh.recipient), cards, false),
                new EventPage.Counts(
                        count(said, Kh.articleCount),
                        count(said, Kh.sourceCount),
                        said.texts(Schema.inLanguage).stream()
                                .map(language -> Origin.language(reading, language.value()))
                                .sorted()
                                .toList()));
    }

    /** The event's parties, each with the offices that any report found it in. */
    private static List<ReportCard.Part> parties(
            PageReading reading, List<Node> parties, List<ReportCard> cards, boolean actor) {
        return parties.stream()
                .map(reading::link)
                .map(party -> {
                    Set<ReportCard.Office> offices = new LinkedHashSet<>();
                    cards.stream()
                            .flatMap(card -> card.parts().stream())
                            .filter(part -> part.party().equals(Optional.of(party)))
                            .forEach(part -> offices.addAll(part.offices()));
                    return new ReportCard.Part(
                            Set.of(actor ? "ActorRole" : "RecipientRole"),
                            Optional.of(party),
                            Optional.empty(),
                            List.copyOf(offices));
                })
                .toList();
    }

    private static long count(Statements said, Node property) {
        return said.word(property).map(Long::parseLong).orElse(1L);
    }
}
