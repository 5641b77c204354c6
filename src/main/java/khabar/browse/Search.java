package khabar.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.browse.Facets.Narrowing;
import khabar.browse.Facets.Thing;
import khabar.store.NamedQuery;
import khabar.store.Passage;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Words;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/**
 * Finds names, headlines, quotations and texts that hold all the words asked for, the last one at least as a beginning, and
 * narrows what was found: by one value of each facet and by a period, each on its own. The count beside a value is the
 * number of results there are when it is chosen.
 */
final class Search {
    private static final int SIZE = 25;
    private static final int NEAR = 5;

    /** Of a facet so many values are offered. */
    private static final int VALUES = 60;

    /** Of a sentence so many characters are shown. */
    private static final int LONGEST = 320;

    /** By ISO 639-1. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Queries queries;
    private final NamedQuery search;
    private final NamedQuery found;
    private final NamedQuery near;
    private final NamedQuery events;
    private final NamedQuery articles;
    private final NamedQuery parts;
    private final Exploration exploration;

    Search(Queries queries) {
        this.queries = queries;
        this.search = queries.get("page/search");
        this.found = queries.get("page/found");
        this.near = queries.get("page/near-names");
        this.events = queries.get("page/event-lines");
        this.articles = queries.get("page/article-lines");
        this.parts = queries.get("page/part-counts");
        this.exploration = new Exploration(queries);
    }

    SearchPage page(Pages pages, Locale locale, Map<String, String> address) {
        return pages.readWithAllFacets(locale, reading -> page(reading, address));
    }

    private SearchPage page(PageReading reading, Map<String, String> address) {
        Asked.Read read = Asked.read(address, reading.base());
        List<Asked.Note> notes = new ArrayList<>(read.notes());
        Hits hits = Hits.of(reading, search, read.asked().words());
        FacetIndex.QUERIES.forEach(query -> reading.asked(queries.get(query), Map.of()));
        read.asked().chosen().values().forEach(reading::remember);
        Asked known = known(reading, read.asked(), notes);
        Narrowing narrowing = reading.facets(columns -> columns.narrow(
                known, known.words().isEmpty() ? Optional.empty() : Optional.of(hits.scores()), SIZE, Slice.LAST));
        if (known.page() > narrowing.page()) {
            notes.add(new Asked.Note("search.note.last", List.of(Integer.toString(narrowing.page()))));
        }
        Asked at = known.at(narrowing.page());
        List<Thing> shown = narrowing
                .shown()
                .subList((at.page() - 1) * SIZE, Math.min(narrowing.shown().size(), at.page() * SIZE));
        // Figures stand in the place of the list.
        Function<PageReading, List<SearchPage.Result>> named =
                at.view() == View.LIST ? shown(reading, at.words(), shown, hits) : again -> List.of();
        Function<PageReading, SearchPage.Seen> seen = exploration.of(reading, at, narrowing);
        SearchPage.Facets facets = facets(reading, at, narrowing);
        return new SearchPage(
                Text.plain(at.words()),
                at,
                notes,
                chosen(reading, at, narrowing),
                facets,
                new SearchPage.Results(
                        named.apply(reading),
                        at.page(),
                        SIZE,
                        narrowing.found(),
                        hits.more(),
                        orders(at, narrowing.found())),
                seen.apply(reading),
                Question.of(at, reading.dates().locale()),
                narrowing.found() == 0 ? help(reading, at, narrowing.known()) : SearchPage.Help.NONE);
    }

    /** Without values of which nothing is known. */
    private static Asked known(PageReading reading, Asked asked, List<Asked.Note> notes) {
        Asked known = asked;
        for (Map.Entry<Facet, Node> choice : asked.chosen().entrySet()) {
            boolean there = switch (choice.getKey()) {
                case KIND, SOURCES, CONFIDENCE -> true;
                case LANGUAGE, FIRST -> LANGUAGES.contains(choice.getValue().getLiteralLexicalForm());
                case TYPE, QUAD, ACTOR, PLACE, SOURCE -> reading.named(choice.getValue());
            };
            if (!there) {
                notes.add(Asked.unknown(choice.getKey(), choice.getKey().word(choice.getValue())));
                known = known.without(choice.getKey());
            }
        }
        return known.at(asked.page());
    }

