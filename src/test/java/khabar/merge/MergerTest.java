package khabar.merge;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import khabar.graph.ArticleGraph;
import khabar.store.Store;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final Node EVENTS = BASE.graph("events");
    private static final String DAY = "2017-09-12";

    private final Merger merger = new Merger(BASE, CLOCK);
    private static Store store;

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
        Emptied.empty(store);
    }

    @Test
    void equalReportsOfTwoArticlesAreOneEvent() {
        Story first = Story.of("a1", "2017-09-13", visit(10, DAY, "damascus"));
        Story second = new Story(
                "a2", Optional.of("2017-09-12"), "other-source", "en", List.of(swapped(visit(20, DAY, "damascus"))));
        put(first, second);

        Node event = second.event(20);
        assertThat(events()).containsExactly(event);
        assertThat(said(event, Kh.articleCount)).containsExactly(Literals.integer(2));
        assertThat(said(event, Kh.sourceCount)).containsExactly(Literals.integer(2));
        assertThat(said(event, Kh.languageCount)).containsExactly(Literals.integer(2));
        assertThat(said(event, Kh.confidence)).containsExactly(Literals.decimal(0.5));
        assertThat(said(event, Kh.firstPublished))
                .containsExactly(Literals.date(java.time.LocalDate.parse("2017-09-12")));
        assertThat(said(first.report(10), Kh.reportOf)).containsExactly(event);
        assertThat(said(second.report(20), Kh.reportOf)).containsExactly(event);
    }

    @Test
    void theEventIsNamedByItsFirstReportAndTheOldNameLeadsThere() {
        Story later = Story.of("a1", "2017-09-14", visit(10, DAY, "damascus"));
        Story earlier = Story.of("a2", "2017-09-13", visit(20, DAY, "damascus"));
        Story earliest = Story.of("a3", "2017-09-12", visit(30, DAY, "damascus"));
        put(later, earlier, earliest);

        assertThat(events()).containsExactly(earliest.event(30));
        assertThat(said(later.event(10), Dct.isReplacedBy)).containsExactly(earliest.event(30));
        assertThat(said(earlier.event(20), Dct.isReplacedBy)).containsExactly(earliest.event(30));

        store.write(present -> merger.remove(present, "a3"));
        assertThat(events()).containsExactly(earlier.event(20));
        assertThat(said(earlier.event(20), Dct.isReplacedBy)).isEmpty();
        assertThat(said(earliest.event(30), Dct.isReplacedBy)).containsExactly(earlier.event(20));
        assertThat(said(later.event(10), Dct.isReplacedBy)).containsExactly(earlier.event(20));
    }

    @Test
    void unknownNeverEqualsUnknown() {
        put(
                Story.of("a1", DAY, visit(10, "", "damascus")),
                Story.of("a2", DAY, visit(10, "", "damascus")),
                Story.of("a3", DAY, nobody(10)),
                Story.of("a4", DAY, nobody(10)));
        assertThat(events()).hasSize(4);
    }

    @Test
    void whatIsLeftOutIsNoContradictionWhereEnoughElseAgrees() {
        Story first = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story withoutPlace = Story.of("a2", "2017-09-13", visit(10, DAY, ""));
        Story withoutHost =
                Story.of("a3", "2017-09-14", tale(visit(10, DAY, "damascus"), List.of("sergei-shoigu"), List.of()));
        Story withoutDay = Story.of("a4", "2017-09-15", visit(10, "", "damascus"));
        put(withoutDay, withoutHost, withoutPlace, first);
        assertThat(events()).containsExactly(first.event(10));
        assertThat(said(withoutDay.report(10), Kh.agreesOn))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactlyInAnyOrder("type", "mode", "place", "actor");
    }

    @Test
    void aReportWithoutADayThatFitsTwoEventsJoinsNeither() {
        Story monday = Story.of("a1", "2017-09-11", visit(10, "2017-09-11", "damascus"));
        Story tuesday = Story.of("a2", "2017-09-12", visit(10, "2017-09-12", "damascus"));
        Story someDay = Story.of("a3", "2017-09-13", visit(10, "", "damascus"));
        put(monday, someDay);
        assertThat(events()).containsExactly(monday.event(10));
        put(tuesday);
        assertThat(events()).containsExactlyInAnyOrder(monday.event(10), tuesday.event(10), someDay.event(10));
        store.write(present -> merger.remove(present, "a1"));
        assertThat(events()).containsExactly(tuesday.event(10));
    }

    @Test
    void oneReportBetweenTwoEventsDoesNotChainThem() {
        Story.Tale meeting = visit(10, DAY, "");
        put(
                Story.of("a1", DAY, tale(meeting, List.of("anna"), List.of("boris"))),
                Story.of("a2", DAY, tale(meeting, List.of("anna"), List.of("dark-c"))),
                Story.of("a3", DAY, tale(meeting, List.of("anna"), List.of())));
        assertThat(events()).hasSize(3);
    }

    @Test
    void whoDoesItToWhomMattersWhereSidesAreNotEqual() {
        Story.Tale attack = typed(tale(visit(10, DAY, "damascus"), List.of("anna"), List.of("boris")), "ASSAULT");
        put(Story.of("a1", DAY, attack), Story.of("a2", DAY, swapped(attack)));
        assertThat(events()).hasSize(2);
    }

    @Test
    void anotherTypeDayPlaceOrParticipantIsAnotherEvent() {
        Story.Tale visit = visit(10, DAY, "damascus");
        put(
                Story.of("a1", DAY, visit),
                Story.of("a2", DAY, visit(10, "2017-09-11", "damascus")),
                Story.of("a3", DAY, visit(10, DAY, "moscow")),
                Story.of("a4", DAY, typed(visit, "ASSAULT")),
                Story.of("a5", DAY, tale(visit, List.of("anna"), List.of("bashar-al-assad"))));
        assertThat(events()).hasSize(5);
    }

    @Test
    void whatIsDeniedIsSaidOfTheSameEventAndWhatIsPlannedIsAnotherEvent() {
        Story.Tale visit = visit(10, DAY, "damascus");
        Story happened = Story.of("a1", DAY, visit);
        put(
                happened,
                Story.of("a2", DAY, Story.with(visit, Kh.Denied)),
                Story.of("a3", "2017-09-01", Story.with(visit, Kh.Planned)),
                Story.of("a4", "2017-09-01", Story.with(visit, Kh.Hypothetical)));
        assertThat(events()).hasSize(3);
        assertThat(said(happened.event(10), Kh.status)).containsExactlyInAnyOrder(Kh.Happened, Kh.Denied);
    }

    @Test
    void mostGiveTheRolesAndTheMode() {
        Story.Tale visit = visit(10, DAY, "damascus");
        Story first = Story.of("a1", DAY, swapped(visit));
        put(first, Story.of("a2", DAY, visit), Story.of("a3", DAY, visit));
        assertThat(said(first.event(10), Kh.actor)).containsExactly(BASE.id("person", "sergei-shoigu"));
        assertThat(said(first.event(10), Kh.recipient)).containsExactly(BASE.id("person", "bashar-al-assad"));
        assertThat(said(first.event(10), Kh.eventMode)).containsExactly(Khe.concept("CONSULT-visit"));
    }

    @Test
    void numbersThatReportsTellDifferentlyAreAllKept() {
        Story first = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        Story second = Story.of("a2", DAY, visit(10, DAY, "damascus"));
        ArticleGraph some = first.graph();
        some.graph().add(first.report(10), Kh.reportedDead, Literals.integer(20));
        some.graph().add(first.report(10), Kh.reportedWounded, Literals.integer(7));
        ArticleGraph more = second.graph();
        more.graph().add(second.report(10), Kh.reportedDead, Literals.integer(31));
        more.graph().add(second.report(10), Kh.reportedWounded, Literals.integer(7));
        store.write(present -> merger.replace(present, some));
        store.write(present -> merger.replace(present, more));
        assertThat(said(first.event(10), Kh.disagreesOn)).containsExactly(Literals.string("dead"));
        assertThat(quads(BASE.articleGraph("a1"), first.report(10), Kh.reportedDead))
                .hasSize(1);
    }

    /** An attack by nobody named: what an Arabic and an English report of it share are day, town and number. */
    @Test
    void aNumberThatFewShareTellsAnEventWithoutNamesInEveryLanguage() {
        ArticleGraph arabic = attack("a1", "ar", 34);
        ArticleGraph english = attack("a2", "en", 34);
        ArticleGraph another = attack("a3", "en", 12);
        store.write(present -> merger.replace(present, arabic));
        store.write(present -> merger.replace(present, english));
        store.write(present -> merger.replace(present, another));
        assertThat(quads(BASE.graph("events"), BASE.id("report", "a2-10"), Kh.reportOf))
                .extracting(Quad::getObject)
                .containsExactly(BASE.id("event", "a1-10"));
        assertThat(said(BASE.id("report", "a2-10"), Kh.agreesOn)).contains(Literals.string("toll"));
        assertThat(quads(BASE.graph("events"), BASE.id("report", "a3-10"), Kh.reportOf))
                .extracting(Quad::getObject)
                .containsExactly(BASE.id("event", "a3-10"));
    }

    private static ArticleGraph attack(String key, String language, int dead) {
        Story story = new Story(
                key,
                Optional.of(DAY),
                "source-of-" + key,
                language,
                List.of(new Story.Tale(
                        10,
                        "ASSAULT",
                        Optional.of("ASSAULT-explosives"),
                        List.of(),
                        List.of(),
                        Optional.of(DAY),
                        Optional.of("baghdad"),
                        Kh.Happened)));
        ArticleGraph graph = story.graph();
        graph.graph().add(story.report(10), Kh.reportedDead, Literals.integer(dead));
        return graph;
    }

    @Test
    void anEventHasASentenceInBothLanguages() {
        Story story = Story.of("a1", DAY, visit(10, DAY, "damascus"));
        put(story);
        List<String> labels = said(story.event(10), Rdfs.label).stream()
                .map(Node::getLiteralLexicalForm)
                .toList();
        assertThat(labels)
                .containsExactlyInAnyOrder(
                        "Visit by sergei-shoigu to bashar-al-assad in damascus, 12 September 2017",
                        "زيارة sergei-shoigu إلى bashar-al-assad في damascus، 12 سبتمبر 2017");
    }

    @Test
    void anArticleThatSaysSomethingElseNowLeavesTheOthersTheirEvent() {
        Story first = Story.of("a1", "2017-09-12", visit(10, DAY, "damascus"));
        Story second = Story.of("a2", "2017-09-13", visit(20, DAY, "damascus"));
        put(first, second);
        put(Story.of("a1", "2017-09-12", visit(10, DAY, "moscow")));
        assertThat(events()).containsExactlyInAnyOrder(first.event(10), second.event(20));
        assertThat(said(first.event(10), Dct.isReplacedBy)).isEmpty();
        assertThat(said(second.report(20), Kh.reportOf)).containsExactly(second.event(20));
    }

    @Test
    void aRemovedArticleLeavesATombstoneWithoutItsWords() {
        Story story = Story.of("a1", DAY, tale(visit(10, DAY, "damascus"), List.of("dark-one"), List.of("dark-two")));
        Story other = Story.of("a2", DAY, tale(visit(10, DAY, "moscow"), List.of("dark-one"), List.of("dark-one")));
        put(story, other);
        store.write(present -> merger.remove(present, "a1"));

        assertThat(quads(BASE.articleGraph("a1"), Node.ANY, Node.ANY)).isEmpty();
        assertThat(events()).containsExactly(other.event(10));
        Node history = BASE.graph("history");
        assertThat(quads(history, story.node(), Node.ANY))
                .extracting(Quad::getPredicate)
                .containsExactlyInAnyOrder(Rdf.type, Prov.invalidatedAtTime);
        assertThat(quads(history, story.event(10), Prov.invalidatedAtTime)).hasSize(1);
        Node actors = BASE.graph("actors");
        assertThat(quads(actors, BASE.id("person", "dark-two"), Node.ANY)).isEmpty();
        assertThat(quads(actors, BASE.id("person", "dark-one"), Node.ANY)).isNotEmpty();

        put(story);
        assertThat(quads(history, Node.ANY, Node.ANY)).isEmpty();
        assertThat(quads(actors, BASE.id("person", "dark-two"), Node.ANY)).isNotEmpty();
        long version = store.version();
        assertThat(store.write(present -> merger.remove(present, "no-such-article")))
                .isEqualTo(version);
    }

    @Test
    void takingTheSameInAgainChangesNothing() {
        Story story = Story.of("a1", DAY, visit(10, DAY, "damascus"), visit(20, "", ""));
        put(story);
        long version = store.version();
        put(story);
        assertThat(store.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void theOrderOfArrivalDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Story> last = new ArrayList<>();
        List<Story> steps = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            last.add(any("a" + i, random));
        }
        steps.addAll(last);
        Collections.shuffle(steps, random);
        put(steps.toArray(Story[]::new));
        Set<Quad> expected = current();

        empty();
        for (Story story : last) {
            if (random.nextBoolean()) {
                put(any(story.key(), random));
            }
            if (random.nextInt(4) == 0) {
                store.write(present -> merger.remove(present, story.key()));
            }
        }
        Collections.shuffle(last, random);
        put(last.toArray(Story[]::new));
        assertThat(current()).as("seed %d", seed).isEqualTo(expected);
    }

    /** All of the events but the addresses that were replaced. */
    private Set<Quad> current() {
        Set<Quad> quads = new HashSet<>(quads(EVENTS, Node.ANY, Node.ANY));
        quads.removeIf(quad -> quad.getPredicate().equals(Dct.isReplacedBy));
        assertThat(quads(EVENTS, Node.ANY, Dct.isReplacedBy)).noneMatch(quad -> events().contains(quad.getSubject()));
        return quads;
    }

    private static Story any(String key, Random random) {
        List<Story.Tale> tales = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            List<String> people = new ArrayList<>(List.of("anna", "boris", "dark-c"));
            Collections.shuffle(people, random);
            Story.Tale visit = visit(
                    10 * i + 5,
                    random.nextInt(4) == 0 ? "" : "2017-09-1" + random.nextInt(2),
                    random.nextInt(4) == 0 ? "" : random.nextBoolean() ? "damascus" : "moscow");
            visit = tale(visit, people.subList(0, random.nextInt(3)), people.subList(2, 2 + random.nextInt(2)));
            tales.add(
                    random.nextInt(3) == 0
                            ? Story.with(visit, random.nextBoolean() ? Kh.Denied : Kh.Planned)
                            : typed(visit, random.nextInt(3) == 0 ? "ASSAULT" : "CONSULT"));
        }
        Optional<String> published =
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of("2017-09-1" + random.nextInt(4));
        return new Story(
                key, published, "source-" + random.nextInt(3), random.nextBoolean() ? "ar" : "en", List.copyOf(tales));
    }

    private void put(Story... stories) {
        for (Story story : stories) {
            store.write(present -> merger.replace(present, story.graph()));
        }
    }

    private Set<Node> events() {
        Set<Node> events = new HashSet<>();
        store.read(present -> {
            present.find(EVENTS, Node.ANY, Rdf.type, Kh.Event).forEachRemaining(quad -> events.add(quad.getSubject()));
            return events;
        });
        return events;
    }

    private List<Node> said(Node subject, Node property) {
        return quads(EVENTS, subject, property).stream().map(Quad::getObject).toList();
    }

    private List<Quad> quads(Node graph, Node subject, Node property) {
        return store.read(present -> Iter.toList(present.find(graph, subject, property, Node.ANY)));
    }

    private static Story.Tale nobody(int offset) {
        return tale(visit(offset, DAY, "damascus"), List.of(), List.of());
    }

    private static Story.Tale swapped(Story.Tale tale) {
        return tale(tale, tale.recipients(), tale.actors());
    }

    private static Story.Tale tale(Story.Tale tale, List<String> actors, List<String> recipients) {
        return new Story.Tale(
                tale.offset(),
                tale.type(),
                tale.mode(),
                List.copyOf(actors),
                List.copyOf(recipients),
                tale.day(),
                tale.place(),
                tale.status());
    }

    private static Story.Tale typed(Story.Tale tale, String type) {
        return new Story.Tale(
                tale.offset(),
                type,
                Optional.of(type + "-any"),
                tale.actors(),
                tale.recipients(),
                tale.day(),
                tale.place(),
                tale.status());
    }
}
