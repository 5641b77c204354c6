package khabar.browse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class GraphController {
    private final Pages pages;
    private final NamedQuery statements;
    private final NamedQuery count;
    private final NamedQuery some;

    GraphController(Pages pages, Queries queries) {
        this.pages = pages;
        this.statements = queries.get("page/statements");
        this.count = queries.get("page/graph-count");
        this.some = queries.get("page/graph-statements");
    }

    @GetMapping("/page/graph/article/{key:[a-z0-9-]+}")
    String article(@PathVariable String key, Locale locale, Model model) {
        return graph("article/" + key, locale, model);
    }

    @GetMapping("/page/graph/{name:[a-z]+}")
    String graph(@PathVariable String name, Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> page(reading, name)));
        return "graph";
    }

    private GraphPage page(PageReading reading, String name) {
        Node graph = reading.base().graph(name);
        Map<String, Node> given = Map.of("graph", graph);
        long size = reading.rows(count, given).getFirst().integer("count");
        Statements said = reading.statements(statements, graph);
        if (size == 0 && said.isEmpty()) {
            throw new NotThere(graph.getURI());
        }
        List<Row> rows = reading.rows(some, given);
        return new GraphPage(
                Subject.document(reading.base(), graph.getURI(), "graph/" + name),
                Text.plain("graph/" + name),
                size,
                Fact.of(reading, said.byProperty()),
                rows.stream()
                        .map(row -> new GraphPage.Statement(
                                reading.linkInFull(row.node("subject")),
                                reading.link(row.node("property")),
                                reading.linkInFull(row.node("value"))))
                        .toList());
    }
}
