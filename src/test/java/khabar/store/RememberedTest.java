package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan reads is what is there, whatever was read and written before. */
class RememberedTest {
    private static final int ROUNDS = 150;
    private static final int FEWER_ROUNDS = 40;
    private static final int LOOKS = 40;
    /** More than it takes to seek what comes after a statement that all of them hold. */
    private static final int GRAPHS = 16;

    private static final Node GRAPH = NodeFactory.createURI("urn:test:graph");
    private static final Node THING = NodeFactory.createURI("urn:test:thing");
    private static final Node HUB = NodeFactory.createURI("urn:test:hub");
    private static final Node SAYS = NodeFactory.createURI("urn:test:says");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aPlanSeesWhatWasWrittenLast(long seed) throws Exception {
        Random random = new Random(seed);
        Set<Quad> expected = new HashSet<>();
        try (Store store = Store.empty(Base.LOCAL)) {
            for (int round = 0; round < ROUNDS; round++) {
                Set<Quad> after = new HashSet<>(expected);
                List<Quad> removed = some(random);
                List<Quad> added = some(random);
                removed.forEach(after::remove);
                after.addAll(added);
                boolean fails = random.nextInt(5) == 0;
                boolean together = random.nextBoolean();
                try (AutoCloseable end = together ? store.together() : () -> {}) {
                    store.write(present -> {
                        compare(present, expected, random, seed);
                        if (fails) {
                            throw new IllegalStateException("a plan that fails");
                        }
                        return new Changes(Map.of(), removed, added, List.of());
                    });
                    expected.clear();
                    expected.addAll(after);
                    if (together) {
                        // What the same commit wrote before is there.
                        store.write(present -> {
                            compare(present, expected, random, seed);
                            return Changes.NONE;
                        });
                    }
                } catch (IllegalStateException asIntended) {
                    assertThat(fails).isTrue();
                }
            }
        }
    }

    /** However little is kept, and however much a commit changes. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5, 40, 400, 100_000})
    void whatIsFoundDoesNotDependOnHowMuchIsKept(long most) {
        Random random = new Random(most);
        Set<Quad> expected = new HashSet<>();
        DatasetGraph database = DatabaseMgr.createDatasetGraph();
        Remembered remembered = new Remembered(database, () -> Ids.ofFew(database), most);
        for (int round = 0; round < FEWER_ROUNDS; round++) {
            List<Quad> removed = some(random);
            List<Quad> added = some(random);
            Txn.executeRead(database, () -> compare(remembered, expected, random, most));
            commit(database, remembered, new Changes(Map.of(), removed, added, List.of()));
            removed.forEach(expected::remove);
            expected.addAll(added);
        }
    }

    /** What says little grows to more than is kept, and shrinks again. */
    @Test
    void whatGrowsIsFollowedAsFarAsItIsKept() {
        List<Quad> all = IntStream.range(0, 700)
                .mapToObj(n -> Quad.create(GRAPH, HUB, SAYS, NodeFactory.createURI("urn:test:thing:" + n)))
                .flatMap(out -> Stream.of(
                        out,
                        Quad.create(
                                NodeFactory.createURI(out.getObject().getURI() + ":graph"),
                                out.getObject(),
                                SAYS,
                                HUB)))
                .toList();
        DatasetGraph database = DatabaseMgr.createDatasetGraph();
        Remembered remembered = new Remembered(database, () -> Ids.ofFew(database), 100_000);
        for (boolean growing : List.of(true, false)) {
            for (int step = 0; step < 14; step++) {
                List<Quad> some = all.subList(100 * step, 100 * step + 100);
                commit(
                        database,
                        remembered,
                        growing
                                ? new Changes(Map.of(), List.of(), some, List.of())
                                : new Changes(Map.of(), some, List.of(), List.of()));
                long there = 50L * (growing ? step + 1 : 13 - step);
                Txn.executeRead(database, () -> {
                    assertThat(Iter.count(remembered.find(GRAPH, HUB, Node.ANY, Node.ANY)))
                            .isEqualTo(there);
                    assertThat(Iter.count(remembered.find(GRAPH, HUB, SAYS, Node.ANY)))
                            .isEqualTo(there);
                    assertThat(Iter.count(remembered.find(Node.ANY, Node.ANY, SAYS, HUB)))
                            .isEqualTo(there);
                    assertThat(Iter.count(remembered.find(Quad.unionGraph, Node.ANY, SAYS, HUB)))
                            .isEqualTo(there);
                    assertThat(remembered.contains(Node.ANY, Node.ANY, SAYS, HUB))
                            .isEqualTo(there > 0);
                });
            }
        }
    }

