package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = BrowseFixture.class)
@AutoConfigureMockMvc
class PagesTest {
    private static final String EVENT = "/page/event/aaaa000000000001-10";

    @Autowired
    private MockMvcTester browser;

    private String page(String address) {
        MvcTestResult answer = browser.get().uri(URI.create(address)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    private String objects(String address) {
        MvcTestResult answer = browser.get()
                .uri(URI.create(address))
                .accept(MediaType.APPLICATION_JSON)
                .exchange();
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException never) {
            throw new AssertionError(never);
        }
    }

    @Test
    void homeCountsWhatThereIsAndShowsTheLatest() {
        assertThat(page("/"))
                .contains("<span>Articles</span> <strong>3</strong>", "<span>Events</span> <strong>1</strong>")
                .contains("1 September 2017", "13 September 2017", "1 January 2025, 00:00 (UTC)")
                .contains("2 articles, 2 independent sources, 2 languages")
                .containsPattern(inOrder("Who appears in most events", "/id/person/sergei-shoigu", "title=\"1 event\""))
                .containsPattern(inOrder("Where most happened", "/id/place/damascus-170654"))
                .containsPattern(inOrder("What happened", "/browse/event-type/CONSULT"))
                .contains("Sergei Shoigu – Consult / visit – Bashar al-Assad", "12 September 2017", "2 articles");
    }

    @Test
    @Tag("P-14")
    void figuresLeadToWhatTheyShowAndStandInTables() {
        assertThat(page("/page/person/sergei-shoigu?lang=en"))
                .containsPattern(inOrder(
                        "viewBox=\"0 0 640 400\"", "/relations?a=person.sergei-shoigu&amp;b=person.bashar-al-assad"))
                .contains("1 of 1 neighbours", "The pair as a table")
                .contains(
                        "/search?kind=event&amp;type=CONSULT&amp;actor=person.sergei-shoigu&amp;from=2017-09&amp;to=2017-09")
                .contains("aria-label=\"Damascus: 1 event\"", "Natural Earth");
        assertThat(page("/page/place/syr?lang=en")).contains("Damascus: 1 event", "Who has a part in most events here");
        assertThat(page(EVENT + "?lang=ar")).contains("دمشق: حدث", "viewBox=\"0 0 640 380\"");
        assertThat(page("/?lang=en")).contains("Where and when, lately", "class=\"dot cooperation\"");
    }

    @Test
    @Tag("P-13")
    void whatASearchFindsIsShownInEachViewWithItsQuery() {
        for (String view : new String[] {"map", "timeline", "network", "chart"}) {
            assertThat(page("/search?kind=event&view=" + view + "&lang=en"))
                    .as(view)
                    .contains("1 event among 1 result.", "aria-current=\"page\"", "class=\"figure ")
                    .contains("show the query", "/sparql?format=csv&amp;query=", "/sparql?format=ttl&amp;query=");
        }
        assertThat(
                        page(
                                "/search?kind=event&actor=person.sergei-shoigu&quad=1&sources=2&confidence=60&view=network&lang=en"))
                .contains("1 of 1 neighbours", "/relations?a=person.sergei-shoigu&amp;b=person.bashar-al-assad")
                .contains("at least 2", "at least 60%", "verbal cooperation");
        assertThat(page("/search?view=pie&quad=7&actor=person.nobody&lang=en"))
                .contains("There is no view “pie”", "There is no class “7”", "No actor is known as “person.nobody”");
    }

    @Test
    @Tag("P-08")
    void pagesOfThingsCarryJsonLdThatIsAboutTheThing() {
        JsonNode event = embedded(EVENT);
        assertThat(event.path("@type").asString()).isEqualTo("Event");
        assertThat(event.path("startDate").asString()).isEqualTo("2017-09-12");
        assertThat(event.path("location").path(0).path("@id").asString()).endsWith("/id/place/damascus-170654");
        assertThat(embedded("/page/person/sergei-shoigu").path("@type").asString())
                .isEqualTo("Person");
        JsonNode place = embedded("/page/place/damascus-170654");
        assertThat(place.path("geo").path("latitude").asDouble()).isBetween(33.0, 34.0);
        JsonNode article = embedded("/page/article/aaaa000000000001");
        assertThat(article.path("@type").asString()).isEqualTo("NewsArticle");
        assertThat(article.path("headline").path(0).path("@value").asString()).isNotEmpty();
    }

    /** What a page says to search engines, which is about the thing that the page shows. */
    private JsonNode embedded(String address) {
        String page = page(address + "?lang=en");
        String start = "<script type=\"application/ld+json\">";
        String json = page.substring(page.indexOf(start) + start.length()).split("</script>", 2)[0];
        JsonNode said = JsonMapper.shared().readTree(json);
        String id = said.path("@id").asString();
        assertThat(id).endsWith(address.replace("/page/", "/id/"));
        // The words of schema.org without what its context knows, which is not here.
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        json.replace("\"https://schema.org/\"", "{\"@vocab\": \"https://schema.org/\"}"), Lang.JSONLD)
                .parse(graph);
        assertThat(graph.find(NodeFactory.createURI(id), Node.ANY, Node.ANY).hasNext())
                .isTrue();
        return said;
    }

