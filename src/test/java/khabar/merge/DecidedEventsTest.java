package khabar.merge;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import khabar.merge.Decisions.Decision;
import khabar.merge.Decisions.Grounds;
import khabar.merge.Decisions.Verdict;
import khabar.store.Store;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors decide of events holds, whatever comes and goes, and can be taken back. */
class DecidedEventsTest {
    private static final Grounds GROUNDS =
            new Grounds("an editor", OffsetDateTime.parse("2026-11-23T09:00:00Z"), "for this test");
    private static final String DAY = "2017-09-12";

    private final Merger merger = new Merger(BASE, Clock.systemUTC());
    private static Store store;

    @BeforeAll
    static void open() {
        store = Store.empty(BASE);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @AfterEach
    void empty() {
        Emptied.empty(store);
    }

    @Test
    void joinedEventsAreJoinedWholeThoughTheyContradictEachOther() {
        Story here = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story hereToo = Story.of("a2", DAY, visit(10, DAY, "damascus"));
        Story there = Story.of("a3", DAY, visit(10, DAY, "moscow"));
        Story thereToo = Story.of("a4", DAY, visit(10, DAY, "moscow"));
        put(here, hereToo, there, thereToo);
        assertThat(events()).hasSize(2);

        decide(same(here.report(10), there.report(10)));
        assertThat(events()).containsExactly(here.event(10));
        assertThat(said(there.event(10), Dct.isReplacedBy)).containsExactly(here.event(10));
        assertThat(said(here.event(10), Kh.articleCount)).hasSize(1);
        assertThat(said(here.report(10), Kh.agreesOn))
                .extracting(Node::getLiteralLexicalForm)
                .contains("decision");
        put(Story.of("a5", DAY, visit(10, DAY, "moscow")));
        assertThat(events()).containsExactly(here.event(10));
    }

    @Test
    void aReportThatIsSetApartStaysApartWhenTheFirstOfTheOthersGoes() {
        Story one = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story two = Story.of("a2", DAY, visit(10, DAY, "damascus"));
        Story three = Story.of("a3", DAY, visit(10, DAY, "damascus"));
        put(one, two, three);
        decide(apart(three.report(10), one.report(10), two.report(10)));
        assertThat(events()).containsExactlyInAnyOrder(one.event(10), three.event(10));

        store.write(present -> merger.remove(present, "a1"));
        assertThat(events()).containsExactlyInAnyOrder(two.event(10), three.event(10));
        put(one, Story.of("a4", DAY, visit(10, DAY, "damascus")));
        assertThat(said(one.event(10), Kh.articleCount))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly("3");
        assertThat(events()).containsExactlyInAnyOrder(one.event(10), three.event(10));
    }

    @Test
    void whatWasPutTogetherThroughAReportThatIsGoneStaysTogether() {
        Story one = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story two = Story.of("a2", DAY, visit(10, DAY, "moscow"));
        Story three = Story.of("a3", DAY, visit(10, "2017-09-14", "aleppo"));
        put(one, two, three);
        decide(same(one.report(10), two.report(10)));
        decide(same(two.report(10), three.report(10)));
        store.write(present -> merger.remove(present, "a2"));
        assertThat(events()).containsExactly(one.event(10));
        assertThat(said(one.event(10), Kh.disagreesOn))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactlyInAnyOrder("date", "place");
    }

    @Test
    void aDecisionOnWhatIsNotThereYetHoldsWhenItComes() {
        Story one = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story two = Story.of("a2", DAY, visit(10, DAY, "damascus"));
        decide(apart(one.report(10), two.report(10)));
        assertThat(events()).isEmpty();
        put(one, two);
        assertThat(events()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsDecidedAndUndoneLeavesTheEventsAsTheyWere(long seed) {
        Random random = new Random(seed);
        List<Story> stories = stories(random);
        put(stories.toArray(Story[]::new));
        Set<Quad> before = current();
        List<Decision> decisions = decisions(stories, random);
        decisions.forEach(this::decide);
        assertThat(events()).as("seed %d", seed).isNotEmpty();
        Collections.shuffle(decisions, random);
        decisions.forEach(this::undo);
        assertThat(current()).as("seed %d", seed).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withDecisionsTheOrderOfArrivalDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Story> stories = stories(random);
        List<Decision> decisions = decisions(stories, random);
        put(stories.toArray(Story[]::new));
        decisions.forEach(this::decide);
        Set<Quad> expected = current();
        for (Decision decision : decisions) {
            assertThat(holds(decision)).as("seed %d: %s", seed, decision).isTrue();
        }

        empty();
        Collections.shuffle(stories, random);
        Collections.shuffle(decisions, random);
        List<Runnable> steps = new ArrayList<>();
        stories.forEach(story -> steps.add(() -> put(story)));
        decisions.forEach(decision -> steps.add(() -> decide(decision)));
        Collections.shuffle(steps, random);
        steps.forEach(Runnable::run);
        for (Story story : stories.subList(0, 4)) {
            store.write(present -> merger.remove(present, story.key()));
            put(story);
        }
        assertThat(current()).as("seed %d", seed).isEqualTo(expected);
    }

    private static List<Story> stories(Random random) {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            List<Story.Tale> tales = new ArrayList<>();
            for (int at = 0; at < 1 + random.nextInt(2); at++) {
                Story.Tale visit = visit(
                        10 * at + 5,
                        random.nextInt(4) == 0 ? "" : "2017-09-1" + random.nextInt(2),
                        List.of("damascus", "moscow", "").get(random.nextInt(3)));
                List<String> people = new ArrayList<>(List.of("anna", "boris", "dora"));
                Collections.shuffle(people, random);
                tales.add(new Story.Tale(
                        visit.offset(),
                        visit.type(),
                        visit.mode(),
                        people.subList(0, 1 + random.nextInt(2)),
                        people.subList(2, 3),
                        visit.day(),
                        visit.place(),
                        Kh.Happened));
            }
            stories.add(new Story("a" + i, Optional.of("2017-09-1" + random.nextInt(4)), "s" + i, "en", tales));
        }
        return stories;
    }

    /** Some that can hold together. */
    private static List<Decision> decisions(List<Story> stories, Random random) {
        List<Node> reports = new ArrayList<>(stories.stream()
                .flatMap(story -> story.tales().stream().map(tale -> story.report(tale.offset())))
                .toList());
        Collections.shuffle(reports, random);
        return new ArrayList<>(List.of(
                same(reports.get(0), reports.get(1)),
                apart(reports.get(2), reports.get(3), reports.get(4), reports.get(5)),
                same(reports.get(1), reports.get(6)),
                apart(reports.get(7), reports.get(0)),
                same(reports.get(3), reports.get(8)),
                apart(reports.get(6), reports.get(9), reports.get(10))));
    }

    private boolean holds(Decision decision) {
        return decision.things().stream()
                .allMatch(one -> decision.beside(one).stream()
                        .allMatch(other -> (decision.verdict() == Verdict.SAME)
                                == said(one, Kh.reportOf).equals(said(other, Kh.reportOf))));
    }

    private static Decision same(Node one, Node other) {
        return new Decision(one, other, Verdict.SAME, GROUNDS);
    }

    private static Decision apart(Node one, Node... others) {
        return new Decision(
                Stream.concat(Stream.of(one), Stream.of(others)).toList(),
                Optional.of(one),
                Verdict.DIFFERENT,
                GROUNDS);
    }

    private void decide(Decision decision) {
        store.write(present -> merger.decide(present, decision));
    }

    private void undo(Decision decision) {
        store.write(present -> merger.undo(present, new Decisions(BASE, present).address(decision)));
    }

    private void put(Story... stories) {
        for (Story story : stories) {
            store.write(present -> merger.replace(present, story.graph()));
        }
    }

    private Set<Node> events() {
        return store.read(present -> {
            Set<Node> events = new HashSet<>();
            present.find(BASE.graph("events"), Node.ANY, Rdf.type, Kh.Event)
                    .forEachRemaining(quad -> events.add(quad.getSubject()));
            return events;
        });
    }

    private List<Node> said(Node subject, Node property) {
        return store.read(
                present -> Iter.toList(present.find(BASE.graph("events"), subject, property, Node.ANY)).stream()
                        .map(Quad::getObject)
                        .toList());
    }

    /** All of the events but the addresses that were replaced. */
    private Set<Quad> current() {
        return store.read(present -> {
            Set<Quad> quads = new HashSet<>();
            present.find(BASE.graph("events"), Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            quads.removeIf(quad -> quad.getPredicate().equals(Dct.isReplacedBy));
            return quads;
        });
    }
}
