package khabar.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Beside whom and what a name stands: what else its articles name that is known. Two names are in like company where they
 * share a person or a body that is no state, or two states or places. Other names that stand for nothing known do not
 * count: whom they are is itself concluded from company.
 */
final class Company {
    /** Of a name in very many articles the first ones, in the order of their addresses, tell enough. */
    static final int ARTICLES = 40;

    /** Pairs of more states and places than an article is about tell nothing. */
    private static final int PLACES = 12;

    private final Base base;
    private final DatasetGraph present;

    Company(Base base, DatasetGraph present) {
        this.base = base;
        this.present = present;
    }

    /** Each is enough alone to say that two names are in like company. */
    List<Set<Node>> of(DarkName name) {
        List<Set<Node>> evidence = new ArrayList<>();
        Set<Node> telling = new TreeSet<>(DarkName.FIRST);
        Set<Node> places = new TreeSet<>(DarkName.FIRST);
        articles(name.actor())
                .limit(ARTICLES)
                .forEach(article -> known(article).forEach(thing -> {
                    if (isTelling(thing)) {
                        telling.add(thing);
                    } else {
                        places.add(thing);
                    }
                }));
        telling.forEach(thing -> evidence.add(Set.of(thing)));
        List<Node> some = places.stream().limit(PLACES).toList();
        for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < some.size(); j++) {
                evidence.add(Set.of(some.get(i), some.get(j)));
            }
        }
        return evidence;
    }

    /** The graphs of the articles that have the name. */
    private Stream<Node> articles(Node actor) {
        TreeMap<String, Node> graphs = new TreeMap<>();
        present.find(Node.ANY, Node.ANY, Kh.ownActor, actor)
                .forEachRemaining(quad -> graphs.put(quad.getGraph().getURI(), quad.getGraph()));
        return graphs.values().stream();
    }

    /** Not by where the names that stand for nothing known lead now: that is an outcome of merging. */
    private Set<Node> known(Node article) {
        Set<Node> things = new HashSet<>();
        Set<Node> unknown = new HashSet<>();
        present.find(article, Node.ANY, Kh.ownActor, Node.ANY).forEachRemaining(own -> unknown.add(own.getSubject()));
        for (Node property : List.of(Kh.refersTo, Kh.party)) {
            present.find(article, Node.ANY, property, Node.ANY).forEachRemaining(named -> {
                if (!unknown.contains(named.getSubject())) {
                    things.add(named.getObject());
                }
            });
        }
        things.removeIf(thing -> present.contains(article, thing, Kh.nameKey, Node.ANY));
        return things;
    }

    private boolean isTelling(Node thing) {
        String type = base.parse(thing.getURI()).map(Base.Local::type).orElse("");
        return type.equals("person")
                || type.equals("organisation")
                        && !present.contains(base.graph("gazetteer"), thing, Kh.origin, Literals.string("state"));
    }
}