    /** Asks for all that the lines need; they are made when their names are there. */
    private Function<PageReading, List<SearchPage.Result>> shown(
            PageReading reading, String words, List<Thing> things, Hits hits) {
        Map<Kind, List<Node>> byKind = things.stream()
                .collect(Collectors.groupingBy(
                        Thing::kind,
                        () -> new EnumMap<>(Kind.class),
                        Collectors.mapping(Thing::node, Collectors.toList())));
        List<Node> told = byKind.getOrDefault(Kind.EVENT, List.of());
        List<Node> written = byKind.getOrDefault(Kind.ARTICLE, List.of());
        List<Node> named = byKind.entrySet().stream()
                .filter(one -> one.getKey() != Kind.EVENT && one.getKey() != Kind.ARTICLE)
                .flatMap(one -> one.getValue().stream())
                .toList();
        EventCard.Rows eventRows = EventCard.rows(reading, events, told);
        Map<Node, Row> origins = byThing(reading, articles, Var.alloc("article"), written);
        Map<Node, Row> counts = byThing(reading, parts, PageReading.THING, named);
        named.forEach(reading::remember);
        Map<Node, List<Text>> spellings = words.isEmpty() ? Map.of() : spellings(reading, written, named, hits);
        Map<Node, String> snippets = words.isEmpty() ? Map.of() : snippets(reading, words, written);
        return again -> things.stream()
                .flatMap(thing -> {
                    Node node = thing.node();
                    Kind kind = thing.kind();
                    return switch (kind) {
                        case EVENT ->
                            eventRows.cards(again, List.of(node)).stream().map(SearchPage.InEvent::new);
                        case ARTICLE ->
                            Optional.ofNullable(origins.get(node)).stream()
                                    .map(row -> article(
                                            again,
                                            row,
                                            Optional.ofNullable(hits.byThing().get(node)),
                                            spellings,
                                            Optional.ofNullable(snippets.get(node)),
                                            words));
                        case PERSON, ORGANISATION, PLACE, SOURCE ->
                            Stream.of(name(again, node, kind, counts.get(node), spellings, words));
                    };
                })
                .map(SearchPage.Result.class::cast)
                .toList();
    }

    private static SearchPage.InArticle article(
            PageReading reading,
            Row row,
            Optional<Hits.Hit> hit,
            Map<Node, List<Text>> spellings,
            Optional<String> inBody,
            String words) {
        Origin line = Origin.of(reading, row);
        Optional<SearchPage.Shown> sentence = hit.stream()
                .flatMap(one -> one.sentences().stream())
                .flatMap(mention -> spellings.getOrDefault(mention, List.of()).stream())
                .map(text -> marked(text, words))
                // The headline is there already.
                .filter(shown -> !shown.text().equals(line.article().text()))
                .max(Comparator.comparingLong(
                                (SearchPage.Shown shown) -> shown.passage().marked())
                        .thenComparingInt(shown -> Math.min(shown.text().value().length(), LONGEST)));
        Optional<SearchPage.Shown> snippet = inBody.map(
                text -> marked(new Text(text, row.optionalText("language").orElse("")), words));
        Optional<SearchPage.Shown> best = sentence.filter(
                        shown -> shown.passage().pieces().size() > 1 || snippet.isEmpty())
                .or(() -> snippet);
        return new SearchPage.InArticle(
                line, best, best.isEmpty() && hit.filter(Hits.Hit::body).isPresent());
    }

    private static SearchPage.InName name(
            PageReading reading,
            Node node,
            Kind kind,
            @Nullable Row counts,
            Map<Node, List<Text>> spellings,
            String words) {
        Link link = reading.link(node);
        boolean byName =
                words.isEmpty() || Passage.of(link.text().value(), words).marked() > 0;
        Optional<SearchPage.Shown> spelling = byName
                ? Optional.empty()
                : spellings.getOrDefault(node, List.of()).stream()
                        .map(text -> marked(text, words))
                        .filter(shown -> shown.passage().marked() > 0)
                        .max(Comparator.comparingLong(shown -> shown.passage().marked()));
        return new SearchPage.InName(
                link,
                kind.word(),
                spelling,
                counts == null ? 0 : counts.integer("events"),
                counts == null ? 0 : counts.integer("articles"));
    }

    private static SearchPage.Shown marked(Text text, String words) {
        return new SearchPage.Shown(Passage.of(text.value(), words).around(LONGEST), text);
    }

