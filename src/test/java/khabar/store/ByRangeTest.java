package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What begins with days or numbers gives what Jena gives that reads everything. */
class ByRangeTest {
    private static final int THINGS = 400;
    private static final String NAMES = "PREFIX t: <urn:test:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

    private static final List<String> QUERIES = List.of(
            "{ ?e a t:Event ; t:day ?d FILTER(?d >= '2017-03-01'^^xsd:date && ?d < '2017-04-01'^^xsd:date) }",
            "{ ?e t:day ?d FILTER('2017-03-01'^^xsd:date < ?d) FILTER(?d <= '2017-03-09'^^xsd:date) }",
            "{ ?e t:day ?d FILTER(?d = '2017-03-05'^^xsd:date) }",
            "{ ?e t:day ?d FILTER(?d > '2017-03-05Z'^^xsd:date && ?d < '2017-03-12+14:00'^^xsd:date) }",
            "{ ?e t:day ?d ; t:name ?n FILTER(?d < '2016-02-01'^^xsd:date + 'P20D'^^xsd:dayTimeDuration) }",
            "{ ?e t:day ?d ; t:with ?o . ?o t:day ?p FILTER(?d > '2018-11-01'^^xsd:date && ?p < '2017-01-01'^^xsd:date) }",
            "{ ?e t:day ?d OPTIONAL { ?e t:name ?n } FILTER(?d > '2018-12-01'^^xsd:date) }",
            "{ ?e t:day ?d FILTER(?d > '9999-01-01'^^xsd:date) }",
            "{ ?e t:day ?d FILTER(?d < '2016-03-01'^^xsd:date || ?d > '2018-11-01'^^xsd:date) }",
            "{ ?e t:name ?n FILTER EXISTS { ?e t:day ?d FILTER(?d > '2018-06-01'^^xsd:date) } }",
            "{ { ?e t:day ?d FILTER(?d > '2018-12-01'^^xsd:date) } UNION { ?e t:with ?d } }",
            "{ ?e a t:Event ; t:day ?d } ORDER BY DESC(?d) ?e LIMIT 10",
            "{ ?e a t:Event ; t:day ?d } ORDER BY ?d ?e LIMIT 7",
            "{ ?e t:day ?d ; t:name ?n } ORDER BY DESC(?d) DESC(?n) ?e LIMIT 25 OFFSET 5",
            "{ ?e t:day ?d OPTIONAL { ?e t:with ?o } } ORDER BY DESC(?d) ?e ?o LIMIT 12",
            "{ ?e t:day ?d BIND(STR(?d) AS ?s) FILTER(?d < '2017-06-01'^^xsd:date) } ORDER BY DESC(?d) ?e LIMIT 12",
            "{ ?e t:day ?d FILTER(STRENDS(STR(?d), '-13')) } ORDER BY DESC(?d) ?e LIMIT 4",
            "{ ?e t:day ?d FILTER(STRENDS(STR(?d), 'x')) } ORDER BY DESC(?d) ?e LIMIT 4",
            "{ ?e t:day ?d . { SELECT ?e { ?e t:day ?p } ORDER BY ?p ?e LIMIT 20 } } ORDER BY DESC(?d) ?e LIMIT 3",
            "{ ?e t:day ?d . ?x t:name ?y } ORDER BY DESC(?d) ?e ?x ?y LIMIT 30",
            "{ ?e t:never ?d } ORDER BY ?d LIMIT 3",
            "{ VALUES ?e { t:thing1 t:thing2 t:thing3 } ?e t:day ?d FILTER(?d > '2016-06-01'^^xsd:date) }",
            "{ ?e t:lat ?n FILTER(?n >= -10 && ?n < 10.5) }",
            "{ ?e t:lat ?n ; t:name ?m FILTER(?n > 20 && ?n <= 30) }",
            "{ ?e t:lat ?n FILTER(20 < ?n && 30.0 > ?n) FILTER(?n < 25) }",
            "{ ?e t:lat ?n FILTER(?n = 12.5) }",
            "{ ?e t:lat ?n FILTER(?n >= -80.25e0 && ?n <= -1.5) }",
            "{ ?e t:lat ?n FILTER(?n > -30 && ?n < -20) }",
            "{ ?e t:lat ?n ; t:long ?o FILTER(?n > 10 && ?n < 60 && ?o > -20 && ?o < 60) ?x t:with ?e }",
            "{ ?e t:lat ?n FILTER(?n > 40 && ?n < 20) }",
            "{ ?e t:lat ?n FILTER(?n > 5) }",
            "{ ?e t:lat ?n FILTER(?n > 0 && ?n < 1e300) }",
            "{ VALUES ?e { t:thing1 t:thing2 t:thing3 } ?e t:lat ?n FILTER(?n > -60 && ?n < 60) }",
            "FROM t:graph1 { ?e t:lat ?n FILTER(?n > -30 && ?n < 30) }",
            "FROM t:graph1 { ?e t:day ?d FILTER(?d > '2018-06-01'^^xsd:date) }",
            "FROM t:graph1 FROM t:graph2 { ?e t:day ?d } ORDER BY DESC(?d) ?e LIMIT 5",
            "{ GRAPH t:graph1 { ?e t:day ?d FILTER(?d > '2018-12-01'^^xsd:date) } }",
            "{ GRAPH ?g { ?e t:day ?d FILTER(?d > '2018-12-01'^^xsd:date) } }");

