package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.article.ArticleLine;
import khabar.article.Parsed;
import khabar.article.SourceRef;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.DecisionOrder.Kind;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editors decide what names in articles stand for; both articles tell of a visit, one by a man of a known name. */
class NameEditingTest {
    private static final Base BASE = Base.LOCAL;
    private static final Reader READER = Reader.of(Gazetteer.load());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final String VISIT = """
            {"id":"1","source":"Harbour Gazette","published":"2017-09-13","terms":"full","headline":"Putin in Damascus",\
            "body":"Vladimir Putin visited Damascus on Tuesday and met Bashar al-Assad. Putin said the talks were useful. \
            George Bush criticised the visit. Bush met Ahmad Tarawneh on Tuesday."}""";
    private static final String ATTACK = """
            {"id":"2","source":"Daily Sample","published":"2017-09-13","headline":"قتلى في طرابلس","body":"قتل مسلحون خمسة \
            أشخاص بطرابلس يوم الاثنين. وقال كمال زرزور إن فلاديمير بوتين زار دمشق يوم الثلاثاء والتقى بشار الأسد."}""";
    private static final String BODY_NAME = mention(VISIT, "body", 0, 14);
    private static final String PUTIN = BASE.id("person", "vladimir-putin").getURI();
    private static final String SHOIGU = BASE.id("person", "sergei-shoigu").getURI();

    private final Store store = Store.empty(BASE);
    private final Ingest ingest = new Ingest(READER, store, CLOCK);
    private final Editing editing = new Editing(store, CLOCK, () -> ingest);

    @BeforeEach
    void readBoth() {
        List.of(VISIT, ATTACK)
                .forEach(line -> assertThat(ingest.ingest(parsed(line))).isInstanceOf(Outcome.Stored.class));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoeverTheEditorSaysTakesPartInTheEventAndNoOtherArticleIsTouched() {
        Map<Node, Graph> before = graphs();
        assertThat(actorsOfEvents(VISIT)).contains(PUTIN).doesNotContain(SHOIGU);

        Decided decided = done(Kind.LINK_ALL, BODY_NAME, SHOIGU);

        assertThat(decided.verdict()).isEqualTo("link-all");
        assertThat(decided.words()).isEqualTo("Vladimir Putin");
        assertThat(decided.of()).containsExactly(BASE.id("mention", BODY_NAME).getURI(), SHOIGU);
        assertThat(decided.now())
                .as("the full name, and the surname that was taken for the same, in the headline too")
                .hasSize(3)
                .contains(BASE.id("mention", BODY_NAME).getURI());
        assertThat(actorsOfEvents(VISIT)).contains(SHOIGU).doesNotContain(PUTIN);
        Node mention = BASE.id("mention", BODY_NAME);
        Graph article = graph(VISIT);
        assertThat(article.contains(mention, Kh.linkBasis, Kh.ByEditor)).isTrue();
        assertThat(article.contains(mention, Kh.confidence, Literals.decimal(1)))
                .isTrue();
        assertThat(article.find(mention, Kh.alternative, Node.ANY).toList()).hasSize(1);
        assertThat(article.contains(Node.ANY, Kh.candidate, BASE.id("person", "vladimir-putin")))
                .isTrue();
        assertThat(graph(ATTACK).isIsomorphicWith(before.get(name(ATTACK)))).isTrue();
        assertThat(editing.all()).containsExactly(decided);
    }

    @Test
    void nobodyKnownTakesPartWhereTheEditorSaysSo() {
        Node putin = BASE.id("person", "vladimir-putin");
        assertThat(graph(VISIT).contains(Node.ANY, Kh.party, putin)).isTrue();
        Decided decided = done(Kind.UNLINK_ALL, BODY_NAME);
        assertThat(graph(VISIT).contains(Node.ANY, Kh.party, putin)).isFalse();
        Node mention = BASE.id("mention", BODY_NAME);
        assertThat(graph(VISIT).contains(mention, Kh.refersTo, Node.ANY)).isFalse();
        assertThat(graph(VISIT).contains(mention, Kh.byDecision, BASE.id("decision", decided.decision())))
                .isTrue();
        assertThat(graph(VISIT).contains(mention, Kh.alternative, Node.ANY)).isTrue();
    }

    /** Decisions in any order, undone in any order: the graphs are what they were before, but for what the gazetteer told. */
    @Test
    void undoingGivesBackWhatWasThere() {
        List<String> names = names();
        List<String> things =
                List.of(SHOIGU, "place/tripoli-lebanon-266826", "organisation/syr", "id/person/bashar-al-assad");
        Map<Node, Graph> before = graphs();
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            Set<String> made = new LinkedHashSet<>();
            for (int i = 0; i < 4; i++) {
                String name = names.get(random.nextInt(names.size()));
                Kind kind = List.of(Kind.LINK, Kind.LINK_ALL, Kind.UNLINK, Kind.UNLINK_ALL)
                        .get(random.nextInt(4));
                boolean links = kind == Kind.LINK || kind == Kind.LINK_ALL;
                String thing = things.get(random.nextInt(things.size()));
                made.add((links ? done(kind, name, thing) : done(kind, name)).decision());
            }
            List<String> undone = new ArrayList<>(
                    editing.all().stream().map(Decided::decision).toList());
            assertThat(made).as("seed %d", seed).containsAll(undone);
            Collections.shuffle(undone, random);
            undone.forEach(key -> assertThat(editing.undo(key)).isInstanceOf(Edited.Done.class));
            assertSame(before, "seed " + seed);
        }
        String gone = BASE.id("decision", "0123456789abcdef").getURI();
        assertThat(why(editing.undo(gone))).contains("there is no decision");
    }

