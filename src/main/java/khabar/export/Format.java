package khabar.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;

/** How an export is written down. */
public enum Format {
    TURTLE("text/turtle", "ttl", false, RDFFormat.TURTLE_BLOCKS),
    NTRIPLES("application/n-triples", "nt", false, RDFFormat.NTRIPLES_UTF8),
    TRIG("application/trig", "trig", true, RDFFormat.TRIG_BLOCKS),
    NQUADS("application/n-quads", "nq", true, RDFFormat.NQUADS_UTF8);

    private final String mediaType;
    private final String suffix;
    private final boolean graphs;

    @SuppressWarnings("ImmutableEnumChecker") // a name of Jena's, which has no setters
    private final RDFFormat writer;

    Format(String mediaType, String suffix, boolean graphs, RDFFormat writer) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.graphs = graphs;
        this.writer = writer;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without a point. */
    public String suffix() {
        return suffix;
    }

    /** Whether it says in which graph something stands. */
    public boolean hasGraphs() {
        return graphs;
    }

    RDFFormat writer() {
        return writer;
    }

    /** By name or suffix, in any case: {@code turtle}, {@code ttl}, {@code n-triples}. */
    public static Optional<Format> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("-", "");
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(plain)
                        || format.name().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }

    /** By the end of a file's name, {@code .gz} aside. */
    public static Optional<Format> ofFile(String file) {
        String plain = file.endsWith(".gz") ? file.substring(0, file.length() - ".gz".length()) : file;
        return Arrays.stream(values())
                .filter(format -> plain.toLowerCase(Locale.ROOT).endsWith("." + format.suffix))
                .findFirst();
    }
}
