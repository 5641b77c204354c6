package khabar.merge;

import static khabar.merge.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import khabar.merge.Decisions.Decision;
import khabar.merge.Decisions.Grounds;
import khabar.merge.Decisions.Verdict;
import khabar.store.Store;
import khabar.vocab.Prov;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Node ONE = BASE.id("person", "one-aaaaaa");
    private static final Node OTHER = BASE.id("person", "other-bbbbbb");
    private static final Node THIRD = BASE.id("person", "third-cccccc");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T09:00:00Z");

    private Store store;

    @BeforeEach
    void open() {
        store = Store.empty(BASE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDecisionIsReadAsItWasTakenWhateverTheOrderOfTheTwo() {
        Decision same = new Decision(
                /* one= */ OTHER,
                /* other= */ ONE,
                Verdict.SAME,
                new Grounds("an editor", NOW, "one minister, two spellings"));
        take(same);
        assertThat(between(ONE, OTHER)).contains(same);
        assertThat(between(OTHER, ONE)).contains(same);
        assertThat(same.beside(ONE)).containsExactly(OTHER);
        assertThat(between(ONE, THIRD)).isEmpty();
    }

    @Test
    void theLastDecisionOnTwoThingsHolds() {
        take(new Decision(ONE, OTHER, Verdict.SAME, new Grounds("an editor", NOW, "")));
        Decision different = new Decision(ONE, OTHER, Verdict.DIFFERENT, new Grounds("another", NOW.plusDays(1), ""));
        take(different);
        assertThat(on(ONE)).containsExactly(different);
        assertThat(quads("decisions")).hasSize(6);
    }

    @Test
    void allThatNameAThingAreFound() {
        take(new Decision(ONE, OTHER, Verdict.SAME, new Grounds("an editor", NOW, "")));
        take(new Decision(ONE, THIRD, Verdict.DIFFERENT, new Grounds("an editor", NOW, "")));
        assertThat(on(ONE)).flatExtracting(decision -> decision.beside(ONE)).containsExactly(OTHER, THIRD);
        assertThat(on(OTHER)).hasSize(1);
    }

    @Test
    void whatIsUndoneLeavesATombstoneUntilItIsDecidedAgain() {
        Decision same = new Decision(ONE, OTHER, Verdict.SAME, new Grounds("an editor", NOW, "why not"));
        take(same);
        undo(ONE, OTHER);
        assertThat(between(ONE, OTHER)).isEmpty();
        assertThat(quads("decisions")).isEmpty();
        assertThat(quads("history")).extracting(Quad::getPredicate).contains(Prov.invalidatedAtTime);

        take(same);
        assertThat(between(ONE, OTHER)).contains(same);
        assertThat(quads("history")).isEmpty();
        long version = store.version();
        undo(ONE, THIRD);
        assertThat(store.version()).isEqualTo(version);
    }

    @Test
    void whatIsSetApartIsNoneOfTheOthersOfWhichNothingElseIsSaid() {
        Decision split = new Decision(
                List.of(ONE, OTHER, THIRD), Optional.of(OTHER), Verdict.DIFFERENT, new Grounds("an editor", NOW, ""));
        take(split);
        assertThat(on(ONE)).containsExactly(split);
        assertThat(split.beside(OTHER)).containsExactly(ONE, THIRD);
        assertThat(split.beside(ONE)).containsExactly(OTHER);
        assertThat(read(Decisions::all)).containsExactly(split);
        Grounds grounds = new Grounds("an editor", NOW, "");
        assertThatThrownBy(() -> new Decision(List.of(ONE, OTHER, THIRD), Optional.empty(), Verdict.DIFFERENT, grounds))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(List.of(ONE, OTHER), Optional.of(ONE), Verdict.SAME, grounds))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotHoldBesideAnEarlierDecisionIsTold() {
        Decision same = decision(ONE, OTHER, Verdict.SAME);
        Decision different = decision(OTHER, THIRD, Verdict.DIFFERENT);
        take(same);
        take(different);
        assertThat(against(decision(ONE, THIRD, Verdict.SAME))).contains(different);
        assertThat(against(decision(ONE, THIRD, Verdict.DIFFERENT))).isEmpty();
        assertThat(against(decision(ONE, OTHER, Verdict.DIFFERENT))).isEmpty();
        take(decision(OTHER, THIRD, Verdict.SAME));
        assertThat(against(decision(ONE, THIRD, Verdict.DIFFERENT))).isPresent();
    }

    private Optional<Decision> against(Decision decision) {
        return read(decisions -> decisions.against(decision));
    }

    @Test
    void nothingIsDecidedOfOneThingAlone() {
        Grounds grounds = new Grounds("an editor", NOW, "");
        assertThatThrownBy(() -> new Decision(ONE, ONE, Verdict.SAME, grounds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ONE.getURI());
    }

    private void take(Decision decision) {
        store.write(present -> new Decisions(BASE, present).taking(decision));
    }

    private void undo(Node one, Node other) {
        store.write(present -> {
            Decisions decisions = new Decisions(BASE, present);
            return decisions.undoing(decisions.address(decision(one, other, Verdict.SAME)), NOW);
        });
    }

    private Optional<Decision> between(Node one, Node other) {
        return read(decisions -> decisions.of(decisions.address(decision(one, other, Verdict.SAME))));
    }

    private static Decision decision(Node one, Node other, Verdict verdict) {
        return new Decision(one, other, verdict, new Grounds("an editor", NOW, ""));
    }

    private List<Decision> on(Node thing) {
        return read(decisions -> decisions.on(thing));
    }

    private <T> T read(Function<Decisions, T> reading) {
        return store.read(present -> reading.apply(new Decisions(BASE, present)));
    }

    private Set<Quad> quads(String graph) {
        return store.read(present -> {
            List<Quad> quads = new java.util.ArrayList<>();
            present.find(BASE.graph(graph), Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            return new HashSet<>(quads);
        });
    }
}
