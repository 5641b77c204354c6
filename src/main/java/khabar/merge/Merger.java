package khabar.merge;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.graph.ArticleGraph;
import khabar.merge.Decisions.Decision;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What becomes of everything when one article comes, changes or goes: its graph, the known and unknown things it names, the
 * events that its reports are about, the tombstones. To be called inside the plan of a write.
 */
public final class Merger {
    private final Base base;
    private final Clock clock;
    private final Node actors;
    private final Node gazetteer;
    private final Node history;

    /** @param clock tells when something ceased to be */
    public Merger(Base base, Clock clock) {
        this.base = base;
        this.clock = clock;
        this.actors = base.graph("actors");
        this.gazetteer = base.graph("gazetteer");
        this.history = base.graph("history");
    }

    /** The article is new, or another version of it is there. When it was first read stays as it was. */
    public Changes replace(DatasetGraph present, ArticleGraph article) {
        return replaceAll(present, List.of(article));
    }

    /**
     * Several articles at once, none of them twice: what each event and storyline becomes is computed once for all of them. It
     * is what one after the other leads to, but for addresses that would have been there only in between.
     */
    public Changes replaceAll(DatasetGraph present, List<ArticleGraph> articles) {
        Unfolding unfolding = new Unfolding(present);
        Map<Node, Graph> before = new LinkedHashMap<>();
        Map<Node, Graph> after = new LinkedHashMap<>();
        Set<Node> decided = new LinkedHashSet<>();
        for (ArticleGraph article : articles) {
            DatasetGraph now = unfolding.now();
            Graph there = copy(now.getGraph(article.name()));
            if (before.put(article.name(), there) != null) {
                throw new IllegalArgumentException("an article twice at once: " + article.name());
            }
            decided.addAll(decidedOn(now, article.gazetteer()));
            String key = article.article().key();
            Graph says = keepingFirstRead(there, article.graph());
            after.put(article.name(), says);
            Changes versions = new Versions(base, now, OffsetDateTime.now(clock)).replaced(key, there, says);
            unfolding.then(replaced(now, article, there, says));
            unfolding.then(versions);
        }
        return withStorylines(unfolding, settle(unfolding, before, after, decided));
    }

    private Changes replaced(DatasetGraph present, ArticleGraph article, Graph before, Graph after) {
        List<Quad> added = new ArrayList<>();
        List<Quad> removed = new ArrayList<>();
        article.gazetteer().find().forEach(triple -> added.add(Quad.create(gazetteer, triple)));
        removed.addAll(outdatedLabels(present, article.gazetteer()));
        removed.addAll(forgottenSpellings(present, article.name(), before, after));
        removed.addAll(tombstone(present, base.id("article", article.article().key())));
        return new Changes(Map.of(article.name(), after), removed, added, List.of());
    }

    /** Where nobody says why. */
    public Changes remove(DatasetGraph present, String articleKey) {
        return remove(present, articleKey, "");
    }

    /**
     * The article goes: what is left is a tombstone without words of its text. Nothing where it is not there.
     *
     * @param because why it goes, in words of any language, which are published; may be empty
     */
    public Changes remove(DatasetGraph present, String articleKey, String because) {
        Node name = base.articleGraph(articleKey);
        Graph before = copy(present.getGraph(name));
        if (before.isEmpty()) {
            return Changes.NONE;
        }
        Graph after = GraphFactory.createDefaultGraph();
        Node subject = base.id("article", articleKey);
        List<Quad> tombstone = new ArrayList<>(List.of(
                Quad.create(history, subject, Rdf.type, Kh.Article),
                Quad.create(history, subject, Prov.invalidatedAtTime, Literals.dateTime(OffsetDateTime.now(clock)))));
        if (!because.isBlank()) {
            tombstone.add(Quad.create(history, subject, Kh.because, Literals.string(because.strip())));
        }
        List<Quad> removed = new ArrayList<>(forgottenSpellings(present, name, before, after));
        removed.addAll(tombstone(present, subject));

        Unfolding unfolding = new Unfolding(present);
        unfolding.then(new Changes(Map.of(name, after), removed, tombstone, List.of()));
        return withStorylines(unfolding, settle(unfolding, Map.of(name, before), Map.of(name, after), Set.of()));
    }