    private static Map<Node, String> snippets(PageReading reading, String words, List<Node> written) {
        Map<String, Node> byKey = new HashMap<>();
        written.forEach(article ->
                byKey.put(article.getURI().substring(article.getURI().lastIndexOf('/') + 1), article));
        Map<Node, String> snippets = new HashMap<>();
        reading.snippets(words, byKey.keySet())
                .forEach(hit -> hit.snippet().ifPresent(text -> snippets.put(byKey.get(hit.articleKey()), text)));
        return snippets;
    }

    /** The names of things and the words of mentions in which something was found. */
    private Map<Node, List<Text>> spellings(PageReading reading, List<Node> written, List<Node> named, Hits hits) {
        List<Node> where = Stream.concat(
                        named.stream(),
                        written.stream()
                                .flatMap(article ->
                                        Optional.ofNullable(hits.byThing().get(article)).stream())
                                .flatMap(hit -> hit.sentences().stream().limit(12)))
                .distinct()
                .toList();
        Map<Node, List<Text>> spellings = new HashMap<>();
        if (!where.isEmpty()) {
            reading.unnamed(PageReading.among(found, PageReading.THING, where), Map.of())
                    .forEach(row -> spellings
                            .computeIfAbsent(row.node("thing"), first -> new ArrayList<>())
                            .add(Text.of(row.node("found"))));
        }
        return spellings;
    }

    private static Map<Node, Row> byThing(PageReading reading, NamedQuery query, Var variable, List<Node> things) {
        return things.isEmpty()
                ? Map.of()
                : reading.rows(PageReading.among(query, variable, things), Map.of()).stream()
                        .collect(Collectors.toMap(
                                row -> row.node(variable.getVarName()), row -> row, (one, other) -> one));
    }

    private List<SearchPage.Choice> orders(Asked asked, long total) {
        return asked.words().isEmpty()
                ? List.of()
                : Stream.of(Asked.Order.values())
                        .map(order -> new SearchPage.Choice(
                                "search.order." + order.word(),
                                Text.plain(""),
                                total,
                                asked.by(order).href(),
                                order == asked.order()))
                        .toList();
    }

