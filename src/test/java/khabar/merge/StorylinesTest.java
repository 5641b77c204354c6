package khabar.merge;

import static khabar.merge.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import khabar.SampleStore;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Ontology;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StorylinesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final Node GRAPH = BASE.graph("storylines");

    private final Merger merger = new Merger(BASE, CLOCK);
    private static Store store;

    private final Story first = talks("a1", "2017-09-01", "damascus", "anna", "boris");
    private final Story second = talks("a2", "2017-09-05", "moscow", "boris", "anna");
    private final Story third = talks("a3", "2017-10-10", "damascus", "anna", "boris");

    @BeforeAll
    static void open() {
        store = Store.inMemory(BASE);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @AfterEach
    void empty() {
        store.write(present -> {
            Set<Node> graphs = new HashSet<>(Iter.toList(present.listGraphNodes()));
            graphs.removeAll(Set.of(BASE.graph("ontology"), BASE.graph("dataset")));
            return graphs.stream()
                    .map(graph -> Changes.replacing(graph, GraphFactory.createDefaultGraph()))
                    .reduce(Changes.NONE, Changes::and);
        });
    }

    @Test
    void threeEventsOfTheSamePairAreAStorylineInTheOrderOfDays() {
        put(third, first, second);

        Node storyline = BASE.id("storyline", "a1-10");
        assertThat(storylines()).containsExactly(storyline);
        assertThat(said(storyline, Kh.eventCount)).containsExactly(Literals.integer(3));
        assertThat(said(storyline, Kh.firstDay)).containsExactly(Literals.date(LocalDate.parse("2017-09-01")));
        assertThat(said(storyline, Kh.lastDay)).containsExactly(Literals.date(LocalDate.parse("2017-10-10")));
        assertThat(said(storyline, Rdfs.label))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactlyInAnyOrder(
                        "Talks: anna, boris · damascus · Sep–Oct 2017",
                        "تشاور: anna، boris · damascus · سبتمبر–أكتوبر 2017");
        assertThat(events(storyline)).containsExactly(first.event(10), second.event(10), third.event(10));
        assertThat(said(slot("a2-10"), Kh.follows)).containsExactly(slot("a1-10"));
        assertThat(said(slot("a3-10"), Kh.follows)).containsExactlyInAnyOrder(slot("a1-10"), slot("a2-10"));
    }

    @Test
    void aLinkSaysWhatSpeaksForIt() {
        put(first, second, third);

        Node link = BASE.id("storylink", "a3-10-a1-10");
        assertThat(said(slot("a3-10"), Kh.storyLink)).contains(link);
        assertThat(said(link, Kh.earlierEvent)).containsExactly(first.event(10));
        assertThat(said(link, Kh.laterEvent)).containsExactly(third.event(10));
        assertThat(said(link, Kh.sharedActor))
                .containsExactlyInAnyOrder(BASE.id("person", "anna"), BASE.id("person", "boris"));
        assertThat(said(link, Kh.sharedPlace)).containsExactly(BASE.id("place", "damascus"));
        assertThat(said(link, Kh.daysBetween)).containsExactly(Literals.integer(39));
        // Two persons, half a point for being two, a town, and 39 of 60 days.
        assertThat(said(link, Kh.linkScore)).containsExactly(Literals.decimal(5.85));
    }

    @Test
    void onePersonInCommonIsNoStory() {
        put(
                talks("a1", "2017-09-01", "damascus", "anna", "boris"),
                talks("a2", "2017-09-05", "moscow", "anna", "carla"),
                talks("a3", "2017-09-09", "cairo", "anna", "dora"));
        assertThat(storylines()).isEmpty();
    }

    @Test
    void anArticleThatRecallsAnEventSpeaksForIt() {
        Story recalling = Story.of(
                "a4",
                "2017-09-20",
                tale(10, "2017-09-20", "paris", "anna"),
                tale(90, "2017-09-05", "moscow", "anna"),
                tale(50, "2017-09-01", "damascus", "anna"));
        Story another = Story.of(
                "a5",
                "2017-09-21",
                tale(10, "2017-09-20", "paris", "anna"),
                tale(90, "2017-09-05", "moscow", "anna"),
                tale(50, "2017-09-01", "damascus", "anna"));
        put(recalling);
        assertThat(storylines()).isEmpty();
        put(another);
        assertThat(storylines()).hasSize(1);
        assertThat(said(BASE.id("storylink", "a4-10-a4-90"), Kh.toldTogetherIn))
                .containsExactlyInAnyOrder(recalling.node(), another.node());
    }

    @Test
    void silenceEndsAStory() {
        put(first, second, third, talks("a4", "2018-01-20", "damascus", "anna", "boris"));
        assertThat(events(BASE.id("storyline", "a1-10"))).hasSize(3);
    }

    @Test
    void whatIsOnlySupposedOrHasNoDayIsInNoStory() {
        Story.Tale supposed = Story.with(tale(10, "2017-09-05", "moscow", "anna", "boris"), Kh.Hypothetical);
        put(first, third, Story.of("a2", "2017-09-05", supposed), talks("a4", "", "cairo", "anna", "boris"));
        assertThat(storylines()).isEmpty();
    }

    @Test
    void theStorylineIsNamedByItsFirstEventAndTheOldNameLeadsOn() {
        put(first, second, third);
        Story earlier = talks("a4", "2017-08-20", "cairo", "anna", "boris");
        put(earlier);
        Node old = BASE.id("storyline", "a1-10");
        Node now = BASE.id("storyline", "a4-10");
        assertThat(storylines()).containsExactly(now);
        assertThat(said(old, Dct.isReplacedBy)).containsExactly(now);
        assertThat(said(old, Kh.eventCount)).isEmpty();

        remove("a4");
        assertThat(storylines()).containsExactly(old);
        assertThat(said(now, Dct.isReplacedBy)).containsExactly(old);
        assertThat(said(old, Dct.isReplacedBy)).isEmpty();
    }

    @Test
    void aStorylineThatIsNoMoreLeavesATombstone() {
        put(first, second, third);
        remove("a2");
        Node storyline = BASE.id("storyline", "a1-10");
        Node history = BASE.graph("history");
        assertThat(storylines()).isEmpty();
        assertThat(quads(history, storyline, Prov.invalidatedAtTime)).hasSize(1);
        assertThat(quads(GRAPH, Node.ANY, Kh.contains)).isEmpty();

        put(second);
        assertThat(storylines()).containsExactly(storyline);
        assertThat(quads(history, Node.ANY, Node.ANY)).isEmpty();
    }

    @Test
    void whatManyEventsHaveInCommonIsNoSignOfAStory() {
        List<Story> many = IntStream.range(0, 41)
                .mapToObj(i -> talks(
                        "b" + i, LocalDate.ofEpochDay(90 * 193).plusDays(i).toString(), "town" + i, "anna", "boris"))
                .toList();
        put(many.toArray(Story[]::new));
        assertThat(storylines()).isEmpty();
        remove("b7");
        assertThat(storylines()).hasSize(1);
        put(many.get(7));
        assertThat(storylines()).isEmpty();
    }

    @Test
    void whereTooMuchHangsTogetherOnlyStrongerLinksCount() {
        List<Story.Tale> year = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String day = LocalDate.parse("2017-01-01").plusDays(3L * i).toString();
            year.add(
                    i % 20 < 3
                            ? tale(10 * i, day, "damascus", "anna", "boris", "carla")
                            : tale(10 * i, day, "town" + i, "anna", "boris"));
        }
        put(Story.of("c1", "2018-01-01", year.toArray(Story.Tale[]::new)));
        assertThat(events(storylines().getFirst())).hasSize(100);

        put(talks("c2", "2017-10-27", "cairo", "anna", "boris"));
        assertThat(storylines()).hasSize(1);
        assertThat(events(storylines().getFirst())).hasSize(15);
        remove("c2");
        assertThat(events(storylines().getFirst())).hasSize(100);
    }

    @Test
    void takingTheSameInAgainChangesNothing() {
        put(first, second, third);
        long version = store.version();
        put(second, first, third);
        assertThat(store.version()).isEqualTo(version);
    }

    @Test
    void theStorylinesOfTheSampleKeepTheirShapes() {
        Graph graph = SampleStore.get().read(present -> {
            Graph copy = GraphFactory.createDefaultGraph();
            present.find(Base.LOCAL.graph("storylines"), Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> copy.add(quad.asTriple()));
            return copy;
        });
        assertThat(graph.find(Node.ANY, Rdf.type, Kh.Storyline).toList()).hasSizeGreaterThan(2);
        assertThat(ShaclValidator.get()
                        .validate(Shapes.parse(Ontology.shapes()), graph)
                        .getEntries())
                .isEmpty();
    }

    private static Story talks(String key, String day, String place, String... people) {
        return Story.of(key, day.isEmpty() ? "2017-09-05" : day, tale(10, day, place, people));
    }

    private static Story.Tale tale(int offset, String day, String place, String... people) {
        return new Story.Tale(
                offset,
                "CONSULT",
                Optional.empty(),
                List.of(people[0]),
                Arrays.asList(people).subList(1, people.length),
                Optional.of(day).filter(text -> !text.isEmpty()),
                Optional.of(place),
                Kh.Happened);
    }

    private void put(Story... stories) {
        for (Story story : stories) {
            store.write(present -> merger.replace(present, story.graph()));
        }
    }

    private void remove(String key) {
        store.write(present -> merger.remove(present, key));
    }

    private List<Node> storylines() {
        return store.read(present -> Iter.toList(present.find(GRAPH, Node.ANY, Rdf.type, Kh.Storyline))).stream()
                .map(Quad::getSubject)
                .toList();
    }

    private List<Node> events(Node storyline) {
        Node[] events = new Node[said(storyline, Kh.hasSlot).size()];
        said(storyline, Kh.hasSlot).forEach(slot -> {
            int order = Integer.parseInt(said(slot, Kh.order).getFirst().getLiteralLexicalForm());
            events[order - 1] = said(slot, Kh.contains).getFirst();
        });
        return Arrays.asList(events);
    }

    private static Node slot(String key) {
        return BASE.id("slot", key);
    }

    private List<Node> said(Node subject, Node property) {
        return quads(GRAPH, subject, property).stream().map(Quad::getObject).toList();
    }

    private List<Quad> quads(Node graph, Node subject, Node property) {
        return store.read(present -> Iter.toList(present.find(graph, subject, property, Node.ANY)));
    }
}
