package khabar.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file that only grows, {@code originals.jsonl.gz}: each original is a JSON line in a gzip member of its own, behind
 * its length in the member's header, so that {@code zcat} reads the whole and a torn end is found and cut off at start.
 * Where each version stands is kept in memory from the first search on, some 100 bytes each.
 */
final class DiskArchive extends Archive {
    static final String FILE = "originals.jsonl.gz";
    private static final Pattern LINE = Pattern.compile(
            "\\{\"article\":\"([^\"]*)\",\"version\":\"([^\"]*)\",\"original\":(.*)}\n", Pattern.DOTALL);
    /** A gzip header with the extra field "KH": the length of the whole member, 4 bytes, little-endian. */
    private static final int HEADER = 10;

    private static final int EXTRA = 10;
    private static final int FLAG_EXTRA = 4;
    private static final long COPIED = 1 << 16;

    private final Path path;
    private final FileChannel file;
    private @Nullable Map<String, Long> places;

    private DiskArchive(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    static DiskArchive on(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.resolve(FILE);
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        DiskArchive archive = new DiskArchive(path, file);
        archive.cutTornEnd();
        return archive;
    }

    @Override
    public synchronized Optional<Original> find(String articleKey, String textHash) {
        try {
            Map<String, Long> known = places();
            Long place = known.get(articleKey + "/" + textHash);
            return place == null ? Optional.empty() : Optional.of(read(place, length(place)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    synchronized long end() {
        try {
            return file.size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    void replay(long end, Progress progress, Consumer<Original> reader) {
        try {
            for (long place = 0; place < end; place += length(place)) {
                reader.accept(read(place, length(place)));
                progress.at(place, end);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    void copy(long end, OutputStream out, Progress progress) throws IOException {
        for (long place = 0; place < end; place += COPIED) {
            out.write(read(place, (int) Math.min(COPIED, end - place), path).array());
            progress.at(place, end);
        }
    }

    @Override
    synchronized void append(List<Original> originals) throws IOException {
        if (originals.isEmpty()) {
            return;
        }
        for (Original original : originals) {
            long place = file.size();
            write(ByteBuffer.wrap(member(original)), place);
            if (places != null) {
                places.put(name(original), place);
            }
        }
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Map<String, Long> places() throws IOException {
        if (places == null) {
            places = new HashMap<>();
            long end = file.size();
            for (long place = 0; place < end; place += length(place)) {
                places.put(name(read(place, length(place))), place);
            }
        }
        return places;
    }

    /** A crash can leave half a member at the end: it was never part of a commit. */
    private void cutTornEnd() throws IOException {
        long end = file.size();
        long place = 0;
        while (place < end) {
            int length = place + HEADER + EXTRA <= end ? length(place) : -1;
            if (length < HEADER + EXTRA || place + length > end) {
                break;
            }
            place += length;
        }
        if (place < end) {
            file.truncate(place);
            file.force(true);
        }
    }

    /** Of the member that begins there; -1 where none does. */
    private int length(long place) throws IOException {
        ByteBuffer header = read(place, HEADER + EXTRA, path).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        boolean ours = header.get(0) == (byte) 0x1f && header.get(1) == (byte) 0x8b && header.get(3) == FLAG_EXTRA;
        return ours && header.get(12) == 'K' && header.get(13) == 'H' ? header.getInt(16) : -1;
    }

    private Original read(long place, int length) throws IOException {
        if (length < 0 || place + length > file.size()) {
            throw new IOException(path + " is damaged at byte " + place);
        }
        byte[] member = read(place, length, path).array();
        try (GZIPInputStream unzip = new GZIPInputStream(new ByteArrayInputStream(member))) {
            String line = new String(unzip.readAllBytes(), StandardCharsets.UTF_8);
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IOException(path + " holds no original at byte " + place);
            }
            return new Original(parts.group(1), parts.group(2), parts.group(3));
        }
    }

    private ByteBuffer read(long place, int length, Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                throw new IOException(path + " ends at byte " + (place + bytes.position()));
            }
        }
        return bytes.rewind();
    }

    private void write(ByteBuffer bytes, long place) throws IOException {
        long start = place;
        while (bytes.hasRemaining()) {
            start += file.write(bytes, start);
        }
    }

    static byte[] member(Original original) throws IOException {
        String line = "{\"article\":\"" + original.articleKey() + "\",\"version\":\"" + original.textHash()
                + "\",\"original\":" + original.json() + "}\n";
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(line.getBytes(StandardCharsets.UTF_8));
        }
        byte[] plain = zipped.toByteArray();
        ByteBuffer member = ByteBuffer.allocate(plain.length + EXTRA).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        member.put(plain, 0, HEADER).put(3, (byte) FLAG_EXTRA);
        member.putShort((short) 8)
                .put((byte) 'K')
                .put((byte) 'H')
                .putShort((short) 4)
                .putInt(member.capacity());
        member.put(plain, HEADER, plain.length - HEADER);
        return member.array();
    }

    private static String name(Original original) {
        return original.articleKey() + "/" + original.textHash();
    }
}
