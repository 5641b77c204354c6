package khabar.endpoint;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import khabar.vocab.Base;
import khabar.vocab.Ontology;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/**
 * JSON-LD for programs that know JSON only: one tree, from the thing that a document is about to what it leads to, in the names
 * of the published context, which is named and not repeated. What only points at the thing is not in the tree.
 */
final class Framing {
    static final String PROFILE = "http://www.w3.org/ns/json-ld#framed";

    private final String contextIri;
    private final Document context;

    Framing(Base base) {
        this.contextIri = base.resolve("context.jsonld").getURI();
        try {
            this.context = JsonDocument.of(new StringReader(JsonLdContext.of(Ontology.terms())));
        } catch (JsonLdError impossible) {
            throw new IllegalStateException("the context is no JSON", impossible);
        }
    }

    void write(Graph graph, Node root, HttpServletResponse response) throws IOException {
        byte[] tree = of(graph, root).toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Format.JSON_LD.mediaType() + ";profile=\"" + PROFILE + "\"");
        response.setContentLength(tree.length);
        response.getOutputStream().write(tree);
    }

    private JsonObject of(Graph graph, Node root) {
        ByteArrayOutputStream flat = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(RDFFormat.JSONLD11_PLAIN).build().output(flat);
        JsonObject frame = Json.createObjectBuilder()
                .add("@context", contextIri)
                .add("@id", root.getURI())
                .build();
        try (InputStream input = new ByteArrayInputStream(flat.toByteArray())) {
            return JsonLd.frame(JsonDocument.of(input), JsonDocument.of(frame))
                    .loader((address, options) -> {
                        if (!address.toString().equals(contextIri)) {
                            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, address.toString());
                        }
                        return context;
                    })
                    .ordered(true)
                    .get();
        } catch (JsonLdError | IOException impossible) {
            throw new IllegalStateException("no tree from " + root, impossible);
        }
    }
}