    @Test
    void itSurvivesReadingAgainAndTheArticleGoingAndComing() {
        done(Kind.LINK_ALL, BODY_NAME, SHOIGU);
        Map<Node, Graph> decided = graphs();
        age();
        assertThat(ingest.reread((done, all) -> {}).changed()).isEqualTo(2);
        assertSame(decided, "read again");

        ingest.remove(key(VISIT));
        assertThat(editing.all())
                .singleElement()
                .satisfies(one -> assertThat(one.now()).isEmpty());
        ingest.ingest(parsed(VISIT));
        assertThat(actorsOfEvents(VISIT)).contains(SHOIGU).doesNotContain(PUTIN);
        assertThat(editing.undo(editing.all().getFirst().decision())).isInstanceOf(Edited.Done.class);
        assertThat(actorsOfEvents(VISIT)).contains(PUTIN).doesNotContain(SHOIGU);
    }

    @Test
    void itLapsesWhereOtherWordsStandInThePlaceAndHoldsAgainWithTheOldOnes() {
        done(Kind.LINK, BODY_NAME, SHOIGU);
        String corrected =
                VISIT.replace("\"body\":\"Vladimir Putin", "\"modified\":\"2017-09-14\",\"body\":\"Dmitry Medvedev");
        assertThat(ingest.ingest(parsed(corrected))).isInstanceOf(Outcome.Stored.class);
        assertThat(editing.all())
                .singleElement()
                .satisfies(one -> assertThat(one.now()).isEmpty());
        assertThat(why(decide(Kind.LINK, BODY_NAME, SHOIGU)))
                .contains("its article was changed")
                .hasLineCount(1);

        String again = VISIT.replace("\"terms\"", "\"modified\":\"2017-09-15\",\"terms\"");
        assertThat(ingest.ingest(parsed(again))).isInstanceOf(Outcome.Stored.class);
        assertThat(editing.all())
                .singleElement()
                .satisfies(one -> assertThat(one.now()).hasSize(1));
    }

    @Test
    void aNameMayBeOfAnActorThatOnlyArticlesKnow() {
        String name = mention(ATTACK, "body", 62, 76);
        String dark = graph(VISIT)
                .find(Node.ANY, Kh.nameForm, Literals.text("George Bush", "en"))
                .next()
                .getSubject()
                .getURI();
        done(Kind.LINK, name, dark);
        assertThat(graph(ATTACK).contains(BASE.id("mention", name), Kh.linkBasis, Kh.ByEditor))
                .isTrue();
        assertThat(actorsOfEvents(ATTACK)).contains(dark).doesNotContain(PUTIN);
    }

    @Test
    void theLastDecisionOnANameHolds() {
        Decided first = done(Kind.LINK, BODY_NAME, SHOIGU);
        Decided second = done(Kind.UNLINK, BODY_NAME);
        assertThat(second.decision()).isEqualTo(first.decision());
        assertThat(editing.all()).containsExactly(second);
        Decided throughout = done(Kind.LINK_ALL, BODY_NAME, SHOIGU);
        assertThat(editing.all()).as("it is of this very name, too").containsExactly(throughout);
        assertThat(done(Kind.UNLINK, BODY_NAME).decision()).isEqualTo(first.decision());
        assertThat(editing.all()).as("elsewhere in the article the other holds").hasSize(2);
    }

