package khabar.gazetteer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * One file of {@code rdf/gazetteer}. Its IRIs are relative to whatever base the data is published under and stay so
 * here: a subject reads {@code id/place/syr}, which is {@link Entity#path()}. All triples of a subject stand together.
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are read once and let go; nobody compares files
record GazetteerFile(String name, byte[] bytes) {
    /** Stands for the base while reading only: Jena wants one. */
    static final String BASE = "http://gazetteer.invalid/";

    static GazetteerFile named(String name) {
        String path = "/rdf/gazetteer/" + name + ".ttl";
        try (InputStream in = GazetteerFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return new GazetteerFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Hands over one description after the other. */
    void read(Consumer<Description> reader) {
        BySubject bySubject = new BySubject(reader);
        RDFParser.create()
                .source(new ByteArrayInputStream(bytes))
                .lang(Lang.TURTLE)
                .base(BASE)
                .checking(false)
                .parse(bySubject);
    }

    static String relative(String iri) {
        return iri.startsWith(BASE) ? iri.substring(BASE.length()) : iri;
    }

    private static final class BySubject extends StreamRDFBase {
        private final Consumer<Description> reader;
        private List<Triple> triples = new ArrayList<>();

        BySubject(Consumer<Description> reader) {
            this.reader = reader;
        }

        @Override
        public void triple(Triple triple) {
            if (!triples.isEmpty() && !triples.getFirst().getSubject().equals(triple.getSubject())) {
                flush();
            }
            triples.add(triple);
        }

        @Override
        public void finish() {
            if (!triples.isEmpty()) {
                flush();
            }
        }

        private void flush() {
            reader.accept(
                    Description.of(relative(triples.getFirst().getSubject().getURI()), triples));
            triples = new ArrayList<>();
        }
    }
}
