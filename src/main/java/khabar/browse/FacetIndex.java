package khabar.browse;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.Store;
import khabar.vocab.Kh;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facets of the store as it is. All of it is read once; from then on what commits touch is noted, and read again, thing by
 * thing, before the next answer. Safe for many threads.
 */
final class FacetIndex {
    private static final Logger LOG = LoggerFactory.getLogger(FacetIndex.class);

    /** What would give the same. */
    static final List<String> QUERIES = List.of("page/facets", "page/within");

    /** Numbers are not given away twice: when fewer than one in so many is of something, all are given anew. */
    private static final int WASTE = 3;

    private static final int FEW = 10_000;

    /**
     * So long whoever asks waits for all to be read. Of a hundred thousand articles it takes eleven seconds, and the queries in
     * its place forty.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Store store;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Touched touched = new Touched();
    private CompletableFuture<?> making = CompletableFuture.completedFuture(null);
    private FacetColumns columns = new FacetColumns();

    FacetIndex(Store store) {
        this.store = store;
        store.follow(touched::note);
    }

    /**
     * {@link #refresh} where only what was touched is to be read. Where everything is, which takes long in a large store, it is
     * read beside whoever asks, who waits for a moment.
     *
     * @return whether it is up to date
     */
    boolean refreshed() {
        if (!isMade()) {
            return false;
        }
        refresh();
        return true;
    }

    private boolean isMade() {
        try {
            making().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException later) {
            return false;
        } catch (ExecutionException failed) {
            // As when the server ends meanwhile; whoever asks next begins anew.
            LOG.warn("facets could not be read: {}", String.valueOf(failed.getCause()));
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nobody need wait for it: done where nothing or only what was touched is to be read. */
    synchronized CompletableFuture<?> making() {
        if (making.isDone()) {
            making = touched.isEverything()
                    ? CompletableFuture.runAsync(
                            this::refresh,
                            reading ->
                                    Thread.ofPlatform().name("facets").daemon().start(reading))
                    : CompletableFuture.completedFuture(null);
        }
        return making;
    }

    /**
     * Brings it up to the last commit. Not to be called within a reading of the store, which may have begun before that
     * commit.
     */
    void refresh() {
        if (touched.isNothing()) {
            return;
        }
        lock.writeLock().lock();
        // Taken before the reading begins, so that it sees all that was touched.
        Touched.Things some = touched.take();
        boolean done = false;
        try {
            store.read(present -> {
                if (some.everything() || isWasteful() || !again(present, some)) {
                    columns = all();
                }
                return columns;
            });
            done = true;
        } finally {
            if (!done) {
                touched.everything();
            }
            lock.writeLock().unlock();
        }
    }

    /** As it was brought up to last, or newer. */
    <T> T read(Function<Facets, T> reading) {
        lock.readLock().lock();
        try {
            return reading.apply(new Facets(columns));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** For tests, of one thread. */
    FacetColumns columns() {
        return columns;
    }

    private boolean isWasteful() {
        return columns.numbers() > FEW && columns.numbers() > WASTE * columns.units();
    }

    private FacetColumns all() {
        FacetColumns made = new FacetColumns();
        store.readIds(ids -> {
            Map<Node, Set<Node>> containers = new HashMap<>();
            ids.each(
                    ids.id(Kh.within),
                    (place, container) -> containers
                            .computeIfAbsent(ids.node(place), first -> new HashSet<>())
                            .add(ids.node(container)));
            containers.forEach(made::within);
            FacetReading.all(ids, made::around, made::put);
            return made;
        });
        return made;
    }

    /** @return false where the places around a known place changed, and with them what countless things have */
    private boolean again(DatasetGraph present, Touched.Things some) {
        for (Node place : some.places()) {
            Set<Node> around = found(present, place, Kh.within, Node.ANY)
                    .map(Quad::getObject)
                    .collect(Collectors.toSet());
            if (!around.equals(columns.containers(place))) {
                if (columns.knows(place)) {
                    return false;
                }
                columns.within(place, around);
            }
        }
        Set<Node> things = new HashSet<>(some.things());
        for (Node touched : some.things()) {
            subjects(present, Kh.reports, touched).forEach(things::add);
            subjects(present, Kh.reportedIn, touched)
                    .forEach(report -> events(present, report).forEach(things::add));
            events(present, touched).forEach(things::add);
        }
        for (Node actor : some.kinds()) {
            subjects(present, Kh.mentions, actor).forEach(things::add);
        }
        read(things);
        return true;
    }

    /** Reads what these have of their own. */
    private void read(Collection<Node> things) {
        store.readIds(ids -> {
            FacetReading reading = FacetReading.ofSome(ids, columns::around);
            things.forEach(thing -> columns.put(thing, reading.of(thing)));
            return columns;
        });
    }

    private static Stream<Node> subjects(DatasetGraph present, Node property, Node object) {
        return found(present, Node.ANY, property, object).map(Quad::getSubject);
    }

    /** Which events a report is of. */
    private static Stream<Node> events(DatasetGraph present, Node report) {
        return found(present, report, Kh.reportOf, Node.ANY).map(Quad::getObject);
    }

    private static Stream<Quad> found(DatasetGraph present, Node subject, Node property, Node object) {
        return Iter.asStream(present.find(Quad.unionGraph, subject, property, object));
    }
}
