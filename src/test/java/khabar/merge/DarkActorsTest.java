package khabar.merge;

import static khabar.merge.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import khabar.merge.Decisions.Decision;
import khabar.merge.Decisions.Grounds;
import khabar.merge.Decisions.Verdict;
import khabar.names.NameForm;
import khabar.store.Store;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkActorsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final Node ACTORS = BASE.graph("actors");
    private static final String MINISTER = "person/a-known-minister";

    private final Merger merger = new Merger(BASE, CLOCK);
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

    /** Each row: two names, and whether they are one: by themselves, and with someone known beside both. */
    @ParameterizedTest
    @CsvSource({
        "طلال الزهراوي, طلال الزهراوى, true, true",
        "طلال الزهراوي, طلال زهراوي, true, true",
        "عبد الرحيم الزهراوي, عبدالرحيم الزهراوي, true, true",
        "Talal al-Zahrawi, Talal Zahrawi, true, true",
        "Talal Zahrawi, Talal Zahraoui, false, true",
        "طلال الزهراوي, Talal al-Zahrawi, false, true",
        "طلال سمير الزهراوي, Talal Samir Zahrawi, true, true",
        "طلال بن سمير الزهراوي, Talal Samir al-Zahraoui, true, true",
        "محمد علي, محمد على, false, true",
        "محمد علي, Mohamed Ali, false, true",
        "عبد الرحيم الزهراوي, Abdul Rahim al-Zahrawi, false, true",
        "طلال الزهراوي, طارق الزهراوي, false, false",
        "Talal Zahrawi, Bilal Zahrawi, false, false",
    })
    void namesAreOneWhereTheyTellSo(String one, String other, boolean alone, boolean inCompany) {
        assertThat(areOne(Naming.of("a1", List.of(one)), one, Naming.of("a2", List.of(other)), other))
                .isEqualTo(alone);
        empty();
        assertThat(areOne(
                        Naming.of("a1", List.of(one), MINISTER), one, Naming.of("a2", List.of(other), MINISTER), other))
                .isEqualTo(inCompany);
    }

    @Test
    void aStateOrAPlaceAloneIsNoCompanyAndTwoAre() {
        String one = "طلال الزهراوي";
        String other = "Talal al-Zahrawi";
        assertThat(areOne(
                        Naming.of("a1", List.of(one), "place/tunis", "place/sfax"),
                        one,
                        Naming.of("a2", List.of(other), "place/tunis", "organisation/tun"),
                        other))
                .isFalse();
        put(Naming.of("a3", List.of(other), "place/tunis", "place/sfax"));
        assertThat(people()).hasSize(1);
    }

    @Test
    void whomANameMayBeIsNoCompanyForAnother() {
        assertThat(areOne(
                        Naming.of("a1", List.of("محمد علي", "طلال الزهراوي")),
                        "محمد علي",
                        Naming.of("a2", List.of("محمد علي", "طلال الزهراوي")),
                        "محمد علي"))
                .isFalse();
    }

    @Test
    void theActorHasOneNameInEachLanguageAndAllSpellings() {
        Naming arabic = Naming.of("a1", List.of("طلال الزهراوي"), MINISTER);
        Naming english = Naming.of("a2", List.of("TALAL ZAHRAWI"), MINISTER);
        Naming other = Naming.of("a3", List.of("Talal al-Zahrawi"), MINISTER);
        put(arabic, english, other);

        Node actor = people().iterator().next();
        assertThat(people()).hasSize(1);
        assertThat(said(actor, Rdfs.label))
                .containsExactlyInAnyOrder(
                        Literals.text("طلال الزهراوي", "ar"), Literals.text("Talal al-Zahrawi", "en"));
        assertThat(said(actor, Skos.altLabel)).containsExactly(Literals.text("TALAL ZAHRAWI", "en"));
        Node merged =
                arabic.own("طلال الزهراوي").equals(actor) ? english.own("TALAL ZAHRAWI") : arabic.own("طلال الزهراوي");
        assertThat(said(merged, Dct.isReplacedBy)).containsExactly(actor);
        assertThat(said(merged, Kh.mergeBasis)).hasSize(1);
        assertThat(said(merged, Rdfs.label)).isEmpty();
    }

    @Test
    void articlesAndEventsFollowTheMerge() {
        Naming arabic = Naming.of("a1", List.of("طلال الزهراوي"), MINISTER);
        Naming english = Naming.of("a2", List.of("Talal al-Zahrawi"), MINISTER);
        put(arabic);
        put(english);
        Node actor = people().iterator().next();
        for (Naming article : List.of(arabic, english)) {
            String name = article.names().getFirst();
            assertThat(objects(BASE.articleGraph(article.key()), article.mention(name), Kh.refersTo))
                    .containsExactly(actor);
            assertThat(objects(BASE.articleGraph(article.key()), BASE.id("article", article.key()), Kh.mentions))
                    .containsExactlyInAnyOrder(actor, BASE.resolve("id/" + MINISTER));
        }
        assertThat(objects(BASE.graph("events"), arabic.report(), Kh.reportOf))
                .isEqualTo(objects(BASE.graph("events"), english.report(), Kh.reportOf));

        store.write(present -> merger.remove(present, "a1"));
        Node alone = english.own("Talal al-Zahrawi");
        assertThat(people()).containsExactly(alone);
        assertThat(objects(BASE.articleGraph("a2"), english.mention("Talal al-Zahrawi"), Kh.refersTo))
                .containsExactly(alone);
        // Where the address of what is no more led, one is led on to who is left.
        if (!actor.equals(alone)) {
            assertThat(said(actor, Dct.isReplacedBy)).containsExactly(alone);
        }
    }

    @Test
    void anEditorSplitsWhatWasMergedAndJoinsItAgain() {
        Naming one = Naming.of("a1", List.of("طلال الزهراوي"), MINISTER);
        Naming other = Naming.of("a2", List.of("Talal al-Zahrawi"), MINISTER);
        put(one, other);
        Set<Quad> merged = current();
        Node first = one.own("طلال الزهراوي");
        Node second = other.own("Talal al-Zahrawi");

        decide(first, second, Verdict.DIFFERENT);
        assertThat(people()).containsExactlyInAnyOrder(first, second);
        put(Naming.of("a3", List.of("طلال الزهراوي"), MINISTER));
        assertThat(people()).containsExactlyInAnyOrder(first, second);

        store.write(present -> merger.remove(present, "a3"));
        undo(first, second);
        assertThat(current()).isEqualTo(merged);
    }

    @Test
    void anEditorJoinsWhatNothingElseJoins() {
        Naming one = Naming.of("a1", List.of("طلال الزهراوي"));
        Naming other = Naming.of("a2", List.of("Abu Omar the Elder"));
        put(one, other);
        Node first = one.own("طلال الزهراوي");
        Node second = other.own("Abu Omar the Elder");
        decide(first, second, Verdict.SAME);
        assertThat(people()).hasSize(1);
        Node merged = people().contains(first) ? second : first;
        assertThat(said(merged, Kh.mergeBasis)).containsExactly(Kh.Decided);

        undo(second, first);
        assertThat(people()).containsExactlyInAnyOrder(first, second);
        assertThat(said(merged, Dct.isReplacedBy)).isEmpty();
    }

    @Test
    void anEditorMayKnowWhoItIs() {
        Naming one = Naming.of("a1", List.of("طلال الزهراوي"), MINISTER);
        put(one);
        Node minister = BASE.resolve("id/" + MINISTER);
        decide(one.own("طلال الزهراوي"), minister, Verdict.SAME);
        assertThat(people()).isEmpty();
        assertThat(said(one.own("طلال الزهراوي"), Dct.isReplacedBy)).containsExactly(minister);
        assertThat(objects(BASE.articleGraph("a1"), one.mention("طلال الزهراوي"), Kh.refersTo))
                .containsExactly(minister);
    }

    @Test
    void whoANameIsDecidedToBeTellsNothingOfTheCompanyOfOthers() {
        String unknown = "Abu Omar the Elder";
        Naming one = Naming.of("a1", List.of("طلال الزهراوي", unknown), MINISTER);
        Naming other = Naming.of("a2", List.of("Talal al-Zahrawi"), MINISTER);
        put(one, other);
        Node minister = BASE.resolve("id/" + MINISTER);
        Node article = BASE.id("article", "a1");
        decide(one.own(unknown), minister, Verdict.SAME);
        put(other);
        assertThat(people()).hasSize(1);

        undo(one.own(unknown), minister);
        assertThat(people()).hasSize(2);
        // The article names the minister by another name as well.
        assertThat(objects(BASE.articleGraph("a1"), article, Kh.mentions)).contains(minister, one.own(unknown));
    }

    @Test
    void whoIsDecidedToBeKnownIsFoundAfterTheArticlesGo() {
        Naming one = Naming.of("a1", List.of("طلال الزهراوي"), MINISTER);
        put(one);
        Node minister = BASE.resolve("id/" + MINISTER);
        decide(one.own("طلال الزهراوي"), minister, Verdict.SAME);
        store.write(present -> merger.remove(present, "a1"));
        assertThat(quads(ACTORS, Node.ANY, Node.ANY))
                .containsExactly(Quad.create(ACTORS, one.own("طلال الزهراوي"), Dct.isReplacedBy, minister));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void theOrderOfArrivalDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Naming> last = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            last.add(any("a" + i, random));
        }
        List<Decision> decisions = decisions(last, random);
        // Whom the gazetteer has stays known when articles go.
        last.add(Naming.of("known", List.of("Zed Exemplar"), MINISTER));
        decisions.forEach(this::decide);
        last.forEach(this::put);
        Set<Quad> expected = current();
        assertThat(people()).hasSizeLessThan(names(last).size());

        empty();
        put(last.getLast());
        List<Naming> steps = new ArrayList<>(last);
        Collections.shuffle(steps, random);
        for (Naming article : steps) {
            put(any(article.key(), random));
            if (random.nextInt(3) == 0) {
                store.write(present -> merger.remove(present, article.key()));
            }
            if (random.nextInt(3) == 0) {
                decisions.forEach(this::decide);
            }
        }
        put(any("gone", random));
        Collections.shuffle(steps, random);
        steps.forEach(this::put);
        decisions.forEach(this::decide);
        store.write(present -> merger.remove(present, "gone"));
        assertSame(current(), expected, seed);

        for (Naming article : steps) {
            store.write(present -> merger.remove(present, article.key()));
        }
        // An address that led to someone known leads there still.
        assertThat(quads(ACTORS, Node.ANY, Node.ANY))
                .allMatch(quad -> quad.getPredicate().equals(Dct.isReplacedBy)
                        && quad.getObject().equals(BASE.resolve("id/" + MINISTER)));
    }

    private static void assertSame(Set<Quad> found, Set<Quad> expected, long seed) {
        assertThat(lines(found, expected))
                .as("more than expected, seed %d", seed)
                .isEmpty();
        assertThat(lines(expected, found))
                .as("less than expected, seed %d", seed)
                .isEmpty();
    }

    private static List<String> lines(Set<Quad> quads, Set<Quad> without) {
        return quads.stream()
                .filter(quad -> !without.contains(quad))
                .map(Quad::toString)
                .sorted()
                .toList();
    }

    private static Naming any(String key, Random random) {
        List<String> names = new ArrayList<>(List.of(
                "طلال الزهراوي",
                "طلال زهراوي",
                "Talal al-Zahrawi",
                "Talal Zahraoui",
                "محمد علي",
                "Mohamed Ali",
                "Mohammed Aly",
                "سمير بن طلال الزهراوي",
                "Samir Talal Zahrawi"));
        Collections.shuffle(names, random);
        List<String> known = new ArrayList<>(List.of(
                MINISTER,
                "organisation/a-known-party",
                "organisation/tun",
                "place/tunis",
                "place/sfax",
                "place/gabes"));
        Collections.shuffle(known, random);
        return new Naming(
                key,
                NameForm.of(names.getFirst()).arabic() ? "ar" : "en",
                List.copyOf(names.subList(0, 1 + random.nextInt(2))),
                List.copyOf(known.subList(0, random.nextInt(4))));
    }

    private List<Decision> decisions(List<Naming> articles, Random random) {
        List<Node> names =
                new ArrayList<>(names(articles).stream().sorted(DarkName.FIRST).toList());
        Collections.shuffle(names, random);
        return List.of(
                decision(names.get(0), names.get(1), Verdict.SAME),
                decision(names.get(1), names.get(2), Verdict.DIFFERENT),
                decision(names.get(3), names.get(0), Verdict.DIFFERENT),
                decision(names.get(4), BASE.resolve("id/" + MINISTER), Verdict.SAME));
    }

    private static Set<Node> names(List<Naming> articles) {
        Set<Node> names = new TreeSet<>(DarkName.FIRST);
        articles.forEach(article -> article.names().forEach(name -> names.add(article.own(name))));
        return names;
    }

    /** Actors, articles and events as they are, but for the addresses of what is no more. */
    private Set<Quad> current() {
        Set<Node> live = new HashSet<>();
        quads(Node.ANY, Node.ANY, Kh.ownActor).forEach(quad -> live.add(quad.getObject()));
        Set<Quad> current = new HashSet<>();
        for (Quad quad : quads(Node.ANY, Node.ANY, Node.ANY)) {
            boolean old = quad.getPredicate().equals(Dct.isReplacedBy) && !live.contains(quad.getSubject());
            boolean kept = Set.of(
                            BASE.graph("ontology"),
                            BASE.graph("dataset"),
                            BASE.graph("history"),
                            BASE.graph("decisions"),
                            // What was known once stays known.
                            BASE.graph("gazetteer"))
                    .contains(quad.getGraph());
            if (!old && !kept) {
                current.add(quad);
            }
        }
        return current;
    }

    private boolean areOne(Naming one, String name, Naming other, String otherName) {
        put(one, other);
        Node first = objects(BASE.articleGraph(one.key()), one.mention(name), Kh.refersTo)
                .getFirst();
        return objects(BASE.articleGraph(other.key()), other.mention(otherName), Kh.refersTo)
                .contains(first);
    }

    private void put(Naming... articles) {
        for (Naming article : articles) {
            store.write(present -> merger.replace(present, article.graph()));
        }
    }

    private void decide(Node one, Node other, Verdict verdict) {
        decide(decision(one, other, verdict));
    }

    private void decide(Decision decision) {
        store.write(present -> merger.decide(present, decision));
    }

    private void undo(Node one, Node other) {
        store.write(present ->
                merger.undo(present, new Decisions(BASE, present).address(decision(one, other, Verdict.SAME))));
    }

    private static Decision decision(Node one, Node other, Verdict verdict) {
        return new Decision(one, other, verdict, new Grounds("an editor", OffsetDateTime.now(CLOCK), "for this test"));
    }

    private Set<Node> people() {
        Set<Node> people = new HashSet<>();
        quads(ACTORS, Node.ANY, Rdf.type).forEach(quad -> people.add(quad.getSubject()));
        return people;
    }

    private List<Node> said(Node subject, Node property) {
        return objects(ACTORS, subject, property);
    }

    private List<Node> objects(Node graph, Node subject, Node property) {
        return quads(graph, subject, property).stream().map(Quad::getObject).toList();
    }

    private List<Quad> quads(Node graph, Node subject, Node property) {
        return store.read(present -> Iter.toList(present.find(graph, subject, property, Node.ANY)));
    }
}
