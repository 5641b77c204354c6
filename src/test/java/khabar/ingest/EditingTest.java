package khabar.ingest;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import khabar.ingest.DecisionOrder.Kind;
import khabar.merge.Merger;
import khabar.merge.Story;
import khabar.store.Store;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final String DAY = "2017-09-12";
    private static final Story ONE = Story.of("a1", DAY, visit(10, DAY, "damascus"));
    private static final Story TWO = Story.of("a2", DAY, visit(10, DAY, "damascus"));
    private static final Story THREE = Story.of("a3", DAY, visit(10, DAY, "moscow"));

    private final Store store = Store.empty(BASE);
    private final Editing editing = new Editing(store, CLOCK, () -> {
        throw new AssertionError("no name is decided on");
    });
    private final Merger merger = new Merger(BASE, CLOCK);

    @BeforeEach
    void tellOfTwoEvents() {
        for (Story story : List.of(ONE, TWO, THREE)) {
            store.write(present -> merger.replace(present, story.graph()));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aReportTakenOutOfItsEventIsOneOfItsOwnUntilThatIsUndone() {
        Decided split = done(Kind.SPLIT, "a2-10");
        assertThat(split.apart()).isEqualTo(TWO.report(10).getURI());
        assertThat(split.now()).containsExactly(iri(ONE.event(10)), iri(TWO.event(10)));
        assertThat(editing.all()).containsExactly(split);

        assertThat(editing.undo(split.decision())).isInstanceOf(Edited.Done.class);
        assertThat(editing.all()).isEmpty();
        assertThat(why(editing.undo(split.decision()))).contains("was undone before");
        assertThat(why(decide(Kind.SPLIT, "a3-10"))).contains("nothing to take it from");
    }

    @Test
    void whatWasReplacedCountsAsWhatItIsNow() {
        done(Kind.JOIN, "a1-10", "a3-10");
        assertThat(done(Kind.PIN, "a3-10").of()).hasSize(3);
        assertThat(why(decide(Kind.JOIN, "a2-10", "a1-10"))).contains("there is no event a2-10");
    }

    @Test
    void whatContradictsAnEarlierDecisionIsRefusedWithItsKey() {
        Decided joined = done(Kind.JOIN, "a1-10", "a3-10");
        long version = store.version();
        assertThat(why(decide(Kind.APART, "a1-10", "a2-10")))
                .contains(joined.decision(), "an editor", "2026-11-23", "undo it first");
        assertThat(store.version()).isEqualTo(version);
        editing.undo(joined.decision());
        Decided apart = done(Kind.APART, "a1-10", "a3-10");
        assertThat(why(decide(Kind.JOIN, "a1-10", "a3-10"))).contains(apart.decision(), "not one");
    }

    @Test
    void theLastDecisionOnTheSameReportsHolds() {
        Decided split = done(Kind.SPLIT, "a2-10");
        Decided joined = done(Kind.JOIN, "a1-10", "a2-10");
        assertThat(joined.decision()).isEqualTo(split.decision());
        assertThat(editing.all()).containsExactly(joined);
    }

    @Test
    void anOrderThatCannotBeUnderstoodSaysWhy() {
        assertThatThrownBy(() -> DecisionOrder.parse("marry", List.of("a", "b"), "me", ""))
                .hasMessageContaining("join, split");
        assertThatThrownBy(() -> DecisionOrder.parse("join", List.of("a"), "me", ""))
                .hasMessageContaining("of two things, not of 1");
        assertThatThrownBy(() -> DecisionOrder.parse("split", List.of("a"), "", null))
                .hasMessageContaining("who decides");
    }

    private Edited decide(Kind kind, String... of) {
        return editing.decide(new DecisionOrder(kind, List.of(of), "an editor", "for this test"));
    }

    private Decided done(Kind kind, String... of) {
        Edited edited = decide(kind, of);
        assertThat(edited).isInstanceOf(Edited.Done.class);
        return ((Edited.Done) edited).decided();
    }

    private static String why(Edited edited) {
        return switch (edited) {
            case Edited.Done done -> "done: " + done;
            case Edited.NotThere missing -> missing.why();
            case Edited.Impossible impossible -> impossible.why();
        };
    }

    private static String iri(Node node) {
        return node.getURI();
    }
}