    @Test
    void aQuestionOfASearchFindsWhatTheSearchFinds() {
        String narrowed =
                page("/search?kind=event&type=CONSULT&place=syr&actor=person.sergei-shoigu&from=2017-09&to=2017-09"
                        + "&source=khabar-sample-wire&language=en&sources=2&confidence=80&quad=1&lang=en");
        assertThat(narrowed).contains("1 result<");
        assertThat(page(link(narrowed, "/sparql?format=html").replace("/sparql", "/page/sparql")))
                .contains("1 row", "/id/event/aaaa000000000001-10");
    }

    /** The first link of a page that begins so. */
    private static String link(String page, String beginning) {
        int from = page.indexOf("href=\"" + beginning) + "href=\"".length();
        String link = page.substring(from, page.indexOf('"', from)).replace("&amp;", "&");
        return link.contains("#") ? link.substring(0, link.indexOf('#')) : link;
    }

    @Test
    void relationsOfTwoAreToldByMonthWithTheEventsBehindEachBar() {
        assertThat(page("/relations?lang=en")).contains("<option value=\"Sergei Shoigu\"");
        assertThat(page("/relations?a=Shoigu&b=person.bashar-al-assad&lang=en"))
                .contains("cooperation: 1", "conflict: 0", "+4.0", "href=\"#m2017-09\"", "id=\"m2017-09\"")
                .contains("/id/event/aaaa000000000001-10", "/sparql?format=csv");
        assertThat(page("/relations?a=" + encoded("شويغو") + "&b=" + encoded("الاسد") + "&lang=ar"))
                .contains("تعاون: 1");
        assertThat(page("/relations?a=Shoigu&b=Zzzzz&lang=en")).contains("Nothing is known as “Zzzzz”");
        assertThat(page("/relations?a=Shoigu&b=Shoigu&lang=en")).contains("Both names are those of one actor");
        assertThat(page("/relations?a=Shoigu&b=organisation.rus&lang=en")).contains("No event is told in which both");
    }

    @Test
    @Tag("U-05")
    @Tag("U-07")
    void answersAreShownAsWhatTheyAre() {
        String query = encoded("PREFIX kh: <https://w3id.org/khabar/ns#> SELECT ?event ?day ?place (4 AS ?score) "
                + "{ ?event kh:begin ?day ; kh:place ?place }");
        String table = page("/page/sparql?lang=en&query=" + query);
        assertThat(table)
                .contains(
                        "1 row",
                        "view=map&amp;",
                        "view=timeline&amp;",
                        "view=network&amp;",
                        "view=chart&amp;",
                        "view=raw&amp;");
        assertThat(page("/page/sparql?lang=en&view=map&query=" + query))
                .contains("Damascus: 4 events", "Natural Earth");
        assertThat(page("/page/sparql?lang=en&view=timeline&query=" + query)).contains("class=\"dot neither\"");
        assertThat(page("/page/sparql?lang=en&view=network&query=" + query)).contains("2 of 2 are drawn");
        assertThat(page("/page/sparql?lang=en&view=chart&query=" + query)).contains("class=\"length\"");
        assertThat(page("/page/sparql?lang=en&view=raw&query=" + query)).contains("&quot;2017-09-12&quot;^^");
        assertThat(page("/page/sparql?lang=en&query=" + encoded("#defaultView:Map\n") + query))
                .contains("Damascus: 4 events");
        assertThat(page("/page/sparql?lang=en&view=map&query=" + encoded("SELECT (1 AS ?one) {}")))
                .as("nothing to draw: the table")
                .contains("<td>");
        assertThat(table)
                .contains(
                        "curl http://localhost:8080/sparql",
                        "pandas.read_csv",
                        "library(httr2)",
                        "QueryExecution.service");
    }

    @Test
    void aFormWritesTheQuery() {
        MvcTestResult asked = browser.get()
                .uri(
                        URI.create(
                                "/ask?type=CONSULT&a=Shoigu&b=Assad&place=Syria&from=2017-09-01&to=2017-12-31&sources=2&lang=en"))
                .exchange();
        assertThat(asked).hasStatus3xxRedirection();
        String there = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
        assertThat(there).startsWith("/sparql?format=html&query=");
        assertThat(page(there.replace("/sparql", "/page/sparql").replace("#answer", "")))
                .contains("1 row");
        assertThat(page("/ask?lang=ar")).contains("اكتب الاستعلام واسأل", "<option value=\"CONSULT\"");
        assertThat(page("/ask?a=Zzzzz&lang=en")).contains("Nothing is known as “Zzzzz”", "value=\"Zzzzz\"");
    }

