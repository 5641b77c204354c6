package khabar.merge;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import khabar.graph.ArticleGraph;
import khabar.store.Store;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of a text that another one has taken the place of. */
class VersionsTest {
    private static final String DAY = "2017-09-12";
    private static final Node HISTORY = BASE.graph("history");
    private static final Node FIRST = BASE.id("version", "a1-1");
    private static final Node SECOND = BASE.id("version", "a1-2");

    private final Store store = Store.empty(BASE);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCorrectedArticleKeepsItsVersionsAndWhatEachFollowingOneTellsOtherwise() {
        Story first = Story.of("a1", DAY, visit(10, DAY, "damascus"), visit(50, "2017-09-10", "aleppo"));
        put(first, "h1", "2026-01-01T10:00:00Z");
        put(first, "h1", "2026-01-02T10:00:00Z");
        assertThat(history()).isEmpty();

        // The first sentence grew, the place is another one, the second report is gone.
        put(Story.of("a1", DAY, visit(14, DAY, "moscow")), "h2", "2026-01-03T10:00:00Z");
        assertThat(said(first.node(), Prov.wasRevisionOf)).containsExactly(FIRST);
        assertThat(said(FIRST, Prov.specializationOf)).containsExactly(first.node());
        assertThat(said(FIRST, Kh.versionHash)).containsExactly(Literals.string("h1"));
        assertThat(text(FIRST, Prov.invalidatedAtTime)).containsExactly("2026-01-03T10:00:00Z");
        assertThat(text(FIRST, Kh.reportsAdded)).containsExactly("0");
        assertThat(text(FIRST, Kh.reportsRemoved)).containsExactly("1");
        assertThat(text(FIRST, Kh.reportsChanged)).containsExactly("1");
        assertThat(said(FIRST, Kh.removedType)).containsExactly(Khe.concept("CONSULT"));
        assertThat(said(FIRST, Kh.changedProperty)).containsExactly(Kh.reportedPlace);

        put(Story.of("a1", DAY, visit(18, DAY, "moscow")), "h3", "2026-01-04T10:00:00Z");
        assertThat(said(first.node(), Prov.wasRevisionOf)).containsExactly(SECOND);
        assertThat(said(SECOND, Prov.wasRevisionOf)).containsExactly(FIRST);
        assertThat(text(SECOND, Prov.generatedAtTime)).containsExactly("2026-01-03T10:00:00Z");
        assertThat(said(SECOND, Kh.changedProperty)).isEmpty();
        assertThat(text(SECOND, Kh.reportsChanged)).containsExactly("0");
    }

    @Test
    void whatWasDecidedOnAReportHoldsWhereItsArticleIsCorrected() {
        Story one = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story two = Story.of("a2", DAY, visit(10, DAY, "damascus"));
        put(one, "h1", "2026-01-01T10:00:00Z");
        put(two, "h1", "2026-01-01T10:00:00Z");
        Decisions.Decision apart = new Decisions.Decision(
                one.report(10),
                two.report(10),
                Decisions.Verdict.DIFFERENT,
                new Decisions.Grounds("an editor", OffsetDateTime.parse("2026-01-02T10:00:00Z"), ""));
        store.write(present -> merger("2026-01-02T10:00:00Z").decide(present, apart));

        Story moved = Story.of("a1", DAY, visit(20, DAY, "damascus"));
        put(moved, "h2", "2026-01-03T10:00:00Z");
        assertThat(said(one.report(10), Dct.isReplacedBy)).containsExactly(one.report(20));
        assertThat(events(one.report(20), Kh.reportOf)).containsExactly(one.event(20));
        assertThat(events(two.report(10), Kh.reportOf)).containsExactly(two.event(10));
        assertThat(events(one.event(10), Dct.isReplacedBy)).containsExactly(one.event(20));
        put(Story.of("a1", DAY, visit(30, DAY, "damascus")), "h3", "2026-01-04T10:00:00Z");
        assertThat(said(one.report(10), Dct.isReplacedBy)).containsExactly(one.report(30));
        assertThat(events(one.report(30), Kh.reportOf)).containsExactly(one.event(30));

        put(one, "h4", "2026-01-05T10:00:00Z");
        assertThat(said(one.report(10), Dct.isReplacedBy)).isEmpty();
        assertThat(events(one.report(10), Kh.reportOf)).containsExactly(one.event(10));
        store.write(
                present -> merger("2026-01-06T10:00:00Z").undo(present, new Decisions(BASE, present).address(apart)));
        assertThat(events(one.report(10), Kh.reportOf)).isEqualTo(events(two.report(10), Kh.reportOf));
        put(Story.of("a1", DAY), "h5", "2026-01-07T10:00:00Z");
        assertThat(text(one.report(10), Prov.invalidatedAtTime)).hasSize(1);
    }

    @Test
    void aWithdrawnArticleSaysWhyAndKeepsItsVersions() {
        Story story = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story other = Story.of("a2", DAY, visit(10, DAY, "damascus"));
        put(story, "h1", "2026-01-01T10:00:00Z");
        put(other, "h1", "2026-01-01T10:00:00Z");
        put(story, "h2", "2026-01-02T10:00:00Z");
        store.write(present -> merger("2026-01-03T10:00:00Z").remove(present, "a1", " the source withdrew it "));

        assertThat(text(story.node(), Kh.because)).containsExactly("the source withdrew it");
        assertThat(text(story.node(), Prov.invalidatedAtTime)).hasSize(1);
        assertThat(said(story.node(), Prov.wasRevisionOf)).containsExactly(FIRST);
        assertThat(events(other.event(10), Kh.articleCount)).containsExactly(Literals.integer(1));

        put(story, "h2", "2026-01-04T10:00:00Z");
        assertThat(said(story.node(), Kh.because)).isEmpty();
        assertThat(said(story.node(), Prov.invalidatedAtTime)).isEmpty();
        assertThat(said(story.node(), Prov.wasRevisionOf)).containsExactly(FIRST);
    }

    private void put(Story story, String hash, String moment) {
        ArticleGraph graph = story.graph();
        graph.graph().remove(story.node(), Kh.textHash, Node.ANY);
        graph.graph().add(story.node(), Kh.textHash, Literals.string(hash));
        store.write(present -> merger(moment).replace(present, graph));
    }

    private static Merger merger(String moment) {
        return new Merger(BASE, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    private List<Quad> history() {
        return store.read(present -> Iter.toList(present.find(HISTORY, Node.ANY, Node.ANY, Node.ANY)));
    }

    private List<Node> said(Node subject, Node property) {
        return objects(HISTORY, subject, property);
    }

    private List<Node> events(Node subject, Node property) {
        return objects(BASE.graph("events"), subject, property);
    }

    private List<Node> objects(Node graph, Node subject, Node property) {
        return store.read(present -> Iter.toList(present.find(graph, subject, property, Node.ANY)).stream()
                .map(Quad::getObject)
                .toList());
    }

    private List<String> text(Node subject, Node property) {
        return said(subject, property).stream().map(Node::getLiteralLexicalForm).toList();
    }
}
