package khabar.browse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.endpoint.Streams;
import khabar.export.Dumps;
import khabar.export.Format;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists the files in which the data can be had, and makes those that are for spreadsheets. */
@Controller
class DownloadsController {
    private final Pages pages;
    private final Streams streams;
    private final Optional<Dumps> dumps;
    private final NamedQuery counts;
    private final NamedQuery statements;
    private final NamedQuery sizes;
    private final NamedQuery events;
    private final NamedQuery articles;
    private final NamedQuery things;
    private final Latest<DownloadsPage> latest;

    DownloadsController(Pages pages, Queries queries, Streams streams, ObjectProvider<Dumps> dumps) {
        this.pages = pages;
        this.dumps = Optional.ofNullable(dumps.getIfAvailable());
        this.streams = streams;
        this.counts = queries.get("page/counts");
        this.statements = queries.get("page/statement-count");
        this.sizes = queries.get("page/graph-sizes");
        this.events = queries.get("export/events");
        this.articles = queries.get("export/articles");
        this.things = queries.get("export/things");
        this.latest = new Latest<>(pages, this::page);
    }

    /** For people the shapes, too, lead here: they are a file and have no page. */
    @GetMapping({"/downloads", "/page/shapes"})
    String downloads(Locale locale, Model model) {
        model.addAttribute("page", latest.in(locale));
        // A dump changes no data, and so not the page that stays until the data changes.
        model.addAttribute("dumps", dumps.map(Dumps::all).orElse(List.of()));
        return "downloads";
    }

    @GetMapping("/downloads/{word:[a-z]+}.csv")
    void table(@PathVariable String word, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Kind kind = Kind.of(word).orElseThrow(() -> new NotThere("/downloads/" + word + ".csv"));
        if (request.getMethod().equals("HEAD")) {
            headers(response, word);
            return;
        }
        streams.answer(request, response, () -> {
            headers(response, word);
            rows(kind, response);
        });
    }

    private static void headers(HttpServletResponse response, String word) {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"khabar-" + word + ".csv\"");
    }

    /** Nothing is closed where it breaks off: the connection must break too, so that nobody takes a part for the whole. */
    private void rows(Kind kind, HttpServletResponse response) throws IOException {
        NamedQuery query = switch (kind) {
            case EVENT -> events;
            case ARTICLE -> articles;
            case PERSON, ORGANISATION, PLACE, SOURCE -> things;
        };
        Map<String, Node> given = query.given().isEmpty() ? Map.of() : Map.of("class", kind.type());
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        try {
            Csv table = new Csv(out, query.query().getResultVars());
            // Written row by row: what is kept of each is a number.
            pages.each(query, given, table::write);
            out.flush();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (RuntimeException failed) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw failed;
        }
    }

    private DownloadsPage page(PageReading reading) {
        Map<Node, Long> numbers = reading.rows(counts, Map.of()).stream()
                .collect(Collectors.toMap(row -> row.node("class"), row -> row.integer("count")));
        long different = reading.rows(statements, Map.of()).getFirst().integer("count");
        List<Row> graphs = reading.rows(sizes, Map.of());
        return new DownloadsPage(
                Text.plain(""),
                different,
                graphs.stream()
                        .filter(row -> row.has("graph"))
                        .mapToLong(row -> row.integer("count"))
                        .sum(),
                pages.version(),
                Arrays.stream(Format.values())
                        .map(format -> new DownloadsPage.Whole(
                                name(format),
                                format.mediaType(),
                                format.hasGraphs(),
                                "/export/khabar." + format.suffix()))
                        .toList(),
                graphs(reading.base().iri() + "graph/", graphs),
                Arrays.stream(Kind.values())
                        .map(kind -> new DownloadsPage.Table(kind.word(), numbers.getOrDefault(kind.type(), 0L)))
                        .toList());
    }

    /** As people write it. */
    private static String name(Format format) {
        return switch (format) {
            case TURTLE -> "Turtle";
            case NTRIPLES -> "N-Triples";
            case TRIG -> "TriG";
            case NQUADS -> "N-Quads";
        };
    }

    private static List<DownloadsPage.Graph> graphs(String folder, List<Row> rows) {
        Map<String, List<Row>> byFamily = rows.stream()
                .filter(row -> row.has("graph") && row.iri("graph").startsWith(folder))
                .collect(Collectors.groupingBy(
                        row -> row.iri("graph").substring(folder.length()).split("/", 2)[0]));
        List<DownloadsPage.Graph> graphs = new ArrayList<>();
        byFamily.forEach((family, some) -> graphs.add(new DownloadsPage.Graph(
                family,
                some.size(),
                some.stream().mapToLong(row -> row.integer("count")).sum(),
                family.equals("article") ? "" : "/graph/" + family)));
        graphs.sort(Comparator.comparingLong(DownloadsPage.Graph::statements).reversed());
        return graphs;
    }
}
