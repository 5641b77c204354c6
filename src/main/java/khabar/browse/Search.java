package khabar.browse;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Words;
import org.apache.jena.graph.Node;

/** Finds names, headlines and quotations that hold all the words asked for, the last one at least as a beginning. */
final class Search {
    private static final int EACH = 20;

    private final NamedQuery search;

    Search(Queries queries) {
        this.search = queries.get("page/search");
    }

    List<SearchPage.Group> find(PageReading reading, String asked) {
        return Words.all(asked).map(words -> groups(reading, words)).orElse(List.of());
    }

    private List<SearchPage.Group> groups(PageReading reading, Node words) {
        Map<Kind, Map<Node, Row>> best = new EnumMap<>(Kind.class);
        for (Row row : reading.rows(search, Map.of("words", words))) {
            // A quotation leads to its article.
            Node thing = row.optional("article").orElseGet(() -> row.node("thing"));
            Kind kind = row.has("article")
                    ? Kind.ARTICLE
                    : Kind.of(row.node("class")).orElseThrow();
            best.computeIfAbsent(kind, first -> new LinkedHashMap<>()).putIfAbsent(thing, row);
        }
        return best.entrySet().stream()
                .map(group -> new SearchPage.Group(
                        group.getKey().word(),
                        group.getValue().entrySet().stream()
                                .limit(EACH)
                                .map(hit -> hit(reading, hit.getKey(), hit.getValue()))
                                .toList()))
                .toList();
    }

    private static SearchPage.Hit hit(PageReading reading, Node thing, Row row) {
        Link link = reading.link(thing);
        Optional<Text> found =
                row.optional("found").filter(Node::isLiteral).map(Text::of).filter(text -> !text.equals(link.text()));
        return new SearchPage.Hit(link, found);
    }
}
