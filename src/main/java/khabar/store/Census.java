package khabar.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import khabar.vocab.Owl;
import khabar.vocab.Rdf;
import khabar.vocab.Skos;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;

/**
 * How much of what there is, each triple of the union counted once.
 *
 * @param triples different ones
 * @param entities subjects that have a class
 * @param subjects different ones
 * @param objects different ones
 * @param classes by IRI
 * @param properties by IRI
 * @param links to things elsewhere, by property and then by where they lead: scheme and host with {@code /} behind
 */
public record Census(
        long triples,
        long entities,
        long subjects,
        long objects,
        List<OfClass> classes,
        List<OfProperty> properties,
        Map<Node, Map<String, Long>> links) {
    /**
     * Things of one class.
     *
     * @param entities how many
     * @param example one of them
     * @param properties what is said of them
     */
    public record OfClass(Node name, long entities, long triples, Node example, List<OfProperty> properties) {}

    /**
     * Statements with one property.
     *
     * @param subjects how many things have it
     */
    public record OfProperty(Node name, long triples, long subjects) {}

    private static final List<Node> SAME = List.of(Skos.exactMatch, Skos.closeMatch, Owl.sameAs);

    public Census {
        classes = List.copyOf(classes);
        properties = List.copyOf(properties);
        links = Map.copyOf(links);
    }

    /** Inside a read transaction; memory is that of one subject and of what there is to tell. */
    static Census of(Scan scan, Node without) {
        return new Counting(scan, scan.id(without)).all();
    }

    private static final class Count {
        private final NodeId example;
        private long triples;
        private long subjects;
        private final Map<NodeId, Count> parts = new HashMap<>();

        Count(NodeId example) {
            this.example = example;
        }

        void add(long more) {
            triples += more;
            subjects++;
        }
    }

    /** By the numbers of nodes; nodes themselves are read only to be named. */
    private static final class Counting {
        private final Scan scan;
        private final NodeId without;
        private final NodeId type;
        private final Map<NodeId, Node> linking = new HashMap<>();
        private final Map<NodeId, Count> classes = new HashMap<>();
        private final Map<NodeId, Count> properties = new HashMap<>();
        private final Map<Node, Map<String, Long>> links = new HashMap<>();
        private long triples;
        private long subjects;
        private long entities;

        private final Map<NodeId, Integer> said = new HashMap<>();
        private final Set<NodeId> types = new HashSet<>();

        Counting(Scan scan, NodeId without) {
            this.scan = scan;
            this.without = without;
            this.type = scan.id(Rdf.type);
            SAME.forEach(property -> linking.put(scan.id(property), property));
        }

        Census all() {
            NodeId subject = NodeId.NodeIdAny;
            NodeId property = NodeId.NodeIdAny;
            NodeId object = NodeId.NodeIdAny;
            // In the order of the index, but each with its graph first.
            Iterator<Tuple<NodeId>> statements = scan.index("SPOG").all();
            while (statements.hasNext()) {
                Tuple<NodeId> next = statements.next();
                if (next.get(0).equals(without)) {
                    continue;
                }
                boolean other = !next.get(1).equals(subject);
                if (!other && next.get(2).equals(property) && next.get(3).equals(object)) {
                    continue;
                }
                if (other) {
                    end(subject);
                }
                subject = next.get(1);
                property = next.get(2);
                object = next.get(3);
                take(property, object);
            }
            end(subject);
            return new Census(triples, entities, subjects, objects(), classes(), properties(properties), links);
        }

        private void take(NodeId property, NodeId object) {
            said.merge(property, 1, Integer::sum);
            if (property.equals(type)) {
                types.add(object);
            }
            Node link = linking.get(property);
            if (link != null) {
                Node there = scan.node(object);
                if (there.isURI()) {
                    links.computeIfAbsent(link, none -> new TreeMap<>()).merge(home(there.getURI()), 1L, Long::sum);
                }
            }
        }

        private void end(NodeId subject) {
            if (said.isEmpty()) {
                return;
            }
            int all = said.values().stream().mapToInt(Integer::intValue).sum();
            triples += all;
            subjects++;
            entities += types.isEmpty() ? 0 : 1;
            said.forEach(
                    (property, times) -> count(properties, property, subject).add(times));
            for (NodeId one : types) {
                Count count = count(classes, one, subject);
                count.add(all);
                said.forEach((property, times) ->
                        count(count.parts, property, subject).add(times));
            }
            said.clear();
            types.clear();
        }

        private static Count count(Map<NodeId, Count> counts, NodeId of, NodeId example) {
            return counts.computeIfAbsent(of, none -> new Count(example));
        }

        private long objects() {
            Iterator<NodeId> objects = Iter.iter(scan.index("OSPG").all())
                    .filter(quad -> !quad.get(0).equals(without))
                    .map(quad -> quad.get(3));
            return Iter.count(Iter.distinctAdjacent(objects));
        }

        private List<OfClass> classes() {
            return classes.entrySet().stream()
                    .map(one -> new OfClass(
                            scan.node(one.getKey()),
                            one.getValue().subjects,
                            one.getValue().triples,
                            scan.node(one.getValue().example),
                            properties(one.getValue().parts)))
                    .sorted(Comparator.comparing(one -> one.name().toString()))
                    .toList();
        }

        private List<OfProperty> properties(Map<NodeId, Count> counts) {
            return counts.entrySet().stream()
                    .map(one ->
                            new OfProperty(scan.node(one.getKey()), one.getValue().triples, one.getValue().subjects))
                    .sorted(Comparator.comparing(one -> one.name().getURI()))
                    .toList();
        }

        /** Scheme and host. */
        private static String home(String iri) {
            int path = iri.indexOf('/', iri.indexOf("//") + 2);
            return path < 0 ? iri : iri.substring(0, path + 1);
        }
    }
}
