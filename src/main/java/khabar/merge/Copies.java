package khabar.merge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.store.Changes;
import khabar.text.Sketch;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Articles that are copies of one story, in {@code graph/copies}: all are said to be copies of the first that was
 * published, with how much of the shorter text is in the longer. What is a copy of a copy is of the same story.
 *
 * <p>Chosen: what copies are looked up by ({@link Sketch}) stands in each article's own graph, ten numbers and one line of
 * text, so that it comes and goes with the article, in one transaction, and is in every backup; a file beside the store
 * would be smaller and would have to be kept in step. TDB2 keeps such numbers in the index itself.
 */
final class Copies {
    /** Of articles that are compared again and again, since they are about the same; half a kilobyte each. */
    private static final Cache<String, Sketch> READ =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /** What more articles of eight days share is a stock phrase; a story has other shingles. */
    private static final int CROWD = 100;

    private final Base base;
    private final DatasetGraph present;
    private final Node graph;

    Copies(Base base, DatasetGraph present) {
        this.base = base;
        this.present = present;
        this.graph = base.graph("copies");
    }

    /**
     * What is to be written.
     *
     * @param stories by the keys of articles of stories that have gained or lost one, the key of the first of the story
     */
    record Outcome(Changes changes, Map<String, String> stories) {}

    /**
     * An article that may be a copy.
     *
     * @param day of publication
     */
    private record Text(String key, Optional<LocalDate> day, Sketch sketch) implements Comparable<Text> {
        private static final Comparator<Text> FIRST = Comparator.comparing(
                        (Text text) -> text.day().orElse(LocalDate.MAX))
                .thenComparing(Text::key);

        boolean isCopy(Text other) {
            return Sketch.areNear(day, other.day) && sketch.isCopy(other.sketch);
        }

        @Override
        public int compareTo(Text other) {
            return FIRST.compare(this, other);
        }
    }

    /** The article is another now; its graph is empty before it came, and after it went. */
    Outcome changed(String key, Graph before, Graph after) {
        Optional<Text> old = text(key, before);
        Optional<Text> fresh = text(key, after);
        Set<String> group = old.isPresent() ? group(key) : new LinkedHashSet<>();
        boolean same = old.equals(fresh) && shingles(key, before).equals(shingles(key, after));
        if (same || fresh.isEmpty() && group.size() < 2) {
            return new Outcome(Changes.NONE, Map.of());
        }
        fresh.ifPresent(text -> alike(text).forEach(other -> group.addAll(group(other))));
        group.remove(key);
        Map<String, Text> texts = new LinkedHashMap<>();
        group.forEach(other ->
                text(other, present.getGraph(base.articleGraph(other))).ifPresent(text -> texts.put(other, text)));
        fresh.ifPresent(text -> texts.put(key, text));
        return written(key, texts);
    }

    private Outcome written(String key, Map<String, Text> texts) {
        Map<String, String> of = new HashMap<>();
        List<Quad> removed = new ArrayList<>(quads(graph, base.id("article", key), Node.ANY, Node.ANY));
        List<Quad> added = new ArrayList<>();
        for (List<Text> story : stories(texts)) {
            Text first = story.getFirst();
            for (Text text : story) {
                Node article = base.id("article", text.key());
                removed.addAll(quads(graph, article, Node.ANY, Node.ANY));
                of.put(text.key(), first.key());
                if (!text.key().equals(first.key())) {
                    added.add(Quad.create(graph, article, Kh.copyOf, base.id("article", first.key())));
                    added.add(Quad.create(
                            graph,
                            article,
                            Kh.similarity,
                            Literals.decimal(Math.round(text.sketch().containment(first.sketch()) * 100) / 100.0)));
                }
            }
        }
        return new Outcome(new Changes(Map.of(), removed, added, List.of()), of);
    }

    /** What hangs together by being copies, each story in the order of publication. */
    private static List<List<Text>> stories(Map<String, Text> texts) {
        List<List<Text>> stories = new ArrayList<>();
        List<Text> left = new ArrayList<>(texts.values().stream().sorted().toList());
        while (!left.isEmpty()) {
            List<Text> story = new ArrayList<>(List.of(left.removeFirst()));
            for (int i = 0; i < story.size(); i++) {
                Text text = story.get(i);
                List<Text> copies =
                        left.stream().filter(other -> other.isCopy(text)).toList();
                left.removeAll(copies);
                story.addAll(copies);
            }
            stories.add(story.stream().sorted().toList());
        }
        return stories;
    }

    /** Other articles that it is a copy of, or that are copies of it. */
    private List<String> alike(Text text) {
        return text.sketch().near(text.day()).stream()
                .flatMap(key -> under(key).stream())
                .flatMap(article -> base.parse(article.getURI()).stream())
                .map(Base.Local::key)
                .filter(key -> !key.equals(text.key()))
                .distinct()
                .filter(key -> text(key, present.getGraph(base.articleGraph(key)))
                        .filter(other -> other.isCopy(text))
                        .isPresent())
                .toList();
    }

    /** None where so many share it that it is a stock phrase. */
    private List<Node> under(long key) {
        List<Node> articles = new ArrayList<>();
        Iterator<Quad> sharing = present.find(Node.ANY, Node.ANY, Kh.shingle, Literals.integer(key));
        try {
            while (sharing.hasNext()) {
                if (articles.size() == CROWD) {
                    return List.of();
                }
                articles.add(sharing.next().getSubject());
            }
        } finally {
            Iter.close(sharing);
        }
        return articles;
    }

    /** All that are of its story as the store has it, itself too. */
    private Set<String> group(String key) {
        String first = Stories.of(base, present).of(key);
        Set<String> group = new LinkedHashSet<>(Set.of(key));
        group.add(first);
        quads(graph, Node.ANY, Kh.copyOf, base.id("article", first)).stream()
                .flatMap(quad -> base.parse(quad.getSubject().getURI()).stream())
                .map(Base.Local::key)
                .forEach(group::add);
        return group;
    }

    /** Under which the article stands: another program may have made others of the same text, under which it was not found. */
    private Set<Node> shingles(String key, Graph article) {
        return article.find(base.id("article", key), Kh.shingle, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }

    private Optional<Text> text(String key, Graph article) {
        Node node = base.id("article", key);
        return Said.object(article, node, Kh.textSketch)
                .map(sketch -> new Text(
                        key,
                        Said.object(article, node, Kh.publishedDay)
                                .map(Node::getLiteralLexicalForm)
                                .map(LocalDate::parse),
                        READ.get(sketch.getLiteralLexicalForm(), Sketch::read)));
    }

    private List<Quad> quads(Node name, Node subject, Node property, Node object) {
        List<Quad> quads = new ArrayList<>();
        present.find(name, subject, property, object).forEachRemaining(quads::add);
        return quads;
    }
}
