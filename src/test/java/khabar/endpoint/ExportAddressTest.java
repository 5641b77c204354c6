package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Everything as one file, from the same server as {@link AddressTest}. */
@SpringBootTest(
        classes = SparqlTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"khabar.endpoint.rows=500", "spring.threads.virtual.enabled=true"})
class ExportAddressTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Store store;

    private HttpResponse<byte[]> get(String method, String file, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/export/" + file))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(file, failed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"khabar.ttl", "khabar.nt", "khabar.trig", "khabar.nq", "khabar.ttl.gz", "khabar.nq.gz"})
    void aFileHoldsTheWholeStore(String file) throws IOException {
        HttpResponse<byte[]> answer = get("GET", file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + file + "\"");
        byte[] plain = file.endsWith(".gz")
                ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                : answer.body();
        Lang lang = RDFLanguages.filenameToLang(file);
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(plain)).lang(lang).parse(read);
        store.read(present -> {
            Graph union = present.getGraph(Quad.unionGraph);
            if (RDFLanguages.isQuads(lang)) {
                assertThat(read.stream().count()).isEqualTo(present.stream().count());
            } else {
                assertThat(read.getDefaultGraph().isIsomorphicWith(union)).isTrue();
            }
            return true;
        });
    }

    @Test
    void theTagChangesWithTheDataAndHeadHasNoBody() {
        HttpResponse<byte[]> head = get("HEAD", "khabar.nt.gz");
        String tag = head.headers().firstValue("ETag").orElseThrow();
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type")).hasValue("application/gzip");
        assertThat(get("GET", "khabar.nt.gz", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        Node thing = store.base().id("place", "new-place");
        Quad quad = Quad.create(store.base().graph("gazetteer"), thing, Rdfs.label, Literals.english("New place"));
        store.write(present -> new Changes(Map.of(), List.of(), List.of(quad), List.of()));
        assertThat(get("GET", "khabar.nt.gz", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        store.write(present -> new Changes(Map.of(), List.of(quad), List.of(), List.of()));

        assertThat(get("GET", "khabar.zip").statusCode()).isEqualTo(404);
    }

    /** Where the other side goes away, or reading fails, nothing may look like the end of a whole file. */
    @Test
    void aFileThatBreaksOffHasNoEnd() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        MockHttpServletResponse response = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new Breaking(sent, 100);
            }
        };
        ExportController controller = new ExportController(store, new Streams(1));

        assertThatThrownBy(() -> controller.zipped("nq", new MockHttpServletRequest("GET", "/"), response))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    @Tag("H-10")
    void whoFindsNoPlaceIsToldToComeAgain() throws IOException {
        Streams streams = new Streams(1, Duration.ZERO);
        MockHttpServletResponse first = new MockHttpServletResponse();
        MockHttpServletResponse second = new MockHttpServletResponse();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/export/khabar.nt");
        ExportController controller = new ExportController(store, streams);

        streams.answer(request, first, () -> controller.plain("nt", request, second));
        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("60");
        assertThat(second.getHeader("Content-Disposition")).isNull();
        assertThat(second.getContentAsString()).contains("Too many downloads");

        MockHttpServletResponse third = new MockHttpServletResponse();
        assertThatThrownBy(() -> streams.answer(request, first, () -> {
                    throw new IOException("gone");
                }))
                .hasMessage("gone");
        controller.plain("nt", request, third);
        assertThat(third.getStatus()).isEqualTo(200);
    }

    /** Takes so many bytes and then no more. */
    private static final class Breaking extends ServletOutputStream {
        private final ByteArrayOutputStream out;
        private final int most;

        Breaking(ByteArrayOutputStream out, int most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void write(int b) throws IOException {
            if (out.size() >= most) {
                throw new IOException("gone");
            }
            out.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
