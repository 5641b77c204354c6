package khabar.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of changes one after the other is what would be there had each been written. */
class UnfoldingTest {
    private static final int WRITES = 30;
    private static final int STEPS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsReadIsWhatWouldBeThere(long seed) {
        Random random = new Random(seed);
        Set<Quad> expected = new HashSet<>();
        try (Store store = Store.empty(Base.LOCAL)) {
            for (int write = 0; write < WRITES; write++) {
                store.write(present -> {
                    Unfolding unfolding = new Unfolding(present);
                    for (int step = 0; step < STEPS; step++) {
                        compare(unfolding.now(), expected, seed);
                        // What follows from changes is computed in changes of its own.
                        Unfolding inner = new Unfolding(unfolding.now());
                        inner.then(some(random, expected));
                        compare(inner.now(), expected, seed);
                        unfolding.then(inner.all());
                    }
                    compare(unfolding.now(), expected, seed);
                    return unfolding.all();
                });
            }
        }
    }

    /** @param expected becomes what it is after them */
    private static Changes some(Random random, Set<Quad> expected) {
        List<Quad> removed = quads(random);
        List<Quad> added = quads(random);
        Map<Node, Graph> replaced = Map.of();
        removed.forEach(expected::remove);
        if (random.nextInt(3) == 0) {
            Node name = graph(random.nextInt(3));
            Graph graph = GraphFactory.createDefaultGraph();
            quads(random).forEach(quad -> graph.add(quad.asTriple()));
            replaced = Map.of(name, graph);
            expected.removeIf(quad -> quad.getGraph().equals(name));
            graph.find().forEach(triple -> expected.add(Quad.create(name, triple)));
            removed.removeIf(quad -> quad.getGraph().equals(name));
        }
        expected.addAll(added);
        return new Changes(replaced, removed, added, List.of());
    }

    private static void compare(DatasetGraph now, Set<Quad> expected, long seed) {
        for (int g = 0; g < 3; g++) {
            for (int s = 0; s < 3; s++) {
                Node name = graph(g);
                Node thing = thing(s);
                Set<Quad> said = expected.stream()
                        .filter(quad -> quad.getGraph().equals(name)
                                && quad.getSubject().equals(thing))
                        .collect(Collectors.toSet());
                assertThat(Iter.toList(now.find(name, thing, Node.ANY, Node.ANY)))
                        .as("seed %d, %s in %s", seed, thing, name)
                        .containsExactlyInAnyOrderElementsOf(said);
                Said byProperty = Said.of(now.getGraph(name), thing);
                List<Quad> again = new ArrayList<>();
                byProperty
                        .byProperty()
                        .forEach((property, objects) ->
                                objects.forEach(object -> again.add(Quad.create(name, thing, property, object))));
                assertThat(again)
                        .as("seed %d, %s in %s by property", seed, thing, name)
                        .containsExactlyInAnyOrderElementsOf(said);
                said.forEach(quad -> assertThat(now.contains(quad)).isTrue());
                for (int p = 0; p < 2; p++) {
                    Node property = property(p);
                    assertThat(now.contains(name, thing, property, thing(1)))
                            .as("seed %d, that %s says of %s", seed, name, thing)
                            .isEqualTo(said.contains(Quad.create(name, thing, property, thing(1))));
                    assertThat(Said.object(now.getGraph(name), thing, property)).isEqualTo(byProperty.one(property));
                    assertThat(now.contains(name, thing, property, Node.ANY))
                            .isEqualTo(byProperty.one(property).isPresent());
                }
            }
        }
        for (int g = 0; g < 3; g++) {
            Node name = graph(g);
            Node thing = thing(g);
            assertThat(Iter.toList(now.find(name, Node.ANY, Node.ANY, Node.ANY)))
                    .as("seed %d, all of %s", seed, name)
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .filter(quad -> quad.getGraph().equals(name))
                            .toList());
            assertThat(Iter.toList(now.find(Node.ANY, thing, property(0), Node.ANY)))
                    .as("seed %d, of %s anywhere", seed, thing)
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .filter(quad -> quad.getSubject().equals(thing)
                                    && quad.getPredicate().equals(property(0)))
                            .toList());
        }
        for (int s = 0; s < 3; s++) {
            Node object = thing(s);
            List<Quad> saying = expected.stream()
                    .filter(quad -> quad.getPredicate().equals(property(0))
                            && quad.getObject().equals(object))
                    .toList();
            assertThat(Iter.toList(now.find(Node.ANY, Node.ANY, property(0), object)))
                    .as("seed %d, whatever says something of %s", seed, object)
                    .containsExactlyInAnyOrderElementsOf(saying);
            assertThat(now.contains(Node.ANY, Node.ANY, property(0), object)).isEqualTo(!saying.isEmpty());
            assertThat(Iter.toList(now.find(Quad.unionGraph, Node.ANY, property(0), object)))
                    .as("seed %d, whatever says something of %s, once", seed, object)
                    .containsExactlyInAnyOrderElementsOf(saying.stream()
                            .map(quad -> Quad.create(Quad.unionGraph, quad.asTriple()))
                            .distinct()
                            .toList());
            assertThat(now.contains(Quad.unionGraph, Node.ANY, property(0), object))
                    .isEqualTo(!saying.isEmpty());
        }
    }

    private static List<Quad> quads(Random random) {
        return new ArrayList<>(IntStream.range(0, random.nextInt(8))
                .mapToObj(n -> Quad.create(
                        graph(random.nextInt(3)),
                        thing(random.nextInt(3)),
                        property(random.nextInt(2)),
                        switch (random.nextInt(3)) {
                            case 0 -> thing(random.nextInt(3));
                            case 1 -> Literals.string("text " + random.nextInt(3));
                            default -> Literals.integer(random.nextInt(3));
                        }))
                .toList());
    }

    private static Node graph(int number) {
        return NodeFactory.createURI("urn:test:graph:" + number);
    }

    private static Node thing(int number) {
        return NodeFactory.createURI("urn:test:thing:" + number);
    }

    private static Node property(int number) {
        return NodeFactory.createURI("urn:test:says:" + number);
    }
}