    /**
     * An editor decides on reports, which are of one event or are not; or on two actors: names that stand for nothing known,
     * by the addresses that they make by themselves, or one such name and someone known.
     */
    public Changes decide(DatasetGraph present, Decision decision) {
        return decided(present, decision.things(), new Decisions(base, present).taking(decision));
    }

    /** What was decided holds no more. Nothing where no decision has this address. */
    public Changes undo(DatasetGraph present, Node address) {
        Decisions decisions = new Decisions(base, present);
        return decisions
                .of(address)
                .map(decision ->
                        decided(present, decision.things(), decisions.undoing(address, OffsetDateTime.now(clock))))
                .orElse(Changes.NONE);
    }

    /** What hung together by a decision that goes is looked at as a whole, too. */
    private Changes decided(DatasetGraph present, List<Node> things, Changes decision) {
        Unfolding unfolding = new Unfolding(present);
        unfolding.then(decision);
        if (things.stream().allMatch(this::isReport)) {
            DatasetGraph now = unfolding.now();
            Decisions decisions = new Decisions(base, now);
            Known known = known(now);
            unfolding.then(events(now, known)
                    .decided(things.stream().map(decisions::now).toList(), Stories.of(base, now)));
            return withStorylines(unfolding, known);
        }
        Known known = point(
                unfolding,
                new DarkActors(base, unfolding.now()).settle(things, List.of(), Set.of()),
                Map.of(),
                Map.of());
        return withStorylines(unfolding, known);
    }

    private boolean isReport(Node thing) {
        return base.parse(thing.getURI())
                .filter(local -> local.type().equals("report"))
                .isPresent();
    }

    /**
     * The names and the events that a change of articles moves; they are there in their new versions already.
     *
     * @param before what each of them said
     * @param after what each of them says, the names pointing to nobody yet
     */
    private Known settle(Unfolding unfolding, Map<Node, Graph> before, Map<Node, Graph> after, Set<Node> decided) {
        Set<Node> names = new LinkedHashSet<>();
        before.values().forEach(said -> names.addAll(DarkActors.in(said)));
        after.values().forEach(says -> names.addAll(DarkActors.in(says)));
        names.addAll(decided);
        return point(
                unfolding,
                new DarkActors(base, unfolding.now()).settle(names, before.values(), after.keySet()),
                before,
                after);
    }

    /**
     * Events follow as if each article whose names point elsewhere now had come anew, too: so what the events are depends on
     * the articles only.
     *
     * @param said by the articles that changed
     * @param says what these say now
     */
    private Known point(Unfolding unfolding, DarkActors.Settled settled, Map<Node, Graph> said, Map<Node, Graph> says) {
        unfolding.then(settled.actors());
        Map<Node, Graph> before = new LinkedHashMap<>(said);
        settled.articles()
                .keySet()
                .forEach(name -> before.computeIfAbsent(
                        name, moved -> copy(unfolding.now().getGraph(moved))));
        unfolding.then(new Changes(settled.articles(), List.of(), List.of(), List.of()));
        Map<Node, Graph> after = new LinkedHashMap<>(says);
        after.putAll(settled.articles());

        Map<String, String> stories = new LinkedHashMap<>();
        before.forEach((name, was) -> {
            Copies.Outcome copies = new Copies(base, unfolding.now()).changed(key(name), was, of(after, name));
            unfolding.then(copies.changes());
            stories.putAll(copies.stories());
        });
        DatasetGraph now = unfolding.now();
        Known known = known(now);
        unfolding.then(events(now, known).changed(before, after, settled.renamed(), new Stories(base, now, stories)));
        return known;
    }

    private static Graph of(Map<Node, Graph> graphs, Node name) {
        return graphs.getOrDefault(name, GraphFactory.createDefaultGraph());
    }

    /** Names that editors tied to someone known who is met for the first time now. */
    private Set<Node> decidedOn(DatasetGraph present, Graph entries) {
        Set<Node> names = new LinkedHashSet<>();
        Decisions decisions = new Decisions(base, present);
        if (!decisions.areNone()) {
            entries.find(Node.ANY, Rdfs.label, Node.ANY)
                    .mapWith(Triple::getSubject)
                    .forEach(thing -> decisions.on(thing).forEach(decision -> names.addAll(decision.beside(thing))));
        }
        return names;
    }