    private static void commit(DatasetGraph database, Remembered remembered, Changes changes) {
        Delta delta = Txn.calculateRead(database, () -> Delta.between(remembered, changes));
        Txn.executeWrite(database, () -> {
            delta.gone().forEach(database::delete);
            delta.fresh().forEach(database::add);
        });
        remembered.follow(delta);
    }

    private static void compare(DatasetGraph present, Set<Quad> expected, Random random, long seed) {
        for (int look = 0; look < LOOKS; look++) {
            Quad pattern = Quad.create(
                    random.nextInt(4) == 0 ? Node.ANY : graph(random),
                    random.nextInt(3) == 0 ? Node.ANY : subject(random),
                    random.nextBoolean() ? Node.ANY : property(random),
                    random.nextBoolean() ? Node.ANY : object(random));
            if (!pattern.getGraph().isConcrete()
                    && !pattern.getSubject().isConcrete()
                    && !pattern.getObject().isConcrete()) {
                continue;
            }
            List<Quad> found = Iter.toList(present.find(pattern));
            assertThat(found)
                    .as("seed %d, %s", seed, pattern)
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .filter(quad -> matches(pattern, quad))
                            .toList());
            assertThat(present.contains(pattern)).isEqualTo(!found.isEmpty());
            byProperty(present, pattern, expected, seed);
            inTheUnion(present, pattern, expected, seed);
        }
    }

    private static void byProperty(DatasetGraph present, Quad pattern, Set<Quad> expected, long seed) {
        if (pattern.getGraph().isConcrete() && pattern.getSubject().isConcrete()) {
            List<Quad> said = new ArrayList<>();
            assertThat(present)
                    .isInstanceOfSatisfying(
                            ByThing.class,
                            data -> data.said(pattern.getGraph(), pattern.getSubject())
                                    .orElseThrow()
                                    .forEach((property, objects) -> objects.forEach(object -> said.add(
                                            Quad.create(pattern.getGraph(), pattern.getSubject(), property, object)))));
            assertThat(said)
                    .as("seed %d, all that %s says of %s", seed, pattern.getGraph(), pattern.getSubject())
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .filter(quad -> quad.getGraph().equals(pattern.getGraph())
                                    && quad.getSubject().equals(pattern.getSubject()))
                            .toList());
        }
    }

    /** Each once, however many graphs say it. */
    private static void inTheUnion(DatasetGraph present, Quad pattern, Set<Quad> expected, long seed) {
        if (!pattern.getSubject().isConcrete() && !pattern.getObject().isConcrete()) {
            return;
        }
        Quad anywhere = Quad.create(Node.ANY, pattern.asTriple());
        assertThat(Iter.toList(present.find(Quad.create(Quad.unionGraph, pattern.asTriple()))))
                .as("seed %d, %s in the union", seed, pattern)
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .filter(quad -> matches(anywhere, quad))
                        .map(quad -> Quad.create(Quad.unionGraph, quad.asTriple()))
                        .distinct()
                        .toList());
    }

    private static boolean matches(Quad pattern, Quad quad) {
        return is(pattern.getGraph(), quad.getGraph())
                && is(pattern.getSubject(), quad.getSubject())
                && is(pattern.getPredicate(), quad.getPredicate())
                && is(pattern.getObject(), quad.getObject());
    }

    private static boolean is(Node sought, Node there) {
        return !sought.isConcrete() || sought.equals(there);
    }

    private static List<Quad> some(Random random) {
        List<Quad> some = new ArrayList<>(IntStream.range(0, random.nextInt(12))
                .mapToObj(n -> Quad.create(graph(random), subject(random), property(random), object(random)))
                .toList());
        if (random.nextInt(3) == 0) {
            Triple everywhere = Triple.create(subject(random), property(random), object(random));
            IntStream.range(0, GRAPHS).forEach(graph -> some.add(Quad.create(graph(graph), everywhere)));
        }
        return some;
    }

    private static Node graph(Random random) {
        return graph(random.nextInt(GRAPHS));
    }

    private static Node graph(int number) {
        return NodeFactory.createURI("urn:test:graph:" + number);
    }

    private static Node subject(Random random) {
        return NodeFactory.createURI("urn:test:thing:" + random.nextInt(6));
    }

    private static Node property(Random random) {
        return NodeFactory.createURI("urn:test:says:" + random.nextInt(3));
    }

    private static Node object(Random random) {
        int which = random.nextInt(6);
        return switch (random.nextInt(3)) {
            case 0 -> NodeFactory.createURI("urn:test:thing:" + which);
            case 1 -> Literals.string("text " + which);
            // Not as small as the number of a state of the store.
            default -> Literals.integer(1_000_000 + which);
        };
    }

    /** A number is found, changed and gone in any of its spellings. */
    @Test
    void aValueIsTheSameInAnySpelling() {
        Node plain = NodeFactory.createLiteralDT("0.9", XSDDatatype.XSDdecimal);
        Node longer = NodeFactory.createLiteralDT("0.90", XSDDatatype.XSDdecimal);
        try (Store store = Store.empty(Base.LOCAL)) {
            for (List<Node> spellings : List.of(List.of(plain, longer), List.of(longer, plain))) {
                Quad one = Quad.create(GRAPH, THING, SAYS, spellings.getFirst());
                Quad other = Quad.create(GRAPH, THING, SAYS, spellings.getLast());
                store.write(present -> {
                    assertThat(present.contains(one)).isFalse();
                    assertThat(present.contains(other)).isFalse();
                    assertThat(present.find(Node.ANY, Node.ANY, SAYS, other.getObject()))
                            .isExhausted();
                    return new Changes(Map.of(), List.of(), List.of(one), List.of());
                });
                store.write(present -> {
                    assertThat(present.contains(one)).isTrue();
                    assertThat(present.contains(other)).isTrue();
                    assertThat(present.find(Node.ANY, Node.ANY, SAYS, other.getObject()))
                            .hasNext();
                    return new Changes(Map.of(), List.of(other), List.of(), List.of());
                });
            }
        }
    }

    /** Who reads cannot change what the next one reads. */
    @Test
    void whatIsHandedOnCannotBeChanged() {
        Quad quad = Quad.create(GRAPH, THING, SAYS, HUB);
        try (Store store = Store.empty(Base.LOCAL)) {
            store.write(present -> new Changes(Map.of(), List.of(), List.of(quad), List.of()));
            store.write(present -> {
                Map<Node, List<Node>> said =
                        ((ByThing) present).said(GRAPH, THING).orElseThrow();
                assertThatThrownBy(said::clear).isInstanceOf(UnsupportedOperationException.class);
                assertThatThrownBy(() -> said.values().iterator().next().clear())
                        .isInstanceOf(UnsupportedOperationException.class);
                assertThat(present.contains(quad)).isTrue();
                return Changes.NONE;
            });
        }
    }

    /** Of both spellings at once there is one afterwards, and none when it is taken out. */
    @Test
    void aValueInTwoSpellingsIsOne() {
        List<Quad> both = Stream.of("0.9", "0.90")
                .map(spelt -> NodeFactory.createLiteralDT(spelt, XSDDatatype.XSDdecimal))
                .map(number -> Quad.create(GRAPH, THING, SAYS, number))
                .toList();
        try (Store store = Store.empty(Base.LOCAL)) {
            store.write(present -> {
                assertThat(present.contains(GRAPH, THING, SAYS, Node.ANY)).isFalse();
                assertThat(present.find(GRAPH, Node.ANY, SAYS, Node.ANY)).isExhausted();
                return new Changes(Map.of(), List.of(), both, List.of());
            });
            store.write(present -> {
                assertThat(Iter.toList(present.find(GRAPH, THING, SAYS, Node.ANY)))
                        .hasSize(1);
                assertThat(Iter.toList(present.find(
                                GRAPH, Node.ANY, SAYS, both.getFirst().getObject())))
                        .hasSize(1);
                return new Changes(Map.of(), both.subList(1, 2), List.of(), List.of());
            });
            store.write(present -> {
                assertThat(present.contains(GRAPH, THING, SAYS, Node.ANY)).isFalse();
                return Changes.NONE;
            });
        }
    }

    /** However long, and however it is spelt, it comes back once as the store has it, and from then on as that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "00",
                "+5",
                "05",
                "5",
                "-5",
                "999999999999999",
                "1000000000000000",
                "36028797018963967",
                "36028797018963968",
                "123456789012345678901234567890"
            })
    void aWholeNumberIsFoundAsItIsStored(String spelt) {
        Node number = NodeFactory.createLiteralDT(spelt, XSDDatatype.XSDinteger);
        try (Store store = Store.empty(Base.LOCAL)) {
            store.write(present -> {
                // Asked for before, so that it follows the commit.
                assertThat(present.contains(GRAPH, THING, SAYS, number)).isFalse();
                return new Changes(Map.of(), List.of(), List.of(Quad.create(GRAPH, THING, SAYS, number)), List.of());
            });
            List<Quad> stored = store.read(data -> Iter.toList(data.find(GRAPH, THING, SAYS, Node.ANY)));
            store.write(present -> {
                assertThat(Iter.toList(present.find(GRAPH, THING, SAYS, Node.ANY)))
                        .isEqualTo(stored);
                assertThat(present.contains(GRAPH, THING, SAYS, number)).isTrue();
                assertThat(present.find(Node.ANY, Node.ANY, SAYS, number)).hasNext();
                return new Changes(Map.of(), List.of(Quad.create(GRAPH, THING, SAYS, number)), List.of(), List.of());
            });
            store.write(present -> {
                assertThat(present.contains(GRAPH, THING, SAYS, number)).isFalse();
                return Changes.NONE;
            });
        }
    }

    /** More than is kept is left to the store. */
    @Test
    void whatIsNotKeptIsFoundAllTheSame() {
        List<Quad> many = IntStream.range(0, 2_000)
                .mapToObj(n -> Quad.create(GRAPH, HUB, SAYS, Literals.integer(n)))
                .toList();
        Node one = NodeFactory.createLiteralDT("007", XSDDatatype.XSDinteger);
        try (Store store = Store.empty(Base.LOCAL)) {
            store.write(present -> new Changes(Map.of(), List.of(), many, List.of()));
            store.write(present -> {
                for (int again = 0; again < 2; again++) {
                    assertThat(Iter.count(present.find(GRAPH, HUB, Node.ANY, Node.ANY)))
                            .isEqualTo(2_000);
                    assertThat(Iter.count(present.find(Node.ANY, Node.ANY, SAYS, Node.ANY)))
                            .isEqualTo(2_000);
                    assertThat(present.contains(GRAPH, HUB, SAYS, one)).isTrue();
                    assertThat(present.contains(GRAPH, HUB, SAYS, Literals.integer(2_000)))
                            .isFalse();
                }
                return Changes.NONE;
            });
        }
    }
}