    private final List<Quad> days = new ArrayList<>();
    private final List<Quad> others = new ArrayList<>();

    ByRangeTest() {
        Random random = new Random(7);
        Random places = new Random(8);
        for (int n = 0; n < THINGS; n++) {
            Node thing = node("thing" + n);
            add(days, random, thing, Rdf.type, node(n % 3 == 0 ? "Event" : "Other"));
            add(days, random, thing, node("name"), Literals.string("name " + random.nextInt(50)));
            add(days, random, thing, node("with"), node("thing" + random.nextInt(THINGS)));
            for (int times = random.nextInt(3); times >= 0; times--) {
                LocalDate day = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(1_096));
                add(days, random, thing, node("day"), Literals.date(day));
            }
            add(days, places, thing, node("lat"), decimal(places, 9));
            add(days, places, thing, node("long"), decimal(places, 18));
        }
        add(days, places, node("thing1"), node("lat"), typed("12.5", XSDDatatype.XSDdecimal));
        add(others, places, node("thing2"), node("lat"), Literals.integer(25));
        add(others, places, node("thing3"), node("lat"), Literals.integer(-25));
        add(others, places, node("thing4"), node("lat"), typed("22.5e0", XSDDatatype.XSDdouble));
        add(others, places, node("thing5"), node("lat"), typed("NaN", XSDDatatype.XSDdouble));
        add(others, places, node("thing6"), node("lat"), typed("22.12345678901234567", XSDDatatype.XSDdecimal));
        add(others, places, node("thing7"), node("lat"), typed("-21.123456789012345", XSDDatatype.XSDdecimal));
        add(others, places, node("thing8"), node("lat"), Literals.string("22.5"));
        add(others, places, node("thing9"), node("lat"), node("north"));
        add(others, random, node("thing1"), node("day"), typed("2017-03-05Z", XSDDatatype.XSDdate));
        add(others, random, node("thing2"), node("day"), typed("2017-03-06+14:00", XSDDatatype.XSDdate));
        add(others, random, node("thing3"), node("day"), typed("-0044-03-15", XSDDatatype.XSDdate));
        add(others, random, node("thing4"), node("day"), typed("10001-01-01", XSDDatatype.XSDdate));
        add(others, random, node("thing5"), node("day"), typed("2017", XSDDatatype.XSDgYear));
        add(others, random, node("thing6"), node("day"), Literals.string("2018-12-24"));
        add(others, random, node("thing7"), node("day"), Literals.integer(2018));
        add(others, random, node("thing8"), node("day"), node("someday"));
    }

    /** Of one to six digits behind the point, from minus to plus so many tens. */
    private static Node decimal(Random random, int tens) {
        int digits = 1 + random.nextInt(6);
        long whole = Math.round((random.nextDouble() - 0.5) * 20 * tens * Math.pow(10, digits));
        return typed(
                BigDecimal.valueOf(whole % 10 == 0 ? whole + 1 : whole, digits).toPlainString(),
                XSDDatatype.XSDdecimal);
    }

    private static Node node(String name) {
        return NodeFactory.createURI("urn:test:" + name);
    }

    private static Node typed(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    /** One time in four in two graphs. */
    private static void add(List<Quad> quads, Random random, Node subject, Node property, Node object) {
        for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
            quads.add(Quad.create(node("graph" + random.nextInt(5)), subject, property, object));
        }
    }

    @TestFactory
    Stream<DynamicTest> asJenaDoes() {
        return Stream.of(false, true).flatMap(mixed -> {
            List<Quad> all = new ArrayList<>(days);
            all.addAll(mixed ? others : List.of());
            Store store = Store.empty(Base.LOCAL);
            store.write(present -> new Changes(Map.of(), List.of(), all, List.of()));
            DatasetGraph plain = plain(all);
            return QUERIES.stream()
                    .map(query -> DynamicTest.dynamicTest((mixed ? "mixed " : "") + query, () -> {
                        boolean ordered = query.contains("ORDER");
                        Collection<String> ours = rows(store.dataset(), query, ordered);
                        assertThat(ours).isEqualTo(rows(plain, query, ordered));
                        assertThat(ours.isEmpty())
                                .isEqualTo(query.contains("never")
                                        || query.contains("'x'")
                                        || query.contains("?n > 40 && ?n < 20")
                                        || query.contains("9999") && !mixed);
                    }));
        });
    }

    /** All in the default graph, and the graphs. */
    private static DatasetGraph plain(List<Quad> quads) {
        DatasetGraph plain = DatasetGraphFactory.create();
        quads.forEach(quad -> {
            plain.add(quad);
            plain.getDefaultGraph().add(quad.asTriple());
        });
        return plain;
    }

    private static Collection<String> rows(DatasetGraph dataset, String pattern, boolean ordered) {
        return Txn.calculateRead(dataset, () -> {
            try (QueryExec exec = QueryExec.dataset(dataset)
                    .query(NAMES + "SELECT * " + pattern)
                    // As the endpoint does: else TDB2 does not look at what FROM names.
                    .set(TDB2.symUnionDefaultGraph, !pattern.startsWith("FROM"))
                    .build()) {
                RowSet found = exec.select();
                List<String> rows = new ArrayList<>();
                found.forEachRemaining(row -> rows.add(found.getResultVars().stream()
                        .map(column -> column + "=" + row.get(column))
                        .sorted()
                        .toList()
                        .toString()));
                return ordered ? rows : rows.stream().sorted().toList();
            }
        });
    }

    /** What TDB2 reads besides is what it needs for what was found, not all that there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ?e a t:Event ; t:day ?d FILTER(?d > '2017-03-01'^^xsd:date && ?d < '2017-03-08'^^xsd:date) }",
                "{ ?e a t:Event ; t:lat ?n FILTER(?n > 10 && ?n < 12) }",
                "{ ?e a t:Event ; t:day ?d } ORDER BY DESC(?d) ?e LIMIT 3",
                "{ ?e a t:Event ; t:day ?d OPTIONAL { ?e t:name ?n } } ORDER BY ?d LIMIT 3"
            })
    void littleIsRead(String query) {
        try (Store store = Store.empty(Base.LOCAL)) {
            store.write(present -> new Changes(Map.of(), List.of(), days, List.of()));
            assertThat(read(store, query)).isBetween(1L, 100L);
            // For comparison: from here on there is something that no order of days or numbers can hold.
            store.write(present -> new Changes(Map.of(), List.of(), others, List.of()));
            assertThat(read(store, query.replaceFirst("t:(day|lat)", "?p"))).isGreaterThan(400L);
        }
    }

    private static long read(Store store, String pattern) {
        long[] read = {0};
        Predicate<Tuple<NodeId>> counting = statement -> ++read[0] > 0;
        store.read(present -> {
            try (QueryExec exec = QueryExec.dataset(store.dataset())
                    .query(NAMES + "SELECT * " + pattern)
                    .set(SystemTDB.symTupleFilter, counting)
                    .build()) {
                exec.select().forEachRemaining(row -> {});
            }
            return read;
        });
        return read[0];
    }
}
