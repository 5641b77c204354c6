package khabar.graph;

import static khabar.Graphs.assertSameGraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import khabar.Graphs;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.article.Terms;
import khabar.article.ZoneKind;
import khabar.event.Context;
import khabar.event.EventCode;
import khabar.event.EventType;
import khabar.event.Evidence;
import khabar.event.Participant;
import khabar.event.People;
import khabar.event.Precision;
import khabar.event.Report;
import khabar.event.ReportedArticle;
import khabar.event.Role;
import khabar.event.Status;
import khabar.event.Toll;
import khabar.event.When;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Name;
import khabar.names.Basis;
import khabar.names.DarkActor;
import khabar.names.Link;
import khabar.names.LinkedReading;
import khabar.names.MentionType;
import khabar.names.Resolution;
import khabar.names.Scored;
import khabar.names.Why;
import khabar.text.Language;
import khabar.vocab.Kh;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the steps before hand over, the graph passes the gate and comes back from Turtle as it was. */
class AnyArticleTest {
    private static final ShapeGate GATE = ShapeGate.load();
    private static final List<String> WORDS = List.of(
            "سوريا", "دمشق", "الأسد", "قال", "a\uD83Db", "\"quote\"\\", "tab\there", "خبر\u200F", "\u0001", "x");

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void passesTheGateAndSurvivesTurtle(int seed) {
        ReportedArticle reported = reported(new Random(seed));
        ArticleGraph article = Fixtures.mapper().map(reported, Fixtures.RUN);
        assertThat(GATE.check(article)).isEmpty();
        for (Graph graph : List.of(article.graph(), article.gazetteer())) {
            assertSameGraph(Graphs.turtle(Graphs.toTurtle(graph)), graph);
        }
        assertThat(article.graph().stream(Node.ANY, Kh.hasParticipation, Node.ANY))
                .hasSize(reported.reports().stream()
                        .mapToInt(report -> report.participants().size())
                        .sum());
    }

    private static ReportedArticle reported(Random random) {
        Told told = new Told();
        List<List<String>> sentences = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            List<String> words = new ArrayList<>(WORDS);
            Collections.shuffle(words, random);
            sentences.add(words);
            told.zone(any(random, ZoneKind.values()), String.join(" ", words));
        }
        List<Link> links = new ArrayList<>();
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            for (String word : sentences.get(sentence).subList(0, random.nextInt(4))) {
                links.add(told.named(sentence, word, any(random, MentionType.values()), resolution(random)));
            }
        }
        List<Report> reports = IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> report(random, told, sentences, links))
                .toList();
        Publication publication = new Publication(
                maybe(random, "http://wire.example/" + any(random, "a b", "خبر", "{}", "%")),
                maybe(random, "id\u0000"),
                maybe(random, any(random, "Wire", "صحيفة", "Газета", "!")),
                maybe(random, Published.on(LocalDate.of(2017, 9, 12))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(any(random, Terms.values())));
        return new ReportedArticle(
                new LinkedReading(
                        told.segmented(
                                "00ff00ff00ff00ff",
                                publication,
                                any(random, Language.ARABIC, Language.ENGLISH, Language.UNKNOWN)),
                        links),
                reports);
    }

    private static Report report(Random random, Told told, List<List<String>> sentences, List<Link> links) {
        List<Participant> participants = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> links.isEmpty() || random.nextBoolean()
                        ? new Participant(
                                Set.of(any(random, Role.values())),
                                Optional.empty(),
                                "مسلحون",
                                Optional.empty(),
                                Optional.of(new People("militants", Optional.of("SYR"))))
                        : Told.party(any(random, Role.values()), links.get(random.nextInt(links.size()))))
                .toList();
        List<Evidence> evidence = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> random.nextInt(sentences.size()))
                .map(sentence -> told.telling(sentence, sentences.get(sentence).get(random.nextInt(3))))
                .toList();
        EventType type = any(random, EventType.values());
        EventCode code = type.modes().isEmpty() || random.nextBoolean()
                ? EventCode.of(type)
                : EventCode.of(
                        type,
                        any(random, type.modes().toArray(EventType.Mode[]::new)).name());
        Set<Context> contexts = EnumSet.noneOf(Context.class);
        IntStream.range(0, random.nextInt(3)).forEach(i -> contexts.add(any(random, Context.values())));
        LocalDate begin = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(300));
        When when = random.nextBoolean()
                ? When.UNKNOWN
                : new When(
                        maybe(random, begin),
                        maybe(random, begin.plusDays(random.nextInt(3))),
                        any(random, Precision.values()),
                        "date",
                        "");
        return new Report(
                code,
                contexts,
                any(random, Status.values()),
                participants,
                new Report.Setting(links.stream().findFirst().filter(link -> random.nextBoolean()), when),
                random.nextDouble(),
                random.nextBoolean()
                        ? Toll.UNKNOWN
                        : new Toll(
                                maybe(random, new Toll.Count(random.nextInt(300), any(random, Toll.Bound.values()))),
                                Optional.empty()),
                evidence);
    }

    private static Resolution resolution(Random random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Resolution.Known(
                        any(random, new Entry[] {
                            Listed.SHOIGU, Listed.ASSAD, Listed.DAMASCUS, Listed.SYRIAN_STATE, Listed.SYRIA
                        }),
                        random.nextDouble(),
                        Why.by(any(random, Basis.values())));
            case 1 ->
                new Resolution.Dark(
                        new DarkActor(Entity.person("dark-" + random.nextInt(3)), new Name("مجهول", "ar")),
                        random.nextDouble());
            case 2 ->
                new Resolution.Ambiguous(
                        List.of(new Scored(Listed.SHOIGU, random.nextDouble()), new Scored(Listed.ASSAD, 0)));
            default -> new Resolution.Unknown();
        };
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
