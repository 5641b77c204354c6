package khabar.browse;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khabar.endpoint.Shown;
import khabar.endpoint.SparqlEndpoint;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.util.FmtUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The page in front of the endpoint, and answers for people: the endpoint's guard and limits hold for them too. */
@Controller
class SparqlController {
    /** The questions that the data is made to answer, and examples to begin with. */
    private static final List<String> FOLDERS = List.of("competency", "example");

    private static final String FIRST = "latest-events";

    /** So many rows of an answer are shown. */
    private static final int SHOWN = 200;

    private static final Map<String, String> FORMS = Map.of(
            "json",
            "JSON",
            "xml",
            "XML",
            "csv",
            "CSV",
            "tsv",
            "TSV",
            "ttl",
            "Turtle",
            "jsonld",
            "JSON-LD",
            "nt",
            "N-Triples",
            "rdf",
            "RDF/XML");

    /** The view that shows values as they stand in the data. */
    private static final String RAW = "raw";

    private static final Pattern LINE = Pattern.compile("[Ll]ine (\\d{1,5})");
    private static final Pattern PREFERRED = Pattern.compile("#\\s*defaultView:\\s*([A-Za-z]+)");

    private final Pages pages;
    private final NamedQuery points;
    private final SparqlEndpoint endpoint;
    private final List<NamedQuery> examples;

    SparqlController(Pages pages, SparqlEndpoint endpoint, Queries queries) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.points = queries.get("page/points");
        this.examples =
                FOLDERS.stream().flatMap(folder -> queries.in(folder).stream()).toList();
    }

    /**
     * @param query to be answered on the page
     * @param example name of the example to open in the box
     * @param view in which the answer is shown, as in {@code map}; else as a comment in the query says
     * @param about path of one of our things, to begin with what is said of it
     */
    @GetMapping("/page/sparql")
    String sparql(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = FIRST) String example,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String view,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Optional<SparqlPage.Found> found = query.isBlank()
                ? Optional.empty()
                : Optional.of(found(endpoint.show(query, SHOWN), query, view, locale, response));
        model.addAttribute(
                "page",
                new SparqlPage(
                        new Text("SPARQL", "en"),
                        query.isBlank() ? describing(pages.base(), about).orElseGet(() -> text(example)) : query,
                        groups(locale),
                        query.isBlank() ? List.of() : Codes.of(pages.base(), query),
                        found));
        return "sparql";
    }

    private SparqlPage.Found found(
            Shown answer, String query, String view, Locale locale, HttpServletResponse response) {
        return switch (answer) {
            case Shown.Refused refused -> {
                response.setStatus(refused.status());
                yield refused(refused, query);
            }
            case Shown.Truth truth -> new SparqlPage.Truth(truth.value());
            case Shown.Table table -> pages.read(locale, reading -> rows(reading, table, query, view));
        };
    }

    private static SparqlPage.Refused refused(Shown.Refused refused, String query) {
        Matcher at = LINE.matcher(refused.detail());
        List<String> lines = query.lines().toList();
        Optional<Integer> line = at.find()
                ? Optional.of(Integer.parseInt(at.group(1))).filter(number -> number >= 1 && number <= lines.size())
                : Optional.empty();
        return new SparqlPage.Refused(
                refused.title(),
                refused.detail(),
                line,
                line.map(number -> lines.get(number - 1)).orElse(""));
    }

    private SparqlPage.Rows rows(PageReading reading, Shown.Table table, String query, String asked) {
        table.rows().forEach(row -> row.forEach((variable, value) -> reading.remember(value)));
        ResultFigures figures = ResultFigures.of(reading, table);
        Set<View> suitable = figures.suitable();
        View view = View.of(asked.isEmpty() ? preferred(query) : asked)
                .filter(suitable::contains)
                .orElse(View.LIST);
        boolean raw = asked.equals(RAW);
        return new SparqlPage.Rows(
                table.columns().stream().map(Var::getVarName).toList(),
                table.rows().stream()
                        .map(row -> table.columns().stream()
                                .map(column -> Optional.ofNullable(row.get(column))
                                        .map(value -> raw ? plain(value) : reading.linkInFull(value)))
                                .toList())
                        .toList(),
                table.total(),
                table.cut(),
                views(query, suitable, raw ? RAW : view.word()),
                raw ? RAW : view.word(),
                raw ? SparqlPage.Drawn.NONE : figures.drawn(reading, view, points),
                table.forms().stream()
                        .map(form -> new SparqlPage.Download(FORMS.getOrDefault(form, form), download(query, form)))
                        .toList());
    }

    /** Of a comment {@code #defaultView:Map}, as people of Wikidata write it. */
    private static String preferred(String query) {
        Matcher preferred = PREFERRED.matcher(query);
        return preferred.find() ? preferred.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** A value as it stands in the data, without a name in its place. */
    private static Link plain(Node value) {
        String iri = value.isURI() ? value.getURI() : "";
        return new Link(Text.plain(FmtUtils.stringForNode(value)), iri.startsWith("http") ? iri : "", iri);
    }

    private static List<SearchPage.Choice> views(String query, Set<View> suitable, String chosen) {
        return Stream.concat(suitable.stream().map(View::word), Stream.of(RAW))
                .map(view -> new SearchPage.Choice(
                        "sparql.view." + view,
                        Text.plain(""),
                        0,
                        "/sparql?format=html&view=" + view + "&query=" + UriUtils.encode(query, StandardCharsets.UTF_8)
                                + "#answer",
                        view.equals(chosen)))
                .toList();
    }

    private static String download(String query, String form) {
        return "/sparql?query=" + UriUtils.encode(query, StandardCharsets.UTF_8) + "&format=" + form;
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
                .filter(query -> name(query).equals(example))
                .findFirst()
                .map(NamedQuery::text)
                .orElse("");
    }

    private List<SparqlPage.Group> groups(Locale locale) {
        return FOLDERS.stream()
                .map(folder -> new SparqlPage.Group(
                        folder,
                        examples.stream()
                                .filter(query -> query.name().startsWith(folder + "/"))
                                .map(query -> shown(query, locale))
                                .toList()))
                .filter(group -> !group.examples().isEmpty())
                .toList();
    }

    private static SparqlPage.Example shown(NamedQuery query, Locale locale) {
        Heading heading = Heading.of(query, locale);
        return new SparqlPage.Example(name(query), heading.title(), heading.comment());
    }

    /** Without its folder: addresses of examples stay when one moves. */
    private static String name(NamedQuery query) {
        return query.name().substring(query.name().indexOf('/') + 1);
    }
}