    @Test
    void whatCannotBeDecidedIsOneLineAndNothingIsWritten() {
        String sentence = graph(VISIT)
                .find(Node.ANY, Kh.triggerStart, Node.ANY)
                .next()
                .getSubject()
                .getURI();
        long version = store.version();
        assertThat(why(decide(Kind.LINK, BODY_NAME, "person/nobody-here"))).contains("there is no person");
        assertThat(why(decide(Kind.LINK, BODY_NAME, "id/event/0123456789abcdef")))
                .contains("there is no person");
        assertThat(why(decide(Kind.LINK, BODY_NAME, "geo"))).contains("id/organisation/geo or ", "the whole address");
        assertThat(why(decide(Kind.LINK, "0123456789abcdef-body-0-3", SHOIGU))).contains("there is no name");
        assertThat(why(decide(Kind.LINK, "who?", SHOIGU))).contains("neither the key nor the IRI of a mention");
        assertThat(why(decide(Kind.LINK, sentence, SHOIGU))).contains("is a sentence");
        assertThat(store.version()).isEqualTo(version);
    }

    private void assertSame(Map<Node, Graph> before, String when) {
        Map<Node, Graph> after = graphs();
        assertThat(after.keySet()).as(when).isEqualTo(before.keySet());
        after.forEach((name, graph) -> assertThat(graph.isIsomorphicWith(before.get(name)))
                .as("%s: %s", when, name)
                .isTrue());
    }

    /** All but what was, what the gazetteer told of whoever was named meanwhile, and the number of the commit. */
    private Map<Node, Graph> graphs() {
        Set<Node> left = Set.of(BASE.graph("history"), BASE.graph("gazetteer"), BASE.graph("dataset"));
        Map<Node, Graph> graphs = new HashMap<>();
        store.read(present -> present.stream().toList()).stream()
                .filter(quad -> !left.contains(quad.getGraph()))
                .forEach(quad -> graphs.computeIfAbsent(quad.getGraph(), name -> GraphFactory.createDefaultGraph())
                        .add(quad.asTriple()));
        return graphs;
    }

    private Graph graph(String line) {
        return Objects.requireNonNull(graphs().get(name(line)));
    }

    private List<String> names() {
        return graphs().values().stream()
                .flatMap(graph -> graph.find(Node.ANY, Kh.mentionType, Node.ANY).toList().stream())
                .map(triple -> triple.getSubject().getURI())
                .sorted()
                .toList();
    }

    private Set<String> actorsOfEvents(String line) {
        Node article = BASE.id("article", key(line));
        return store.read(present -> {
            Set<String> all = present.stream(name(line), article, Kh.reports, Node.ANY)
                    .map(Quad::getObject)
                    .flatMap(report -> present.stream(BASE.graph("events"), report, Kh.reportOf, Node.ANY))
                    .map(Quad::getObject)
                    .flatMap(event -> present.stream(BASE.graph("events"), event, Kh.actor, Node.ANY))
                    .map(quad -> quad.getObject().getURI())
                    .collect(Collectors.toSet());
            return all;
        });
    }

    private void age() {
        store.write(present -> {
            List<Quad> now = present.stream(Node.ANY, Node.ANY, Kh.readerVersion, Node.ANY)
                    .toList();
            return new Changes(
                    Map.of(),
                    now,
                    now.stream()
                            .map(quad -> Quad.create(
                                    quad.getGraph(), quad.getSubject(), Kh.readerVersion, Literals.string("0")))
                            .toList(),
                    List.of());
        });
    }

    private Edited decide(Kind kind, String... of) {
        return editing.decide(new DecisionOrder(kind, List.of(of), "an editor", "for this test"));
    }

    private Decided done(Kind kind, String... of) {
        Edited edited = decide(kind, of);
        assertThat(edited).as("%s %s", kind, List.of(of)).isInstanceOf(Edited.Done.class);
        return ((Edited.Done) edited).decided();
    }

    private static String why(Edited edited) {
        return switch (edited) {
            case Edited.Done done -> "done: " + done;
            case Edited.NotThere missing -> missing.why();
            case Edited.Impossible impossible -> impossible.why();
        };
    }

    private static String mention(String line, String field, int start, int end) {
        return key(line) + "-" + field + "-" + start + "-" + end;
    }

    private static Node name(String line) {
        return BASE.articleGraph(key(line));
    }

    private static String key(String line) {
        return switch (parsed(line)) {
            case Parsed.Accepted accepted -> accepted.article().key();
            case Parsed.Refused refused -> throw new AssertionError(refused.problem());
        };
    }

    private static Parsed parsed(String line) {
        return ArticleLine.read(new SourceRef("test", 1), line);
    }
}
