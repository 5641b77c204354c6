package khabar.browse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;
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

@Controller
class ArticleController {
    private static final List<Node> RECORD =
            List.of(Kh.sourceIdentifier, Kh.firstRead, Kh.textHash, Prov.wasGeneratedBy);

    private final Pages pages;
    private final Reports reports;
    private final NamedQuery statements;
    private final NamedQuery mentions;

    ArticleController(Pages pages, Queries queries) {
        this.pages = pages;
        this.reports = new Reports(queries);
        this.statements = queries.get("page/statements");
        this.mentions = queries.get("page/article-mentions");
    }

    @GetMapping("/page/article/{key:[a-z0-9-]+}")
    String article(@PathVariable String key, Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> page(reading, key)));
        return "article";
    }

    private ArticlePage page(PageReading reading, String key) {
        Node article = reading.base().id("article", key);
        Statements said = reading.statements(statements, article);
        if (said.isEmpty()) {
            throw new NotThere(article.getURI());
        }
        Reports.Rows reported = reports.rows(reading, "article", article);
        List<Row> named = reading.rows(mentions, Map.of("article", article));
        return new ArticlePage(
                Subject.of(reading.base(), "article", key),
                reading.text(article),
                publication(reading, said),
                Reports.cards(reading, reported, "article", article),
                named(reading, named),
                said.texts(Kh.relatedHeadline));
    }

    private static ArticlePage.Publication publication(PageReading reading, Statements said) {
        return new ArticlePage.Publication(
                said.one(Schema.publisher).map(reading::link),
                said.word(Schema.datePublished).map(reading.dates()::of),
                said.word(Schema.inLanguage).map(tag -> Origin.language(reading, tag)),
                said.one(Kh.datelinePlace).map(reading::link),
                said.word(Kh.terms).orElse("quotes"),
                said.word(Schema.url)
                        .map(url -> Names.href(reading.base(), url))
                        .filter(url -> url.startsWith("http")),
                Fact.of(reading, said, RECORD));
    }

    private static List<ArticlePage.Named> named(PageReading reading, List<Row> rows) {
        Map<String, List<Row>> byField = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("field"), () -> new TreeMap<>(ReportCard.READING_ORDER), Collectors.toList()));
        return byField.entrySet().stream()
                .map(field -> new ArticlePage.Named(
                        field.getKey(),
                        field.getValue().stream()
                                .map(row -> mention(reading, row))
                                .toList()))
                .toList();
    }

    private static ArticlePage.Mention mention(PageReading reading, Row row) {
        Optional<Link> thing = row.optional("thing").map(reading::link);
        Text text = row.optional("exact")
                .map(Text::of)
                .or(() -> thing.map(Link::text))
                .orElse(Text.plain("…"));
        return new ArticlePage.Mention(
                text, thing, row.text("kind"), reading.link(row.node("mention")).href());
    }
}
