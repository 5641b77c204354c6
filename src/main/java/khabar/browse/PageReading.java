package khabar.browse;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.Bodies;
import khabar.store.NamedQuery;
import khabar.store.Original;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Xsd;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the store for one page. IRIs of all rows are remembered; the first time that one is to be shown, the
 * names of all of them are asked for with one query: run a page's queries first, then make its record.
 */
final class PageReading {
    static final Var THING = Var.alloc("thing");
    private static final int LENGTH = 25;
    private static final Set<String> TIMES =
            Stream.of(Xsd.date, Xsd.dateTime, Xsd.gYearMonth).map(Node::getURI).collect(Collectors.toUnmodifiableSet());

    /** A query for a list, and the one that counts it. */
    record Listing(NamedQuery rows, NamedQuery count) {
        /** By their names: {@code articles}, {@code article-count}. */
        static Listing of(Queries queries, String rows, String count) {
            return new Listing(queries.get("page/" + rows), queries.get("page/" + count));
        }
    }

    private final Store store;
    private final NamedQuery labels;
    private final Cache<Node, KeptNames.Called> kept;
    private final Optional<FacetIndex> facets;
    private final Names names;
    private final Dates dates;
    private final Set<Node> unnamed = new HashSet<>();
    private final Set<Node> asked = new HashSet<>();
    private final List<Asked> queries = new ArrayList<>();

    private record Asked(NamedQuery query, Map<String, Node> given) {}

    PageReading(
            Store store,
            NamedQuery labels,
            Cache<Node, KeptNames.Called> kept,
            Optional<FacetIndex> facets,
            Locale locale) {
        this.store = store;
        this.kept = kept;
        this.facets = facets;
        this.labels = labels;
        this.names = new Names(store.base(), InterfaceLanguage.order(locale));
        this.dates = new Dates(locale);
    }

    List<Row> rows(NamedQuery query, Map<String, Node> given) {
        List<Row> rows = ask(query, given);
        rows.forEach(row -> row.binding().forEach((variable, value) -> remember(value)));
        return rows;
    }

    /** Rows that are counted, not shown: nobody asks for the names of what is in them. */
    List<Row> unnamed(NamedQuery query, Map<String, Node> given) {
        return ask(query, given);
    }

    /** Articles in whose texts these words stand, the best first. */
    List<Bodies.Hit> bodies(String typed, int most) {
        return store.bodies().find(typed, most);
    }

    /** Of these articles, those in whose texts these words stand, with a sentence where it may be shown. */
    List<Bodies.Hit> snippets(String typed, Collection<String> articleKeys) {
        return store.bodies().among(typed, articleKeys);
    }

    /** Whether there are {@link #facets}: a page is made of the queries that would have given the same where not. */
    boolean hasFacets() {
        return facets.isPresent();
    }

    /** What is kept of everything. */
    <T> T facets(Function<Facets, T> reading) {
        return facets.orElseThrow().read(reading);
    }

    /** Of a query that would have given what is kept: it is behind this page too. */
    void asked(NamedQuery query, Map<String, Node> given) {
        queries.add(new Asked(query, given));
    }

    /** The latest of what has these values, in their order, as rows of {@code lines}; {@code listing} would give the same. */
    Slice<Row> newest(
            Listing listing,
            Map<String, Node> given,
            Lines lines,
            Map<FacetColumns.Family, Node> having,
            String parameter,
            Map<String, String> address) {
        if (!hasFacets()) {
            return slice(listing, given, parameter, address);
        }
        int number = Slice.number(address.getOrDefault(parameter, "1"));
        asked(listing.count(), given);
        asked(listing.rows(), given);
        Facets.Newest found = facets(columns -> columns.newest(lines.kind(), having, (number - 1L) * LENGTH, LENGTH));
        return new Slice<>(lines.rows(this, found.things()), number, parameter, found.all(), LENGTH);
    }

    /**
     * What is shown of things in a list.
     *
     * @param variable of the query, for which the things are put in
     */
    record Lines(Kind kind, NamedQuery query, Var variable) {
        static Lines events(Queries queries) {
            return new Lines(Kind.EVENT, queries.get("page/event-lines"), Var.alloc("event"));
        }

        static Lines articles(Queries queries) {
            return new Lines(Kind.ARTICLE, queries.get("page/article-lines"), Var.alloc("article"));
        }

        /** In the order of the things. */
        List<Row> rows(PageReading reading, List<Node> things) {
            if (things.isEmpty()) {
                return List.of();
            }
            Map<Node, List<Row>> rows = reading.rows(among(query, variable, things), Map.of()).stream()
                    .collect(Collectors.groupingBy(row -> row.node(variable.getVarName())));
            return things.stream()
                    .flatMap(thing -> rows.getOrDefault(thing, List.of()).stream())
                    .toList();
        }
    }

    /** The first so many. */
    List<Row> first(int atMost, NamedQuery query, Map<String, Node> given) {
        return rows(limited(query, 0, atMost), given);
    }

    /** Some of a longer list, as the reader's address asks: {@code ?articles=2}. */
    Slice<Row> slice(Listing listing, Map<String, Node> given, String parameter, Map<String, String> address) {
        int number = Slice.number(address.getOrDefault(parameter, "1"));
        long total = ask(listing.count(), given).getFirst().integer("count");
        List<Row> rows = rows(limited(listing.rows(), (number - 1L) * LENGTH, LENGTH), given);
        return new Slice<>(rows, number, parameter, total, LENGTH);
    }

    /** The article as it came in; empty where this version of it was never archived. */
    Optional<Original> original(String articleKey, String textHash) {
        return store.archive().find(articleKey, textHash);
    }

