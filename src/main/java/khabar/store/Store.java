package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Literals;
import khabar.vocab.Owl;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.query.text.TextDatasetFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/** The one place where data is read and written. Safe for many threads: readers never wait, writers wait for each other. */
public final class Store implements AutoCloseable {
    private final Base base;
    private final DatasetGraph database;
    private final DatasetGraph dataset;
    private final DatasetGraph present;
    /** Of the writer. */
    private final Remembered remembered;

    private final TextIndexing text;
    private final BodyIndexing bodies;
    private final Archive archive;
    private final Notes notes;
    private final Optional<StoreLock> lock;
    private final Node self;

    private final Gate gate = new Gate();
    private final ReentrantLock writer = new ReentrantLock(true);
    /** Of a store that lasts. */
    private volatile @Nullable ChangeLog changeLog;

    /** Empty in memory. */
    private Optional<Room> room = Optional.empty();

    /** Empty in memory. */
    private Optional<StoreSettings> place = Optional.empty();

    private volatile @Nullable Throwable fault;
    private volatile boolean closing;
    private volatile Consumer<Throwable> whenBroken = failed -> {};
    private final List<Consumer<Commit>> followers = new CopyOnWriteArrayList<>();
    private volatile long version;
    private volatile Instant modified = Instant.EPOCH;
    /** Of the writer. */
    private @Nullable Together together;
    /** Of the writer. */
    private boolean planning;

    private Store(
            Base base,
            DatasetGraph database,
            TextIndexing text,
            BodyIndexing bodies,
            Archive archive,
            Notes notes,
            Optional<StoreLock> lock) {
        this.base = base;
        this.database = database;
        this.text = text;
        this.bodies = bodies;
        this.archive = archive;
        this.notes = notes;
        this.lock = lock;
        this.self = base.graph("dataset");
        this.dataset = TextDatasetFactory.create(database, text.index());
        this.dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        StoppablePaths.mend(this.dataset);
        this.present = new ReadView(this.dataset, gate);
        this.remembered = Remembered.of(this.present, () -> Ids.ofFew(database));
    }

    /**
     * Opens the store in a directory, and makes it where there is none: its base IRI is then fixed for ever.
     *
     * @throws StoreException.InUse when someone else has it open
     * @throws StoreException.OtherBase when it was made with another base
     * @throws StoreException.Unusable when the directory cannot be used
     * @throws StoreException.Harmed when its files cannot be read
     */
    public static Store open(StoreSettings settings, Base base) {
        StoreLock lock;
        try {
            Files.createDirectories(settings.directory());
            lock = StoreLock.take(settings);
        } catch (IOException unusable) {
            throw new StoreException.Unusable(settings.directory(), why(unusable), unusable);
        }
        try {
            StoreMarker.check(settings, base);
            Files.createDirectories(settings.dataset());
            Compaction.dropEmpty(settings.dataset());
            DatasetGraph database =
                    DatabaseMgr.connectDatasetGraph(settings.dataset().toString());
            Archive archive = DiskArchive.on(settings.archive());
            Store store = new Store(
                    base,
                    database,
                    TextIndexing.on(settings.text()),
                    BodyIndexing.on(settings.bodies(), base, archive),
                    archive,
                    Notes.in(settings),
                    Optional.of(lock));
            store.room = Optional.of(new Room(settings.directory(), settings.reserve()));
            store.place = Optional.of(settings);
            store.load();
            store.changeLog = ChangeLog.open(settings.changes(), store.self, store.version);
            store.bringOntology(settings.vocabulary());
            return store;
        } catch (IOException | RuntimeException failed) {
            throw unusable(settings, lock, failed);
        }
    }

    /** A store that ends with the program. */
    public static Store inMemory(Base base) {
        Store store = empty(base);
        store.bringOntology();
        return store;
    }

