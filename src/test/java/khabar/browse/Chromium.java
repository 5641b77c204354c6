package khabar.browse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The browser of this machine, started once for a class of tests. */
public final class Chromium implements AutoCloseable {
    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Without one the tests are skipped; {@code -Dkhabar.browser=required} makes that a failure. */
    public static Chromium start() {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (!"required".equals(System.getProperty("khabar.browser"))) {
            assumeTrue(program.isPresent(), "no Chromium here: the pages are not looked at");
        }
        // The driver would bring browsers of its own from elsewhere.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(
                                        program.orElseThrow(() -> new AssertionError("a browser is required")))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu"))));
    }

    public BrowserContext context(String language, int width, ColorScheme colours) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(colours)
                .setViewportSize(width, HEIGHT));
    }

    /** Looks at a page in each width, first in the one that it has: in another all of it is laid out and painted anew. */
    public static void inEach(Page page, List<Integer> widths, IntConsumer look) {
        int now = page.viewportSize().width;
        Stream.concat(
                        widths.stream().filter(width -> width == now),
                        widths.stream().filter(width -> width != now))
                .forEach(width -> {
                    if (page.viewportSize().width != width) {
                        page.setViewportSize(width, HEIGHT);
                    }
                    look.accept(width);
                });
    }

    /** One that runs no scripts. */
    BrowserContext still() {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
