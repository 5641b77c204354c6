package khabar.browse;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import khabar.browse.FacetColumns.Family;
import khabar.browse.FacetColumns.Value;
import khabar.store.Ids;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What things can be narrowed by, out of what is said of them: what {@code page/facets} gives and the codes of events, without
 * SPARQL, by the numbers of nodes. For one reading of the store.
 */
final class FacetReading {
    /** By these something has a facet. */
    private static final List<Node> TELLING = List.of(
            Kh.reports,
            Kh.mentions,
            Kh.place,
            Kh.publishedDay,
            Schema.publisher,
            Kh.eventType,
            Kh.firstPublished,
            Kh.begin);

    /** What else has to be known of it, and of its reports and their articles. */
    private static final List<Node> BESIDE = List.of(
            Prov.invalidatedAtTime,
            Kh.eventMode,
            Kh.context,
            Kh.quadClass,
            Kh.actor,
            Kh.recipient,
            Kh.reportedPlace,
            Kh.reportedIn,
            Schema.inLanguage,
            Kh.sourceCount,
            Kh.confidence);

    private static final List<Node> CODES = List.of(Kh.eventType, Kh.eventMode, Kh.context);
    private static final List<Integer> SOURCES = List.of(2, 3, 5, 10);
    private static final List<Integer> HUNDREDTHS = List.of(90, 80, 60);

    private final Ids ids;
    private final Said said;
    private final Function<Node, Set<Node>> around;
    private final Map<Node, Long> known = new HashMap<>();
    private final Map<Long, Node> nodes = new HashMap<>();
    /** Each value once: a hundred thousand articles have millions. */
    private final Map<Value, Value> values = new HashMap<>();

    /** What is said, by numbers; each answer once. */
    private interface Said {
        long[] objects(Node property, long subject);

        long[] subjects(Node property, long object);
    }

    private FacetReading(Ids ids, Function<Node, Set<Node>> around, Function<FacetReading, Said> said) {
        this.ids = ids;
        this.around = around;
        this.said = said.apply(this);
    }

    /** For a few things, each looked up. {@code around}: the places around a place, and the place. */
    static FacetReading ofSome(Ids ids, Function<Node, Set<Node>> around) {
        return new FacetReading(ids, around, reading -> new Said() {
            @Override
            public long[] objects(Node property, long subject) {
                return ids.objects(subject, reading.id(property));
            }

            @Override
            public long[] subjects(Node property, long object) {
                return ids.subjects(reading.id(property), object);
            }
        });
    }

    Set<Value> of(Node thing) {
        return of(ids.id(thing));
    }

    /** All things, property by property, which is what the index is in the order of. */
    static void all(Ids ids, Function<Node, Set<Node>> around, BiConsumer<Node, Set<Value>> to) {
        Gathered gathered = new Gathered();
        FacetReading reading = new FacetReading(ids, around, made -> gathered);
        TELLING.forEach(property -> gathered.put(property, Pairs.of(ids, reading.id(property))));
        BESIDE.forEach(property -> gathered.put(property, Pairs.of(ids, reading.id(property))));
        gathered.put(Rdf.type, reading.types());
        Pairs told = Pairs.of(ids, reading.id(Kh.reportOf));
        gathered.put(Kh.reportOf, told);
        gathered.turn(Kh.reportOf, told);
        LongStream.concat(
                        LongStream.concat(gathered.subjects(Rdf.type), Arrays.stream(told.values)),
                        TELLING.stream().flatMapToLong(gathered::subjects))
                .sorted()
                .distinct()
                .forEach(thing -> {
                    Set<Value> values = reading.of(thing);
                    if (!values.isEmpty()) {
                        to.accept(reading.node(thing), values);
                    }
                });
    }

