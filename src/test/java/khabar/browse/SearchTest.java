package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.browse.FacetColumns.Family;
import khabar.browse.SearchPage.Choice;
import khabar.browse.figure.Matrix;
import khabar.store.Changes;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search over a world made by chance: 120 articles of three sources, an event in each, six places within two countries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private static final String PREFIXES = """
            PREFIX kh: <https://w3id.org/khabar/ns#>
            PREFIX khe: <https://w3id.org/khabar/event-types#>
            PREFIX schema: <http://schema.org/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;
    private static final List<String> TYPES = List.of("CONSULT", "ASSAULT", "PROTEST", "AGREE");
    private static final List<String> PLACES = List.of("aleppo", "damascus", "syr", "ankara", "izmir", "tur");
    private static final List<String> PERSONS = List.of("ahmad-hilal", "layla-karam", "omar-nasr", "dina-aziz");

    private final long seed = Long.getLong("khabar.search.seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final Queries queries = Queries.load();
    private Store store = Store.inMemory(Base.LOCAL);
    private Pages pages = new Pages(store, queries);
    private Search search = new Search(queries);

    @BeforeAll
    void makeTheWorld() {
        System.out.println("SearchTest: -Dkhabar.search.seed=" + seed);
        StringBuilder trig = new StringBuilder("BASE <http://localhost:8080/>\n" + PREFIXES + """
                GRAPH <graph/gazetteer> {
                  <id/place/syr> a kh:Place ; rdfs:label "Syria"@en, "سوريا"@ar .
                  <id/place/tur> a kh:Place ; rdfs:label "Türkiye"@en, "تركيا"@ar .
                  <id/place/aleppo> a kh:Place ; rdfs:label "Aleppo"@en, "حلب"@ar ; kh:within <id/place/syr> .
                  <id/place/damascus> a kh:Place ; rdfs:label "Damascus"@en, "دمشق"@ar ; kh:within <id/place/syr> .
                  <id/place/ankara> a kh:Place ; rdfs:label "Ankara"@en, "أنقرة"@ar ; kh:within <id/place/tur> .
                  <id/place/izmir> a kh:Place ; rdfs:label "Izmir"@en, "إزمير"@ar ; kh:within <id/place/tur> .
                  <id/person/ahmad-hilal> a kh:Person ; rdfs:label "Ahmad Hilal"@en, "أحمد هلال"@ar .
                  <id/person/layla-karam> a kh:Person ; rdfs:label "Layla Karam"@en, "ليلى كرم"@ar .
                  <id/person/omar-nasr> a kh:Person ; rdfs:label "Omar Nasr"@en, "عمر نصر"@ar .
                  <id/person/dina-aziz> a kh:Person ; rdfs:label "Dina Aziz"@en, "دينا عزيز"@ar .
                }
                """);
        for (int i = 0; i < 120; i++) {
            String place = one(PLACES);
            String actor = one(PERSONS);
            String type = one(TYPES);
            String day = "20%02d-%02d-%02d"
                    .formatted(15 + chance.nextInt(3), 1 + chance.nextInt(12), 1 + chance.nextInt(28));
            String language = chance.nextBoolean() ? "ar" : "en";
            String source = "wire-" + chance.nextInt(3);
            String words = language.equals("en") ? "minister at " + place : "الوزير في المدينة";
            trig.append("""
                    GRAPH <graph/article/a%1$d> {
                      <id/article/a%1$d> a kh:Article ; rdfs:label "%2$s"@%3$s ; schema:headline "%2$s"@%3$s ; schema:inLanguage "%3$s" ;
                        kh:publishedDay "%4$s"^^xsd:date ; schema:publisher <id/source/%5$s> ; kh:mentions <id/person/%6$s> ;
                        kh:reports <id/report/a%1$d-1> .
                      <id/source/%5$s> a kh:Source ; rdfs:label "Sample %5$s"@en .
                      <id/report/a%1$d-1> a kh:EventReport ; kh:reportedIn <id/article/a%1$d> ; kh:eventType khe:%7$s ; kh:reportedPlace <id/place/%8$s> .
                    }
                    GRAPH <graph/events> {
                      <id/event/a%1$d-1> a kh:Event ; rdfs:label "Meeting %1$d"@en ; kh:eventType khe:%7$s ; kh:actor <id/person/%6$s> ; kh:recipient <id/person/%11$s> ;
                        kh:place <id/place/%8$s> ; kh:firstPublished "%4$s"^^xsd:date ; schema:inLanguage "%3$s" ; kh:articleCount 1 ; kh:quadClass khe:quad-%10$d %9$s .
                      <id/report/a%1$d-1> kh:reportOf <id/event/a%1$d-1> .
                    }
                    """.formatted(
                            i,
                            words,
                            language,
                            day,
                            source,
                            actor,
                            type,
                            place,
                            chance.nextBoolean() ? "; kh:begin \"" + day + "\"^^xsd:date" : "",
                            1 + chance.nextInt(4),
                            one(PERSONS)));
        }
        add(trig.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=minister",
                "kind=event",
                "q=الوزير&order=newest",
                "kind=person&type=ASSAULT",
                "place=syr&from=2016&to=2016",
                "source=wire-1&language=ar",
                "q=karam"
            })
    void theCountBesideAValueIsTheNumberOfResultsWhenItIsChosen(String start) {
        int followed = 0;
        String address = start;
        // On from one of the values, so that several are chosen together.
        for (int depth = 0; depth < 3; depth++) {
            SearchPage page = page(address);
            List<Choice> choices = choices(page);
            assertThat(choices).as(address).isNotEmpty();
            for (Choice choice : choices) {
                if (!choice.chosen()) {
                    assertThat(page(query(choice.href())).results().total())
                            .as(address + " and then " + choice.href())
                            .isEqualTo(choice.count())
                            .isPositive();
                    followed++;
                }
            }
            for (SearchPage.Chosen chosen : page.chosen()) {
                assertThat(page(query(chosen.choice().href())).results().total())
                        .as(address + " without " + chosen.facet())
                        .isGreaterThanOrEqualTo(page.results().total());
            }
            address = query(choices.get(chance.nextInt(choices.size())).href());
        }
        assertThat(followed).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind=event&place=syr           | ?thing a kh:Event ; kh:place/kh:within* <id/place/syr>
            kind=event&type=ASSAULT        | ?thing a kh:Event ; kh:eventType khe:ASSAULT
            kind=event&source=wire-1       | ?thing a kh:Event . ?r kh:reportOf ?thing ; kh:reportedIn/schema:publisher <id/source/wire-1>
            kind=article&language=ar       | ?thing a kh:Article ; schema:inLanguage "ar"
            kind=article&place=aleppo      | ?thing a kh:Article ; kh:reports/kh:reportedPlace <id/place/aleppo>
            kind=article&from=2016-03&to=2016-05-10 | ?thing a kh:Article ; kh:publishedDay ?d FILTER(STR(?d) >= "2016-03-01" && STR(?d) <= "2016-05-10")
            kind=event&to=2015             | ?thing a kh:Event ; kh:firstPublished ?d FILTER(STR(?d) <= "2015-12-31")
            kind=person&place=tur&type=AGREE | ?thing a kh:Person . ?e kh:actor ?thing ; kh:place/kh:within* <id/place/tur> . ?f kh:actor ?thing ; kh:eventType khe:AGREE
            kind=place&place=tur           | ?thing kh:within* <id/place/tur>
            kind=event&place=syr&type=CONSULT&language=en&source=wire-0 | ?thing a kh:Event ; kh:place/kh:within* <id/place/syr> ; kh:eventType khe:CONSULT ; schema:inLanguage "en" . ?r kh:reportOf ?thing ; kh:reportedIn/schema:publisher <id/source/wire-0>
            """)
    void aQueryOfItsOwnFindsTheSameThings(String address, String pattern) {
        Set<String> expected = new HashSet<>();
        store.read(dataset -> {
            try (QueryExec exec = QueryExec.dataset(dataset)
                    .query("BASE <http://localhost:8080/> " + PREFIXES + "SELECT DISTINCT ?thing { " + pattern + " }")
                    .build()) {
                exec.select()
                        .forEachRemaining(row -> expected.add(row.get("thing").getURI()));
            }
            return expected;
        });
        assertThat(everything(address)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theNewestComeFirstWithoutWordsAndTheBestWithThem() {
        List<String> days = new ArrayList<>();
        for (SearchPage.Result result : page("kind=article").results().items()) {
            days.add(((SearchPage.InArticle) result)
                    .line()
                    .published()
                    .orElseThrow()
                    .iso());
        }
        assertThat(days).hasSize(25).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(things(page("q=Layla Karam")).getFirst()).endsWith("/id/person/layla-karam");
        assertThat(things(page("q=aleppo")).getFirst()).endsWith("/id/place/aleppo");
    }

    @Test
    void arabicIsFoundWithoutHamzaAndMarks() {
        for (String typed : List.of("احمد", "أَحْمَد", "ahmad", "AHMAD")) {
            assertThat(things(page("q=" + typed)))
                    .as(typed)
                    .anyMatch(thing -> thing.endsWith("/id/person/ahmad-hilal"));
        }
        assertThat(things(page("q=انقره&kind=place"))).containsExactly("http://localhost:8080/id/place/ankara");
    }

    @Test
    void aNameSpelledNearlySoIsOffered() {
        SearchPage page = page("q=Ahmed Hillal&kind=person&lang=en");
        assertThat(page.results().total()).isZero();
        assertThat(page.help().names())
                .extracting(choice -> choice.label().value())
                .contains("Ahmad Hilal");
        assertThat(page.help().words()).hasSize(2);
        assertThat(page("q=minister&kind=person").help().without().orElseThrow().count())
                .isPositive();
        assertThat(page("q=AND OR NOT").help().names()).isEmpty();
    }

    @Test
    void whatCannotBeFollowedIsLeftOutAndSaid() {
        SearchPage page = page(
                "kind=unicorn&type=NOTHING&place=atlantis&source=x%20y&language=qqq&from=2017-02-30&to=yesterday&page=999999&order=best");
        assertThat(page.notes())
                .extracting(Asked.Note::key)
                .containsExactlyInAnyOrder(
                        "search.note.kind",
                        "search.note.type",
                        "search.note.place",
                        "search.note.source",
                        "search.note.language",
                        "search.note.date",
                        "search.note.date",
                        "search.note.order",
                        "search.note.last");
        assertThat(page.chosen()).isEmpty();
        assertThat(page.results().total()).isEqualTo(page("").results().total());
        assertThat(page.results().items()).isNotEmpty();
        assertThat(page("from=2017&to=2016").notes())
                .extracting(Asked.Note::key)
                .containsExactly("search.note.backwards");
        assertThat(page("q=" + "minister ".repeat(1200)).asked().words()).hasSizeLessThanOrEqualTo(200);
        assertThat(page("q=%00%1B minister%0D%0A").asked().words()).isEqualTo("minister");
    }

    @Test
    void anAddressSaysAllThatIsAskedFor() {
        for (String address : List.of(
                "/search?q=a%26b%3D%C3%BC&kind=event&place=syr&from=2016-03&to=2016-03&order=newest&page=2",
                "/search?type=CONSULT&source=wire-1&language=ar&from=2016-03-02&page=3", "/search?from=2016&to=2016")) {
            assertThat(Asked.read(parameters(query(address)), Base.LOCAL)
                            .asked()
                            .href())
                    .isEqualTo(address);
        }
    }

    @Test
    void onlyTheBestThousandAreConsideredAndThePageSaysSo() {
        Store many = Store.inMemory(Base.LOCAL);
        StringBuilder trig =
                new StringBuilder("BASE <http://localhost:8080/>\n" + PREFIXES + "GRAPH <graph/actors> {\n");
        for (int i = 0; i < 1200; i++) {
            trig.append("<id/person/p%d> a kh:Person ; rdfs:label \"Nadim number%d\"@en .\n".formatted(i, i));
        }
        write(many, trig.append("}").toString());
        SearchPage page =
                new Search(queries).page(new Pages(many, queries), Locale.ENGLISH, Map.of("q", "nadim", "page", "40"));
        assertThat(page.results().total()).isEqualTo(1000);
        assertThat(page.results().more()).isTrue();
        assertThat(page.results().items()).hasSize(25);
        assertThat(page.next()).isEmpty();
        many.close();
    }

    /** Pages show the queries that give what they have from the kept facets. */
    @Test
    void whatIsKeptIsWhatTheQueriesBehindItGive() {
        Node person = Base.LOCAL.id("person", PERSONS.getFirst());
        Node place = Base.LOCAL.id("place", "syr");
        PageReading.Lines events = PageReading.Lines.events(queries);
        PageReading.Lines articles = PageReading.Lines.articles(queries);
        pages.readWithAllFacets(Locale.ENGLISH, reading -> {
            same(reading, "events", "thing-count", Map.of("class", Kh.Event), events, Map.of());
            same(reading, "articles", "thing-count", Map.of("class", Kh.Article), articles, Map.of());
            same(
                    reading,
                    "place-events",
                    "place-event-count",
                    Map.of("entity", place),
                    events,
                    Map.of(Family.PLACE, place));
            same(
                    reading,
                    "actor-events",
                    "actor-event-count",
                    Map.of("actor", person, "part", Kh.actor),
                    events,
                    Map.of(Family.DID, person));
            same(
                    reading,
                    "mentioning-articles",
                    "mentioning-article-count",
                    Map.of("entity", person),
                    articles,
                    Map.of(Family.MENTION, person));
            return reading.facets(columns -> {
                assertThat(columns.counts(Family.TYPE, Kind.EVENT, Map.of()))
                        .isEqualTo(counted(reading, "type-counts", Map.of(), "type"));
                assertThat(columns.counts(Family.SITE, Kind.EVENT, Map.of()))
                        .isEqualTo(counted(reading, "busiest-places", Map.of(), "thing"));
                assertThat(columns.counts(Family.PART, Kind.EVENT, Map.of()))
                        .isEqualTo(counted(reading, "busiest-actors", Map.of("class", Kh.Person), "thing"));
                assertThat(columns.counts(Family.PART, Kind.EVENT, Map.of(Family.PLACE, place)))
                        .isEqualTo(counted(reading, "place-actors", Map.of("entity", place), "thing"));
                assertThat(months(columns.months(Map.of(Family.PART, person))))
                        .isEqualTo(months(reading, "actor-months", Map.of("actor", person)));
                assertThat(months(columns.months(Map.of(Family.PLACE, place))))
                        .isEqualTo(months(reading, "place-months", Map.of("entity", place)));
                assertThat(columns.company(person))
                        .hasSizeGreaterThan(1)
                        .map(Facets.Companion::toString)
                        .containsExactlyElementsOf(
                                reading.unnamed(queries.get("page/neighbours"), Map.of("actor", person)).stream()
                                        .map(row -> new Facets.Companion(
                                                row.node("other"),
                                                row.integer("events"),
                                                row.integer("cooperation"),
                                                row.integer("conflict")))
                                        .map(Facets.Companion::toString)
                                        .toList());
                return columns;
            });
        });
    }

    private void same(
            PageReading reading,
            String rows,
            String count,
            Map<String, Node> given,
            PageReading.Lines lines,
            Map<Family, Node> having) {
        PageReading.Listing listing = PageReading.Listing.of(queries, rows, count);
        String name = lines.variable().getVarName();
        for (String number : List.of("1", "2", "3")) {
            Slice<Row> kept = reading.newest(listing, given, lines, having, "page", Map.of("page", number));
            Slice<Row> asked = reading.slice(listing, given, "page", Map.of("page", number));
            assertThat(kept.total()).as(rows).isEqualTo(asked.total());
            assertThat(kept.items().stream().map(row -> row.node(name)))
                    .as(rows)
                    .containsExactlyElementsOf(
                            asked.items().stream().map(row -> row.node(name)).toList());
        }
    }

    private Map<Node, Long> counted(PageReading reading, String query, Map<String, Node> given, String variable) {
        return reading.unnamed(queries.get("page/" + query), given).stream()
                .collect(Collectors.toMap(row -> row.node(variable), row -> row.integer("events")));
    }

    private static Set<String> months(List<Matrix.Count<Node>> counts) {
        return counts.stream()
                .map(count -> count.row() + " "
                        + count.month().map(YearMonth::toString).orElse("") + " " + count.events())
                .collect(Collectors.toSet());
    }

    private Set<String> months(PageReading reading, String query, Map<String, Node> given) {
        return reading.unnamed(queries.get("page/" + query), given).stream()
                .map(row -> row.node("type") + " " + row.text("month") + " " + row.integer("events"))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsWrittenIsFoundAtOnce() {
        long before = page("kind=person").results().total();
        add("BASE <http://localhost:8080/> " + PREFIXES
                + "GRAPH <graph/actors> { <id/person/new-one> a kh:Person ; rdfs:label \"Newcomer\"@en . }");
        assertThat(page("kind=person").results().total()).isEqualTo(before + 1);
        assertThat(things(page("q=newcom"))).containsExactly("http://localhost:8080/id/person/new-one");
    }

    private void add(String trig) {
        write(store, trig);
    }

    private static void write(Store store, String trig) {
        DatasetGraph made = DatasetGraphFactory.create();
        RDFParser.fromString(trig, Lang.TRIG).parse(made);
        List<Quad> quads = made.stream().toList();
        store.write(dataset -> new Changes(Map.of(), List.of(), quads, List.of()));
    }

    private String one(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private SearchPage page(String query) {
        return search.page(pages, Locale.ENGLISH, parameters(query));
    }

    /** All things on all pages of a search. */
    private List<String> everything(String query) {
        List<String> things = new ArrayList<>();
        Optional<String> next = Optional.of(query);
        while (next.isPresent()) {
            SearchPage page = page(next.get());
            things.addAll(things(page));
            next = page.next().map(SearchTest::query);
        }
        return things;
    }

    private static List<String> things(SearchPage page) {
        return page.results().items().stream()
                .map(result -> switch (result) {
                    case SearchPage.InArticle article ->
                        article.line().article().iri();
                    case SearchPage.InEvent event -> event.card().line().event().iri();
                    case SearchPage.InName name -> name.thing().iri();
                })
                .toList();
    }

    private static List<Choice> choices(SearchPage page) {
        return Stream.concat(
                        page.facets().boxes().stream(), Stream.of(page.facets().period()))
                .flatMap(box -> Stream.concat(box.first().stream(), box.more().stream()))
                .toList();
    }

    private static String query(String href) {
        return href.contains("?") ? href.substring(href.indexOf('?') + 1) : "";
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(query.split("&")).filter(pair -> pair.contains("=")).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        });
        return parameters;
    }
}
