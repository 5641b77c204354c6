package khabar.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import khabar.store.Census;
import khabar.store.QuadLine;
import khabar.store.Store;
import khabar.vocab.Owl;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one dump. The store is read in one transaction, and only while its lines go into files to be sorted; all else is
 * made of these files. The folder gets its name when everything in it is on the disk.
 *
 * @param header describes what was counted
 */
record DumpWriter(Store store, Path directory, String name, Function<Census, Graph> header) {
    private static final String LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/";
    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What one transaction saw. */
    private record Seen(long version, Graph described) {}

    DumpManifest write(Instant now) throws IOException {
        Path unfinished =
                directory.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
        Files.createDirectories(unfinished);
        try {
            DumpManifest manifest = write(unfinished, now.truncatedTo(ChronoUnit.SECONDS));
            Files.write(
                    unfinished.resolve(Dumps.MANIFEST),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            try (Stream<Path> files = Files.list(unfinished)) {
                for (Path file : files.toList()) {
                    sync(file, StandardOpenOption.WRITE);
                }
            }
            Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            sync(directory, StandardOpenOption.READ);
            return manifest;
        } finally {
            remove(unfinished);
        }
    }

    private DumpManifest write(Path folder, Instant now) throws IOException {
        try (LineSorter quads = new LineSorter(folder, "quads");
                LineSorter triples = new LineSorter(folder, "triples")) {
            Seen seen = read(quads, triples);
            Node home = store.base().graph("dataset");
            TreeSet<String> head = new TreeSet<>();
            TreeSet<String> headInGraph = new TreeSet<>();
            seen.described().find().forEach(triple -> {
                head.add(QuadLine.of(triple.getSubject(), triple.getPredicate(), triple.getObject()));
                headInGraph.add(QuadLine.of(triple.getSubject(), triple.getPredicate(), triple.getObject(), home));
            });
            MessageDigest data = sha256();
            long quadCount = lines(folder.resolve("news.nq.gz"), headInGraph, quads, data);
            long tripleCount = lines(folder.resolve("news.nt.gz"), head, triples, sha256());
            turtle(folder.resolve("news.nt.gz"), folder.resolve("news.ttl.gz"));
            List<DumpManifest.DumpFile> files = new ArrayList<>();
            for (Format format : List.of(Format.NQUADS, Format.NTRIPLES, Format.TURTLE)) {
                files.add(file(folder.resolve("news." + format.suffix() + ".gz"), format));
            }
            return new DumpManifest(
                    name,
                    now.toString(),
                    store.base().iri(),
                    seen.version(),
                    LICENCE,
                    quadCount,
                    tripleCount,
                    HexFormat.of().formatHex(data.digest()),
                    files);
        }
    }

    /** Everything but the graph that describes the whole, which is made anew. */
    private Seen read(LineSorter quads, LineSorter triples) throws IOException {
        Node described = store.base().graph("dataset");
        try {
            return store.read(present -> {
                Graph counted = header.apply(store.census());
                return store.readQuads(all -> {
                    while (all.hasNext()) {
                        Quad quad = all.next();
                        if (!quad.getGraph().equals(described)) {
                            add(quad, quads, triples);
                        }
                    }
                    return new Seen(version(present, described), counted);
                });
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void add(Quad quad, LineSorter quads, LineSorter triples) {
        try {
            quads.add(QuadLine.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
                    .getBytes(StandardCharsets.UTF_8));
            triples.add(QuadLine.of(quad.getSubject(), quad.getPredicate(), quad.getObject())
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long version(DatasetGraph present, Node described) {
        return present.stream(described, described, Owl.versionInfo, Node.ANY)
                .mapToLong(quad -> Long.parseLong(quad.getObject().getLiteralLexicalForm()))
                .max()
                .orElse(0);
    }

    private static long lines(Path file, TreeSet<String> head, LineSorter sorter, MessageDigest digest)
            throws IOException {
        try (OutputStream out = zipped(file)) {
            for (String line : head) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            return sorter.sorted(line -> {
                out.write(line);
                out.write('\n');
                digest.update(line);
                digest.update((byte) '\n');
            });
        }
    }

    private void turtle(Path triples, Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(triples), BUFFER);
                OutputStream out = zipped(file)) {
            StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
            turtle.start();
            Prefixes.of(store.base()).forEach(turtle::prefix);
            RDFParser.source(in).lang(Lang.NTRIPLES).checking(false).parse(new StreamRDFBase() {
                @Override
                public void triple(Triple triple) {
                    turtle.triple(triple);
                }
            });
            turtle.finish();
        }
    }

    private static OutputStream zipped(Path file) throws IOException {
        return new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER);
    }

    /** Hashes it, and lays the hash beside it as {@code sha256sum --check} reads it. */
    private static DumpManifest.DumpFile file(Path file, Format format) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        String name = file.getFileName().toString();
        Files.writeString(file.resolveSibling(name + ".sha256"), hash + "  " + name + "\n");
        return new DumpManifest.DumpFile(name, format.mediaType(), Files.size(file), hash);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