    /** Of the classes that are asked for. */
    private Pairs types() {
        List<Pair> pairs = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long type = id(kind.type());
            Arrays.stream(ids.subjects(id(Rdf.type), type)).forEach(thing -> pairs.add(new Pair(thing, type)));
        }
        return Pairs.of(pairs);
    }

    private Set<Value> of(long thing) {
        Set<Value> found = new HashSet<>();
        long[] types = said.objects(Rdf.type, thing);
        if (said.objects(Prov.invalidatedAtTime, thing).length == 0) {
            for (Kind kind : Kind.values()) {
                if (is(types, kind)) {
                    found.add(value(Family.KIND, kind.type()));
                }
            }
        }
        if (is(types, Kind.EVENT)) {
            event(thing, found);
        }
        if (is(types, Kind.EVENT) || is(types, Kind.ARTICLE)) {
            each(Schema.inLanguage, thing, language -> found.add(value(Family.LANGUAGE, language)));
        }
        for (long report : said.objects(Kh.reports, thing)) {
            each(Kh.eventType, report, type -> found.add(value(Family.TYPE, type)));
            each(Kh.reportedPlace, report, place -> within(place, found));
        }
        for (long mentioned : said.objects(Kh.mentions, thing)) {
            found.add(value(Family.MENTION, node(mentioned)));
            if (is(types, Kind.ARTICLE) && isActor(mentioned)) {
                found.add(value(Family.ACTOR, node(mentioned)));
            }
        }
        each(Kh.place, thing, place -> {
            found.add(value(Family.SITE, place));
            within(place, found);
        });
        if (is(types, Kind.PLACE)) {
            within(node(thing), found);
        }
        if (is(types, Kind.SOURCE)) {
            found.add(value(Family.SOURCE, node(thing)));
        }
        each(Kh.publishedDay, thing, day -> day(Family.DAY, day, found));
        each(Schema.publisher, thing, publisher -> {
            found.add(value(Family.PUBLISHER, publisher));
            found.add(value(Family.SOURCE, publisher));
        });
        for (long report : said.subjects(Kh.reportOf, thing)) {
            for (long article : said.objects(Kh.reportedIn, report)) {
                each(Schema.publisher, article, publisher -> found.add(value(Family.SOURCE, publisher)));
            }
        }
        return found;
    }

    private void event(long event, Set<Value> found) {
        each(Kh.eventType, event, type -> found.add(value(Family.TYPE, type)));
        CODES.forEach(property -> each(property, event, code -> found.add(value(Family.CODE, code))));
        each(Kh.quadClass, event, quad -> found.add(value(Family.QUAD, quad)));
        each(Kh.actor, event, actor -> part(Family.DID, actor, found));
        each(Kh.recipient, event, recipient -> part(Family.MET, recipient, found));
        long[] published = said.objects(Kh.firstPublished, event);
        long[] begins = said.objects(Kh.begin, event);
        for (long begin : begins) {
            day(Family.BEGIN, node(begin), found);
        }
        if (published.length > 0) {
            for (long day : begins.length > 0 ? begins : published) {
                day(Family.DAY, node(day), found);
            }
        }
        for (long sources : said.objects(Kh.sourceCount, event)) {
            BigDecimal number = number(sources);
            atLeast(number, SOURCES, Family.SOURCES, found);
            if (number.compareTo(BigDecimal.ONE) > 0) {
                first(event, published, found);
            }
        }
        for (long confidence : said.objects(Kh.confidence, event)) {
            atLeast(number(confidence).movePointRight(2), HUNDREDTHS, Family.CONFIDENCE, found);
        }
    }

    private void part(Family role, Node party, Set<Value> found) {
        found.add(value(Family.ACTOR, party));
        found.add(value(Family.PART, party));
        found.add(value(role, party));
    }

    /** The languages of the articles that told of it on the first day. */
    private void first(long event, long[] published, Set<Value> found) {
        for (long report : said.subjects(Kh.reportOf, event)) {
            for (long article : said.objects(Kh.reportedIn, report)) {
                if (Arrays.stream(said.objects(Kh.publishedDay, article)).anyMatch(day -> holds(published, day))) {
                    each(Schema.inLanguage, article, language -> found.add(value(Family.FIRST, language)));
                }
            }
        }
    }

    private void atLeast(BigDecimal number, List<Integer> steps, Family family, Set<Value> found) {
        for (int step : steps) {
            if (number.compareTo(BigDecimal.valueOf(step)) >= 0) {
                found.add(value(family, NodeFactory.createLiteralString(Integer.toString(step))));
            }
        }
    }

    private BigDecimal number(long literal) {
        return new BigDecimal(node(literal).getLiteralLexicalForm());
    }

    private boolean isActor(long thing) {
        long[] types = said.objects(Rdf.type, thing);
        return is(types, Kind.PERSON) || is(types, Kind.ORGANISATION);
    }

    private boolean is(long[] types, Kind kind) {
        return holds(types, id(kind.type()));
    }

    private static boolean holds(long[] some, long one) {
        return Arrays.stream(some).anyMatch(each -> each == one);
    }

    private void within(Node place, Set<Value> found) {
        around.apply(place).forEach(one -> found.add(value(Family.PLACE, one)));
    }

    private void day(Family family, Node written, Set<Value> found) {
        day(written).ifPresent(day -> found.add(value(family, day)));
    }

    private static Optional<LocalDate> day(Node value) {
        String written = value.getLiteralLexicalForm();
        try {
            return Optional.of(LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written));
        } catch (DateTimeException none) {
            return Period.first(written);
        }
    }

    private Value value(Family family, Object what) {
        Value value = new Value(family, what);
        return values.computeIfAbsent(value, same -> same);
    }

    private void each(Node property, long subject, Consumer<Node> reader) {
        for (long object : said.objects(property, subject)) {
            reader.accept(node(object));
        }
    }

    private long id(Node known) {
        return this.known.computeIfAbsent(known, ids::id);
    }

    private Node node(long id) {
        return nodes.computeIfAbsent(id, ids::node);
    }

    private record Pair(long key, long value) {}

    /**
     * Of one property, in the order of the keys.
     *
     * @param keys the values of one stand side by side
     */
    private record Pairs(long[] keys, long[] values) {
        private static final long[] NONE = {};

        static Pairs of(Ids ids, long property) {
            List<Pair> pairs = new ArrayList<>();
            ids.each(property, (subject, object) -> pairs.add(new Pair(subject, object)));
            return of(pairs);
        }

        static Pairs of(List<Pair> pairs) {
            pairs.sort(Comparator.comparingLong(Pair::key));
            return new Pairs(
                    pairs.stream().mapToLong(Pair::key).toArray(),
                    pairs.stream().mapToLong(Pair::value).toArray());
        }

        Pairs turned() {
            List<Pair> pairs = new ArrayList<>(keys.length);
            for (int i = 0; i < keys.length; i++) {
                pairs.add(new Pair(values[i], keys[i]));
            }
            return of(pairs);
        }

        long[] of(long key) {
            int some = Arrays.binarySearch(keys, key);
            if (some < 0) {
                return NONE;
            }
            int from = some;
            while (from > 0 && keys[from - 1] == key) {
                from--;
            }
            int to = some + 1;
            while (to < keys.length && keys[to] == key) {
                to++;
            }
            return Arrays.copyOfRange(values, from, to);
        }
    }

    /** All that is said, in memory. */
    private static final class Gathered implements Said {
        private final Map<Node, Pairs> bySubject = new LinkedHashMap<>();
        private final Map<Node, Pairs> byObject = new LinkedHashMap<>();

        void put(Node property, Pairs pairs) {
            bySubject.put(property, pairs);
        }

        void turn(Node property, Pairs pairs) {
            byObject.put(property, pairs.turned());
        }

        LongStream subjects(Node property) {
            return Arrays.stream(of(bySubject, property).keys);
        }

        @Override
        public long[] objects(Node property, long subject) {
            return of(bySubject, property).of(subject);
        }

        @Override
        public long[] subjects(Node property, long object) {
            return of(byObject, property).of(object);
        }

        private static Pairs of(Map<Node, Pairs> pairs, Node property) {
            return Optional.ofNullable(pairs.get(property)).orElseThrow();
        }
    }
}