    @Test
    @Tag("U-04")
    void namesAndWordsAreSuggestedInAnySpelling() {
        assertThat(objects("/suggest?q=" + encoded("الاسد") + "&lang=en"))
                .contains("\"name\":\"Bashar al-Assad\"", "\"kind\":\"person\"", "\"events\":1");
        assertThat(objects("/suggest?q=shoi&kinds=place&lang=en")).isEqualTo("[]");
        assertThat(objects("/suggest?q=%22%20AND%20(&lang=en")).startsWith("[");
        assertThat(page("/ask/words?lang=en"))
                .contains("\"word\":\"rdfs:label\"")
                .containsPattern("\"word\":\"kh:actor\"[^}]*\"statements\":\\{[^}]*ns#Event\":[1-9]");
    }

    @Test
    void searchFindsNamesHeadlinesAndQuotationsInBothLanguages() {
        assertThat(page("/search?q=shoigu")).contains("/id/person/sergei-shoigu", "/id/event/aaaa000000000001-10");
        assertThat(page("/search?q=%D8%A7%D9%84%D8%A3%D8%B3%D8%AF"))
                .contains("/id/person/bashar-al-assad", "/id/article/aaaa000000000001");
        assertThat(page("/search?q=Tuesday")).contains("/id/article/bbbb000000000002");
        assertThat(page("/search?q=zzzzzz")).contains("Nothing holds all these words");
        assertThat(page("/search?q=%22%20AND%20(%20*%20%5D")).contains("</html>");
        assertThat(page("/search?q=*%2B(")).contains("Nothing holds all these words");
    }

    @Test
    void searchMarksTheWordsAndTellsAnotherSpelling() {
        assertThat(page("/search?q=%D8%B4%D9%88%D9%8A%D8%BA%D9%88&lang=ar"))
                .contains("<bdi lang=\"ar\" dir=\"rtl\">التقى وزير الدفاع الروسي سيرغي <mark>شويغو</mark> الرئيس");
        assertThat(page("/search?q=" + encoded("شويو") + "&kind=person&lang=en"))
                .contains("Sergei Shoigu", "also called", "سيرغي <mark>شويو</mark>");
        assertThat(browser.get().uri("/?q=shoigu")).hasStatusOk().hasForwardedUrl("/search");
    }

    @Test
    void whatNarrowsASearchStandsInItsAddressAndCanBeTakenOff() {
        String narrowed = page("/search?kind=event&place=syr&from=2017-09&to=2017-09&lang=en");
        assertThat(narrowed)
                .contains("1 result<", "/id/event/aaaa000000000001-10", "September 2017")
                .contains(
                        "href=\"/search?kind=event&amp;place=syr\"",
                        "href=\"/search?kind=event&amp;from=2017-09&amp;to=2017-09\"")
                .contains("href=\"/search?kind=event&amp;place=sy-13&amp;from=2017-09&amp;to=2017-09\"");
        assertThat(page("/search?kind=event&place=rus")).contains("left out", "1 result<");
        assertThat(page("/search?kind=event&language=fr"))
                .contains("Nothing is left when all this is chosen together", "Without what narrows them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=%22%29%20%7D%20DROP%20ALL%20%23",
                "/search?q=%00%1B%7F%E2%80%AE",
                "/search?q=AND%20OR%20NOT%20TO",
                "/search?q=a~%20b%5E2%20%5B1%20TO%202%5D%20label:x%20-x%20%2Bx%20%5C",
                "/search?q=%D9%8E%D9%8F",
                "/search?page=999999&q=shoigu",
                "/search?page=-1",
                "/search?page=99999999999999999999999",
                "/search?from=2017-13-45&to=0000&order=%3Cb%3E",
                "/search?from=-999&to=9999",
                "/search?kind=%00&type=..%2F..&place=%3E%20%7D&source=%22&language=%F0%9F%98%80",
                "/search?place=syr&place=rus&type=CONSULT&type=FIGHT"
            })
    void aSearchThatMakesNoSenseIsAnsweredKindly(String address) {
        assertThat(page(address)).contains("</html>").doesNotContain("??", "<b>");
    }

    @Test
    void aVeryLongSearchIsCutShort() {
        assertThat(page("/search?lang=en&q=" + "shoigu%20".repeat(1100)))
                .contains("Only the first 200 characters were looked for", "/id/person/sergei-shoigu")
                .hasSizeLessThan(60_000);
    }

    @Test
    @Tag("P-04")
    void anEventShowsAllItsReportsSideBySideInTheirOwnLanguages() {
        assertThat(page(EVENT))
                .contains("2 articles", "2 independent sources", "2 languages")
                .contains("<blockquote lang=\"ar\" dir=\"rtl\"><p><mark>التقى</mark> وزير الدفاع الروسي")
                .contains("<blockquote lang=\"en\" dir=\"ltr\"><p>Russian Defence Minister Sergei Shoigu"
                        + " <mark>met</mark>")
                .contains("وكالة خبر التجريبية", "Khabar Sample Wire", "80% confidence", "70% confidence")
                .contains("Minister of Defence", "happened", "/id/place/damascus-170654")
                .contains("<link rel=\"canonical\" href=\"http://localhost:8080/doc/event/aaaa000000000001-10\">")
                .contains("type=\"text/turtle\" href=\"/doc/event/aaaa000000000001-10.ttl\"");
    }