    private String key(Node articleGraph) {
        return base.parse(articleGraph.getURI())
                .map(Base.Local::key)
                .orElseThrow(() -> new IllegalArgumentException("not the graph of an article: " + articleGraph));
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.find().forEach(copy::add);
        return copy;
    }

    /** What things are called and what they are, which is settled before the events are. */
    private record Known(Labels labels, World world) {}

    private Known known(DatasetGraph present) {
        List<Graph> graphs = List.of(
                present.getGraph(gazetteer), present.getGraph(actors), present.getGraph(base.graph("ontology")));
        return new Known(new Labels(graphs), new World(base, graphs));
    }

    private Events events(DatasetGraph present, Known known) {
        return new Events(base, present, known.labels(), known.world(), OffsetDateTime.now(clock));
    }

    /** Storylines follow what became of the events. */
    private Changes withStorylines(Unfolding unfolding, Known known) {
        unfolding.then(new Storylines(base, unfolding.now(), known.labels(), known.world(), OffsetDateTime.now(clock))
                .follow(unfolding.all()));
        return unfolding.all();
    }

    private static Graph keepingFirstRead(Graph before, Graph after) {
        List<Triple> earlier = before.find(Node.ANY, Kh.firstRead, Node.ANY).toList();
        if (earlier.isEmpty()) {
            return after;
        }
        Graph kept = GraphFactory.createDefaultGraph();
        after.find()
                .filterDrop(triple -> triple.getPredicate().equals(Kh.firstRead))
                .forEach(kept::add);
        earlier.forEach(kept::add);
        return kept;
    }

    /** A known thing has one name to show in each language: that of the gazetteer that was read last. */
    private List<Quad> outdatedLabels(DatasetGraph present, Graph entries) {
        Map<Node, List<Node>> labels = new LinkedHashMap<>();
        entries.find(Node.ANY, Rdfs.label, Node.ANY)
                .forEach(entry -> labels.computeIfAbsent(entry.getSubject(), first -> new ArrayList<>())
                        .add(entry.getObject()));
        Graph known = present.getGraph(gazetteer);
        List<Quad> outdated = new ArrayList<>();
        labels.forEach((thing, now) -> Said.of(known, thing).all(Rdfs.label).stream()
                .filter(label -> !now.contains(label)
                        && now.stream().map(Node::getLiteralLanguage).anyMatch(label.getLiteralLanguage()::equals))
                .forEach(label -> outdated.add(Quad.create(gazetteer, thing, Rdfs.label, label))));
        return outdated;
    }

    /** Spellings of known names that only quotations from this article have shown, and that it shows no longer. */
    private List<Quad> forgottenSpellings(DatasetGraph present, Node article, Graph before, Graph after) {
        return before.find(Node.ANY, Kh.exact, Node.ANY).toList().stream()
                .flatMap(shown -> before.find(shown.getSubject(), Kh.refersTo, Node.ANY).toList().stream()
                        .map(named -> Quad.create(gazetteer, named.getObject(), Skos.hiddenLabel, shown.getObject())))
                .distinct()
                .filter(present::contains)
                .filter(spelling -> !Iter.anyMatch(
                        after.find(Node.ANY, Kh.exact, spelling.getObject()),
                        shown -> after.contains(shown.getSubject(), Kh.refersTo, spelling.getSubject())))
                .filter(spelling -> !Iter.anyMatch(
                        present.find(Node.ANY, Node.ANY, Kh.exact, spelling.getObject()),
                        shown -> !shown.getGraph().equals(article)
                                && present.contains(
                                        shown.getGraph(), shown.getSubject(), Kh.refersTo, spelling.getSubject())))
                .toList();
    }

    /** What is said of an article that went; which versions it had stays. */
    private List<Quad> tombstone(DatasetGraph present, Node article) {
        return Iter.toList(present.find(history, article, Node.ANY, Node.ANY)).stream()
                .filter(quad -> !quad.getPredicate().equals(Prov.wasRevisionOf))
                .toList();
    }
}
