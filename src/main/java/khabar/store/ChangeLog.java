package khabar.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What each commit took out and put in, beside the dataset: files of RDF Patch in which the number of its commit stands
 * over each transaction. A file is called by the state that it goes on from. The log follows the dataset and is no part of
 * what is promised to last: where it misses a commit after a crash or on a full disk, it begins anew, and clients are told
 * to take a dump. The graph that describes the data as a whole is not in it.
 */
final class ChangeLog {
    private static final String END = "TC .";
    private static final String COMMIT = "# commit ";
    private static final long LARGEST_FILE = 32L << 20;
    private static final int MOST_FILES = 32;

    private final Path folder;
    private final Node without;
    private Path file;
    private long from;
    private long last;

    private ChangeLog(Path folder, Node without, long version) throws IOException {
        this.folder = folder;
        this.without = without;
        this.file = fileFrom(version);
        this.from = version;
        this.last = version;
    }

    /** Goes on with what is there where that is complete, else begins with the state that the dataset is in. */
    static ChangeLog open(Path folder, Node without, long version) throws IOException {
        Files.createDirectories(folder);
        ChangeLog log = new ChangeLog(folder, without, version);
        List<Path> files = log.files();
        if (!files.isEmpty() && log.lastCommit(files.getLast()).equals(OptionalLong.of(version))) {
            log.file = files.getLast();
            log.from = state(files.getFirst());
        } else {
            log.beginAnew(version);
        }
        return log;
    }

    /** After a commit. Fails never: a log that cannot go on begins anew after it. */
    synchronized void follow(long version, Delta delta) {
        try {
            if (version != last + 1) {
                beginAnew(version - 1);
            }
            if (Files.exists(file) && Files.size(file) > LARGEST_FILE) {
                file = fileFrom(version - 1);
                dropOldest();
            }
            Files.writeString(file, text(version, delta), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            last = version;
        } catch (IOException full) {
            restart(version);
        }
    }

    /** After a commit that is not written down. Fails never. */
    synchronized void miss(long version) {
        restart(version);
    }

    private void restart(long version) {
        try {
            beginAnew(version);
        } catch (IOException again) {
            // Nothing is there to go on from: the next commit does not follow, and begins anew.
            last = -1;
        }
    }

    /**
     * How to come from one state to the last: lines of N-Quads that came ({@code true}) or went; what came and went in
     * between is not among them. Commits go on meanwhile.
     *
     * @param most lines that are held
     */
    History since(long version, int most) throws IOException {
        List<Path> parts;
        long begin;
        long end;
        synchronized (this) {
            parts = files();
            begin = from;
            end = last;
        }
        if (version < begin || version > end) {
            return new History.Unknown(begin, end);
        }
        Map<String, Boolean> net = new LinkedHashMap<>();
        try {
            for (Path part : parts) {
                if (!read(part, version, end, net, most)) {
                    return new History.Unknown(begin, end);
                }
            }
        } catch (NoSuchFileException dropped) {
            return new History.Unknown(begin, end);
        }
        return new History.Known(version, end, net);
    }

    private static boolean read(Path part, long since, long until, Map<String, Boolean> net, int most)
            throws IOException {
        boolean wanted = false;
        try (BufferedReader lines = Files.newBufferedReader(part)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(COMMIT)) {
                    long commit = Long.parseLong(line.substring(COMMIT.length()));
                    if (commit > until) {
                        return true;
                    }
                    wanted = commit > since;
                } else if (wanted && (line.startsWith("A ") || line.startsWith("D "))) {
                    put(line.substring(2), line.startsWith("A "), net);
                    if (net.size() > most) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** What went and comes again is as it was, and so is what came and goes again. */
    private static void put(String quad, boolean added, Map<String, Boolean> net) {
        Boolean before = net.remove(quad);
        if (before == null || before == added) {
            net.put(quad, added);
        }
    }

    private String text(long version, Delta delta) {
        StringWriter text = new StringWriter(1 << 16);
        AWriter out = IO.wrap(text);
        out.print(COMMIT + version + "\nTX .\n");
        delta.gone().forEach(quad -> line("D ", quad, out));
        delta.fresh().forEach(quad -> line("A ", quad, out));
        out.print(END + "\n");
        out.flush();
        return text.toString();
    }

    private void line(String code, Quad quad, AWriter out) {
        if (!quad.getGraph().equals(without)) {
            out.print(code);
            QuadLine.write(out, quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph());
            out.print('\n');
        }
    }

    private void beginAnew(long version) throws IOException {
        for (Path old : files()) {
            Files.delete(old);
        }
        file = fileFrom(version);
        from = version;
        last = version;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(COMMIT + version + "\n" + END + "\n");
        }
    }

    private void dropOldest() throws IOException {
        List<Path> files = new ArrayList<>(files());
        while (files.size() >= MOST_FILES) {
            Files.delete(files.removeFirst());
            from = state(files.getFirst());
        }
    }

    /** In the order of states. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("\\d{12}\\.rdfp"))
                    .sorted()
                    .toList();
        }
    }

    private Path fileFrom(long version) {
        return folder.resolve("%012d.rdfp".formatted(version));
    }

    private static long state(Path part) {
        return Long.parseLong(part.getFileName().toString().substring(0, 12));
    }

    /** Of a file that ends as it should. */
    private OptionalLong lastCommit(Path part) throws IOException {
        String end = "\n" + END + "\n";
        try (RandomAccessFile raw = new RandomAccessFile(part.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(raw.length(), end.length())];
            raw.seek(raw.length() - tail.length);
            raw.readFully(tail);
            if (!new String(tail, StandardCharsets.UTF_8).equals(end)) {
                return OptionalLong.empty();
            }
        }
        try (Stream<String> lines = Files.lines(part)) {
            return lines.filter(line -> line.startsWith(COMMIT))
                    .mapToLong(line -> Long.parseLong(line.substring(COMMIT.length())))
                    .max();
        }
    }
}
