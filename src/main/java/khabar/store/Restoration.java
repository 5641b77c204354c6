package khabar.store;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import khabar.vocab.Base;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a store of a {@link Backup}: in a folder beside, compared with the manifest, and only then under its name. What is
 * not as the manifest says leaves nothing behind.
 */
public final class Restoration {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NEEDED = Set.of(Backup.MARKER, Backup.QUADS, Backup.ORIGINALS);
    private static final Set<String> KNOWN =
            Set.of(Backup.MARKER, Backup.QUADS, Backup.ORIGINALS, Backup.SAMPLE, Backup.NOTES, Backup.MANIFEST);
    private static final int LONGEST_MANIFEST = 1 << 20;
    /** A file of ours shrinks to a tenth; what grows more than this is no backup. */
    private static final long MOST_GROWTH = 300;

    private static final long SMALL = 1 << 20;
    private static final int STEP = 1_000;

    private final ZipFile zip;
    private final Backup.Manifest manifest;
    private final StoreSettings settings;
    private final Progress progress;

    private Restoration(ZipFile zip, Backup.Manifest manifest, StoreSettings settings, Progress progress) {
        this.zip = zip;
        this.manifest = manifest;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Makes the store.
     *
     * @param directory not there, or empty
     * @param progress in quads
     * @throws Damaged when the file is no backup, or not as it was written
     * @throws StoreException.Occupied when there is something in the directory
     */
    public static Backup.Manifest into(Path directory, Path file, Progress progress) throws IOException {
        Path target = Files.exists(directory) ? directory.toRealPath() : directory.toAbsolutePath();
        refuseOccupied(target);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Backup.Manifest manifest = manifest(zip);
            check(zip, manifest);
            Path parent = target.resolveSibling(".").normalize();
            Files.createDirectories(parent);
            Path unfinished = Files.createTempDirectory(parent, "." + target.getFileName() + ".restored");
            try {
                new Restoration(zip, manifest, new StoreSettings(unfinished), progress).restore();
                refuseOccupied(target);
                move(unfinished, target);
            } finally {
                if (Files.exists(unfinished)) {
                    IO.deleteAll(unfinished);
                }
            }
            return manifest;
        } catch (ZipException foreign) {
            throw new Damaged("is no backup of Khabar: " + foreign.getMessage());
        }
    }

