package khabar.browse;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Original;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ArticleController {
    private static final List<Node> RECORD =
            List.of(Kh.sourceIdentifier, Kh.firstRead, Kh.textHash, Prov.wasGeneratedBy);

    private final Pages pages;
    private final Reports reports;
    private final LinkReasons reasons;
    private final NamedQuery statements;
    private final NamedQuery mentions;
    private final NamedQuery versions;
    private final NamedQuery copies;
    private final PageReading.Listing others;

    ArticleController(Pages pages, Queries queries) {
        this.pages = pages;
        this.reports = new Reports(queries);
        this.reasons = new LinkReasons(queries);
        this.statements = queries.get("page/statements");
        this.mentions = queries.get("page/article-mentions");
        this.versions = queries.get("page/article-versions");
        this.copies = queries.get("page/copies");
        this.others = PageReading.Listing.of(queries, "same-events-articles", "same-events-article-count");
    }

    @GetMapping("/page/article/{key:[a-z0-9-]+}")
    String article(@PathVariable String key, @RequestParam Map<String, String> address, Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> page(reading, key, address)));
        return "article";
    }

    private ArticlePage page(PageReading reading, String key, Map<String, String> address) {
        Node article = reading.base().id("article", key);
        Statements said = reading.statements(statements, article);
        if (said.isEmpty()) {
            throw new NotThere(article.getURI());
        }
        Reports.Rows reported = reports.rows(reading, "article", article);
        List<Row> naming = reading.rows(mentions, Map.of("article", article));
        Map<Node, List<Row>> alternatives = reasons.ofArticle(reading, article);
        List<Row> earlier = reading.rows(versions, Map.of("entity", article));
        List<Row> story = reading.rows(copies, Map.of("entity", article));
        Slice<Row> same = reading.slice(others, Map.of("entity", article), "others", address);
        Naming named = new Naming(naming, alternatives);
        return new ArticlePage(
                Subject.of(reading.base(), "article", key).described(ThingJsonLd.of(article, "article", said)),
                reading.text(article),
                publication(reading, said),
                Reports.cards(reading, reported, "article", article),
                words(reading, key, said, reported, named),
                named(reading, named),
                new ArticlePage.Beside(
                        said.texts(Kh.relatedHeadline),
                        EarlierVersion.of(reading, earlier),
                        story.stream().map(row -> copy(reading, row)).toList(),
                        same.of(rows -> Origin.of(reading, rows))));
    }

    private static ArticlePage.Copy copy(PageReading reading, Row row) {
        return new ArticlePage.Copy(
                Origin.of(reading, row), row.text("role"), Math.round(row.decimal("similarity") * 100));
    }

    /** The article's mentions, and for each whom or what else it may stand for. */
    private record Naming(List<Row> mentions, Map<Node, List<Row>> alternatives) {
        ArticlePage.Mention mention(PageReading reading, Row row) {
            Node mention = row.node("mention");
            Optional<Link> thing = row.optional("thing").map(reading::link);
            Text text = row.optional("exact")
                    .map(Text::of)
                    .or(() -> thing.map(Link::text))
                    .orElse(Text.plain("…"));
            return new ArticlePage.Mention(
                    text,
                    thing,
                    row.text("kind"),
                    reading.link(mention).href(),
                    LinkReasons.reason(reading, row, alternatives.getOrDefault(mention, List.of())));
        }
    }

    /** The text where its terms let all of it be shown; else the quoted sentences, which those of the graph are. */
    private static ArticlePage.Words words(
            PageReading reading, String key, Statements said, Reports.Rows reported, Naming named) {
        List<Passage.At<ArticlePage.Mention>> mentions = named.mentions().stream()
                .filter(row -> row.has("end"))
                .map(row -> at(row, named.mention(reading, row)))
                .toList();
        List<Row> sentences = reported.evidence().values().stream()
                .flatMap(List::stream)
                .filter(row -> row.has("end"))
                .toList();
        List<Passage.At<Boolean>> evidence =
                sentences.stream().map(row -> at(row, true)).distinct().toList();
        String lang = said.word(Schema.inLanguage).orElse("");
        Optional<Original> original = said.word(Kh.terms).filter("full"::equals).isPresent()
                ? said.word(Kh.textHash).flatMap(hash -> reading.original(key, hash))
                : Optional.empty();
        List<Passage> passages = original.isPresent()
                ? OriginalText.paragraphs(original.get(), elsewhere(said)).stream()
                        .map(line -> Passage.of(line, lang, "", mentions, evidence))
                        .toList()
                : sentences.stream()
                        .filter(row -> row.has("exact"))
                        .map(row -> Passage.of(
                                words(row),
                                row.language("exact"),
                                reading.link(row.node("mention")).href(),
                                mentions,
                                List.of()))
                        .filter(passage -> !passage.field().equals("headline"))
                        .sorted(Comparator.comparing(Passage::field, ReportCard.READING_ORDER)
                                .thenComparingInt(Passage::start))
                        .filter(distinct(passage -> passage.field() + passage.start()))
                        .toList();
        return new ArticlePage.Words(original.isPresent(), passages);
    }

    private static Passage.At<String> words(Row row) {
        String exact = row.text("exact");
        int start = Math.toIntExact(row.integer("start"));
        return new Passage.At<>(row.text("field"), start, start + exact.length(), exact);
    }

    private static <T> Passage.At<T> at(Row row, T what) {
        return new Passage.At<>(
                row.text("field"), Math.toIntExact(row.integer("start")), Math.toIntExact(row.integer("end")), what);
    }

    private static Set<String> elsewhere(Statements said) {
        return Stream.concat(said.texts(Kh.relatedHeadline).stream(), said.texts(Schema.headline).stream())
                .map(Text::value)
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static <T> Predicate<T> distinct(Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        return value -> seen.add(key.apply(value));
    }

    private static ArticlePage.Publication publication(PageReading reading, Statements said) {
        return new ArticlePage.Publication(
                said.one(Schema.publisher).map(reading::link),
                said.word(Schema.datePublished).map(reading.dates()::of),
                said.word(Schema.dateModified).map(reading.dates()::of),
                said.word(Schema.inLanguage).map(tag -> Origin.language(reading, tag)),
                said.one(Kh.datelinePlace).map(reading::link),
                said.word(Kh.terms).orElse("quotes"),
                said.word(Schema.url)
                        .map(url -> Names.href(reading.base(), url))
                        .filter(url -> url.startsWith("http")),
                Fact.of(reading, said, RECORD));
    }

    private static List<ArticlePage.Named> named(PageReading reading, Naming named) {
        Map<String, List<Row>> byField = named.mentions().stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("field"), () -> new TreeMap<>(ReportCard.READING_ORDER), Collectors.toList()));
        return byField.entrySet().stream()
                .map(field -> new ArticlePage.Named(
                        field.getKey(),
                        field.getValue().stream()
                                .map(row -> named.mention(reading, row))
                                .toList()))
                .toList();
    }
}