    @Test
    @Tag("P-04")
    void anArabicPageRunsFromRightToLeft() {
        assertThat(page(EVENT + "?lang=ar"))
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .contains("سيرغي شويغو – تشاور / زيارة – بشار الأسد", "12 سبتمبر 2017", "وزير الدفاع", "وقع", "مقالان")
                .doesNotContain("??");
    }

    @Test
    @Tag("N-13")
    void theLanguageIsThatOfTheAddressElseOfTheCookieElseOfTheBrowser() {
        assertThat(browser.get().uri("/?lang=ar")).bodyText().contains("<html lang=\"ar\"");
        assertThat(browser.get().uri("/?lang=ar")).cookies().hasValue("khabar-lang", "ar");
        assertThat(browser.get().uri("/").cookie(new Cookie("khabar-lang", "ar")))
                .bodyText()
                .contains("<html lang=\"ar\"");
        assertThat(browser.get().uri("/").header("Accept-Language", "ar-SY,ar;q=0.9,en;q=0.5"))
                .bodyText()
                .contains("<html lang=\"ar\"");
        assertThat(browser.get().uri("/").header("Accept-Language", "fr,en;q=0.5"))
                .bodyText()
                .contains("<html lang=\"en\"");
        assertThat(browser.get().uri("/").header("Accept-Language", "%%%"))
                .bodyText()
                .contains("<html lang=\"en\"");
        assertThat(page("/search?q=a%26b&lang=en")).contains("href=\"/search?q=a%26b&amp;lang=ar\"");
    }

    @Test
    @Tag("P-05")
    void anArticleTellsItsEventsAndNamesWhomItNamesInReadingOrder() {
        String article = page("/page/article/aaaa000000000001");
        assertThat(article)
                .contains("وكالة خبر التجريبية", "12 September 2017, 17:30 (UTC+03:00)", "عنوان آخر لا شأن له بهذا")
                .contains("href=\"https://news.example/ar/1\"", "/id/event/aaaa000000000001-10", "Damascus");
        assertThat(article.indexOf("<h3>Headline</h3>")).isPositive().isLessThan(article.indexOf("<h3>Body</h3>"));
        String body = article.substring(article.indexOf("<h3>Body</h3>"));
        assertThat(body.indexOf(">سيرغي شويغو<"))
                .isPositive()
                .isLessThan(body.indexOf(">بشار الأسد<"))
                .isLessThan(body.indexOf(">دمشق<"));
    }

    @Test
    @Tag("P-06")
    void aPersonHasNamesOfficesEventsAndArticles() {
        assertThat(page("/page/person/sergei-shoigu"))
                .contains("سيرغي شويو", "Minister of Defence", "6 November 2012", "12 May 2024")
                .contains("Events as actor", "Mentioned in", "/id/article/aaaa000000000001")
                .doesNotContain("Events as recipient");
        assertThat(page("/page/person/bashar-al-assad")).contains("Events as recipient", "July 2000", "end not known");
        assertThat(page("/page/organisation/rus")).contains("Who held office", "/id/person/sergei-shoigu");
        assertThat(page("/page/person/nobody-known-abcdef")).contains("known from articles only");
    }

    @Test
    @Tag("P-06")
    void aPlaceLiesInItsContainersAndTellsWhatHappenedThere() {
        String damascus = page("/page/place/damascus-170654");
        assertThat(damascus)
                .contains("Damas", "1,569,394", "33.5102, 36.29128", "/id/event/aaaa000000000001-10")
                .contains("href=\"https://sws.geonames.org/170654/\" rel=\"nofollow noopener external\"");
        assertThat(damascus.indexOf("/id/place/sy-13")).isPositive().isLessThan(damascus.indexOf("/id/place/syr"));
        assertThat(page("/page/place/syr")).contains("/id/event/aaaa000000000001-10", "/id/place/sy-13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/source/khabar-sample-wire",
                "/page/report/aaaa000000000001-10",
                "/page/mention/aaaa000000000001-body-25-36",
                "/page/mention/aaaa000000000001-body-70-75",
                "/page/alternative/aaaa000000000001-body-70-75-1",
                "/page/participation/aaaa000000000001-10-0",
                "/page/tenure/sergei-shoigu-0",
                "/page/run/1234567890abcdef",
                "/page/graph/events",
                "/page/graph/article/aaaa000000000001",
                "/",
                "/search",
                "/search?q=Damascus",
                "/search?kind=event&place=syr&type=CONSULT&from=2017-09&to=2017-09",
                "/search?q=zzzz%20shoygu&kind=x&place=x&type=X&source=x&language=xxx&from=x&order=x&page=x",
                "/page/sparql",
                "/page/sparql?example=who-met-whom",
                "/page/ns",
                "/page/event-types",
                "/browse/person",
                "/browse/organisation",
                "/browse/place",
                "/browse/event",
                "/browse/article?page=1",
                "/browse/source?page=nonsense",
                "/browse/person?sort=articles",
                "/browse/event?sort=articles",
                "/about",
                "/about/conformance",
                "/downloads",
                "/browse/event-type/CONSULT",
                "/browse/event-type/context-military"
            })
    void everyPageIsThereInBothLanguagesWithoutAMissingWord(String address) {
        String sign = address.contains("?") ? "&" : "?";
        assertThat(page(address + sign + "lang=en"))
                .contains("</html>", "lang=\"en\" dir=\"ltr\"")
                .doesNotContain("??");
        assertThat(page(address + sign + "lang=ar"))
                .contains("</html>", "lang=\"ar\" dir=\"rtl\"")
                .doesNotContain("??");
    }

