package khabar.browse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For those who do not know SPARQL: a form that writes the query, and leads to it and its answer. */
@Controller
class AskController {
    private static final int SUGGESTED = 60;

    private final Pages pages;
    private final NamedQuery types;
    private final NamedQuery actors;
    private final NamedQuery places;
    private final NamedQuery actorNames;
    private final NamedQuery placeNames;

    AskController(Pages pages, Queries queries) {
        this.pages = pages;
        this.types = queries.get("page/type-counts");
        this.actors = queries.get("page/busiest-actors");
        this.places = queries.get("page/busiest-places");
        this.actorNames = queries.get("page/actor-names");
        this.placeNames = queries.get("page/place-names");
    }

    /** What was asked for, and the query for it where all of it was understood. */
    private record Read(Optional<Question> question, List<Asked.Note> notes) {}

    /** @param address {@code type}, actors {@code a} and {@code b}, {@code place}, {@code from}, {@code to}, {@code sources} */
    @GetMapping("/ask")
    String ask(@RequestParam Map<String, String> address, Locale locale, Model model) {
        boolean asked =
                Stream.of("type", "a", "b", "place", "from", "to", "sources").anyMatch(address::containsKey);
        Read read =
                asked ? pages.read(locale, reading -> read(reading, address)) : new Read(Optional.empty(), List.of());
        if (read.question().isPresent()) {
            return "redirect:" + read.question().get().href();
        }
        model.addAttribute("page", pages.read(locale, reading -> page(reading, address, read.notes())));
        return "ask";
    }

    private Read read(PageReading reading, Map<String, String> address) {
        List<Asked.Note> notes = new ArrayList<>();
        Map<String, String> words = Map.of(
                "type", address.getOrDefault("type", ""),
                "sources", address.getOrDefault("sources", ""),
                "from", address.getOrDefault("from", ""),
                "to", address.getOrDefault("to", ""));
        Asked.Read asked = Asked.read(words, reading.base());
        notes.addAll(asked.notes());
        Map<Facet, Node> chosen = new EnumMap<>(Facet.class);
        chosen.putAll(asked.asked().chosen());
        meant(reading, Facet.PLACE, placeNames, address.getOrDefault("place", ""), notes)
                .ifPresent(place -> chosen.put(Facet.PLACE, place));
        Optional<Node> one = meant(reading, Facet.ACTOR, actorNames, address.getOrDefault("a", ""), notes);
        Optional<Node> other = meant(reading, Facet.ACTOR, actorNames, address.getOrDefault("b", ""), notes);
        one.or(() -> other).ifPresent(actor -> chosen.put(Facet.ACTOR, actor));
        if (!notes.isEmpty()) {
            return new Read(Optional.empty(), notes);
        }
        Question question = Question.of(
                new Asked("", chosen, asked.asked().period(), Asked.Order.NEWEST, View.LIST, 1),
                reading.dates().locale());
        return new Read(
                Optional.of(one.flatMap(first -> other.filter(second -> !second.equals(first)))
                        .map(question::and)
                        .orElse(question)),
                notes);
    }

    private static Optional<Node> meant(
            PageReading reading, Facet facet, NamedQuery names, String typed, List<Asked.Note> notes) {
        Named named = Named.of(reading, facet, names, typed);
        if (named.unknown()) {
            notes.add(new Asked.Note("ask.unknown", List.of(named.typed())));
        }
        return named.thing();
    }

    private AskPage page(PageReading reading, Map<String, String> address, List<Asked.Note> notes) {
        List<Row> present = reading.rows(types, Map.of());
        List<Row> busiest = Stream.of(Kh.Organisation, Kh.Person)
                .flatMap(type -> reading.first(SUGGESTED, actors, Map.of("class", type)).stream())
                .toList();
        List<Row> where = reading.first(SUGGESTED, places, Map.of());
        return new AskPage(
                Text.plain(""),
                present.stream()
                        .map(row -> type(reading, row, address.getOrDefault("type", "")))
                        .toList(),
                new AskPage.Filled(
                        address.getOrDefault("a", ""),
                        address.getOrDefault("b", ""),
                        address.getOrDefault("place", ""),
                        address.getOrDefault("from", ""),
                        address.getOrDefault("to", ""),
                        address.getOrDefault("sources", "")),
                notes,
                names(reading, busiest),
                names(reading, where));
    }

    private static AskPage.Type type(PageReading reading, Row row, String chosen) {
        String word = Facet.TYPE.word(row.node("type"));
        return new AskPage.Type(word, reading.text(row.node("type")), row.integer("events"), word.equals(chosen));
    }

    private static List<Text> names(PageReading reading, List<Row> rows) {
        return rows.stream()
                .map(row -> reading.text(row.node("thing")))
                .distinct()
                .toList();
    }
}
