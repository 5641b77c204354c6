package khabar.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * One file of {@code rdf/gazetteer}. Its IRIs are relative to whatever base the data is published under and stay so
 * here: a subject reads {@code id/place/syr}, which is {@link Entity#path()}. All that is said of a subject stands together.
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are read once and let go; nobody compares files
record GazetteerFile(String name, byte[] bytes) {
    /** Stands for the base while reading only: Jena, which reads users' files, wants one. */
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
        PlainTurtle.read(name, new String(bytes, StandardCharsets.UTF_8), reader);
    }

    static String relative(String iri) {
        return iri.startsWith(BASE) ? iri.substring(BASE.length()) : iri;
    }
}
