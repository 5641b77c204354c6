package khabar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Writes the dataset anew, without what was removed, and deletes the old files. Jena's own compaction changes the files
 * under readers that are in the middle: their next step fails, their end is lost, and the compaction waits for it for ever
 * (apache/jena GH-3488). Here readers go on while the copy is made, and the change waits at the {@link Gate} until none is
 * inside. Writers must be held off by the caller.
 */
final class Compaction {
    private static final String GENERATION = "Data-";
    /** TDB2 deletes what is called so when it opens a dataset. */
    private static final String UNFINISHED = "-tmp";

    /** Refuses what there is no room for. */
    interface Check {
        void room(long bytes) throws IOException;
    }

    private final DatasetGraphSwitchable container;
    private final DatasetGraphTDB old;
    private final Path unfinished;
    private final Path next;

    private Compaction(DatasetGraph database) {
        this.container = TDBInternal.getDatabaseContainer(database);
        this.old = TDBInternal.getDatasetGraphTDB(database);
        String name =
                Path.of(old.getLocation().getDirectoryPath()).getFileName().toString();
        int number = Integer.parseInt(name.substring(GENERATION.length()));
        this.next = container.getContainerPath().resolve(String.format(Locale.ROOT, GENERATION + "%04d", number + 1));
        this.unfinished = next.resolveSibling(next.getFileName() + UNFINISHED);
    }

    /**
     * Copies what is there into a new generation and lets everybody go over to it.
     *
     * @param longest how long to wait for readers to end, in one go
     * @param check is told how much the new generation takes before it is written
     * @return false where they did not: then everything is as before
     */
    static boolean run(DatasetGraph database, Gate gate, Duration longest, Check check)
            throws IOException, InterruptedException {
        return new Compaction(database).run(gate, longest, check);
    }

    /** A generation has its name from when it is whole: the newest counts at the next start, whatever happens here. */
    private boolean run(Gate gate, Duration longest, Check check) throws IOException, InterruptedException {
        boolean done = false;
        try {
            PackedCopy copy = PackedCopy.of(old);
            check.room(copy.bytes());
            write(copy);
            Files.move(unfinished, next, StandardCopyOption.ATOMIC_MOVE);
            DatasetGraphTDB fresh =
                    StoreConnection.connectCreate(Location.create(next)).getDatasetGraphTDB();
            done = gate.alone(longest, () -> change(fresh));
        } finally {
            if (!done) {
                takeBack();
            }
        }
        if (done) {
            StoreConnection.release(old.getLocation());
            IO.deleteAll(Path.of(old.getLocation().getDirectoryPath()));
        }
        return done;
    }

    /** To be called before the dataset is opened: an empty folder that is called so would count as the newest generation. */
    static void dropEmpty(Path dataset) throws IOException {
        try (Stream<Path> folders = Files.list(dataset)) {
            for (Path folder : folders.filter(
                            path -> path.getFileName().toString().startsWith(GENERATION))
                    .toList()) {
                if (isEmpty(folder)) {
                    Files.delete(folder);
                }
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** The text index commits with the dataset: it must be told which one that is. */
    private void change(DatasetGraphTDB fresh) {
        TransactionCoordinator before = old.getTxnSystem().getTxnMgr();
        TransactionCoordinator after = fresh.getTxnSystem().getTxnMgr();
        after.execExclusive(() -> {
            after.takeOverFrom(before);
            after.modifyConfigDirect(() -> before.listExternals().forEach(after::addExternal));
            container.set(fresh);
        });
    }

    private void write(PackedCopy copy) throws IOException {
        Files.createDirectory(unfinished);
        Location place = Location.create(unfinished);
        try {
            copy.into(StoreConnection.connectCreate(place).getDatasetGraphTDB());
        } finally {
            StoreConnection.internalExpel(place, true);
        }
    }

    /** Before anyone may write again: at the next start the newest generation counts. */
    private void takeBack() throws IOException {
        if (Files.exists(next)) {
            StoreConnection.internalExpel(Location.create(next), true);
            Files.move(next, unfinished, StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(unfinished)) {
            IO.deleteAll(unfinished);
        }
    }

    /** Bytes of the files below a folder that hold something: TDB2 makes its files large and mostly empty. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += UsedBlocks.in(file);
            }
            return sum;
        }
    }
}
