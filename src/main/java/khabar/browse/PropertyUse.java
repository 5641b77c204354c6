package khabar.browse;

import java.util.HashMap;
import java.util.Map;
import khabar.vocab.VoID;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What is said of the things of each class, as the partitions of a VoID description count it. */
final class PropertyUse {
    private PropertyUse() {}

    /** By the IRI of a property, of things of which class how many statements have it. */
    static Map<String, Map<String, Long>> byProperty(Graph description) {
        Map<String, Map<String, Long>> used = new HashMap<>();
        objects(description, Node.ANY, VoID.classPartition)
                .forEach(part -> objects(description, part, VoID.classTerm)
                        .forEach(name -> objects(description, part, VoID.propertyPartition)
                                .forEach(property -> add(description, property, name.getURI(), used))));
        return used;
    }

    private static void add(Graph description, Node part, String name, Map<String, Map<String, Long>> used) {
        for (Node property : objects(description, part, VoID.property)) {
            for (Node statements : objects(description, part, VoID.triples)) {
                used.computeIfAbsent(property.getURI(), none -> new HashMap<>())
                        .put(name, ((Number) statements.getLiteralValue()).longValue());
            }
        }
    }

    private static Iterable<Node> objects(Graph description, Node subject, Node property) {
        return description
                .find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