    @Test
    @Tag("H-14")
    @Tag("H-15")
    void wordsOfTheDataStayWords() {
        for (String address :
                new String[] {"/page/article/cccc000000000003", "/browse/article", "/page/person/nobody-known-abcdef"
                }) {
            assertThat(page(address))
                    .doesNotContain("<svg", "<img", "onerror=alert(2)>\"", "javascript:", "49 [[49")
                    .contains("&gt;");
        }
        assertThat(page("/page/article/cccc000000000003"))
                .contains("&lt;/script&gt;&quot;&gt;&lt;svg onload=alert(1)&gt; ${7*7} [[${7*7}]] #{site.name}");
        assertThat(page("/search?q=%3Csvg%20onload%3Dalert(1)%3E%24%7B7*7%7D"))
                .contains("&lt;svg onload=alert(1)&gt;${7*7}")
                .doesNotContain("<svg");
    }

    @Test
    void whatTheDataDoesNotKnowIsNotFound() {
        for (String address : new String[] {
            "/page/person/nobody",
            "/page/article/ffff",
            "/page/event/ffff-1",
            "/page/place/atlantis",
            "/page/graph/nothing",
            "/page/mention/x",
            "/page/source/x",
            "/page/report/x",
            "/browse/unicorn",
            "/browse/event-type/NOTHING",
            "/no/such/page"
        }) {
            assertThat(browser.get().uri(URI.create(address))).as(address).hasStatus(404);
        }
    }

