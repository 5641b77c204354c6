package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import khabar.browse.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application with its sample in a real browser: a thing of every kind that the sample brings, and questions of
 * people who do not know SPARQL, from the front page by links and forms to the sentence and the file.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplePagesTest {
    private static final String BASE = "http://localhost:8080/";

    /** One of each kind. */
    private static final String ONE_OF_EACH =
            "SELECT (MAX(?thing) AS ?one) { ?thing a ?kind FILTER(STRSTARTS(STR(?thing), '" + BASE
                    + "id/')) FILTER NOT EXISTS { ?thing <http://www.w3.org/ns/prov#invalidatedAtTime> ?gone } }"
                    + " GROUP BY ?kind";

    private static final List<String> PLACES = List.of(
            "/",
            "/search?q=Damascus",
            "/browse/event",
            "/browse/storyline",
            "/browse/article",
            "/browse/organisation",
            "/browse/place",
            "/browse/event-type/CONSULT-visit",
            "/about",
            "/downloads",
            "/no/such/page",
            "/sparql",
            "/sparql?format=html&query=" + encoded("SELECT ?kind (COUNT(?a) AS ?n) { ?a a ?kind } GROUP BY ?kind"),
            "/sparql?format=html&query=SELECT",
            "/graph/events");

    /** Headings that skip a level, and fields without a label. */
    private static final String HARD_TO_USE = """
            (() => {
              const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.tagName[1]);
              const skipped = levels.some((level, at) => level > (at === 0 ? 1 : levels[at - 1] + 1));
              const unlabelled = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                .filter(field => !field.labels.length).length;
              const headless = [...document.querySelectorAll('table')].filter(t => !t.querySelector('th[scope]')).length;
              const nameless = [...document.querySelectorAll('a, button')].filter(e => !e.textContent.trim()).length;
              return `${skipped ? 'a heading skips a level ' : ''}${unlabelled ? 'a field has no label ' : ''}`
                + `${headless ? 'a table has no head ' : ''}${nameless ? 'a link has no words' : ''}`;
            })()
            """;

    private static final int NARROW = 375;
    private static final int WIDE = 1440;

    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private Optional<Chromium> chromium = Optional.empty();
    private String root = "";

    @BeforeAll
    void start(@TempDir Path fresh) {
        chromium = Optional.of(Chromium.start());
        ConfigurableApplicationContext started = ServerTest.start(fresh.resolve("store"));
        server = Optional.of(started);
        root = "http://localhost:" + started.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    void stop() {
        chromium.ifPresent(Chromium::close);
        server.ifPresent(ConfigurableApplicationContext::close);
    }

    @ParameterizedTest
    @CsvSource({"ar,DARK", "en,LIGHT"})
    void everyKindOfPageIsWholeNamedAndUsable(String language, ColorScheme colours) {
        List<String> addresses =
                Stream.concat(PLACES.stream(), things().stream()).toList();
        assertThat(addresses).hasSizeGreaterThan(PLACES.size() + 8);
        try (BrowserContext context = chromium.orElseThrow().context(language, NARROW, colours)) {
            Page page = context.newPage();
            for (String address : addresses) {
                page.navigate(root + address);
                assertThat(page.content()).as(address).doesNotContain("??").contains("dir=\"rtl\"");
                assertThat(page.locator("h1").count()).as(address).isEqualTo(1);
                if (!address.startsWith("/graph/")) {
                    assertThat(page.locator("h1").innerText())
                            .as(address)
                            .isNotBlank()
                            .doesNotContainPattern("[0-9a-f]{16}");
                }
                assertThat(page.evaluate(HARD_TO_USE)).as(address).isEqualTo("");
                Chromium.inEach(
                        page,
                        List.of(NARROW, WIDE),
                        width -> assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                                .as(address)
                                .isLessThanOrEqualTo(width));
            }
        }
    }

    /** Who met Assad in the autumn of 2017, and where? */
    @ParameterizedTest
    @CsvSource({"en,Assad,Sochi,Damascus", "ar,الاسد,سوتشي,دمشق"})
    void aNewcomerFindsWhoMetAssadInAutumnAndWhere(String language, String name, String here, String there) {
        at(language, "/", page -> {
            search(page, name);
            page.locator("main a[href='/id/person/bashar-al-assad']").first().click();
            page.locator(".more a[href*='actor=person.bashar-al-assad']")
                    .first()
                    .click();
            page.locator(".facet a[href*='type=CONSULT']").first().click();
            page.locator("#from").fill("2017-09-01");
            page.locator("#to").fill("2017-11-30");
            page.locator(".days button").click();
            List<String> met = page.locator(".results ol > li").allInnerTexts();
            assertThat(met).hasSize(2);
            assertThat(met.get(0)).contains(here);
            assertThat(met.get(1)).contains(there);
            theEventsHaveTheirSentences(page);
        });
    }

    /** Which events in Deir ez-Zor have two or more independent sources? */
    @ParameterizedTest
    @CsvSource({"en,Deir ez-Zor", "ar,دير الزور"})
    void aNewcomerFindsWhatSeveralSourcesTellOfOnePlace(String language, String name) {
        at(language, "/", page -> {
            search(page, name);
            page.locator("main a[href^='/id/place/deir-ez-zor']").first().click();
            page.locator("main a[href*='kind=event&place=deir-ez-zor']").first().click();
            page.locator(".facet a[href*='sources=2']").first().click();
            long known = answer(
                    "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e kh:place/kh:within* ?p ; kh:sourceCount ?s FILTER(?s > 1) ?p rdfs:label 'Deir ez-Zor'@en }");
            assertThat(known).isGreaterThan(1);
            assertThat((long) page.locator(".results ol > li").count()).isEqualTo(known);
            theEventsHaveTheirSentences(page);
        });
    }

    /** How did Russia and Turkey deal with each other, month by month? */
    @ParameterizedTest
    @CsvSource({"en,Russia,Turkey", "ar,روسيا,تركيا"})
    void aNewcomerSeesHowTwoStatesDealtWithEachOther(String language, String one, String other) {
        at(language, "/", page -> {
            page.locator("main a[href='/relations']").first().click();
            page.locator("#a").fill(one);
            page.locator("#b").fill(other);
            page.locator("main form button").click();
            page.waitForURL("**/relations?a=*");
            assertThat(page.locator(".balance svg a").count()).isGreaterThan(2);
            assertThat(page.locator(".month").count())
                    .isEqualTo(page.locator(".balance svg a").count());
            assertThat(page.locator(".balance svg .axis text").first().getAttribute("lang"))
                    .isEqualTo(language);
            page.locator(".balance svg a").first().click();
            assertThat(page.url()).contains("#m2017-09");
            theEventsHaveTheirSentences(page);
        });
    }

    /** What did the Arabic sources report first? */
    @ParameterizedTest
    @CsvSource({"en,Arabic", "ar,العربية"})
    void aNewcomerFindsWhatArabicSourcesToldFirst(String language, String arabic) {
        at(language, "/", page -> {
            page.locator("main a[href^='/search?kind=event']").first().click();
            page.locator(".views a").first().click();
            page.locator(".facet a[href*='first=ar']").first().click();
            assertThat(page.locator(".results ol > li").count()).isGreaterThan(3);
            theEventsHaveTheirSentences(page);
            assertThat(page.locator(".report header").first().innerText()).contains(arabic);
        });
    }

    /** All of them at once as Turtle with the sentences in it, and the first on its page. */
    private void theEventsHaveTheirSentences(Page page) {
        String turtle = page.request()
                .get(root
                        + page.locator("main .formats a[href*='format=ttl']")
                                .first()
                                .getAttribute("href"))
                .text();
        page.locator("main ol.lines a[href*='/id/event/']").first().click();
        String sentence = page.locator(".report blockquote").first().textContent();
        assertThat(sentence).isNotBlank();
        assertThat(turtle).contains(sentence.strip());
        String data = page.locator(".data .formats a").first().getAttribute("href");
        assertThat(page.request().get(root + data).headers().get("content-type"))
                .startsWith("text/turtle");
    }

    private static void search(Page page, String words) {
        page.locator("#q").fill(words);
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=*");
    }

    private void at(String language, String address, Consumer<Page> journey) {
        try (BrowserContext context = chromium.orElseThrow().context(language, WIDE, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.setDefaultTimeout(15_000);
            page.navigate(root + address);
            journey.accept(page);
        }
    }

    @Test
    void aReaderFollowsAStoryFromItsFirstEventToTheNext() {
        at("en", "/browse/storyline", page -> {
            page.locator("main a[href*='/id/storyline/']").first().click();
            String story = page.locator("h1").innerText();
            assertThat(page.locator("#slots > ol > li").count()).isGreaterThanOrEqualTo(3);
            page.locator("#slots > ol > li a[href*='/id/event/']").first().click();
            assertThat(page.locator("#story").innerText()).contains(story, "After it");
            page.locator("#story li a[href*='/id/event/']").first().click();
            assertThat(page.locator("#story").innerText()).contains(story, "Before it");
        });
    }

    private long answer(String pattern) {
        String query = "PREFIX kh: <https://w3id.org/khabar/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";
        return Long.parseLong(
                csv(query + pattern).lines().skip(1).findFirst().orElseThrow().strip());
    }

    private List<String> things() {
        return csv(ONE_OF_EACH)
                .lines()
                .skip(1)
                .map(String::strip)
                .filter(iri -> iri.startsWith(BASE))
                .map(iri -> "/" + iri.substring(BASE.length()).replaceFirst("^id/", "doc/"))
                .distinct()
                .toList();
    }

    private String csv(String query) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(root + "/sparql?format=csv&query=" + encoded(query)))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
