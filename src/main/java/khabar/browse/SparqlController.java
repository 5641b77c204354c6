package khabar.browse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.vocab.Base;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page in front of the endpoint; it asks nothing itself. */
@Controller
class SparqlController {
    private static final String FOLDER = "example/";
    private static final String FIRST = "latest-events";

    private final Pages pages;
    private final List<NamedQuery> examples;

    SparqlController(Pages pages, Queries queries) {
        this.pages = pages;
        this.examples = queries.in("example");
    }

    /**
     * @param example name of the example to open in the box
     * @param about path of one of our things, to begin with what is said of it
     */
    @GetMapping("/page/sparql")
    String sparql(
            @RequestParam(defaultValue = FIRST) String example,
            @RequestParam(defaultValue = "") String about,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page",
                new SparqlPage(
                        new Text("SPARQL", "en"),
                        describing(pages.base(), about).orElseGet(() -> text(example)),
                        examples.stream().map(query -> shown(query, locale)).toList()));
        return "sparql";
    }

    /** Only for what is an IRI of ours: nothing else gets into a query. */
    private static Optional<String> describing(Base base, String path) {
        String iri = base.iri() + (path.startsWith("/") ? path.substring(1) : path);
        return base.parse(iri)
                .map(known ->
                        "SELECT ?property ?value WHERE {\n  <" + iri + "> ?property ?value\n}\nORDER BY ?property\n");
    }

    private String text(String example) {
        return examples.stream()
                .filter(query -> query.name().equals(FOLDER + example))
                .findFirst()
                .map(NamedQuery::text)
                .orElse("");
    }

    /** Headings hold each line twice, in English and in Arabic. */
    private static SparqlPage.Example shown(NamedQuery query, Locale locale) {
        List<String> heading = query.text()
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .filter(line ->
                        locale.getLanguage().equals("ar") == line.codePoints().anyMatch(SparqlController::isArabic))
                .collect(Collectors.toList());
        String title = heading.isEmpty() ? query.title() : heading.getFirst();
        String comment = heading.stream().skip(1).collect(Collectors.joining(" "));
        return new SparqlPage.Example(query.name().substring(FOLDER.length()), title, comment);
    }

    private static boolean isArabic(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
    }
}
