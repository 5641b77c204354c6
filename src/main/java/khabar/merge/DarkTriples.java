package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import khabar.names.NameForm;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** What {@code graph/actors} says of one, and how an article's graph points to it. */
final class DarkTriples {
    /** The fullest form that is not all in capitals; of equals the first in the order of letters, which has the hamza. */
    private static final Comparator<Node> BEST = Comparator.comparing(DarkTriples::isShouted)
            .thenComparingInt(
                    form -> -NameForm.of(form.getLiteralLexicalForm()).words().size())
            .thenComparing(Node::getLiteralLexicalForm);

    private DarkTriples() {}

    /** One name to show in each language, and all others. */
    static List<Triple> of(Node actor, String type, List<Node> forms) {
        List<Triple> triples = new ArrayList<>();
        triples.add(Triple.create(actor, Rdf.type, type.equals("person") ? Kh.Person : Kh.Organisation));
        triples.add(Triple.create(actor, Kh.dark, Literals.bool(true)));
        Map<String, Node> best = new TreeMap<>();
        forms.stream().sorted(BEST).forEach(form -> best.putIfAbsent(form.getLiteralLanguage(), form));
        for (Node form : forms) {
            triples.add(Triple.create(actor, best.containsValue(form) ? Rdfs.label : Skos.altLabel, form));
        }
        return triples;
    }

    private static boolean isShouted(Node form) {
        String name = form.getLiteralLexicalForm();
        return name.codePoints().anyMatch(Character::isUpperCase)
                && name.codePoints().noneMatch(Character::isLowerCase);
    }

    static boolean pointsTo(Graph article, Node subject, Node target) {
        return article.contains(subject, Kh.refersTo, target) || article.contains(subject, Kh.party, target);
    }

    /** The graph with these mentions and parts in events pointing there, and the article with them. */
    static Graph pointed(Graph article, List<Node> subjects, Node target) {
        Graph graph = GraphFactory.createDefaultGraph();
        article.find().forEach(graph::add);
        Set<Node> left = new HashSet<>();
        for (Node subject : subjects) {
            for (Node property : List.of(Kh.refersTo, Kh.party)) {
                for (Triple old : graph.find(subject, property, Node.ANY).toList()) {
                    graph.delete(old);
                    graph.add(subject, property, target);
                    left.add(old.getObject());
                }
            }
        }
        for (Triple mentions : graph.find(Node.ANY, Kh.mentions, Node.ANY).toList()) {
            if (left.contains(mentions.getObject())) {
                graph.add(mentions.getSubject(), Kh.mentions, target);
                if (!mentions.getObject().equals(target)
                        && !graph.contains(Node.ANY, Kh.refersTo, mentions.getObject())
                        && !graph.contains(Node.ANY, Kh.party, mentions.getObject())) {
                    graph.delete(mentions);
                }
            }
        }
        return graph;
    }
}
