package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import khabar.vocab.Literals;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSetStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is what Jena's own writer says, without its white space. */
class JsonResultsTest {
    private static final List<Var> COLUMNS = List.of(Var.alloc("a"), Var.alloc("ب"), Var.alloc("c"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asJenaSaysIt(long seed) {
        Random random = new Random(seed);
        List<Binding> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Binding row = BindingFactory.empty();
            for (Var column : COLUMNS) {
                if (random.nextInt(4) > 0) {
                    row = BindingFactory.binding(row, column, term(random, 2));
                }
            }
            rows.add(row);
        }
        byte[] ours = written(rows);
        ByteArrayOutputStream jena = new ByteArrayOutputStream();
        RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .write(jena, RowSetStream.create(COLUMNS, rows.iterator()), ARQ.getContext());

        JsonNode said = JsonMapper.shared().readTree(ours);
        assertThat(said).isEqualTo(JsonMapper.shared().readTree(jena.toByteArray()));
        assertThat(said.toString()).isEqualTo(new String(ours, StandardCharsets.UTF_8));
    }

    @Test
    void halfACharacterIsReplaced() {
        Binding row = BindingFactory.binding(COLUMNS.getFirst(), Literals.string("a\uD83Db 😀 \uDE00"));
        assertThat(new String(written(List.of(row)), StandardCharsets.UTF_8))
                .isEqualTo("{\"head\":{\"vars\":[\"a\",\"ب\",\"c\"]},\"results\":{\"bindings\":["
                        + "{\"a\":{\"type\":\"literal\",\"value\":\"a\uFFFDb 😀 \uFFFD\"}}]}}");
    }

    @Test
    void aTruthIsOne() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonResults.write(new Answer.Truth(true), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"head\":{},\"boolean\":true}");
    }

    private static byte[] written(List<Binding> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonResults.write(new Answer.Table(COLUMNS, rows, Optional.empty()), out);
        return out.toByteArray();
    }

    private static Node term(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 8)) {
            case 0 -> NodeFactory.createURI("urn:test:شيء/" + random.nextInt(9));
            case 1 -> NodeFactory.createBlankNode("blank" + random.nextInt(5));
            case 2 -> Literals.arabic("خبر \"" + random.nextInt(9) + "\" \\ \n\t\u0001");
            case 3 -> Literals.english("news </script> 😀 \u2028");
            case 4 -> Literals.string("plain " + random.nextInt());
            case 5 -> Literals.integer(random.nextInt());
            case 6 -> NodeFactory.createLiteralDT("2017-09-12", XSDDatatype.XSDdate);
            case 7 -> NodeFactory.createLiteralDirLang("مرحبا", "ar", "rtl");
            default ->
                NodeFactory.createTripleTerm(Triple.create(
                        NodeFactory.createURI("urn:test:s"),
                        NodeFactory.createURI("urn:test:p"),
                        term(random, depth - 1)));
        };
    }
}