    /** A query for these values of {@code ?thing} only. */
    List<Row> rowsAmong(NamedQuery query, Collection<Node> things) {
        return things.isEmpty() ? List.of() : ask(among(query, THING, things), Map.of());
    }

    /** Rows to be shown, of a query for these values of {@code ?thing} only. */
    List<Row> rowsAmong(NamedQuery query, Collection<Node> things, Map<String, Node> given) {
        return things.isEmpty() ? List.of() : rows(among(query, THING, things), given);
    }

    Statements statements(NamedQuery query, Node entity) {
        remember(entity);
        return Statements.of(rows(query, Map.of("entity", entity)));
    }

    Link link(Node node) {
        if (node.isLiteral()) {
            return new Link(text(node), "", "");
        }
        askForNames();
        return names.link(node);
    }

    /** As it is to be called where nothing around it says more: a term of office with its state and years. */
    Link linkInFull(Node node) {
        Link link = link(node);
        return node.isLiteral() ? link : new Link(names.inFull(node), link.href(), link.iri());
    }

    /** The name of a thing, the words of a literal; times as the reader writes them. */
    Text text(Node node) {
        if (node.isLiteral() && TIMES.contains(node.getLiteralDatatypeURI())) {
            return new Text(
                    dates.of(node.getLiteralLexicalForm()).text(),
                    dates.locale().getLanguage());
        }
        if (node.isLiteral() && Xsd.integer.getURI().equals(node.getLiteralDatatypeURI())) {
            return Text.plain(grouped(node.getLiteralLexicalForm()));
        }
        askForNames();
        return names.text(node);
    }

    List<Link> links(Collection<Node> nodes) {
        return nodes.stream().map(this::link).toList();
    }

    boolean named(Node node) {
        askForNames();
        return names.named(node);
    }

    /** The queries asked so far, each with the values that it was asked with. */
    List<Behind> queries() {
        return queries.stream()
                .map(one -> Behind.of(one.query(), one.given(), dates))
                .distinct()
                .toList();
    }

    private List<Row> ask(NamedQuery query, Map<String, Node> given) {
        queries.add(new Asked(query, given));
        return store.select(query, given, row -> row);
    }

    /** The reader's, as a value for queries. */
    Node language() {
        return NodeFactory.createLiteralString(dates.locale().getLanguage());
    }

    Dates dates() {
        return dates;
    }

    Base base() {
        return store.base();
    }

    /** Has its name asked for together with those in the rows. */
    void remember(Node node) {
        if (node.isURI() && !asked.contains(node)) {
            unnamed.add(node);
        }
    }

    private static void put(Map<Node, List<Text>> labels, Node thing, Node label) {
        labels.computeIfAbsent(thing, first -> new ArrayList<>()).add(Text.of(label));
    }

    private void askForNames() {
        if (unnamed.isEmpty()) {
            return;
        }
        List<Node> unknown = new ArrayList<>();
        for (Node thing : unnamed) {
            KeptNames.@Nullable Called called = kept.getIfPresent(thing);
            if (called == null) {
                unknown.add(thing);
            } else {
                name(thing, called);
            }
        }
        // Behind the page is the query for all of them, whoever asked it first.
        queries.add(new Asked(among(labels, THING, unnamed), Map.of()));
        namesOf(unknown).forEach((thing, called) -> {
            kept.put(thing, called);
            name(thing, called);
        });
        asked.addAll(unnamed);
        unnamed.clear();
    }

    private void name(Node thing, KeptNames.Called called) {
        names.add(thing, called.labels());
        names.addInFull(thing, called.full());
    }

    private Map<Node, KeptNames.Called> namesOf(List<Node> things) {
        if (things.isEmpty()) {
            return Map.of();
        }
        Map<Node, List<Text>> found = new HashMap<>();
        Map<Node, List<Text>> inFull = new HashMap<>();
        for (Row row : store.select(among(labels, THING, things), Map.of(), row -> row)) {
            Node thing = row.node("thing");
            row.optional("label").ifPresent(label -> put(found, thing, label));
            row.optional("full").ifPresent(full -> put(inFull, thing, full));
        }
        return things.stream()
                .collect(Collectors.toMap(
                        thing -> thing,
                        thing -> new KeptNames.Called(
                                found.getOrDefault(thing, List.of()), inFull.getOrDefault(thing, List.of()))));
    }

    /** The query for these values of a variable only: they go in as a table of nodes, in front of its pattern. */
    static NamedQuery among(NamedQuery query, Var variable, Collection<Node> values) {
        ElementData table = new ElementData();
        table.add(variable);
        for (Node value : values) {
            Binding row = BindingFactory.binding(variable, value);
            table.add(row);
        }
        Query narrowed = query.query().cloneQuery();
        ElementGroup group = new ElementGroup();
        group.addElement(table);
        group.addElement(narrowed.getQueryPattern());
        narrowed.setQueryPattern(group);
        return changed(query, narrowed);
    }

    /** Thousands are set apart where a number is long. */
    private static String grouped(String digits) {
        return digits.matches("[0-9]{5,18}") ? String.format(Locale.ROOT, "%,d", Long.parseLong(digits)) : digits;
    }

    static NamedQuery limited(NamedQuery query, long from, int atMost) {
        Query some = query.query().cloneQuery();
        some.setOffset(from);
        some.setLimit(atMost);
        return changed(query, some);
    }

    private static NamedQuery changed(NamedQuery query, Query changed) {
        return new NamedQuery(query.name(), query.title(), query.comment(), query.given(), query.text(), changed);
    }
}
