package khabar.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.zip.GZIPOutputStream;
import khabar.store.Store;
import khabar.vocab.Base;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * The store as a stream of RDF.
 *
 * @param published the base that IRIs get in what is written; that of the store where it is no other
 */
public record Export(Store store, Base published) {
    private static final int BUFFER = 1 << 16;
    private static final Description DESCRIPTION = new Description(1_000, 50_000);

    public Export(Store store) {
        this(store, store.base());
    }

    /** Writes and flushes; the stream stays open. An entity or graph that is not there gives an export without triples. */
    public void write(OutputStream out, Format format, Scope scope) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        try {
            StreamRDF sink = StreamRDFWriter.getWriterStream(buffered, format.writer());
            sink.start();
            Prefixes.of(published).forEach(sink::prefix);
            StreamRDF moved = published.equals(store.base()) ? sink : new OtherBase(sink, store.base(), published);
            send(moved, format, scope);
            sink.finish();
        } catch (RuntimeIOException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        }
        buffered.flush();
    }

    /**
     * Writes under a temporary name beside the file, and gives it its name when all of it is on the disk: a failure leaves
     * what was there before.
     *
     * @param zipped with gzip
     */
    public void writeTo(Path file, Format format, boolean zipped, Scope scope) throws IOException {
        Path whole = file.toAbsolutePath();
        Path unfinished = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished);
                    OutputStream coded = zipped ? new GZIPOutputStream(out, BUFFER) : out) {
                write(coded, format, scope);
            }
            sync(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
            sync(whole.resolveSibling("."), StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** One thing in memory, with the store's own base. */
    public Graph describe(Node entity) {
        return store.read(present -> DESCRIPTION.of(entity, present));
    }

    private void send(StreamRDF sink, Format format, Scope scope) {
        switch (scope) {
            case Scope.Everything everything -> {
                if (format.hasGraphs()) {
                    store.readQuads(quads -> {
                        quads.forEachRemaining(sink::quad);
                        return sink;
                    });
                } else {
                    store.readUnion(triples -> {
                        triples.forEachRemaining(sink::triple);
                        return sink;
                    });
                }
            }
            case Scope.OneEntity(Node entity) ->
                describe(entity).find().toList().stream()
                        .sorted(entityFirst(entity))
                        .forEach(sink::triple);
            case Scope.Articles articles ->
                store.read(present -> {
                    new ArticleScope(present, store.base(), articles).send(sink);
                    return sink;
                });
            case Scope.OneGraph(Node name) ->
                store.read(present -> {
                    present.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                        if (format.hasGraphs()) {
                            sink.quad(quad);
                        } else {
                            sink.triple(quad.asTriple());
                        }
                    });
                    return sink;
                });
        }
    }

    private static Comparator<Triple> entityFirst(Node entity) {
        return Comparator.comparing((Triple triple) -> !triple.getSubject().equals(entity))
                .thenComparing(Triple::getSubject, NodeCmp::compareRDFTerms)
                .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
                .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
