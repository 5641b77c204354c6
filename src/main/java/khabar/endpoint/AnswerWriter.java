package khabar.endpoint;

import java.io.OutputStream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSetStream;

/** Writes an answer in the form that was chosen. */
final class AnswerWriter {
    private AnswerWriter() {}

    static void write(Reply.Answered answered, OutputStream out) {
        Format format = answered.form().format();
        switch (answered.answer()) {
            case Answer.Truth truth when format == Format.RESULTS_JSON -> JsonResults.write(truth, out);
            case Answer.Table rows when format == Format.RESULTS_JSON -> JsonResults.write(rows, out);
            case Answer.Truth truth -> table(format).write(out, truth.value(), ARQ.getContext());
            case Answer.Table table ->
                table(format)
                        .write(
                                out,
                                RowSetStream.create(
                                        table.columns(), table.rows().iterator()),
                                ARQ.getContext());
            case Answer.Statements statements -> {
                answered.query()
                        .getPrefixMapping()
                        .getNsPrefixMap()
                        .forEach(statements.graph().getPrefixMapping()::setNsPrefix);
                RdfWriting.write(RDFWriter.source(statements.graph()), format, out);
            }
            case Answer.Quads quads -> {
                prefixes(answered.query(), quads.dataset());
                RdfWriting.write(RDFWriter.source(quads.dataset()), format, out);
            }
        }
    }

    private static void prefixes(Query query, DatasetGraph dataset) {
        PrefixMap prefixes = dataset.prefixes();
        query.getPrefixMapping().getNsPrefixMap().forEach(prefixes::add);
    }

    private static RowSetWriter table(Format format) {
        Lang lang = switch (format) {
            case RESULTS_XML -> ResultSetLang.RS_XML;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case RESULTS_JSON, TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS, HTML ->
                throw new IllegalArgumentException("no table of Jena's: " + format);
        };
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }
}
