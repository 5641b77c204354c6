package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Which articles tell of two events: that a journalist recalls the one when telling the other says that they belong
 * together. Copies of one story count as one. An article that tells of many is a chronicle, and recalls nothing.
 */
final class Together {
    /** An article that tells of more events than this is a chronicle. */
    private static final int CHRONICLE = 8;

    /** Of an event that is told by more articles only these are looked at, in the order of their keys. */
    private static final int ARTICLES = 24;

    private final Base base;
    private final DatasetGraph present;
    private final Node events;
    private final Stories stories;
    private final Map<Node, List<Node>> articlesOf = new HashMap<>();
    private final Map<Node, Set<Node>> toldIn = new HashMap<>();

    Together(Base base, DatasetGraph present) {
        this.base = base;
        this.present = present;
        this.events = base.graph("events");
        this.stories = Stories.of(base, present);
    }

    /** The events that articles on this one tell of too, each with those articles, one for each story. */
    Map<Node, List<Node>> with(Node event) {
        Map<Node, Map<String, Node>> byStory = new HashMap<>();
        for (Node article : articles(event)) {
            Set<Node> told = told(article);
            if (told.size() <= CHRONICLE) {
                String story = stories.of(key(article));
                told.stream()
                        .filter(other -> !other.equals(event))
                        .forEach(other -> byStory.computeIfAbsent(other, first -> new TreeMap<>())
                                .putIfAbsent(story, article));
            }
        }
        Map<Node, List<Node>> together = new HashMap<>();
        byStory.forEach((other, articles) -> together.put(other, List.copyOf(articles.values())));
        return together;
    }

    /** The articles on the later event that tell of the earlier one, one for each story. */
    List<Node> of(Node earlier, Node later) {
        Set<Node> common = new LinkedHashSet<>(articles(later));
        common.retainAll(allArticles(earlier));
        return common.isEmpty() ? List.of() : with(later).getOrDefault(earlier, List.of());
    }

    /** The events that an article tells of. */
    Set<Node> told(Node article) {
        return toldIn.computeIfAbsent(article, telling -> {
            Set<Node> told = new TreeSet<>(Comparator.comparing(Node::toString));
            present.find(base.articleGraph(key(article)), Node.ANY, Kh.reportedIn, article)
                    .forEachRemaining(report -> present.find(events, report.getSubject(), Kh.reportOf, Node.ANY)
                            .forEachRemaining(quad -> told.add(quad.getObject())));
            return told;
        });
    }

    private List<Node> articles(Node event) {
        return allArticles(event).stream().limit(ARTICLES).toList();
    }

    private List<Node> allArticles(Node event) {
        return articlesOf.computeIfAbsent(event, one -> {
            Set<Node> articles = new TreeSet<>(Comparator.comparing(Node::toString));
            present.find(events, Node.ANY, Kh.reportOf, event)
                    .forEachRemaining((Quad quad) -> articles.add(articleOf(quad.getSubject())));
            return new ArrayList<>(articles);
        });
    }

    /** A report's key begins with its article's, which has no dash. */
    Node articleOf(Node report) {
        String key = key(report);
        return base.id("article", key.substring(0, key.indexOf('-')));
    }

    private String key(Node thing) {
        return base.parse(thing.getURI())
                .map(Base.Local::key)
                .orElseThrow(() -> new IllegalArgumentException("not of ours: " + thing));
    }
}
