package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import khabar.Graphs;
import khabar.SampleStore;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.vocab.Base;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The questions of {@code queries/competency}, asked of the sample: no triple is written by hand. Answers lie beside the
 * questions, tables as CSV, graphs as Turtle; {@code -Dgolden.renew} writes them anew: read the difference then.
 */
class CompetencyTest {
    private static final Path FOLDER = Path.of("queries");

    private static final Store STORE = SampleStore.get();

    @TestFactory
    Stream<DynamicTest> questionsAreAnswered() {
        assertThat(Queries.load().in("competency")).hasSizeGreaterThanOrEqualTo(10);
        return Queries.load().in("competency").stream()
                .map(query -> DynamicTest.dynamicTest(query.title(), () -> isAnswered(query)));
    }

    private static void isAnswered(NamedQuery query) throws IOException {
        if (query.query().isConstructType()) {
            graph(query);
        } else {
            table(query);
        }
    }

    private static void table(NamedQuery query) throws IOException {
        Path answer = FOLDER.resolve(query.name() + ".csv");
        String found = STORE.read(present -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (QueryExec exec =
                    QueryExec.dataset(present).query(query.query()).build()) {
                RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV)
                        .create(ResultSetLang.RS_CSV)
                        .write(out, exec.select(), ARQ.getContext());
                return out.toString(StandardCharsets.UTF_8);
            }
        });
        if (System.getProperty("golden.renew") != null) {
            Files.writeString(answer, found);
        }
        assertThat(found.lines()).hasSizeGreaterThan(1);
        assertThat(found.lines()).containsExactlyElementsOf(Files.readAllLines(answer));
    }

    private static void graph(NamedQuery query) throws IOException {
        Path answer = FOLDER.resolve(query.name() + ".ttl");
        Graph found = STORE.construct(query, Map.of());
        if (System.getProperty("golden.renew") != null) {
            Files.writeString(answer, Graphs.toTurtle(found));
        }
        assertThat(found.size()).isPositive();
        Graphs.assertSameGraph(
                found, RDFParser.source(answer).base(Base.LOCAL.iri()).toGraph());
    }
}
