package khabar.app.desk;

import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.tdb2.TDB2;

/** The answer to a query, streamed in one form. The owner of the store asks: no limit but the hour. */
record Answer(Query query, AnswerFormat format) {
    private static final long LIMIT_HOURS = 1;

    /** Refuses what is no query, an update among them. */
    static Answer parse(String text, AnswerFormat format) {
        try {
            Query query = QueryFactory.create(text);
            boolean graph = !query.isSelectType() && !query.isAskType();
            if (!graph && format == AnswerFormat.TURTLE) {
                throw new Refusal(
                        Refusal.Kind.BAD_DATA, "a table cannot be written as turtle; take json, csv, tsv or xml");
            }
            if (graph && format != AnswerFormat.TURTLE && format != AnswerFormat.TABLE) {
                throw new Refusal(Refusal.Kind.BAD_DATA, "a graph is written as turtle only");
            }
            return new Answer(query, format);
        } catch (QueryException wrong) {
            throw new Refusal(Refusal.Kind.BAD_DATA, "not a SPARQL query: " + wrong.getMessage());
        }
    }

    /** Inside a read transaction. */
    void write(DatasetGraph present, OutputStream out) {
        if (query.isAskType()) {
            try (QueryExec exec = exec(present, query)) {
                RowSetWriterRegistry.getFactory(lang()).create(lang()).write(out, exec.ask(), ARQ.getContext());
            }
        } else if (query.isSelectType()) {
            try (QueryExec exec = exec(present, query)) {
                RowSetWriterRegistry.getFactory(lang()).create(lang()).write(out, exec.select(), ARQ.getContext());
            }
        } else {
            StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
            turtle.start();
            query.getPrefixMapping().getNsPrefixMap().forEach(turtle::prefix);
            triples(present, turtle);
            turtle.finish();
        }
    }

    private void triples(DatasetGraph present, StreamRDF turtle) {
        if (!query.isDescribeType()) {
            try (QueryExec exec = exec(present, query)) {
                StreamRDFOps.sendTriplesToStream(exec.constructTriples(), turtle);
            }
            return;
        }
        // Jena's own DESCRIBE looks into the stored default graph, which is empty.
        for (Node thing : described(present)) {
            present.find(Node.ANY, thing, Node.ANY, Node.ANY)
                    .forEachRemaining((Quad quad) -> turtle.triple(quad.asTriple()));
        }
    }

    private Set<Node> described(DatasetGraph present) {
        Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
        if (query.getQueryPattern() != null) {
            Query select = query.cloneQuery();
            select.setQuerySelectType();
            try (QueryExec exec = exec(present, select)) {
                RowSet rows = exec.select();
                List<Var> columns = List.copyOf(rows.getResultVars());
                rows.forEachRemaining((Binding row) -> columns.stream()
                        .filter(column ->
                                row.contains(column) && row.get(column).isURI())
                        .forEach(column -> things.add(row.get(column))));
            }
        }
        return things;
    }

    private static QueryExec exec(DatasetGraph present, Query query) {
        QueryExecDatasetBuilder builder = QueryExec.newBuilder()
                .dataset(present)
                .query(query)
                .set(ARQ.httpServiceAllowed, false)
                .overallTimeout(LIMIT_HOURS, TimeUnit.HOURS);
        // With the union on, TDB2 would not look at the graphs that FROM names.
        return (query.hasDatasetDescription() ? builder.set(TDB2.symUnionDefaultGraph, false) : builder).build();
    }

    private Lang lang() {
        return switch (format) {
            case JSON -> ResultSetLang.RS_JSON;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case XML -> ResultSetLang.RS_XML;
            case TABLE, TURTLE -> ResultSetLang.RS_Text;
        };
    }
}
