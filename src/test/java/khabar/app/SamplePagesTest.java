package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application with its sample in a real browser: a thing of every kind that the sample brings. Skipped without a
 * browser, unless {@code -Dkhabar.browser=required}.
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

    private final Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private Optional<Playwright> playwright = Optional.empty();
    private String root = "";

    @BeforeAll
    void start(@TempDir Path fresh) {
        if (!"required".equals(System.getProperty("khabar.browser"))) {
            assumeTrue(chromium.isPresent(), "no Chromium here: the pages are not looked at");
        }
        ConfigurableApplicationContext started = ServerTest.start(fresh.resolve("store"));
        server = Optional.of(started);
        root = "http://localhost:" + started.getEnvironment().getProperty("local.server.port");
        playwright = Optional.of(Playwright.create());
    }

    @AfterAll
    void stop() {
        playwright.ifPresent(Playwright::close);
        server.ifPresent(ConfigurableApplicationContext::close);
    }

    @ParameterizedTest
    @CsvSource({"ar,375,DARK", "en,1440,LIGHT"})
    void everyKindOfPageIsWholeNamedAndUsable(String language, int width, ColorScheme colours) {
        List<String> addresses =
                Stream.concat(PLACES.stream(), things().stream()).toList();
        assertThat(addresses).hasSizeGreaterThan(PLACES.size() + 8);
        try (Browser browser = browser();
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setColorScheme(colours)
                        .setViewportSize(width, 900))) {
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
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void aReaderFindsAMeetingByItsPlaceAndReadsTheSentenceThatTellsIt() {
        try (Browser browser = browser();
                BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en"))) {
            Page page = context.newPage();
            page.navigate(root + "/");
            page.locator("#q").fill("Damascus");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=*");
            page.locator("main a[href*='/id/event/']").first().click();
            assertThat(page.locator("h1").innerText()).contains("Damascus");
            assertThat(page.locator(".report blockquote").first().innerText()).isNotBlank();
        }
    }

    @Test
    void aReaderFollowsAStoryFromItsFirstEventToTheNext() {
        try (Browser browser = browser();
                BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en"))) {
            Page page = context.newPage();
            page.navigate(root + "/browse/storyline");
            page.locator("main a[href*='/id/storyline/']").first().click();
            String story = page.locator("h1").innerText();
            assertThat(page.locator("#slots > ol > li").count()).isGreaterThanOrEqualTo(3);
            page.locator("#slots > ol > li a[href*='/id/event/']").first().click();
            assertThat(page.locator("#story").innerText()).contains(story, "After it");
            page.locator("#story li a[href*='/id/event/']").first().click();
            assertThat(page.locator("#story").innerText()).contains(story, "Before it");
        }
    }

    private Browser browser() {
        return playwright
                .orElseThrow()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow(() -> new AssertionError("a browser is required")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    private List<String> things() {
        String query = encoded(ONE_OF_EACH);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String csv = client.send(
                            HttpRequest.newBuilder(URI.create(root + "/sparql?format=csv&query=" + query))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return csv.lines()
                    .skip(1)
                    .map(String::strip)
                    .filter(iri -> iri.startsWith(BASE))
                    .map(iri -> "/" + iri.substring(BASE.length()).replaceFirst("^id/", "doc/"))
                    .distinct()
                    .toList();
        } catch (java.io.IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
