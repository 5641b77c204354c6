package khabar.app.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import khabar.app.desk.Desk;
import khabar.app.desk.WholeFile;
import khabar.export.DumpManifest;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Ingest;
import khabar.ingest.IngestReport;
import khabar.store.Progress;
import khabar.store.Store;
import khabar.store.Verification;

/** What each kind of job does to the store of this server. */
final class Tasks {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BEGINS = "khabar-";
    private static final String ENDS = ".zip";

    private final Desk desk;
    private final Ingest ingest;
    private final Supplier<Gazetteer> gazetteer;
    private final JobSettings settings;
    private final Clock clock;

    Tasks(Desk desk, Ingest ingest, Supplier<Gazetteer> gazetteer, JobSettings settings, Clock clock) {
        this.desk = desk;
        this.ingest = ingest;
        this.gazetteer = gazetteer;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param article which one is to be read again; else all */
    Task of(JobKind kind, Optional<String> article) {
        return switch (kind) {
            case BACKUP -> this::backup;
            case COMPACT -> progress -> compact();
            case VERIFY -> this::verify;
            case DUMP -> progress -> dump();
            case REINDEX -> progress -> reindex();
            case REREAD -> progress -> reread(article, progress);
            case GAZETTEER -> progress -> gazetteer();
        };
    }

    private Task.Outcome backup(Progress progress) throws IOException {
        Path folder = Files.createDirectories(settings.backups());
        Path file = folder.resolve(BEGINS + MOMENT.format(clock.instant()) + ENDS);
        WholeFile.write(file, out -> desk.backup(out, progress));
        long gone = deleteOld(folder);
        return new Task.Outcome(
                "wrote " + file + ", deleted " + gone + " old ones",
                Map.of("file", String.valueOf(file.getFileName()), "bytes", Files.size(file), "deleted", gone));
    }

    /** The names are in the order of time. */
    private long deleteOld(Path folder) throws IOException {
        List<Path> backups;
        try (Stream<Path> files = Files.list(folder)) {
            backups = files.filter(file -> file.getFileName().toString().startsWith(BEGINS)
                            && file.getFileName().toString().endsWith(ENDS))
                    .sorted()
                    .toList();
        }
        List<Path> old = backups.subList(0, Math.max(0, backups.size() - settings.keep()));
        for (Path file : old) {
            Files.delete(file);
        }
        return old.size();
    }

    private Task.Outcome compact() throws IOException {
        Store.Compacted sizes = desk.compact();
        return new Task.Outcome("compacted from " + sizes.before() + " to " + sizes.after() + " bytes", sizes);
    }

    private Task.Outcome verify(Progress progress) throws IOException {
        Verification.Report report = desk.verify(progress);
        return new Task.Outcome(
                "verified " + report.quads() + " quads: " + report.findings().size() + " findings", report);
    }

    private Task.Outcome dump() throws IOException {
        DumpManifest dump = desk.dump();
        return new Task.Outcome("dump " + dump.name() + " of state " + dump.version(), dump);
    }

    private Task.Outcome reindex() throws IOException {
        Store.Reindexed sizes = desk.reindex();
        return new Task.Outcome("indexed " + sizes.labels() + " texts, " + sizes.bodies() + " bodies", sizes);
    }

    private Task.Outcome reread(Optional<String> article, Progress progress) throws IOException {
        IngestReport report = desk.reread(article, progress);
        return new Task.Outcome(report.line(), report);
    }

    /** A file that is wrong is said, and all stays as it was. */
    private Task.Outcome gazetteer() {
        Gazetteer fresh = gazetteer.get();
        ingest.use(fresh);
        Gazetteer.Own own = fresh.own();
        return new Task.Outcome(
                "gazetteer of %d own files: %d new, %d known with more names or sources"
                        .formatted(own.files(), own.added(), own.extended()),
                own);
    }
}