    /** A store that ends with the program and has not even the vocabulary, which takes most of the time to make one. */
    public static Store empty(Base base) {
        Archive archive = new MemoryArchive();
        Store store = new Store(
                base,
                DatabaseMgr.createDatasetGraph(),
                TextIndexing.inMemory(),
                BodyIndexing.inMemory(base, archive),
                archive,
                Notes.inMemory(),
                Optional.empty());
        store.load();
        return store;
    }

    public Base base() {
        return base;
    }

    /** For the endpoint: reads only, under transactions of its own; its default graph is the union in queries. */
    public DatasetGraph dataset() {
        return present;
    }

    /** What readers say is wrong; they come and go with the store, and with its backups. */
    public Notes notes() {
        return notes;
    }

    public Archive archive() {
        return archive;
    }

    /** Search over the whole texts of articles. */
    public Bodies bodies() {
        return bodies.bodies();
    }

    /** The number of commits so far. */
    public long version() {
        return version;
    }

    /** When the last commit was, to the second; the start of time where there was none. */
    public Instant modified() {
        return modified;
    }

    /** Counts everything but the graph that tells of the data as a whole, in one read transaction. */
    public Census census() {
        return Txn.calculateRead(present, () -> Census.of(new Scan(database), self));
    }

    /**
     * How to come from an earlier state to the present one.
     *
     * @param most quads that are named at most
     */
    public History changesSince(long since, int most) {
        ChangeLog log = changeLog;
        if (log == null) {
            return new History.Unknown(version, version);
        }
        try {
            return log.since(since, most);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Hands over the answers of a SELECT one after the other, inside the transaction. */
    public void each(NamedQuery query, Map<String, Node> given, Consumer<Row> reader) {
        read(present -> {
            try (QueryExec exec = prepared(query, given)) {
                exec.select().forEachRemaining(binding -> reader.accept(new Row(binding)));
                return given;
            }
        });
    }

    /** The answers of a SELECT as values, computed inside the transaction. */
    public <T> List<T> select(NamedQuery query, Map<String, Node> given, Function<Row, T> toValue) {
        return read(present -> {
            try (QueryExec exec = prepared(query, given)) {
                List<T> values = new ArrayList<>();
                exec.select().forEachRemaining(binding -> values.add(toValue.apply(new Row(binding))));
                return List.copyOf(values);
            }
        });
    }

    public boolean ask(NamedQuery query, Map<String, Node> given) {
        return read(present -> {
            try (QueryExec exec = prepared(query, given)) {
                return exec.ask();
            }
        });
    }

    /** The graph that a CONSTRUCT describes, in memory. */
    public Graph construct(NamedQuery query, Map<String, Node> given) {
        return read(present -> {
            try (QueryExec exec = prepared(query, given)) {
                return exec.construct();
            }
        });
    }

    /** One read transaction: what it sees does not change while it reads. The value must not depend on it afterwards. */
    public <T> T read(Function<DatasetGraph, T> reading) {
        // Within a transaction Jena would end that one, too, where the reading fails.
        return present.isInTransaction()
                ? reading.apply(present)
                : Txn.calculateRead(present, () -> reading.apply(present));
    }

    /** As the numbers of the nodes, in one read transaction. */
    public <T> T readIds(Function<Ids, T> reading) {
        return read(present -> reading.apply(Ids.ofMany(database)));
    }

    /** Every triple of the union of all graphs once, subject by subject, in one read transaction and constant memory. */
    public <T> T readUnion(Function<Iterator<Triple>, T> reading) {
        return Txn.calculateRead(present, () -> reading.apply(new Scan(database).union()));
    }

    /** Everything, graph by graph and subject by subject, in one read transaction and constant memory. */
    public <T> T readQuads(Function<Iterator<Quad>, T> reading) {
        return Txn.calculateRead(present, () -> reading.apply(new Scan(database).quads()));
    }

    /**
     * The one door. The plan is computed from what is there, under the writer's lock; then all of it is written at once.
     * What the plan throws goes through and nothing is written.
     *
     * @return the version after it; unchanged where there was nothing to change
     * @throws StoreException.Full when the disk is nearly full; then nothing is written
     * @throws StoreException.Broken when the machine failed in the middle, and for every write after that
     * @throws StoreException.Busy when the store is being closed
     */
    public long write(Function<DatasetGraph, Changes> plan) {
        if (writer.isHeldByCurrentThread() && (planning || together == null)) {
            throw new IllegalStateException("a plan cannot write: it returns what is to be written");
        }
        writer.lock();
        try {
            planning = true;
            refuseAfterFault();
            if (closing) {
                throw new StoreException.Busy("the store is being closed; what was stored before stays");
            }
            List<Original> originals = new ArrayList<>();
            Delta delta = read(present -> {
                Changes changes = plan.apply(remembered);
                originals.addAll(changes.originals());
                return Delta.between(remembered, changes);
            });
            if (!delta.isEmpty() || !originals.isEmpty()) {
                checkRoom(0);
            }
            archive.append(originals);
            if (!delta.isEmpty()) {
                commit(delta);
            }
            return version;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            planning = false;
            writer.unlock();
        }
    }

    /**
     * What this thread writes until the end of it is one commit: its plans see what those before them wrote, all others see
     * it when all of it is there, and after a crash none of it is. Each commit copies every page of the indexes that it
     * touches; where much is loaded, fewer commits save most of the disk. Other writers wait. The log of changes begins anew.
     */
    public Together together() {
        writer.lock();
        if (writer.getHoldCount() > 1) {
            writer.unlock();
            throw new IllegalStateException("a plan cannot write, and all that is together is together already");
        }
        together = new Together();
        return together;
    }

    /** Writes that are one commit. To be closed by the thread that began it. */
    public final class Together implements AutoCloseable {
        private final List<Delta> deltas = new ArrayList<>();
        private boolean begun;

        private Together() {}

        private void put(Delta delta) {
            if (!begun) {
                dataset.begin(TxnType.WRITE);
                begun = true;
            }
            Store.this.put(delta);
            if (!followers.isEmpty()) {
                deltas.add(delta);
            }
        }

        /** @throws StoreException.Broken when the machine failed in the middle; then none of it is there */
        @Override
        public void close() {
            try {
                if (begun) {
                    refuseAfterFault();
                    guarded(() -> {
                        finish(deltas);
                        ChangeLog log = changeLog;
                        if (log != null) {
                            log.miss(version);
                        }
                    });
                }
            } finally {
                together = null;
                writer.unlock();
            }
        }
    }

    private void checkRoom(long more) throws IOException {
        if (room.isPresent()) {
            room.get().check(more);
        }
    }

    /** Who writes one transaction after the other ends after this one. */
    @Override
    public void close() {
        closing = true;
        writer.lock();
        try {
            closeIndexes();
            TDBInternal.expel(database, true);
            archive.close();
            notes.close();
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            writer.unlock();
        }
    }

    /**
     * Dataset, archive and text index as of one commit, in one read transaction; writers wait only until it has begun.
     * The value must not depend on the snapshot afterwards.
     */
    <T> T snapshot(Function<Snapshot, T> reading) {
        writer.lock();
        try {
            return read(present -> {
                try (Snapshot now = new Snapshot(
                        base, database, version, archive, archive.end(), text.committed(), bodies.committed())) {
                    writer.unlock();
                    return reading.apply(now);
                }
            });
        } finally {
            if (writer.isHeldByCurrentThread()) {
                writer.unlock();
            }
        }
    }

    /**
     * Writes the dataset anew without what was removed. Readers go on and wait at most for a moment; writers wait.
     *
     * @param patience how long readers that are inside may take to end
     * @throws StoreException.Busy where they took longer: then everything is as before
     * @throws StoreException.Full where the disk has no room for what is there without what was removed
     */
    public Compacted compact(Duration patience) throws IOException {
        writer.lock();
        try {
            refuseAfterFault();
            Path folder = TDBInternal.getDatabaseContainer(database).getContainerPath();
            long before = Compaction.size(folder);
            if (!Compaction.run(database, gate, patience, this::checkRoom)) {
                throw new StoreException.Busy("someone has been reading for too long; compact again later");
            }
            long after = Compaction.size(folder);
            if (place.isPresent()) {
                Space.note(place.get().compacted(), after);
            }
            return new Compacted(before, after);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreException.Busy("the compaction was stopped");
        } finally {
            writer.unlock();
        }
    }

    /** What the dataset takes up; nothing in memory. */
    public Space space() throws IOException {
        return place.isPresent() ? Space.of(place.get().dataset(), place.get().compacted()) : new Space(0, 0);
    }

    /**
     * Makes both search indexes anew from dataset and archive. Readers go on with what was there; writers wait.
     *
     * @return how many documents each holds now
     */
    public Reindexed reindex() {
        writer.lock();
        try {
            refuseAfterFault();
            checkRoom(0);
            return read(present -> {
                text.rebuild(database, version);
                bodies.rebuild(database, version);
                return new Reindexed(text.size(), bodies.size());
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            writer.unlock();
        }
    }

    /** Whether both search indexes have followed the last commit; they do while somebody writes, who commits all together. */
    public boolean isInStep() {
        if (fault != null) {
            return false;
        }
        if (!writer.tryLock()) {
            return true;
        }
        try {
            return text.hasFollowed(version) && bodies.hasFollowed(version);
        } finally {
            writer.unlock();
        }
    }

    /**
     * How many documents the search indexes hold.
     *
     * @param labels in the index over labels, headlines and quotations
     * @param bodies in the index over whole texts
     */
    public record Reindexed(long labels, long bodies) {}

    /**
     * Goes through all of the store, while readers and writers go on.
     *
     * @param checks queries that are to give no row
     * @param progress in quads of all indexes
     */
    public Verification.Report verify(List<NamedQuery> checks, Progress progress) {
        return Verification.of(this, text, checks, progress);
    }

    /** What the dataset took up on the disk, and takes up now: bytes. */
    public record Compacted(long before, long after) {}

    /** After a fault an index may be closed already; what it has not committed must not be. */
    private void closeIndexes() throws IOException {
        if (fault == null) {
            text.index().close();
        } else {
            text.index().getIndexWriter().rollback();
            bodies.takeBack();
        }
        bodies.close();
    }

    private void load() {
        Txn.executeRead(present, () -> {
            version = storedVersion();
            modified = storedTime();
            if (!text.hasFollowed(version)) {
                text.rebuild(database, version);
            }
            if (!bodies.hasFollowed(version)) {
                bodies.rebuild(database, version);
            }
        });
    }

    /** Only where the store has another one, or none; to compare it with all of the graph would take a while. */
    private void bringOntology(Path brought) throws IOException {
        String hash = OntologyGraph.hash();
        if (version == 0 || !Files.exists(brought) || !Files.readString(brought).equals(hash)) {
            bringOntology();
            Files.writeString(brought, hash);
        }
    }

    private void bringOntology() {
        write(present -> Changes.replacing(base.graph("ontology"), OntologyGraph.graph()));
    }

    private QueryExec prepared(NamedQuery query, Map<String, Node> given) {
        if (!given.keySet().containsAll(query.given())) {
            throw new IllegalArgumentException(
                    "query " + query.name() + " needs values for " + query.given() + ", not " + given.keySet());
        }
        QueryExecBuilder builder = QueryExec.dataset(dataset).query(query.query());
        given.forEach(builder::substitution);
        return builder.build();
    }

    private void commit(Delta delta) {
        Together many = together;
        guarded(() -> {
            if (many != null) {
                many.put(delta);
                return;
            }
            dataset.begin(TxnType.WRITE);
            put(delta);
            finish(List.of(delta));
            ChangeLog log = changeLog;
            if (log != null) {
                log.follow(version, delta);
            }
        });
    }

    private void guarded(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException | Error failed) {
            fault = failed;
            takeBack(failed);
            whenBroken.accept(failed);
            throw new StoreException.Broken(failed);
        }
    }

    /** In the write transaction. */
    private void put(Delta delta) {
        QuadIndexes.write(database, delta);
        text.put(delta);
        bodies.put(delta, dataset);
        remembered.follow(delta);
    }

    private void finish(List<Delta> deltas) {
        long next = version + 1;
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Delta state = new Delta(
                Stream.of(Owl.versionInfo, Dct.modified)
                        .flatMap(property -> Iter.toList(dataset.find(self, self, property, Node.ANY)).stream())
                        .toList(),
                List.of(
                        Quad.create(self, self, Owl.versionInfo, Literals.integer(next)),
                        Quad.create(self, self, Dct.modified, Literals.dateTime(now.atOffset(ZoneOffset.UTC)))));
        state.gone().forEach(dataset::delete);
        state.fresh().forEach(dataset::add);
        text.follow(next);
        bodies.prepare(next);
        dataset.commit();
        dataset.end();
        remembered.follow(state);
        bodies.commit();
        for (Delta delta : deltas) {
            Commit commit = new Commit(next, delta.gone(), delta.fresh());
            followers.forEach(follower -> follower.accept(commit));
        }
        // What is kept by the version is made of the whole of it: both searches, and what followers keep.
        version = next;
        modified = now;
    }

    /** What fails on the way back must not hide what failed first. */
    private void takeBack(Throwable failed) {
        try {
            dataset.abort();
            dataset.end();
        } catch (RuntimeException | Error again) {
            failed.addSuppressed(again);
        }
    }

    /** Is told of each commit from now on, before the next write begins. */
    public void follow(Consumer<Commit> follower) {
        followers.add(follower);
    }

    /** What to do when a write failed in the middle: a server ends, and recovery at the next start takes over. */
    public void whenBroken(Consumer<Throwable> action) {
        whenBroken = action;
    }

    private long storedVersion() {
        List<Long> found = new ArrayList<>();
        database.find(self, self, Owl.versionInfo, Node.ANY)
                .forEachRemaining(
                        (Quad quad) -> found.add(Long.parseLong(quad.getObject().getLiteralLexicalForm())));
        return found.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private Instant storedTime() {
        return Iter.iter(database.find(self, self, Dct.modified, Node.ANY))
                .map(quad -> OffsetDateTime.parse(quad.getObject().getLiteralLexicalForm())
                        .toInstant())
                .reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void refuseAfterFault() {
        Throwable before = fault;
        if (before != null) {
            throw new StoreException.Broken(before);
        }
    }

    private static RuntimeException unusable(StoreSettings settings, StoreLock lock, Exception failed) {
        try {
            lock.close();
        } catch (IOException again) {
            failed.addSuppressed(again);
        }
        return switch (failed) {
            case StoreException known -> known;
            case DBOpEnvException locked
            when isOfALock(locked) ->
                new StoreException.InUse(settings.directory(), String.valueOf(locked.getMessage()));
            case RuntimeException harmed
            when StoreException.Harmed.isCauseOf(harmed) -> new StoreException.Harmed(settings.directory(), harmed);
            default -> new StoreException.Unusable(settings.directory(), failed.toString(), failed);
        };
    }

    /** It is thrown for a file of an unknown kind, too. */
    private static boolean isOfALock(DBOpEnvException thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith("ProcessFileLock"));
    }

    private static String why(IOException unusable) {
        return switch (unusable) {
            case FileAlreadyExistsException file -> "it is a file; name a folder";
            case AccessDeniedException denied -> "not permitted to read or write " + denied.getFile();
            case NoSuchFileException missing -> missing.getFile() + " cannot be made there";
            default -> unusable.toString();
        };
    }
}
