package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The pages in a real browser, see {@link Chromium}. With {@code -Dkhabar.shots=DIR} what was seen is kept.
 */
@SpringBootTest(classes = BrowseFixture.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/search?q=Damascus",
            "/search?kind=event&place=syr&from=2017-09&to=2017-09",
            "/search?q=zzzz%20shoygu&place=atlantis",
            "/doc/event/aaaa000000000001-10",
            "/doc/article/aaaa000000000001",
            "/doc/person/sergei-shoigu",
            "/doc/place/damascus-170654",
            "/doc/source/khabar-sample-wire",
            "/doc/mention/aaaa000000000001-body-0-60",
            "/graph/article/aaaa000000000001",
            "/sparql",
            "/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D%20LIMIT%205",
            "/search?kind=event&view=map",
            "/search?kind=event&view=timeline",
            "/search?kind=event&view=network",
            "/search?kind=event&view=chart",
            "/relations?a=Shoigu&b=Assad",
            "/ask",
            "/feedback?about=/id/event/aaaa000000000001-10",
            "/page/notes",
            "/ns",
            "/event-types",
            "/about",
            "/downloads",
            "/browse/event-type/CONSULT",
            "/browse/person",
            "/doc/person/nobody");

    /** The rules of WCAG, without what axe-core thinks of good practice besides. */
    private static final String SERIOUS = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}";

    private static final int NARROW = 375;
    private static final int WIDE = 1440;

    /** Takes away all but the first of what repeats: axe-core would look at hundreds of the same for seconds. */
    private static final String FEWER =
            "document.querySelectorAll('main :is(section, article, li, tr, dt, dd, div, a):nth-of-type(n+16)')"
                    + ".forEach(e => e.remove())";

    /** What sticks out, for whoever has to mend it. */
    private static final String OUTSIDE =
            "[...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, nav')).filter(e => { let r ="
                    + " e.getBoundingClientRect(); return r.left < -1 || r.right > innerWidth + 1 }).map(e => e.tagName +"
                    + " '.' + e.className).slice(0, 5).join(' ')";

    @LocalServerPort
    private int port;

    private final List<String> complaints = new ArrayList<>();
    private Optional<Chromium> chromium = Optional.empty();

    @BeforeAll
    void start() {
        chromium = Optional.of(Chromium.start());
    }

    @AfterAll
    void stop() {
        chromium.ifPresent(Chromium::close);
    }

    /** Each page is opened once for a language, and looked at in both widths; axe-core looks at the Arabic one, also in the dark. */
    @ParameterizedTest
    @CsvSource({"ar,DARK", "en,LIGHT"})
    @Tag("P-12")
    void pagesFitTheirWindowsRunInTheirDirectionAndHaveNoSeriousBarrier(String language, ColorScheme colours)
            throws IOException {
        try (BrowserContext context = context(language, NARROW, colours)) {
            context.addInitScript(language.equals("ar") ? axe() : "");
            Page page = watched(context.newPage());
            for (String address : ADDRESSES) {
                page.navigate(root() + address);
                assertThat(page.getAttribute("html", "lang")).as(address).isEqualTo(language);
                assertThat(page.evaluate("getComputedStyle(document.body).direction"))
                        .as(address)
                        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
                assertThat(page.locator("h1").count()).as(address).isEqualTo(1);
                Chromium.inEach(page, List.of(NARROW, WIDE), width -> {
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as(() -> address + " is wider than its window: " + page.evaluate(OUTSIDE))
                            .isLessThanOrEqualTo(width);
                    shoot(page, address, language + "-" + width + "-" + colours);
                });
                if (language.equals("ar")) {
                    page.setViewportSize(WIDE, 900);
                    page.evaluate(FEWER);
                    look(page, "{runOnly: ['color-contrast']}")
                            .forEach(barrier -> complaints.add(address + " in the dark " + barrier));
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                    look(page, SERIOUS).forEach(barrier -> complaints.add(address + " " + barrier));
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    /** Notes what the browser complains of, and whom else the page asks. */
    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(root())) {
                complaints.add(page.url() + " asks others: " + request.url());
            }
        });
        return page;
    }

    /** What axe-core finds serious or critical, with the first element that it is found on. */
    @SuppressWarnings("unchecked")
    private static List<String> look(Page page, String options) {
        return (List<String>)
                page.evaluate("async () => (await axe.run(document, Object.assign({resultTypes: ['violations'],"
                        + " preload: false}, " + options + "))).violations"
                        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes[0].html + ' ' + (v.nodes[0].failureSummary || ''))");
    }

    private static String axe() throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/axe-core/*/axe.min.js")[0].getContentAsString(
                        StandardCharsets.UTF_8);
    }

    @Test
    @Tag("P-01")
    void pagesSayTheSameWithoutScripts() {
        try (BrowserContext context = chromium.orElseThrow().still()) {
            Page page = context.newPage();
            for (String address : ADDRESSES) {
                page.navigate(root() + address);
                assertThat(page.locator("h1").innerText()).as(address).isNotBlank();
                assertThat(page.locator("main a").count()).as(address).isPositive();
            }
        }
    }

    @Test
    void oneCanWalkFromAnArticleToItsEventToTheActorToThePlace() {
        try (BrowserContext context = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(root() + "/doc/article/bbbb000000000002");
            page.locator(".report h3 a").first().click();
            assertThat(page.url()).endsWith("/doc/event/aaaa000000000001-10");
            page.locator(".summary .party a").first().click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Sergei Shoigu");
            page.locator("#did .meta a").first().click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Damascus");
        }
    }

    @Test
    void theLanguageStaysAsChosenAndTheKeyboardReachesTheContent() {
        try (BrowserContext context = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(root() + "/doc/place/damascus-170654");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#main");
            page.locator(".languages a").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("دمشق");
            page.locator(".brand").click();
            assertThat(page.getAttribute("html", "dir")).isEqualTo("rtl");
            page.locator("#q").fill("شويغو");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=*");
            assertThat(page.locator(".results ol a").first().innerText()).contains("شويغو");
        }
    }

    @Test
    void aSearchIsNarrowedAndWidenedByLinksAlone() {
        try (BrowserContext context = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(root() + "/");
            page.locator("#q").fill("shoigu");
            page.keyboard().press("Enter");
            page.locator(".facet a", new Page.LocatorOptions().setHasText("Events"))
                    .click();
            page.locator(".facet a", new Page.LocatorOptions().setHasText("Syria"))
                    .click();
            page.locator("#from").fill("2017-09-12");
            page.locator(".days button").click();
            assertThat(page.url()).endsWith("/search?q=shoigu&kind=event&place=syr&from=2017-09-12&to=");
            assertThat(page.locator(".results ol > li").count()).isEqualTo(1);
            assertThat(page.locator(".chosen li").count()).isEqualTo(4);
            page.locator(".chosen a", new Page.LocatorOptions().setHasText("Syria"))
                    .click();
            assertThat(page.url()).endsWith("/search?q=shoigu&kind=event&from=2017-09-12");
            page.locator(".chosen .none a").click();
            assertThat(page.url()).endsWith("/search?q=shoigu");
        }
    }

    @Test
    @Tag("U-02")
    @Tag("U-04")
    void theQueryPageCompletesAsksAndGivesUp() {
        try (BrowserContext context = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(root() + "/sparql");
            Locator box = page.locator("#query");
            box.fill("");
            box.pressSequentially("SELECT ?name { ?event rd");
            page.locator("#completions li", new Page.LocatorOptions().setHasText("rdfs:"))
                    .waitFor();
            box.pressSequentially("fs:la");
            page.locator("#completions li").first().waitFor();
            box.press("Enter");
            assertThat(box.inputValue())
                    .startsWith("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>")
                    .endsWith("?event rdfs:label");
            box.pressSequentially(" ?name ; ?by Shoi");
            box.press("Control+Space");
            page.locator("#completions li", new Page.LocatorOptions().setHasText("Sergei Shoigu"))
                    .waitFor();
            box.press("Tab");
            assertThat(box.inputValue()).endsWith("?by <http://localhost:8080/id/person/sergei-shoigu>");

            box.press("End");
            box.pressSequentially(" }");
            box.press("Control+Enter");
            page.locator("#answer td").first().waitFor();
            assertThat(page.url()).contains("format=html", "sergei-shoigu");

            box.fill("");
            box.pressSequentially(
                    "PREFIX n: <https://w3id.org/khabar/ns#> SELECT * { ?x a n:Event ; n:eventType ?t . ?x ");
            box.press("Control+Space");
            page.locator("#completions li", new Page.LocatorOptions().setHasText("kh:actor"))
                    .waitFor();
            assertThat(page.locator("#completions").innerText())
                    .contains("rdfs:label", "·")
                    .doesNotContain("kh:Event ", "kh:exact");
            box.press("Escape");

            box.fill("SELECT * {\n  ?s ?p\n}");
            box.press("Control+Enter");
            page.locator("[data-line]").waitFor();
            assertThat((Integer) box.evaluate("box => box.selectionStart")).isPositive();

            List<String> asked = new ArrayList<>();
            page.route(
                    "**/sparql?**", route -> asked.add(route.request().headers().get("x-query-id")));
            List<String> ended = new ArrayList<>();
            page.route("**/sparql/queries/*", route -> {
                ended.add(route.request().method() + " " + route.request().url().replaceFirst(".*/", ""));
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
            box.press("Control+Enter");
            page.locator("#cancel").waitFor();
            box.press("Escape");
            assertThat(page.locator("#state").innerText()).isEqualTo("Cancelled.");
            assertThat(page.locator("#cancel").isVisible()).isFalse();
            page.waitForCondition(() -> !ended.isEmpty());
            assertThat(ended).containsExactly("DELETE " + asked.getFirst());
        }
    }

    @Test
    @Tag("U-01")
    void queriesStandInTabsThatTheBrowserKeepsAndAnAddressShares() {
        try (BrowserContext context = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = watched(context.newPage());
            page.navigate(root() + "/sparql");
            Locator box = page.locator("#query");
            Locator tabs = page.locator("#tabs .name");
            box.fill("ASK { ?s ?p ?o }");
            page.locator("#tabs button[title='New query']").click();
            assertThat(box.inputValue()).isEmpty();
            box.fill("SELECT ?n { VALUES ?n { 1 2 } }");
            box.press("Control+Enter");
            page.locator("#answer td").first().waitFor();
            assertThat(tabs.allInnerTexts()).containsExactly("ASK { ?s ?p ?o }", "SELECT ?n { VALUES ?n { 1 2 } }");
            String shared = page.url();

            tabs.first().click();
            assertThat(box.inputValue()).isEqualTo("ASK { ?s ?p ?o }");
            assertThat(page.locator("#answer").count()).isZero();
            page.navigate(root() + "/sparql");
            assertThat(tabs.count()).isEqualTo(2);
            assertThat(box.inputValue()).isEqualTo("ASK { ?s ?p ?o }");

            page.navigate(shared);
            assertThat(tabs.count()).isEqualTo(2);
            assertThat(page.locator("#tabs [aria-current]").innerText()).isEqualTo("SELECT ?n { VALUES ?n { 1 2 } }");
            assertThat(page.locator("#answer td").allInnerTexts()).containsExactly("1", "2");
            page.navigate(root() + "/sparql?query=ASK%20%7B%7D");
            assertThat(tabs.allInnerTexts().getLast()).isEqualTo("ASK {}");

            page.locator("#tabs button[aria-label^='Close: ASK {}']").click();
            assertThat(tabs.count()).isEqualTo(2);
            assertThat(box.inputValue()).isEqualTo("SELECT ?n { VALUES ?n { 1 2 } }");
        }
        try (BrowserContext other = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = other.newPage();
            page.navigate(root() + "/sparql?query=ASK%20%7B%7D");
            assertThat(page.locator("#tabs .name").allInnerTexts()).containsExactly("ASK {}");
        }
    }

    @Test
    @Tag("U-05")
    void aTableIsSortedByTheColumnThatOneChooses() {
        try (BrowserContext context = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(root() + "/sparql?format=html&query=" + "SELECT%20?n%20{VALUES%20?n%20{10%209%20100}}");
            Locator head = page.locator("#answer th");
            head.locator("button").click();
            assertThat(head.getAttribute("aria-sort")).isEqualTo("ascending");
            assertThat(page.locator("#answer td").allInnerTexts()).containsExactly("9", "10", "100");
            head.locator("button").click();
            assertThat(page.locator("#answer td").allInnerTexts()).containsExactly("100", "10", "9");
        }
    }

    @Test
    void namesAreSuggestedWhileOneTypes() {
        try (BrowserContext context = context("en", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(root() + "/");
            page.locator("#q").pressSequentially("شويغ");
            page.locator("#names-of-q option")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(page.locator("#names-of-q option").first().getAttribute("value"))
                    .isEqualTo("Sergei Shoigu");
        }
    }

    private BrowserContext context(String language, int width, ColorScheme colours) {
        return chromium.orElseThrow().context(language, width, colours);
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private static void shoot(Page page, String address, String how) {
        String folder = System.getProperty("khabar.shots", "");
        if (!folder.isBlank()) {
            String name = address.replaceAll("[^a-zA-Z0-9]+", "-") + "-" + how + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage((Integer) page.evaluate("document.documentElement.scrollHeight") < 4000)
                    .setPath(Path.of(folder, name)));
        }
    }
}
