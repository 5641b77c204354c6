package khabar.browse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.browse.FacetColumns.Family;
import khabar.browse.FacetColumns.Value;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
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

    /** What it asks of the store. */
    static final List<String> QUERIES = List.of("page/facets", "page/within");

    /** Things that are read with one query. */
    private static final int TOGETHER = 250;

    /** Numbers are not given away twice: when fewer than one in so many is of something, all are given anew. */
    private static final int WASTE = 3;

    private static final int FEW = 10_000;

    private final Store store;
    private final NamedQuery facets;
    private final NamedQuery within;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Touched touched = new Touched();
    private final AtomicBoolean making = new AtomicBoolean();
    private FacetColumns columns = new FacetColumns();

    FacetIndex(Store store, Queries queries) {
        this.store = store;
        this.facets = queries.get(QUERIES.getFirst());
        this.within = queries.get(QUERIES.getLast());
        store.follow(touched::note);
    }

    /**
     * {@link #refresh} where only what was touched is to be read. Where everything is, which takes long in a large store, it is
     * read beside whoever asks.
     *
     * @return whether it is up to date
     */
    boolean refreshed() {
        if (touched.isEverything() && making.compareAndSet(false, true)) {
            Thread.ofPlatform().name("facets").daemon().start(() -> {
                try {
                    refresh();
                } catch (RuntimeException failed) {
                    // As when the server ends meanwhile; whoever asks next begins anew.
                    LOG.warn("facets could not be read: {}", failed.toString());
                } finally {
                    making.set(false);
                }
            });
        }
        if (making.get()) {
            return false;
        }
        refresh();
        return true;
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
        Map<Node, Set<Node>> containers = new HashMap<>();
        store.each(
                within,
                Map.of(),
                row -> containers
                        .computeIfAbsent(row.node("place"), first -> new HashSet<>())
                        .add(row.node("container")));
        containers.forEach(made::within);
        // Lists, and each value once: a hundred thousand articles have millions.
        Map<Value, Value> known = new HashMap<>();
        Map<Node, List<Value>> values = new HashMap<>();
        store.each(
                facets,
                Map.of(),
                row -> values(row, made)
                        .forEach(value -> values.computeIfAbsent(row.node("thing"), first -> new ArrayList<>())
                                .add(known.computeIfAbsent(value, same -> same))));
        for (Iterator<Map.Entry<Node, List<Value>>> all = values.entrySet().iterator(); all.hasNext(); all.remove()) {
            Map.Entry<Node, List<Value>> next = all.next();
            made.put(next.getKey(), new HashSet<>(next.getValue()));
        }
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
        List<Node> all = List.copyOf(things);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<Node> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            Map<Node, Set<Value>> values = new HashMap<>();
            some.forEach(thing -> values.put(thing, new HashSet<>()));
            store.each(
                    PageReading.among(facets, PageReading.THING, some),
                    Map.of(),
                    row -> values.computeIfAbsent(row.node("thing"), first -> new HashSet<>())
                            .addAll(values(row, columns).toList()));
            values.forEach(columns::put);
        }
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

    /** What a row says of its thing. */
    private static Stream<Value> values(Row row, FacetColumns columns) {
        Node value = row.node("value");
        String facet = row.text("facet");
        return switch (facet) {
            case "day" -> day(value).map(day -> new Value(Family.DAY, day)).stream();
            case "begin" -> day(value).map(day -> new Value(Family.BEGIN, day)).stream();
            case "did", "met" ->
                Stream.of(
                        new Value(Family.ACTOR, value),
                        new Value(Family.PART, value),
                        new Value(facet.equals("did") ? Family.DID : Family.MET, value));
            case "publisher" -> Stream.of(new Value(Family.SOURCE, value), new Value(Family.PUBLISHER, value));
            case "place" -> within(value, columns);
            case "site" -> Stream.concat(Stream.of(new Value(Family.SITE, value)), within(value, columns));
            default -> Stream.of(new Value(Family.valueOf(facet.toUpperCase(Locale.ROOT)), value));
        };
    }

    private static Stream<Value> within(Node place, FacetColumns columns) {
        return columns.around(place).stream().map(around -> new Value(Family.PLACE, around));
    }

    private static Optional<LocalDate> day(Node value) {
        String written = value.getLiteralLexicalForm();
        try {
            return Optional.of(LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written));
        } catch (DateTimeException none) {
            return Period.first(written);
        }
    }
}
