package khabar.browse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Store;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/** What crawlers and browsers look for: which pages there are, where not to go, how to search. */
@Controller
class SiteController {
    /** As the protocol of sitemaps has it. */
    static final int MOST_PAGES = 50_000;

    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Store store;
    private final NamedQuery documents;
    private volatile Pages last = new Pages(-1, List.of());

    /** @param lines of a sitemap, one for each page, at one state of the data */
    private record Pages(long version, List<String> lines) {}

    SiteController(Store store, Queries queries) {
        this.store = store;
        this.documents = queries.get("export/documents");
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        return text(MediaType.TEXT_PLAIN, """
                User-agent: *
                Allow: /doc/
                Disallow: /sparql?
                Disallow: /export/
                Disallow: /changes
                Disallow: /resource
                Disallow: /suggest
                Disallow: /search
                Disallow: /api/
                Disallow: /downloads/
                Disallow: /feedback
                Disallow: /notes

                Sitemap: %ssitemap.xml
                """.formatted(store.base().iri()));
    }

    /** Names the sitemaps. */
    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index() {
        int files = (pages().size() + MOST_PAGES - 1) / MOST_PAGES;
        StringBuilder xml = new StringBuilder(XML + "<sitemapindex xmlns=\"" + SITEMAPS + "\">\n");
        IntStream.rangeClosed(1, Math.max(files, 1))
                .forEach(n -> xml.append("<sitemap><loc>")
                        .append(store.base().iri())
                        .append("sitemap-")
                        .append(n)
                        .append(".xml</loc><lastmod>")
                        .append(store.modified())
                        .append("</lastmod></sitemap>\n"));
        return text(MediaType.APPLICATION_XML, xml.append("</sitemapindex>\n").toString());
    }

    /** The pages of articles, events, actors, places and sources; when an article was read is when its page began. */
    @GetMapping("/sitemap-{number:\\d{1,6}}.xml")
    ResponseEntity<byte[]> sitemap(@PathVariable int number) {
        List<String> all = pages();
        int from = (number - 1) * MOST_PAGES;
        if (number < 1 || number > 1 && from >= all.size()) {
            throw new NotThere("/sitemap-" + number + ".xml");
        }
        List<String> some = all.subList(from, Math.min(all.size(), from + MOST_PAGES));
        return text(
                MediaType.APPLICATION_XML,
                XML + "<urlset xmlns=\"" + SITEMAPS + "\">\n" + String.join("", some) + "</urlset>\n");
    }

    @GetMapping("/opensearch.xml")
    ResponseEntity<byte[]> openSearch() {
        String base = store.base().iri();
        return text(
                new MediaType("application", "opensearchdescription+xml", StandardCharsets.UTF_8),
                XML + """
                        <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                          <ShortName>Khabar</ShortName>
                          <Description>News as linked data</Description>
                          <InputEncoding>UTF-8</InputEncoding>
                          <Language>ar</Language>
                          <Language>en</Language>
                          <Url type="text/html" template="%1$ssearch?q={searchTerms}"/>
                          <Url type="application/x-suggestions+json" template="%1$ssuggest?q={searchTerms}"/>
                        </OpenSearchDescription>
                        """.formatted(base));
    }

    private List<String> pages() {
        long version = store.version();
        Pages known = last;
        if (known.version() != version) {
            List<String> lines = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                store.select(
                        documents,
                        Map.of("class", kind.type()),
                        row -> lines.add(line(row.iri("thing"), row.optionalText("read"))));
            }
            known = new Pages(version, List.copyOf(lines));
            last = known;
        }
        return known.lines();
    }

    private String line(String thing, Optional<String> read) {
        String page = thing.replaceFirst("/id/", "/doc/");
        return "<url><loc>" + HtmlUtils.htmlEscape(page) + "</loc>"
                + read.map(moment -> "<lastmod>" + moment + "</lastmod>").orElse("") + "</url>\n";
    }

    private static ResponseEntity<byte[]> text(MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(HOUR).cachePublic())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
