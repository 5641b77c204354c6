package khabar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khabar.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;

/** Graphs in tests: compared as graphs, shown as sorted N-Triples. */
public final class Graphs {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private Graphs() {}

    /** A graph in Turtle; the prefixes of {@link Prefixes} need not be declared. */
    public static Graph turtle(String turtle) {
        StringBuilder prefixes = new StringBuilder();
        Prefixes.ALL.forEach((prefix, namespace) -> prefixes.append("PREFIX " + prefix + ": <" + namespace + ">\n"));
        return parse(prefixes + turtle);
    }

    public static String toTurtle(Graph graph) {
        Graph written = GraphMemFactory.createDefaultGraphSameTerm();
        graph.find().forEach(written::add);
        return RDFWriter.source(Prefixes.on(written))
                .format(RDFFormat.TURTLE_PRETTY)
                .asString();
    }

    /** One triple a line, sorted: what a difference is shown in. */
    public static List<String> lines(Graph graph) {
        return RDFWriter.source(graph)
                .format(RDFFormat.NTRIPLES_UTF8)
                .asString()
                .lines()
                .sorted()
                .toList();
    }

    public static void assertSameGraph(Graph actual, Graph expected) {
        if (!actual.isIsomorphicWith(expected)) {
            assertThat(lines(actual)).isEqualTo(lines(expected));
            assertThat(actual.isIsomorphicWith(expected)).isTrue();
        }
    }

    /** Against a file of {@code golden}; with {@code -Dgolden.renew} the file is written anew: read the difference then. */
    public static void assertSameGraph(Graph actual, String golden) {
        Path file = GOLDEN.resolve(golden);
        try {
            if (System.getProperty("golden.renew") != null) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, toTurtle(actual));
            }
            assertSameGraph(actual, parse(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Graph parse(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
