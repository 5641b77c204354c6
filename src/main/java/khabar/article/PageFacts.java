package khabar.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;

/**
 * What a page says of its article beside the text: in JSON-LD, microdata, OpenGraph, Dublin Core and other meta tags, and in
 * its markup. Every question has several answers, the surest first.
 *
 * <p>Chosen: the address is the canonical one, so that the page for telephones and the page with a longer query are the same
 * article; but not where that is the front page of the site, a mistake that many sites make. The author is never the source.
 */
final class PageFacts {
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/?#]\\S*");
    private static final Pattern FRONT_PAGE =
            Pattern.compile("(?i)https?://[^/?#]+/?(?:[a-z]{2}/?|index\\.\\w+)?(?:[?#].*)?");
    private static final String PARTS = "\\s*(?:[-|\u2013\u2014\u00BB\u00B7\u2022]|::)\\s*";
    private static final int LONGEST = 2000;

    private final Document page;
    private final Map<String, List<String>> meta = new LinkedHashMap<>();
    private final Optional<RawArticle> structured;

    private PageFacts(Document page, Optional<RawArticle> structured) {
        this.page = page;
        this.structured = structured;
        for (Element tag : page.select("meta[content]")) {
            String content = tag.attr("content").strip();
            for (String name : List.of("property", "name", "http-equiv")) {
                if (tag.hasAttr(name) && !content.isEmpty() && content.length() <= LONGEST) {
                    meta.computeIfAbsent(tag.attr(name).strip().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                            .add(content);
                }
            }
        }
        if (page.selectFirst("base[href]") == null) {
            meta("og:url").findFirst().ifPresent(page::setBaseUri);
        }
    }

    static PageFacts of(SourceRef at, Document page) {
        List<RawArticle> found = page.select("script[type*=ld+json]").stream()
                .flatMap(script -> structured(at, script.data()).stream())
                .toList();
        return new PageFacts(
                page,
                found.stream()
                        .filter(article -> article.body() != null)
                        .findFirst()
                        .or(() -> found.stream().findFirst()));
    }

    /** The article of a script; none where it is broken, as many are: the page itself is still there. */
    private static Optional<RawArticle> structured(SourceRef at, String script) {
        String json = script.strip()
                .replaceFirst("^(?:<!--|/\\*\\s*<!\\[CDATA\\[\\s*\\*/|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)", "")
                .replaceFirst("(?:-->|/\\*\\s*]]>\\s*\\*/|//\\s*]]>|]]>)$", "");
        try {
            return NewsArticleJson.article(at, JsonArticle.JSON.readTree(json));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** What JSON-LD says of the article. */
    Optional<RawArticle> structured() {
        return structured;
    }

    /** Whether the page says that it is an article. */
    boolean isArticle() {
        return structured.isPresent()
                || meta("og:type")
                        .anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("article"))
                || meta("article:published_time").findAny().isPresent()
                || page.selectFirst("[itemtype~=(?i)schema\\.org/\\w*(?:Article|Report|BlogPosting)$]") != null;
    }

    /** Whether the page says that it is the front page of its site, or of a language of it. */
    boolean isFrontPage() {
        return !isArticle()
                && addresses()
                        .findFirst()
                        .filter(address -> FRONT_PAGE.matcher(address).matches())
                        .isPresent();
    }

    boolean asksForPassword() {
        return page.selectFirst("input[type=password]") != null;
    }

    Optional<String> address() {
        List<String> addresses = addresses().toList();
        return addresses.stream()
                .filter(address -> !FRONT_PAGE.matcher(address).matches())
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }

    Optional<String> headline() {
        List<String> titles = page.select("h1").stream()
                .limit(2)
                .map(heading -> line(heading.text()))
                .filter(text -> !text.isEmpty())
                .toList();
        Optional<String> top = titles.size() == 1 ? Optional.of(titles.getFirst()) : Optional.empty();
        return Stream.of(
                        structured.map(RawArticle::headline).stream(),
                        item("headline"),
                        meta("og:title"),
                        meta("dc.title", "dcterms.title"),
                        top.stream(),
                        meta("twitter:title"),
                        Stream.of(page.title()),
                        titles.stream())
                .flatMap(texts -> texts)
                .map(text -> withoutSite(line(text)))
                .filter(text -> !text.isEmpty())
                .filter(text -> source().filter(text::equalsIgnoreCase).isEmpty())
                .findFirst();
    }

    /** The summary that the page states; it may repeat the text. */
    Optional<String> summary() {
        return Stream.of(
                        structured.map(RawArticle::standfirst).stream(),
                        item("description"),
                        meta("og:description"),
                        meta("description", "dc.description", "dcterms.description", "twitter:description"))
                .flatMap(texts -> texts)
                .map(PageFacts::line)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    Optional<String> published() {
        return date(Stream.of(
                structured.map(RawArticle::published).stream(),
                meta("article:published_time", "og:article:published_time", "og:published_time"),
                item("datePublished"),
                meta("dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created"),
                meta(
                        "datepublished",
                        "date",
                        "pubdate",
                        "publishdate",
                        "publish-date",
                        "publish_date",
                        "publication_date"),
                meta("parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime")));
    }

    Optional<String> modified() {
        return date(Stream.of(
                structured.map(RawArticle::modified).stream(),
                meta("article:modified_time", "og:article:modified_time", "og:updated_time"),
                item("dateModified"),
                meta("dc.date.modified", "dcterms.modified", "datemodified", "last-modified")));
    }

    /** The first time that the page shows beside the text. */
    Optional<String> shown() {
        return page.select("time[datetime]").stream()
                .filter(time -> time.closest("aside, nav, footer, li, [class~=(?i)comment|related]") == null)
                .map(time -> time.attr("datetime"))
                .filter(text -> Dates.parse(text).isPresent())
                .findFirst();
    }

    Optional<String> source() {
        return Stream.of(
                        structured.map(RawArticle::source).stream(),
                        meta("og:site_name"),
                        page.select("[itemprop=publisher] [itemprop=name]").stream()
                                .map(name -> name.hasAttr("content") ? name.attr("content") : name.text()),
                        meta("dc.publisher", "dcterms.publisher", "publisher", "application-name"))
                .flatMap(texts -> texts)
                .map(PageFacts::line)
                .filter(text -> !text.isEmpty() && !ADDRESS.matcher(text).matches())
                .findFirst();
    }

    /** The languages that the page states, those that are tags. */
    Stream<String> languages() {
        return Stream.of(
                        structured.map(RawArticle::language).stream(),
                        page.select("article[lang], [itemprop=articleBody][lang]").stream()
                                .map(element -> element.attr("lang")),
                        page.select("html[lang], body[lang]").stream().map(element -> element.attr("lang")),
                        page.select("html").stream().map(element -> element.attr("xml:lang")),
                        meta("content-language", "dc.language", "dcterms.language", "language"),
                        meta("og:locale"))
                .flatMap(texts -> texts)
                .flatMap(text -> NewsArticleJson.tag(text).stream());
    }

    private Stream<String> addresses() {
        return Stream.of(
                        page.head().select("link[rel~=(?i)(?:^|\\s)canonical(?:$|\\s)]").stream()
                                .map(PageFacts::absolute),
                        meta("og:url"),
                        structured.map(RawArticle::url).stream(),
                        item("url"),
                        page.head().select("link[rel=alternate][hreflang]").stream()
                                .filter(element -> languages().anyMatch(element.attr("hreflang")::equalsIgnoreCase))
                                .map(element -> element.attr("href")))
                .flatMap(texts -> texts)
                .map(String::strip)
                .filter(address -> ADDRESS.matcher(address).matches() && address.length() <= LONGEST);
    }

    private static String absolute(Element link) {
        String given = link.attr("href").strip();
        return ADDRESS.matcher(given).matches() ? given : link.absUrl("href");
    }

    /** The first that is a date; where none is, the first, so that it is refused by name. */
    private static Optional<String> date(Stream<Stream<String>> answers) {
        List<String> given = answers.flatMap(texts -> texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return given.stream()
                .filter(text -> Dates.parse(text).isPresent())
                .findFirst()
                .or(() -> given.stream().findFirst());
    }

    private Stream<String> meta(String... names) {
        return Stream.of(names).flatMap(name -> meta.getOrDefault(name, List.of()).stream());
    }

    /** The values of a property of microdata. */
    private Stream<String> item(String property) {
        return page.select("[itemprop=" + property + "]").stream()
                .filter(element -> element.closest("[itemprop~=publisher|author|comment|image]") == null)
                .limit(3)
                .map(element -> Stream.of("content", "datetime", "href")
                        .filter(element::hasAttr)
                        .map(element::attr)
                        .findFirst()
                        .orElseGet(element::text))
                .filter(text -> text.length() <= LONGEST);
    }

    /** A title without the name of the site that many pages put at its end or start. */
    private String withoutSite(String title) {
        return source().map(site -> title.replaceFirst("(?iu)" + PARTS + Pattern.quote(site) + "\\s*$", "")
                        .replaceFirst("(?iu)^" + Pattern.quote(site) + PARTS + "(?=\\S)", ""))
                .filter(text -> !text.isBlank())
                .orElse(title);
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }
}