    /** What a file says of itself, when names and sizes in it agree with that. */
    public static Backup.Manifest inspect(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Backup.Manifest manifest = manifest(zip);
            check(zip, manifest);
            return manifest;
        } catch (ZipException foreign) {
            throw new Damaged("is no backup of Khabar: " + foreign.getMessage());
        }
    }

    /** The file is not what a restore needs; the message goes behind its name. */
    public static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String why) {
            super(why);
        }
    }

    private static void refuseOccupied(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new StoreException.Occupied(target, "is no folder");
        }
        StoreLock.refuseHeld(new StoreSettings(target));
        try (Stream<Path> files = Files.list(target)) {
            if (files.findAny().isPresent()) {
                throw new StoreException.Occupied(target, "is not empty");
            }
        }
    }

    private static Backup.Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.MANIFEST);
        if (entry == null) {
            throw new Damaged("is no backup of Khabar: it has no " + Backup.MANIFEST);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST_MANIFEST);
            Backup.@Nullable Manifest manifest = JSON.readValue(bytes, Backup.Manifest.class);
            if (manifest == null || manifest.base() == null || hasGaps(manifest.parts())) {
                throw new Damaged("is no backup of Khabar: its " + Backup.MANIFEST + " does not say all that it must");
            }
            if (manifest.format() != Backup.FORMAT) {
                throw new Damaged(
                        "is a backup of format " + manifest.format() + "; this program knows " + Backup.FORMAT);
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw new Damaged("is no backup of Khabar: its " + Backup.MANIFEST + " cannot be read");
        }
    }

    private static boolean hasGaps(@Nullable Map<String, Backup.@Nullable Part> parts) {
        return parts == null || parts.values().stream().anyMatch(part -> part == null || part.sha256() == null);
    }

    /** Names and sizes, before anything is unpacked. */
    private static void check(ZipFile zip, Backup.Manifest manifest) throws IOException {
        Set<String> found = new HashSet<>();
        for (ZipEntry entry : zip.stream().toList()) {
            if (!KNOWN.contains(entry.getName()) || !found.add(entry.getName())) {
                throw new Damaged("is no backup of Khabar: it holds " + shown(entry.getName()));
            }
        }
        found.remove(Backup.MANIFEST);
        if (!found.equals(manifest.parts().keySet()) || !found.containsAll(NEEDED)) {
            throw new Damaged("is not whole: it holds " + found + ", and its manifest names "
                    + shown(manifest.parts().keySet().toString()));
        }
        for (Map.Entry<String, Backup.Part> part : manifest.parts().entrySet()) {
            long packed = zip.getEntry(part.getKey()).getCompressedSize();
            if (part.getValue().bytes() > SMALL + MOST_GROWTH * packed) {
                throw new Damaged("would grow without measure: " + part.getKey() + " from " + packed + " to "
                        + part.getValue().bytes() + " bytes");
            }
        }
    }

    private void restore() throws IOException {
        Files.writeString(settings.marker(), marker());
        if (manifest.parts().containsKey(Backup.SAMPLE)) {
            unpack(Backup.SAMPLE, settings.sample());
        }
        long quads = quads();
        if (quads != manifest.quads()) {
            throw new Damaged("holds " + quads + " quads; its manifest says " + manifest.quads());
        }
        Files.createDirectories(settings.archive());
        unpack(Backup.ORIGINALS, settings.archive().resolve(DiskArchive.FILE));
        if (manifest.parts().containsKey(Backup.NOTES)) {
            notes();
        }
        try (Store store = Store.open(settings, base())) {
            long[] originals = new long[1];
            store.archive().replay(original -> originals[0]++);
            if (originals[0] != manifest.originals()) {
                throw new Damaged("holds " + originals[0] + " originals; its manifest says " + manifest.originals());
            }
        }
        Files.deleteIfExists(settings.lock());
        sync(settings.marker(), StandardOpenOption.WRITE);
    }

    private void notes() throws IOException {
        try (Notes notes = Notes.in(settings)) {
            read(Backup.NOTES, in -> {
                try {
                    notes.read(in);
                } catch (RiotException wrong) {
                    throw new Damaged("holds notes that are no N-Triples: " + wrong.getMessage());
                }
            });
        }
    }

    private Base base() throws Damaged {
        try {
            return new Base(manifest.base());
        } catch (IllegalArgumentException wrong) {
            throw new Damaged("names a base that is none: " + shown(String.valueOf(manifest.base())));
        }
    }

    private String marker() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        read(Backup.MARKER, in -> in.transferTo(bytes));
        String marker = bytes.toString(StandardCharsets.UTF_8);
        if (!marker.equals(StoreMarker.text(base()))) {
            throw new Damaged("has a " + Backup.MARKER + " that this program does not know");
        }
        return marker;
    }

    private void unpack(String name, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            read(name, in -> in.transferTo(out));
        }
        sync(to, StandardOpenOption.WRITE);
    }

    /** How many lines there were; the dataset is closed when it returns. */
    private long quads() throws IOException {
        Files.createDirectories(settings.dataset());
        DatasetGraph database =
                DatabaseMgr.connectDatasetGraph(settings.dataset().toString());
        try {
            Into sink = new Into(database);
            read(Backup.QUADS, in -> {
                try {
                    Txn.executeWrite(
                            database,
                            () -> RDFParser.source(in)
                                    .lang(Lang.NQUADS)
                                    .checking(false)
                                    .resolveURIs(false)
                                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                                    .parse(sink));
                } catch (RiotException wrong) {
                    throw new Damaged("holds what is no N-Quads: " + wrong.getMessage());
                }
            });
            long there = Txn.calculateRead(database, () -> new Scan(database).count("GSPO"));
            if (there != sink.count) {
                throw new Damaged("holds " + (sink.count - there) + " quads twice or in no graph");
            }
            return there;
        } catch (RuntimeIOException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        } finally {
            TDBInternal.expel(database, true);
        }
    }

    private final class Into extends StreamRDFBase {
        private final DatasetGraph database;
        private long count;

        Into(DatasetGraph database) {
            this.database = database;
        }

        @Override
        public void quad(Quad quad) {
            database.add(quad);
            count++;
            if (count % STEP == 0) {
                progress.at(count, manifest.quads());
            }
        }
    }

    private interface Reading {
        void of(InputStream in) throws IOException;
    }

    /** All of it and no more than it says, and the hash that it says. */
    private void read(String name, Reading reading) throws IOException {
        Backup.Part part = Optional.ofNullable(manifest.parts().get(name))
                .orElseThrow(() -> new Damaged("is damaged: its manifest does not tell of " + name));
        MessageDigest digest = Backup.sha256();
        try (Bounded in = new Bounded(zip.getInputStream(zip.getEntry(name)), part.bytes())) {
            DigestInputStream digested = new DigestInputStream(in, digest);
            reading.of(new Shielded(digested));
            digested.transferTo(OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(digest.digest());
            if (in.left != 0 || !hash.equals(part.sha256())) {
                throw new Damaged("is damaged: " + name + " is not what its manifest says");
            }
        } catch (ZipException | java.io.EOFException broken) {
            throw new Damaged("is damaged: " + name + ": " + broken.getMessage());
        }
    }

    /** Parsers close what they read; the hash goes on to the end. */
    private static final class Shielded extends FilterInputStream {
        Shielded(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long longest) {
            super(in);
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] octets, int start, int length) throws IOException {
            int found = super.read(octets, start, length);
            left -= Math.max(found, 0);
            if (left < 0) {
                throw new Damaged("is damaged: a file in it is longer than its manifest says");
            }
            return found;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException occupied) {
            throw new IOException(to + " could not be taken: " + occupied.getReason(), occupied);
        }
        sync(to.resolveSibling("."), StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
