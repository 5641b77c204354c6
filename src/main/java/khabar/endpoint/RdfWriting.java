package khabar.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterBuilder;
import org.apache.jena.shared.JenaException;

/** Writes RDF so that a failure is known before the first byte has gone out. */
final class RdfWriting {
    private RdfWriting() {}

    static void write(Graph graph, Negotiation.Chosen form, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(RDFWriter.source(graph), form.format(), bytes);
        response.setContentType(form.contentType());
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    /** Not every statement has a form in RDF/XML: then a {@link Refusal} with 406. */
    static void write(RDFWriterBuilder writer, Format format, OutputStream out) {
        try {
            writer.format(format.written()).build().output(out);
        } catch (JenaException cannot) {
            throw HttpProblem.of(
                            406,
                            "not-expressible",
                            "This form cannot say it",
                            "Some statement cannot be written as " + format.mediaType() + "; ask for text/turtle")
                    .refusal();
        }
    }
}