    @Test
    void whatFailedIsSaidInTheLanguageOfTheReaderAndNothingOfWhatCameIn() {
        for (int status : new int[] {400, 404, 405, 406, 410, 414, 418, 500, 503}) {
            for (String language : new String[] {"en", "ar"}) {
                MvcTestResult answer = browser.get()
                        .uri(URI.create("/error?lang=" + language + "&q=%24%7B7*7%7D%3Csvg%3E"))
                        .header("Accept", "text/html")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/id/${7*7}<svg>")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret"))
                        .exchange();
                assertThat(answer).hasStatus(status);
                assertThat(text(answer))
                        .contains("lang=\"" + language + "\"", "<bdi dir=\"ltr\">" + status + "</bdi>", "</html>")
                        .doesNotContain("??", "secret", "Exception", "<svg>", ">49");
            }
        }
        assertThat(browser.get().uri("/error").header("Accept", "text/html")).hasStatus(404);
        assertThat(browser.get().uri("/error")).hasStatus(404).hasContentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void whatWasTakenOutSaysWhatIsLeftOfIt() {
        MvcTestResult answer = browser.get()
                .uri("/error?lang=en")
                .header("Accept", "text/html")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 410)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/doc/article/dddd000000000004")
                .exchange();
        assertThat(text(answer)).contains("taken out", "1 February 2025", "/id/article/dddd000000000004");
        assertThat(page("/browse/article")).doesNotContain("dddd000000000004");
    }

    @Test
    void textIsShownAsTheTermsAllowWithItsNamesAsLinks() {
        assertThat(page("/page/article/aaaa000000000001"))
                .contains("التقى وزير الدفاع الروسي <a href=\"/id/person/sergei-shoigu\"")
                .contains(">بشار الأسد</a>");
        assertThat(page("/page/article/bbbb000000000002")).contains("<a href=\"/id/person/sergei-shoigu\"", "Fifth");
        assertThat(page("/page/article/cccc000000000003")).doesNotContain("id=\"words\"");
    }

    @Test
    @Tag("U-06")
    void tablesForSpreadsheetsTellNoFormulas() throws Exception {
        String csv = page("/downloads/article.csv");
        assertThat(csv)
                .startsWith("\uFEFFarticle,headline,")
                .contains("شويغو يجتمع", "\r\n")
                .doesNotContain("dddd0");
        assertThat(page("/downloads/person.csv").lines()).hasSize(4);
        for (String cell : new String[] {"=1+1", "+1", "-1", "@a", "\tx", "\rx"}) {
            assertThat(Csv.cell(cell).replace("\"", "")).isEqualTo("'" + cell);
        }
        assertThat(Csv.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
        assertThat(browser.get().uri("/downloads/unicorn.csv")).hasStatus(404);
    }

    @Test
    void theDataIsToldOfFromTheData() {
        assertThat(page("/about"))
                .contains("Khabar Sample Wire", "1 September 2017", "13 September 2017", "CC BY-SA 4.0", "GeoNames")
                .contains("<strong>3</strong> <span>Articles</span>");
        assertThat(page("/downloads")).contains("/export/khabar.nq", "/graph/gazetteer.ttl", "/downloads/event.csv");
    }

    @Test
    void anEventThatHasBecomePartOfAnotherLeadsThere() {
        assertThat(browser.get().uri("/page/event/bbbb000000000002-50"))
                .hasStatus(301)
                .hasRedirectedUrl("/id/event/aaaa000000000001-10");
    }

    @Test
    @Tag("P-06")
    @Tag("U-07")
    void theQueryPageOpensExamplesAndQuestionsAboutAThing() {
        assertThat(page("/page/sparql?example=who-met-whom")).contains("Who met whom, when and where", "khe:CONSULT");
        assertThat(page("/page/sparql?lang=ar")).contains("من التقى بمن ومتى وأين");
        assertThat(page("/page/sparql?about=/id/person/sergei-shoigu"))
                .contains("&lt;http://localhost:8080/id/person/sergei-shoigu&gt; ?property ?value");
        assertThat(page("/page/sparql?about=/id/x%3E%20%7D%20DROP")).doesNotContain("} DROP");
    }

    @Test
    void theQueryPageAnswersPeopleWithATableAndWithinTheLimits() {
        String who = "SELECT ?event ?day WHERE { ?event a <https://w3id.org/khabar/ns#Event> ;"
                + " <https://w3id.org/khabar/ns#begin> ?day }";
        assertThat(page("/page/sparql?query=" + encoded(who)))
                .contains("<th scope=\"col\"><bdi dir=\"ltr\">event</bdi></th>", "1 row", "12 September 2017")
                .contains("href=\"/id/event/aaaa000000000001-10\"", "Sergei Shoigu – Consult / visit – Bashar al-Assad")
                .contains("&amp;format=csv\"");
        assertThat(page("/page/sparql?query=" + encoded("SELECT * { ?a ?b ?c }")))
                .contains("The first 200 are shown here.", "There are more than the endpoint gives out");
        assertThat(page("/page/sparql?query=" + encoded("ASK { ?a ?b ?c }"))).contains(">Yes.<");
        assertThat(page("/page/sparql?lang=ar&query=" + encoded("DESCRIBE <http://localhost:8080/id/place/syr>")))
                .contains("النتيجة", "&amp;format=ttl\"")
                .doesNotContain("??");
        for (String wrong : new String[] {"SELECT", "SELECT * { SERVICE <http://localhost/> { ?a ?b ?c } }"}) {
            assertThat(browser.get().uri(URI.create("/page/sparql?query=" + encoded(wrong))))
                    .hasStatus4xxClientError()
                    .bodyText()
                    .contains("No answer");
        }
    }

    private static String encoded(String query) {
        return UriUtils.encode(query, StandardCharsets.UTF_8);
    }

    @Test
    void smallThingsAreCalledByWhatTheySay() {
        assertThat(page("/page/mention/aaaa000000000001-body-25-36"))
                .contains("<h1><bdi lang=\"ar\" dir=\"rtl\">سيرغي شويغو</bdi></h1>", ">person<", ">body<");
        assertThat(page("/page/participation/aaaa000000000001-10-0"))
                .contains("<h1><bdi lang=\"en\" dir=\"ltr\">Sergei Shoigu in: Sergei Shoigu – Consult / visit");
        assertThat(page("/page/tenure/sergei-shoigu-0"))
                .contains("<h1><bdi lang=\"en\" dir=\"ltr\">Minister of Defence, Russia (2012–2024)</bdi></h1>");
        assertThat(page("/page/tenure/bashar-al-assad-0?lang=ar")).contains("رئيس، سوريا (2000–…)");
        assertThat(page("/page/organisation/rus")).contains(">a state<");
    }

    @Test
    void sentencesStandInTheOrderOfReadingAndTheFirstFourAreOpen() {
        String event = page(EVENT);
        assertThat(event.indexOf("from the headline")).isPositive().isLessThan(event.indexOf("from the body"));
        String sentences = page("/page/report/bbbb000000000002-50");
        assertThat(sentences.indexOf("<details>")).isPositive().isGreaterThan(sentences.lastIndexOf("Fourth"));
        assertThat(sentences).contains("One more sentence").containsPattern(inOrder("Fourth", "<details>", "Fifth"));
    }

    @Test
    void aNameSaysWhyItIsLinkedAndWhatElseItMightBe() {
        assertThat(page("/page/mention/aaaa000000000001-body-65-69?lang=en"))
                .containsPattern(inOrder("Why the name is linked", "/id/place/damascus-170654", "by its name"))
                .containsPattern(inOrder("90% confidence", "it might also be", "/id/place/sy-13", "(0.40)"))
                .doesNotContain("linked to nothing");
        assertThat(page("/page/mention/aaaa000000000001-body-65-69?lang=ar"))
                .containsPattern(inOrder("لماذا رُبط الاسم به", "بالاسم", "الثقة 90%", "وقد يكون أيضا", "محافظة دمشق"));
        assertThat(page("/page/mention/aaaa000000000001-body-0-60")).doesNotContain("id=\"why\"");
    }

    @Test
    void anAmbiguousNameLeadsToItsCandidatesTheLikeliestFirst() {
        for (String address : new String[] {
            "/page/mention/aaaa000000000001-body-70-75?lang=en", "/page/article/aaaa000000000001?lang=en"
        }) {
            assertThat(page(address))
                    .containsPattern(inOrder(
                            "the article does not tell which is meant",
                            "it might be",
                            "/id/person/bashar-al-assad",
                            "(0.60)",
                            "/id/organisation/syr",
                            "(0.55)"))
                    .doesNotContain("88% confidence");
        }
        assertThat(page("/page/alternative/aaaa000000000001-body-70-75-2?lang=en"))
                .contains("Candidate for a name", "<h1><bdi lang=\"en\" dir=\"ltr\">Syria</bdi></h1>");
    }

    @Test
    @Tag("P-05")
    void anArticleSaysOfEachNameWhyItIsLinked() {
        String body = page("/page/article/aaaa000000000001?lang=en");
        assertThat(body.substring(body.indexOf("<h3>Body</h3>")))
                .containsPattern(
                        inOrder("<details>", "دمشق", "by its name", "90% confidence", "/id/place/sy-13", "(0.40)"));
        assertThat(body).containsPattern(inOrder("<h3>Headline</h3>", "<details>", "by the surname", "<h3>Body</h3>"));
    }

    @Test
    void actorsAndPlacesSayByWhichNamesArticlesLeadToThem() {
        assertThat(page("/page/person/sergei-shoigu?lang=en"))
                .containsPattern(inOrder(
                        "Why the name is linked",
                        "In the 2 articles listed above",
                        "13 September 2017",
                        "Sergei Shoigu"))
                .containsPattern(inOrder("شويغو</bdi>", "by the surname", "90% confidence"));
        assertThat(page("/page/place/damascus-170654?lang=en"))
                .containsPattern(
                        inOrder("Why the name is linked", "دمشق", "by its name", "it might also be", "(0.40)"));
        assertThat(page("/page/place/sy-13")).doesNotContain("id=\"why\"");
    }

    @Test
    void anActorThatNoListHasSaysSoAndWhichNamesWereTakenForOne() {
        String dark = page("/page/person/nobody-known-abcdef?lang=en");
        assertThat(dark)
                .containsPattern(inOrder("Linked to nothing", "Written:", "Names that were taken for one with it"))
                .containsPattern(inOrder(
                        "Nobody at All", "one name in other letters", "83% alike", "both are named beside", "Russia"))
                .contains("http://localhost:8080/id/person/nobody-at-all-123456", "by a full name that no list has");
        assertThat(page("/page/person/sergei-shoigu?lang=en")).doesNotContain("Linked to nothing");
    }

    @Test
    void anEventSaysWhatItsReportsTellDifferentlyAndWhyTheyAreOfOneEvent() {
        assertThat(page(EVENT + "?lang=en"))
                .containsPattern(inOrder(
                        "Where they differ",
                        "12 September 2017",
                        "/id/article/aaaa000000000001",
                        "11 September 2017",
                        "/id/article/bbbb000000000002"))
                .containsPattern(inOrder(
                        "Why these reports are held to be of one event",
                        "is nearest to",
                        "They agree on:",
                        "actor",
                        "place",
                        "type",
                        "7.5"));
    }

    @Test
    void anEventSaysWhatEditorsDecided() {
        assertThat(page(EVENT + "?lang=en"))
                .containsPattern(inOrder(
                        "What editors decided",
                        "put together by an editor",
                        "one &lt;visit&gt;",
                        "Layla",
                        "3 March 2026",
                        "/id/decision/eeee000000000005"));
        assertThat(page("/page/decision/eeee000000000005?lang=en")).contains("/id/report/aaaa000000000001-10", "Layla");
    }

    @Test
    void anArticleLeadsToTheCopiesOfItsStory() {
        assertThat(page("/page/article/aaaa000000000001?lang=en"))
                .containsPattern(
                        inOrder("Copies of this story", "/id/article/bbbb000000000002", "copy of this article"))
                .contains("91% in common");
        assertThat(page("/page/article/bbbb000000000002?lang=en"))
                .containsPattern(inOrder("Copies of this story", "copy of the same article", "55% in common"))
                .containsPattern(inOrder("/id/article/aaaa000000000001", "first published", "91% in common"));
    }

    @Test
    @Tag("H-12")
    @Tag("P-15")
    void headersKeepOthersOut() {
        assertThat(browser.get().uri("/"))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Vary", "Accept-Language, Cookie")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values ->
                                assertThat(values.getFirst()).contains("default-src 'self'", "frame-ancestors 'none'"));
    }

    @ParameterizedTest
    @Tag("P-07")
    @Tag("P-15")
    @ValueSource(
            strings = {
                EVENT,
                "/page/article/aaaa000000000001",
                "/page/person/sergei-shoigu",
                "/page/place/damascus-170654"
            })
    void aPageNamesItselfAndAsksNobodyElse(String address) {
        String page = page(address + "?lang=en");
        String path = address.replace("/page/", "/doc/");

        assertThat(page)
                .containsPattern("<title>[^<]+ · Khabar</title>")
                .contains(
                        "<link rel=\"canonical\" href=\"http://localhost:8080" + path + "\">",
                        "property=\"og:title\"",
                        "hreflang=\"ar\"",
                        "hreflang=\"en\"");
        Matcher fetched = Pattern.compile("(?:src=|<link rel=\"(?:stylesheet|icon|search)\"[^>]*href=)\"([^\"]*)\"")
                .matcher(page);
        assertThat(fetched.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(own -> assertThat(own).startsWith("/").doesNotStartWith("//"));
    }

    @Test
    @Tag("U-03")
    void whatIsWrongWithAQueryStandsAtItsLineAndWhatIsCutSaysSo() {
        MvcTestResult wrong = browser.get()
                .uri(URI.create("/page/sparql?lang=en&query=" + encoded("SELECT *\nWHERE {\n  ?s ?p\n}")))
                .exchange();
        assertThat(wrong).hasStatus4xxClientError();
        assertThat(text(wrong))
                .containsPattern("data-line=\"[34]\"")
                .contains("role=\"alert\"")
                .doesNotContain("<td>");
        assertThat(page("/page/sparql?lang=en&query=" + encoded("SELECT * { ?a ?b ?c }")))
                .contains("There are more than the endpoint gives out");
    }

    @Test
    @Tag("P-09")
    void crawlersFindEveryPageAndKeepOut() {
        assertThat(page("/robots.txt"))
                .contains("Allow: /doc/", "Disallow: /sparql?", "Sitemap: http://localhost:8080/sitemap.xml");
        assertThat(page("/sitemap.xml")).contains("<loc>http://localhost:8080/sitemap-1.xml</loc>", "<lastmod>");
        assertThat(page("/sitemap-1.xml"))
                .contains("<loc>http://localhost:8080/doc/person/sergei-shoigu</loc>")
                .contains("<loc>http://localhost:8080/doc/article/aaaa000000000001</loc><lastmod>")
                .doesNotContain("/id/", "?page");
    }

    @Test
    @Tag("P-10")
    void browsersFindTheSearchAndGetSuggestions() {
        assertThat(page("/")).contains("application/opensearchdescription+xml");
        assertThat(page("/opensearch.xml")).contains("template=\"http://localhost:8080/search?q={searchTerms}\"");
        assertThat(page("/suggest?q=serg"))
                .startsWith("[\"serg\",[")
                .contains("Sergei Shoigu", "http://localhost:8080/id/person/sergei-shoigu");
        assertThat(page("/suggest?q=%22)%20OR%20*:*")).startsWith("[");
        assertThat(page("/suggest")).isEqualTo("[\"\",[],[],[]]");
    }

    /** What a browser loads besides the first page itself, as it is sent. */
    @Test
    void stylesAndScriptsOfAPageAreSmall() throws IOException {
        List<String> loaded = Pattern.compile("(?:href|src)=\"(/[^\"?#]+\\.(?:css|js))\"")
                .matcher(page("/?lang=en"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(loaded).contains("/khabar.css", "/khabar.js");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (String path : loaded) {
            try (GZIPOutputStream packed = new GZIPOutputStream(sent)) {
                packed.write(page(path).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(sent.size()).isLessThan(150 << 10);
    }

    @Test
    @Tag("P-16")
    void whatAPageShowsCanBeCitedWithTheStateOfTheData() {
        String page = page("/page/event/aaaa000000000001-10?lang=en");
        assertThat(page)
                .contains(
                        "Cite this",
                        "@misc{khabar-event-aaaa000000000001-10,",
                        "\\url{http://localhost:8080/id/event/aaaa000000000001-10}")
                .contains("&quot;type&quot; : &quot;dataset&quot;", "of the data, ");
        assertThat(page("/about?lang=en")).contains("@misc{khabar-");
    }

    @Test
    @Tag("D-09")
    @Tag("F-04")
    void thePageAboutTheDataTellsSearchEngines() {
        String page = page("/about");
        String json = page.substring(page.indexOf("application/ld+json\">") + 21);
        JsonNode dataset = JsonMapper.shared().readTree(json.substring(0, json.indexOf("</script>")));
        assertThat(dataset.path("@type").asString()).isEqualTo("Dataset");
        assertThat(dataset.path("@id").asString()).isEqualTo("http://localhost:8080/dataset");
        assertThat(dataset.path("description").asString()).hasSizeGreaterThan(50);
        for (String member : List.of("name", "license", "creator", "distribution", "version", "keywords")) {
            assertThat(dataset.has(member)).as(member).isTrue();
        }
    }

    /** Each after the one before; AssertJ's own way takes long where the text is long. */
    private static Pattern inOrder(String... parts) {
        return Pattern.compile(Stream.of(parts).map(Pattern::quote).collect(Collectors.joining(".*?")), Pattern.DOTALL);
    }
}
