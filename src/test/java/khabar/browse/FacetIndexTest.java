package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import khabar.browse.FacetColumns.Family;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facets that are kept are those that a query over everything counts, whatever is written, taken out, replaced or merged. */
class FacetIndexTest {
    private static final int STEPS = 40;
    private static final Query RECOUNT = QueryFactory.create(text("facets-recounted.rq"));

    private final Base base = Base.LOCAL;
    private final Store store = Store.empty(base);
    private final FacetIndex index = new FacetIndex(store);

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 12), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theyAreWhatARecountSays(long seed) {
        Random chance = new Random(seed);
        index.refresh();
        for (int step = 0; step < STEPS; step++) {
            int writes = 1 + chance.nextInt(3);
            for (int write = 0; write < writes; write++) {
                write(chance);
            }
            index.refresh();
            Map<Family, Map<Object, Set<Node>>> recounted = recounted();
            FacetColumns columns = index.columns();
            for (Facet facet : Facet.values()) {
                Family family = Family.of(facet);
                assertThat(columns.things(family)).as(facet.word()).isEqualTo(recounted.getOrDefault(family, Map.of()));
            }
            for (Family family : List.of(Family.DAY, Family.CODE)) {
                assertThat(columns.things(family))
                        .as(family.name())
                        .isEqualTo(recounted.getOrDefault(family, Map.of()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void besideAnEventStandWhatItsPartiesHaveAPartIn(long seed) {
        Random chance = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            write(chance);
            index.refresh();
            Node event = base.id("event", "e" + chance.nextInt(5));
            Set<Node> parties = parties(event);
            Set<Node> beside = store.read(present -> present.stream(Quad.unionGraph, Node.ANY, Rdf.type, Kh.Event)
                    .map(Quad::getSubject)
                    .filter(other -> !other.equals(event) && !Collections.disjoint(parties, parties(other)))
                    .collect(Collectors.toSet()));
            List<Node> found = index.read(facets -> facets.beside(event, parties, 100));
            assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(beside);
        }
    }

    private Set<Node> parties(Node event) {
        return store.read(present -> present.stream(Quad.unionGraph, event, Node.ANY, Node.ANY)
                .filter(quad -> quad.getPredicate().equals(Kh.actor)
                        || quad.getPredicate().equals(Kh.recipient))
                .map(Quad::getObject)
                .collect(Collectors.toSet()));
    }

    /** Else the other test would have tried nothing but reading everything. */
    @Test
    void onlyAPlaceThatComesToLieElsewhereMakesAllBeReadAgain() {
        Node graph = base.graph("places");
        Node town = base.id("place", "l0");
        Quad here = Quad.create(graph, town, Kh.within, base.id("place", "l1"));
        write(new Changes(Map.of(), List.of(), List.of(Quad.create(graph, town, Rdf.type, Kh.Place), here), List.of()));
        index.refresh();
        FacetColumns first = index.columns();
        Random chance = new Random(0);
        for (int i = 0; i < 50; i++) {
            List<Quad> fresh = LongStream.range(0, 10)
                    .mapToObj(any -> quad(chance))
                    .filter(quad -> !quad.getPredicate().equals(Kh.within))
                    .toList();
            write(new Changes(Map.of(), List.of(), fresh, List.of()));
            index.refresh();
        }
        assertThat(index.columns()).isSameAs(first);
        write(new Changes(
                Map.of(),
                List.of(here),
                List.of(Quad.create(graph, town, Kh.within, base.id("place", "l2"))),
                List.of()));
        index.refresh();
        assertThat(index.columns()).isNotSameAs(first);
    }

    private void write(Changes changes) {
        store.write(present -> changes);
    }

    /** A few quads come and a few of those that are there go. */
    private void write(Random chance) {
        List<Quad> fresh = new ArrayList<>();
        for (int i = chance.nextInt(12); i >= 0; i--) {
            fresh.add(quad(chance));
        }
        store.write(present -> {
            List<Quad> there = new ArrayList<>();
            present.find().forEachRemaining(there::add);
            there.removeIf(quad -> quad.isDefaultGraph() || quad.getGraph().equals(base.graph("dataset")));
            there.sort((one, other) -> one.toString().compareTo(other.toString()));
            Collections.shuffle(there, chance);
            List<Quad> gone = there.subList(0, Math.min(there.size(), chance.nextInt(8)));
            return new Changes(Map.of(), gone, fresh, List.of());
        });
    }

    private Quad quad(Random chance) {
        Node graph = base.graph("g" + chance.nextInt(3));
        Node article = base.id("article", "a" + chance.nextInt(5));
        Node report = base.id("report", "r" + chance.nextInt(6));
        Node event = base.id("event", "e" + chance.nextInt(5));
        Node actor = chance.nextBoolean()
                ? base.id("person", "p" + chance.nextInt(3))
                : base.id("organisation", "o" + chance.nextInt(3));
        Node source = base.id("source", "s" + chance.nextInt(3));
        Node type = Khe.concept(List.of("CONSULT", "ASSAULT", "PROTEST").get(chance.nextInt(3)));
        Node day = Literals.date(LocalDate.of(2017, 1 + chance.nextInt(3), 1 + chance.nextInt(3)));
        Node language = NodeFactory.createLiteralString(chance.nextBoolean() ? "ar" : "en");
        return switch (chance.nextInt(26)) {
            case 0 -> Quad.create(graph, article, Rdf.type, Kh.Article);
            case 1, 2 -> Quad.create(graph, event, Rdf.type, Kh.Event);
            case 3 -> Quad.create(graph, actor, Rdf.type, chance.nextBoolean() ? Kh.Person : Kh.Organisation);
            case 4 -> Quad.create(graph, place(chance), Rdf.type, Kh.Place);
            case 5 -> Quad.create(graph, source, Rdf.type, Kh.Source);
            case 6 ->
                chance.nextInt(4) > 0
                        ? Quad.create(graph, article, Schema.publisher, source)
                        : Quad.create(graph, article, Prov.invalidatedAtTime, day);
            case 7 -> Quad.create(graph, article, Kh.reports, report);
            case 8 -> Quad.create(graph, report, Kh.eventType, type);
            case 9, 10 ->
                Quad.create(
                        graph,
                        event,
                        List.of(Kh.eventType, Kh.eventMode, Kh.context).get(chance.nextInt(3)),
                        type);
            case 11 -> Quad.create(graph, event, Kh.quadClass, Khe.concept("quad-" + (1 + chance.nextInt(4))));
            case 12 -> Quad.create(graph, event, Kh.actor, chance.nextInt(4) > 0 ? actor : place(chance));
            case 13 -> Quad.create(graph, event, Kh.recipient, actor);
            case 14, 15 -> Quad.create(graph, article, Kh.mentions, chance.nextInt(3) > 0 ? actor : place(chance));
            case 16 -> Quad.create(graph, event, Kh.place, place(chance));
            case 17 -> Quad.create(graph, report, Kh.reportedPlace, place(chance));
            case 18 -> Quad.create(graph, event, Kh.firstPublished, day);
            case 19 -> Quad.create(graph, event, Kh.begin, day);
            case 20 -> Quad.create(graph, article, Kh.publishedDay, day);
            case 21 -> Quad.create(graph, report, Kh.reportOf, event);
            case 22 -> Quad.create(graph, report, Kh.reportedIn, article);
            case 23 -> Quad.create(graph, chance.nextBoolean() ? article : event, Schema.inLanguage, language);
            case 24 ->
                chance.nextBoolean()
                        ? Quad.create(graph, event, Kh.sourceCount, Literals.integer(chance.nextInt(6)))
                        : Quad.create(graph, event, Kh.confidence, Literals.decimal(chance.nextInt(100) / 100.0));
            default -> Quad.create(graph, place(chance), Kh.within, place(chance));
        };
    }

    private Node place(Random chance) {
        return base.id("place", "l" + chance.nextInt(5));
    }

    private Map<Family, Map<Object, Set<Node>>> recounted() {
        Map<Node, Set<Node>> around = new HashMap<>();
        IntStream.range(0, 5)
                .mapToObj(number -> base.id("place", "l" + number))
                .forEach(place -> around.put(place, new HashSet<>(Set.of(place))));
        store.read(present -> {
            List<Quad> within = new ArrayList<>();
            present.find(Quad.unionGraph, Node.ANY, Kh.within, Node.ANY).forEachRemaining(within::add);
            boolean more = true;
            while (more) {
                more = false;
                for (Quad quad : within) {
                    for (Set<Node> places : around.values()) {
                        more |= places.contains(quad.getSubject()) && places.add(quad.getObject());
                    }
                }
            }
            return within;
        });
        Map<Family, Map<Object, Set<Node>>> all = new HashMap<>();
        store.read(present -> {
            try (QueryExec exec =
                    QueryExec.dataset(store.dataset()).query(RECOUNT).build()) {
                exec.select().forEachRemaining(row -> {
                    Family family = Family.valueOf(
                            row.get("facet").getLiteralLexicalForm().toUpperCase(Locale.ROOT));
                    Node value = row.get("value");
                    Set<?> values = switch (family) {
                        case DAY -> Set.of(LocalDate.parse(value.getLiteralLexicalForm()));
                        case PLACE -> around.getOrDefault(value, Set.of(value));
                        default -> Set.of(value);
                    };
                    values.forEach(one -> all.computeIfAbsent(family, first -> new HashMap<>())
                            .computeIfAbsent(one, first -> new HashSet<>())
                            .add(row.get("thing")));
                });
                return all;
            }
        });
        Set<Node> kinds = new HashSet<>();
        all.getOrDefault(Family.KIND, Map.of()).values().forEach(kinds::addAll);
        all.values().forEach(family -> {
            family.values().forEach(things -> things.retainAll(kinds));
            family.values().removeIf(Set::isEmpty);
        });
        return all;
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(FacetIndexTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
