package khabar.store;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import tools.jackson.databind.json.JsonMapper;

/**
 * A store in one ZIP file, as of one commit: all quads as N-Quads, the archive of originals, the store's marker, how far
 * the sample was loaded, the notes of readers if there are any, and last a manifest that counts and hashes the others. A ZIP file can be written as a stream
 * without knowing sizes ahead, which tar cannot, and every desktop opens it. The text index is not in it: it is made again
 * from the quads.
 */
public final class Backup {
    static final int FORMAT = 1;
    static final String MARKER = "store.properties";
    static final String SAMPLE = "sample";
    static final String QUADS = "quads.nq";
    static final String ORIGINALS = DiskArchive.FILE;
    static final String NOTES = "notes.nt";
    static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BUFFER = 1 << 16;
    /** How often progress is told: every so many quads. */
    private static final int STEP = 1_000;

    private final Snapshot now;
    private final Notes notes;
    private final ZipOutputStream zip;
    private final Progress progress;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Backup(Snapshot now, Notes notes, ZipOutputStream zip, Progress progress) {
        this.now = now;
        this.notes = notes;
        this.zip = zip;
        this.progress = progress;
    }

    /**
     * What a backup says of itself.
     *
     * @param format of the file; a restore refuses what it does not know
     * @param made when, in UTC
     * @param program the version of Khabar that made it
     * @param version the number of the commit
     * @param parts the other files of the backup by name
     */
    public record Manifest(
            int format,
            String made,
            String program,
            String base,
            long version,
            long quads,
            long originals,
            Map<String, Part> parts) {}

    /** One file of a backup: its bytes before compression, and their SHA-256 in hex digits. */
    public record Part(long bytes, String sha256) {}

    /**
     * Writes all of the store as it is now, and flushes; the stream stays open. Readers and writers go on.
     *
     * @param settings where the store lies
     * @param progress in quads
     */
    public static Manifest write(Store store, StoreSettings settings, OutputStream out, Progress progress)
            throws IOException {
        try {
            return store.snapshot(now -> {
                try {
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
                    Manifest manifest = new Backup(now, store.notes(), zip, progress).write(settings);
                    zip.finish();
                    zip.flush();
                    return manifest;
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        } catch (RuntimeIOException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        }
    }

    private Manifest write(StoreSettings settings) throws IOException {
        part(MARKER, out -> out.write(StoreMarker.text(now.base()).getBytes(StandardCharsets.UTF_8)));
        Optional<byte[]> sample = bytes(settings.sample());
        if (sample.isPresent()) {
            part(SAMPLE, out -> out.write(sample.get()));
        }
        long[] counts = new long[2];
        part(QUADS, out -> counts[0] = quads(out));
        part(ORIGINALS, out -> now.archive().copy(now.end(), out, Progress.NONE));
        now.archive().replay(now.end(), Progress.NONE, original -> counts[1]++);
        if (notes.areAny()) {
            part(NOTES, notes::write);
        }
        Manifest manifest = new Manifest(
                FORMAT,
                Instant.now().toString(),
                Optional.ofNullable(Backup.class.getPackage().getImplementationVersion())
                        .orElse("of development"),
                now.base().iri(),
                now.version(),
                counts[0],
                counts[1],
                Map.copyOf(parts));
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private long quads(OutputStream out) {
        Scan scan = new Scan(now.database());
        long total = scan.count("GSPO");
        StreamRDF sink = StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS);
        sink.start();
        long done = 0;
        for (Iterator<Quad> quads = scan.quads(); quads.hasNext(); done++) {
            sink.quad(quads.next());
            if (done % STEP == 0) {
                progress.at(done, total);
            }
        }
        sink.finish();
        progress.at(total, total);
        return done;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void part(String name, Writing writing) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(zip);
        MessageDigest digest = sha256();
        DigestOutputStream digested = new DigestOutputStream(counted, digest);
        BufferedOutputStream buffered = new BufferedOutputStream(digested, BUFFER);
        writing.to(buffered);
        buffered.flush();
        zip.closeEntry();
        parts.put(name, new Part(counted.bytes, HexFormat.of().formatHex(digest.digest())));
    }

    private static Optional<byte[]> bytes(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /** Counts, and never closes the entry's ZIP stream. */
    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            bytes++;
        }

        @Override
        public void write(byte[] octets, int start, int length) throws IOException {
            out.write(octets, start, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
