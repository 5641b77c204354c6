package khabar.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.store.History;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What changed between two states of the store, as one transaction of RDF Patch. The graph that describes the data as a
 * whole is left out.
 */
public final class Patch {
    public static final String MEDIA_TYPE = "application/rdf-patch";

    /** As many statements as one patch has at most; above it a dump is the better way. */
    public static final int MOST = 500_000;

    /** A statement with a text, in the graph of an article. */
    private static final Pattern TEXT = Pattern.compile(".*\"@[A-Za-z-]+ <([^<>]*graph/article/[a-z0-9-]+)> \\.");

    private final Base base;
    private final History.Known history;

    private Patch(Base base, History.Known history) {
        this.base = base;
        this.history = history;
    }

    /**
     * Empty where the log does not reach back so far, or where it would name text that may no more be shown: what an
     * article said that was withdrawn since, or whose terms allow no text now.
     */
    public static Optional<Patch> since(Store store, long version) {
        return switch (store.changesSince(version, MOST)) {
            case History.Unknown unknown -> Optional.empty();
            case History.Known known ->
                namesWithheldText(store, known) ? Optional.empty() : Optional.of(new Patch(store.base(), known));
        };
    }

    /** The number of the state that it leads to. */
    public long version() {
        return history.version();
    }

    public void write(OutputStream out) throws IOException {
        print(out, "H id <" + state(history.version()) + "> .");
        print(out, "H prev <" + state(history.since()) + "> .");
        print(out, "TX .");
        for (boolean added : new boolean[] {false, true}) {
            for (Map.Entry<String, Boolean> quad : history.quads().entrySet()) {
                if (quad.getValue() == added) {
                    print(out, (added ? "A " : "D ") + quad.getKey());
                }
            }
        }
        print(out, "TC .");
    }

    private String state(long version) {
        return base.iri() + "dataset#state-" + version;
    }

    private static void print(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private static boolean namesWithheldText(Store store, History.Known known) {
        return store.read(present -> known.quads().entrySet().stream()
                .filter(quad -> !quad.getValue())
                .map(quad -> TEXT.matcher(quad.getKey()))
                .filter(Matcher::matches)
                .map(text -> NodeFactory.createURI(text.group(1)))
                .distinct()
                .anyMatch(graph -> !present.contains(graph, Node.ANY, Kh.terms, Node.ANY)
                        || present.contains(graph, Node.ANY, Kh.terms, Literals.string("metadata"))));
    }
}