    private static List<SearchPage.Chosen> chosen(PageReading reading, Asked asked, Narrowing narrowing) {
        List<SearchPage.Chosen> chosen = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Optional.ofNullable(asked.chosen().get(facet))
                    .ifPresent(value -> chosen.add(new SearchPage.Chosen(
                            facet.word(), choice(reading, asked, facet, value, narrowing.found()))));
        }
        if (!asked.period().isOpen()) {
            chosen.add(new SearchPage.Chosen(
                    "period",
                    new SearchPage.Choice(
                            "",
                            period(reading, asked.period()),
                            narrowing.found(),
                            asked.during(Period.ALWAYS).href(),
                            true)));
        }
        return chosen;
    }

    private static Text period(PageReading reading, Period period) {
        String language = reading.dates().locale().getLanguage();
        return period.shortly()
                .map(whole -> new Text(reading.dates().of(whole).text(), language))
                .orElseGet(() -> new Text(
                        Stream.of(period.from(), period.to())
                                .map(day -> day.map(one -> reading.dates()
                                                .of(one.toString())
                                                .text())
                                        .orElse("…"))
                                .distinct()
                                .collect(Collectors.joining(" – ")),
                        language));
    }

    private static SearchPage.Choice choice(PageReading reading, Asked asked, Facet facet, Node value, long count) {
        boolean chosen = value.equals(asked.chosen().get(facet));
        String key = switch (facet) {
            case KIND -> "kinds." + facet.word(value);
            case SOURCES, CONFIDENCE -> "search.at-least." + facet.word();
            case TYPE, QUAD, ACTOR, PLACE, SOURCE, LANGUAGE, FIRST -> "";
        };
        Text label = switch (facet) {
            case KIND -> Text.plain("");
            case SOURCES, CONFIDENCE -> Text.plain(facet.word(value));
            case LANGUAGE, FIRST ->
                new Text(
                        Origin.language(reading, facet.word(value)),
                        reading.dates().locale().getLanguage());
            case TYPE, QUAD, ACTOR, PLACE, SOURCE -> reading.text(value);
        };
        return new SearchPage.Choice(
                key, label, count, (chosen ? asked.without(facet) : asked.with(facet, value)).href(), chosen);
    }

    private static SearchPage.Facets facets(PageReading reading, Asked asked, Narrowing narrowing) {
        Map<Facet, List<Node>> values = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            values.put(
                    facet,
                    values(reading, facet, asked, narrowing.counts().getOrDefault(facet, Map.of())).stream()
                            .limit(VALUES)
                            .toList());
        }
        values.values().forEach(some -> some.forEach(reading::remember));
        List<SearchPage.Box> boxes = Stream.of(Facet.values())
                .map(facet -> SearchPage.Box.of(
                        facet.word(),
                        values.getOrDefault(facet, List.of()).stream()
                                .map(value -> choice(
                                        reading,
                                        asked,
                                        facet,
                                        value,
                                        narrowing
                                                .counts()
                                                .getOrDefault(facet, Map.of())
                                                .getOrDefault(value, 0L)))
                                .toList()))
                .toList();
        return new SearchPage.Facets(
                boxes,
                periods(reading, asked, narrowing),
                asked.period().from().map(LocalDate::toString).orElse(""),
                asked.period().to().map(LocalDate::toString).orElse(""));
    }

    /** Kinds in their order, all others by their counts; of places those directly within the one chosen, and around it. */
    private static List<Node> values(PageReading reading, Facet facet, Asked asked, Map<Node, Long> counts) {
        Comparator<Node> order = facet == Facet.KIND
                ? Comparator.comparing((Node type) -> Kind.of(type).orElseThrow())
                : Comparator.comparing((Node value) -> counts.getOrDefault(value, 0L))
                        .reversed()
                        .thenComparing((Node value) -> value.toString());
        Node chosen = asked.chosen().get(facet);
        if (facet != Facet.PLACE) {
            Stream<Node> values = Stream.concat(
                            Stream.ofNullable(chosen), counts.keySet().stream().sorted(order))
                    .distinct();
            return (facet == Facet.KIND ? values.sorted(order) : values).toList();
        }
        return reading.facets(columns -> {
            Set<Node> around = chosen == null ? Set.of() : columns.around(chosen);
            Comparator<Node> widest =
                    Comparator.comparingInt(place -> columns.around(place).size());
            return Stream.concat(
                            around.stream().sorted(widest.thenComparing((Node value) -> value.toString())),
                            counts.keySet().stream()
                                    .filter(place -> {
                                        Set<Node> containers = columns.containers(place);
                                        return chosen == null ? containers.isEmpty() : containers.contains(chosen);
                                    })
                                    .sorted(order))
                    .distinct()
                    .toList();
        });
    }

    /** Years; where a year is chosen, or a time within it, its months. */
    private static SearchPage.Box periods(PageReading reading, Asked asked, Narrowing narrowing) {
        String language = reading.dates().locale().getLanguage();
        return SearchPage.Box.of(
                "period",
                narrowing.periods().entrySet().stream()
                        .map(bucket -> {
                            Period period = bucket.getValue().period();
                            boolean chosen = period.equals(asked.period());
                            return new SearchPage.Choice(
                                    "",
                                    new Text(reading.dates().of(bucket.getKey()).text(), language),
                                    bucket.getValue().things(),
                                    asked.during(chosen ? Period.ALWAYS : period)
                                            .href(),
                                    chosen);
                        })
                        .toList());
    }

    private SearchPage.Help help(PageReading reading, Asked asked, long known) {
        Optional<SearchPage.Choice> without = asked.isNarrowed() && known > 0
                ? Optional.of(new SearchPage.Choice(
                        "", Text.plain(""), known, asked.unnarrowed().href(), false))
                : Optional.empty();
        List<Node> names = Words.nearly(asked.words())
                .map(words -> reading.first(NEAR, near, Map.of("words", words)).stream()
                        .map(row -> row.node("thing"))
                        .toList())
                .orElse(List.of());
        List<String> words = List.of(asked.words().split(" "));
        return new SearchPage.Help(
                without,
                names.stream()
                        .map(thing -> alone(asked, reading.text(thing)))
                        .distinct()
                        .toList(),
                words.size() < 2
                        ? List.of()
                        : words.stream()
                                .distinct()
                                .limit(NEAR)
                                .map(word -> alone(asked, Text.plain(word)))
                                .toList());
    }

    private static SearchPage.Choice alone(Asked asked, Text words) {
        return new SearchPage.Choice(
                "", words, 0, asked.unnarrowed().saying(words.value()).href(), false);
    }
}
