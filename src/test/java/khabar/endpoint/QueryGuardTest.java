package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGuardTest {
    private static final String PREFIXES = """
        PREFIX text: <http://jena.apache.org/text#>
        PREFIX afn: <http://jena.apache.org/ARQ/function#>
        PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
        """;

    /** The kind of problem, or "good". */
    private static String verdict(String query) {
        String[] verdict = {"nothing"};
        Thread thread = new Thread(null, () -> verdict[0] = check(query), "guard", 32L << 20);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        return verdict[0];
    }

    private static String check(String query) {
        try {
            QueryGuard.check(new QueryText(PREFIXES + query).parse());
            return "good";
        } catch (Refusal refusal) {
            return refusal.problem().status() + " " + refusal.problem().kind();
        }
    }

    @Tag("Q-11")
    @ParameterizedTest(name = "Q-11 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|SELECT * { S }",
                "silent|SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
                "variable|SELECT * { VALUES ?e { <http://127.0.0.1:9/> } SERVICE ?e { ?s ?p ?o } }",
                "EXISTS|SELECT * { ?a ?b ?c FILTER EXISTS { S } }",
                "NOT EXISTS in NOT EXISTS|SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f FILTER NOT EXISTS { S } } }",
                "sub-select|SELECT * { { SELECT * { S } } }",
                "SELECT expression|SELECT (EXISTS { S } AS ?x) { ?a ?b ?c }",
                "HAVING|SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { S })",
                "ORDER BY|SELECT ?a { ?a ?b ?c } ORDER BY (EXISTS { S })",
                "BIND and IF|SELECT * { ?a ?b ?c BIND(IF(EXISTS { S }, 1, 2) AS ?x) }",
                "aggregate|SELECT (SUM(IF(EXISTS { S }, 1, 2)) AS ?x) { ?a ?b ?c }",
                "ASK|ASK { S }",
                "MINUS in CONSTRUCT|CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c MINUS { S } }",
                "DESCRIBE|DESCRIBE ?s { S }",
                "LATERAL|SELECT * { ?a ?b ?c LATERAL { S } }",
                "GROUP BY|SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY (EXISTS { S })",
                "OPTIONAL, UNION, GRAPH|SELECT * { OPTIONAL { { ?a ?b ?c } UNION { GRAPH ?g { S } } } }",
                "HAVING of a sub-select in EXISTS|ASK { ?a ?b ?c FILTER EXISTS { SELECT ?s { ?s ?p ?o } GROUP BY ?s"
                        + " HAVING (EXISTS { S }) } }",
                "FILTER IN|ASK { ?a ?b ?c FILTER(?a IN (1, EXISTS { S })) }",
            })
    void serviceHidesNowhere(String place, String query) {
        assertThat(verdict(query.replace("{ S }", "{ SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")))
                .isEqualTo("403 query-service");
    }

    @Tag("Q-12")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:java.lang.System>() AS ?x) {}",
                "SELECT * { ?a ?b ?c FILTER(<java:java.lang.System>(?a)) }",
                "SELECT * { ?a <java:java.lang.System> ?c }",
                "SELECT * { ?a <java:java.lang.System>|<urn:b> ?c }",
                "SELECT * { ?a !(<java:java.lang.System>|<urn:b>) ?c }",
                "SELECT (COUNT(<java:a.B>(?a)) AS ?n) { ?a ?b ?c }",
                "SELECT ?a { ?a ?b ?c } ORDER BY <java:a.B>(?a)",
                "SELECT (CALL(IRI(CONCAT('java:', 'a.B'))) AS ?x) {}",
                "SELECT (fn:apply(IRI('java:a.B'), 1) AS ?x) {}",
                "SELECT (afn:wait(100000) AS ?x) {}",
                "SELECT (<http://jena.hpl.hp.com/ARQ/function#wait>(100000) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}",
                "SELECT (afn:sprintf('%2000000000s', 1) AS ?x) {}",
                "SELECT (<http://www.w3.org/ns/sparql#regex>('a', 'a') AS ?x) {}",
                "SELECT * { ?x <http://jena.apache.org/ARQ/property#concat> ('a' 'b') }",
            })
    void codeIsNotRun(String query) {
        assertThat(verdict(query)).isEqualTo("403 query-code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 query-default-graph|SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
                "403 query-default-graph|SELECT * { ?a ?b ?c FILTER EXISTS { GRAPH <urn:x-arq:DefaultGraphNode> { ?s"
                        + " ?p ?o } } }",
                "403 query-default-graph|SELECT * FROM <urn:x-arq:DefaultGraph> { ?s ?p ?o }",
                "403 query-text-in-any-graph|SELECT * { GRAPH ?g { ?s text:query 'word' } }",
                "403 query-text-in-any-graph|SELECT * { GRAPH ?g { ?s ?p ?o FILTER EXISTS { SELECT * { ?s text:query"
                        + " 'word' } } } }",
                "good|SELECT * { ?s text:query 'word' . GRAPH ?g { ?s ?p ?o } }",
                "good|SELECT * { GRAPH <urn:g> { ?s text:query 'word' } }",
                "good|SELECT * { GRAPH ?h { GRAPH <urn:g> { ?s text:query 'word' } } }",
                "good|SELECT ?s (COUNT(DISTINCT ?o) AS ?n) (afn:localname(?s) AS ?l) { ?s <urn:a>/^<urn:b>*/!^<urn:d>"
                        + " ?o } GROUP BY ?s HAVING (COUNT(?o) > 1) ORDER BY DESC(?n) LIMIT 3",
                "good|SELECT * { VALUES (?a ?b) { (1 2) (UNDEF 3) } OPTIONAL { ?a ?b ?c } MINUS { ?c ?d ?e } }",
                "good|SELECT (fn:lower-case('A') AS ?a) (<urn:unknown>(1) AS ?b)"
                        + " (<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?c) {}",
                "good|CONSTRUCT WHERE { ?s ?p ?o }",
                "good|DESCRIBE <urn:a>",
                "good|SELECT * { ?s ?p ?o } VALUES ?s { <urn:a> }",
                "400 query-form|JSON { 's': ?s } WHERE { ?s ?p ?o }",
            })
    void whatIsRefusedAndWhatIsNot(String expected, String query) {
        assertThat(verdict(query)).isEqualTo(expected);
    }

    @Test
    void whatIsOutOfProportionIsRefused() {
        String complex = "400 query-too-complex";
        assertThat(verdict("ASK { FILTER" + "(".repeat(120_000) + "1" + ")".repeat(120_000) + " }"))
                .isEqualTo(complex);
        assertThat(verdict("ASK " + "{".repeat(20_000) + "}".repeat(20_000))).isEqualTo(complex);
        assertThat(verdict("ASK " + "{".repeat(120) + "}".repeat(120))).isEqualTo(complex);
        assertThat(verdict("ASK " + "{".repeat(60) + "}".repeat(60))).isEqualTo("good");
        assertThat(verdict("ASK { {}" + " UNION {}".repeat(20_000) + " }")).isEqualTo(complex);
        assertThat(verdict("ASK { FILTER(1=1" + " || 1=1".repeat(20_000) + ") }"))
                .isEqualTo(complex);
        assertThat(verdict("ASK { FILTER(1=1" + " || 1=1".repeat(300) + ") }")).isEqualTo("good");
        assertThat(verdict("ASK { VALUES ?x { " + "1 ".repeat(10_001) + "} }")).isEqualTo(complex);
        assertThat(verdict("ASK { VALUES ?x { " + "1 ".repeat(9_999) + "} }")).isEqualTo("good");
        assertThat(verdict("ASK { BIND(" + "9".repeat(1_001) + " * 2 AS ?x) }")).isEqualTo(complex);
        assertThat(verdict("ASK { ?a <urn:a>" + "/<urn:a>".repeat(500) + " ?b }"))
                .isEqualTo("good");
        assertThat(verdict("ASK { ?a <urn:a>" + "|<urn:a>".repeat(5_000) + " ?b }"))
                .isEqualTo(complex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "SELECT",
                "ASK { ?s ?p }",
                "ASK { 'unterminated }",
                "\u0000",
                "ASK {} ASK {}",
                "ASK { ?s <bad iri> ?o }"
            })
    void whatIsNotSparqlIsRefused(String query) {
        assertThat(verdict(query)).isEqualTo("400 query-syntax");
    }
}
