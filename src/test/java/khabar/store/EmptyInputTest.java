package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VALUES ?c {} ?c ?e ?f . ?f ?h ?i",
                "?c <http://jena.apache.org/text#query> 'nothinglikeit' . ?c ?e ?f . ?f ?h ?i",
                "?a ?p ?c FILTER(STR(?c) = 'none') ?c ?e ?f . ?f ?h ?i",
                "GRAPH ?g { ?x <urn:none> ?c } ?c ?e ?f . ?f ?h ?i FILTER(?i != ?f)",
                "{ ?x <urn:none> ?c } UNION { ?c <urn:none> ?x } GRAPH ?g { ?c ?e ?f . ?f ?h ?i }",
            })
    void nothingIntoAPatternIsNothing(String pattern) {
        try (Store store = Store.empty(Base.LOCAL)) {
            Triple triple = Triple.create(NodeFactory.createURI("urn:a"), Rdfs.label, Literals.english("something"));
            store.write(now -> Changes.adding(Base.LOCAL.graph("gazetteer"), List.of(triple)));
            long found = store.read(dataset -> {
                try (QueryExec exec = QueryExec.dataset(dataset)
                        .query("SELECT * { " + pattern + " }")
                        .build()) {
                    return RowSetOps.count(exec.select());
                }
            });
            assertThat(found).isZero();
        }
    }
}
