package khabar.browse;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;

/** Reads why names are linked: of an article, of one mention, or of a thing in the articles that its page lists. */
final class LinkReasons {
    private final NamedQuery alternatives;
    private final NamedQuery links;
    private final NamedQuery mergedNames;

    LinkReasons(Queries queries) {
        this.alternatives = queries.get("page/alternatives");
        this.links = queries.get("page/links");
        this.mergedNames = queries.get("page/merged-names");
    }

    /** Rows of the store about a thing, before anything has been named. */
    record Rows(List<Row> articles, List<Row> links, List<Row> merged) {}

    List<Row> ofMention(PageReading reading, Node mention) {
        return reading.rows(alternatives, Map.of("mention", mention));
    }

    Map<Node, List<Row>> ofArticle(PageReading reading, Node article) {
        return reading.rows(alternatives, Map.of("article", article)).stream()
                .collect(Collectors.groupingBy(row -> row.node("mention")));
    }

    /** @param articles rows of the articles that the page lists */
    Rows ofThing(PageReading reading, Node thing, List<Row> articles) {
        List<Node> listed =
                articles.stream().map(row -> row.node("article")).distinct().toList();
        Map<String, Node> given = Map.of("entity", thing);
        return new Rows(articles, reading.rowsAmong(links, listed, given), reading.rows(mergedNames, given));
    }

    static LinkReason reason(
            PageReading reading,
            Optional<Node> basis,
            Optional<Double> confidence,
            Optional<Node> decision,
            List<Row> alternatives) {
        return new LinkReason(
                basis.map(reading::link),
                confidence.map(some -> Math.round(some * 100)),
                decision.map(reading::link),
                alternatives.stream()
                        .filter(row -> row.has("candidate"))
                        .map(row -> new LinkReason.Other(
                                reading.link(row.node("candidate")),
                                String.format(Locale.ROOT, "%.2f", row.decimal("score"))))
                        .distinct()
                        .toList());
    }

    static LinkReason reason(PageReading reading, Row mention, List<Row> alternatives) {
        return reason(
                reading,
                mention.optional("basis"),
                mention.optional("confidence").map(some -> mention.decimal("confidence")),
                mention.optional("decision"),
                alternatives);
    }

    static Linking linking(PageReading reading, Rows rows) {
        Map<Node, List<Row>> byArticle = rows.links().stream().collect(Collectors.groupingBy(row -> row.node("thing")));
        Map<Node, Linking.InArticle> articles = new LinkedHashMap<>();
        for (Row row : rows.articles()) {
            Node article = row.node("article");
            List<Row> said = byArticle.getOrDefault(article, List.of());
            if (!said.isEmpty()) {
                articles.computeIfAbsent(
                        article, first -> new Linking.InArticle(Origin.of(reading, row), namings(reading, said)));
            }
        }
        Map<Node, List<Row>> byName = grouped(rows.merged(), "name");
        return new Linking(
                List.copyOf(articles.values()),
                byName.entrySet().stream()
                        .map(one -> joined(reading, one.getKey(), one.getValue()))
                        .toList());
    }

    private record Alike(Text text, LinkReason why) {}

    private static List<Linking.Naming> namings(PageReading reading, List<Row> rows) {
        Map<Alike, Linking.Naming> namings = new LinkedHashMap<>();
        grouped(rows, "mention").forEach((mention, said) -> {
            Row first = said.getFirst();
            Link link = reading.link(mention);
            Text text = first.optional("exact").map(Text::of).orElse(link.text());
            LinkReason why = reason(reading, first, said);
            namings.putIfAbsent(new Alike(text, why), new Linking.Naming(text, link.href(), why));
        });
        return List.copyOf(namings.values());
    }

    private static Linking.Joined joined(PageReading reading, Node name, List<Row> rows) {
        Row first = rows.getFirst();
        LinkedHashSet<Node> company = new LinkedHashSet<>();
        rows.forEach(row -> row.optional("company").ifPresent(company::add));
        return new Linking.Joined(
                reading.link(name),
                first.optional("with").map(reading::link),
                first.optional("basis").map(reading::link),
                first.optional("likeness").map(some -> Math.round(first.decimal("likeness") * 100)),
                reading.links(company));
    }

    private static Map<Node, List<Row>> grouped(List<Row> rows, String variable) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.node(variable), LinkedHashMap::new, Collectors.toList()));
    }
}
