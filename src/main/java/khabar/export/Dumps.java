package khabar.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khabar.store.Census;
import khabar.store.Store;
import org.apache.jena.graph.Graph;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dated dumps of a store: folders that appear whole and never change.
 *
 * @param directory holds them; need not be there
 */
public record Dumps(Path directory) {
    static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:-(\\d{1,4}))?");
    private static final Pattern FILE = Pattern.compile("[a-z]+(?:\\.[a-z0-9]+)+");

    /** In which folder of a store's directory they lie. */
    public static Dumps of(Path store) {
        return new Dumps(store.resolve("dumps"));
    }

    /** The latest first. */
    public List<DumpManifest> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder ->
                            NAME.matcher(folder.getFileName().toString()).matches())
                    .flatMap(folder -> manifest(folder).stream())
                    .sorted(Comparator.comparingLong(DumpManifest::version)
                            .thenComparing(DumpManifest::made)
                            .reversed())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file of a dump, the manifest and the checksums too; empty where there is none. */
    public Optional<Path> file(String dump, String name) {
        if (!NAME.matcher(dump).matches() || !FILE.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(directory.resolve(dump).resolve(name)).filter(Files::isRegularFile);
    }

    /**
     * Writes a dump of the store as it is now, under the name of the day; where the latest one shows the same state, that.
     *
     * @param header describes what was counted: the head of each file
     */
    public DumpManifest write(Store store, Clock clock, Function<Census, Graph> header) throws IOException {
        Optional<DumpManifest> latest = all().stream().findFirst();
        if (latest.isPresent() && latest.get().version() == store.version()) {
            return latest.get();
        }
        Files.createDirectories(directory);
        return new DumpWriter(store, directory, nextName(clock), header).write(clock.instant());
    }

    private String nextName(Clock clock) {
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? day : day + "-" + n)
                .filter(name -> !Files.exists(directory.resolve(name)))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<DumpManifest> manifest(Path folder) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(folder.resolve(MANIFEST)), DumpManifest.class));
        } catch (NoSuchFileException unfinished) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
