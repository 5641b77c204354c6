package khabar.names.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.gazetteer.Gazetteer;
import khabar.names.Budget;
import khabar.names.LinkedReading;
import khabar.names.MentionRecogniser.Recognised;
import khabar.names.Names;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;
import khabar.text.Sentence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(value = "khabar.names.model.NativeRuntime#works", disabledReason = "ONNX Runtime cannot start here")
class TransformerRecogniserTest {
    private static final Duration AMPLE = Duration.ofMinutes(5);

    @TempDir
    private static Path shared;

    private static TransformerRecogniser tiny;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        tiny = TransformerRecogniser.open(TinyModel.in(shared), 1);
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @Test
    void namesStandAtTheirWordsInTheRawText() {
        assertThat(found(tiny, "ar", "زار سَلِيم الحدّاد ‏تلفريت. قال سـليم."))
                .containsExactly("PERSON سَلِيم الحدّاد", "PLACE تلفريت", "PERSON سـليم");
        assertThat(found(tiny, "en", "Salim Haddad visited Telfrit. \"Salim\" visited ez-Zor."))
                .containsExactly("PERSON Salim Haddad", "PLACE Telfrit", "PERSON Salim", "PLACE ez-Zor");
    }

    @Test
    void theFirstPieceOfAWordSpeaksForIt() {
        // "##dad" alone would say that a place begins.
        assertThat(found(tiny, "en", "Salim Haddad")).containsExactly("PERSON Salim Haddad");
    }

    @Test
    void sentencesOfAnyLengthAreReadTogetherAndEachIsItsOwn() {
        String text = IntStream.range(0, 30)
                .mapToObj(i -> "زار ".repeat(i % 7) + "سليم الحداد" + " قال".repeat(i % 5) + ".")
                .collect(Collectors.joining(" "));
        assertThat(found(tiny, "ar", text)).hasSize(30).containsOnly("PERSON سليم الحداد");
    }

    @Test
    void aSentenceLongerThanTheModelIsReadInWindows() {
        TransformerRecogniser narrow = TransformerRecogniser.open(
                TinyModel.in(folder, List.of("input_ids", "attention_mask", "token_type_ids"), "ar", 16), 1);
        String text = IntStream.range(0, 200)
                .mapToObj(i -> i % 5 == 3 ? "سليم الحداد" : "زار")
                .collect(Collectors.joining(" "));
        assertThat(found(narrow, "ar", text)).hasSize(40).containsOnly("PERSON سليم الحداد");
        narrow.close();
    }

    @Test
    void aWordOfMarksAloneHasNoNameAndDisturbsNone() {
        assertThat(found(tiny, "ar", "\u064B سليم \u200F\u064B الحداد")).isNotEmpty();
        assertThat(found(tiny, "ar", "\u200F")).isEmpty();
    }

    @Test
    void theNameOfTheModelSaysItsHashAndLicence() {
        assertThat(tiny.info().name()).matches("tiny [0-9a-f]{12} \\(CC0-1\\.0\\)");
    }

    @Test
    void particlesAreNoPartOfAMentionAndTheGazetteerKeepsItsCountries() {
        LinkedReading reading = new Names(Gazetteer.load(), tiny, AMPLE)
                .read(article("ar", "قال وسليم الحداد. زار نادي الفلك في لبنان."));
        assertThat(reading.gaveUp()).isEmpty();
        assertThat(reading.links())
                .extracting(link -> link.mention().type() + " " + link.mention().text())
                .containsExactly("PERSON سليم الحداد", "ORGANISATION نادي الفلك", "PLACE لبنان");
    }

    @Test
    void whatTakesTooLongIsReadByTheBuiltInRecogniserAndSaysSo() {
        SegmentedArticle article = article("en", "Salim Haddad visited Chicago and John Kerry.");
        assertThat(tiny.names(article, Budget.of(Duration.ofNanos(1))))
                .isInstanceOfSatisfying(
                        Recognised.GaveUp.class,
                        gaveUp -> assertThat(gaveUp.why()).isEqualTo("it takes longer than 0 ms"));
        Gazetteer gazetteer = Gazetteer.load();
        LinkedReading late = new Names(gazetteer, tiny, Duration.ofNanos(1)).read(article);
        assertThat(late.gaveUp()).isPresent();
        assertThat(late.links()).isEqualTo(new Names(gazetteer).read(article).links());
    }

    @Test
    void theBudgetIsLookedAtBetweenPortions() {
        AtomicInteger portions = new AtomicInteger();
        TransformerRecogniser slow = with(rows -> {
            portions.incrementAndGet();
            long until = System.nanoTime() + Duration.ofMillis(60).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return zeros(rows);
        });
        SegmentedArticle article = article("ar", "زار سليم. ".repeat(100));
        assertThat(slow.names(article, Budget.of(Duration.ofMillis(30)))).isInstanceOf(Recognised.GaveUp.class);
        assertThat(portions).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void aRuntimeThatFailsEndsNothing() {
        TransformerRecogniser broken = with(rows -> {
            throw new NetworkFailure("out of memory");
        });
        assertThat(broken.names(article("ar", "زار سليم"), Budget.of(AMPLE)))
                .isEqualTo(new Recognised.GaveUp("out of memory"));
    }

    @Test
    void anArticleInAnotherLanguageIsTheBuiltInRecognisers() {
        TransformerRecogniser arabic =
                TransformerRecogniser.open(TinyModel.in(folder, List.of("input_ids"), "ar", 512), 1);
        SegmentedArticle english = article("en", "Salim Haddad visited Telfrit.");
        Gazetteer gazetteer = Gazetteer.load();
        LinkedReading read = new Names(gazetteer, arabic, AMPLE).read(english);
        assertThat(read).isEqualTo(new Names(gazetteer).read(english));
        arabic.close();
    }

    private TransformerRecogniser with(java.util.function.Function<int[][], float[][][]> scores) {
        return new TransformerRecogniser(ModelFolder.read(TinyModel.in(folder)), new Network() {
            @Override
            public float[][][] scores(int[][] rows) {
                return scores.apply(rows);
            }

            @Override
            public void close() {}
        });
    }

    private static float[][][] zeros(int[][] rows) {
        return Arrays.stream(rows)
                .map(row -> new float[row.length][TinyModel.LABELS.size()])
                .toArray(float[][][]::new);
    }

    private static List<String> found(TransformerRecogniser recogniser, String language, String text) {
        SegmentedArticle article = article(language, text);
        Recognised recognised = recogniser.names(article, Budget.of(AMPLE));
        assertThat(recognised).isInstanceOf(Recognised.Names.class);
        List<String> found = new ArrayList<>();
        for (int s = 0; s < article.sentences().size(); s++) {
            Sentence sentence = article.sentences().get(s);
            ((Recognised.Names) recognised)
                    .sentences()
                    .get(s)
                    .forEach(name -> found.add(name.type() + " "
                            + text.substring(
                                    sentence.tokens().get(name.first()).span().start(),
                                    sentence.tokens()
                                            .get(name.last() - 1)
                                            .span()
                                            .end())));
        }
        return found;
    }

    private static SegmentedArticle article(String language, String text) {
        return Segmenter.segment(new Article(
                "0123456789abcdef",
                new SourceRef("test.txt", 1),
                new Content(
                        List.of(new Field("body", text)),
                        List.of(new Zone(ZoneKind.BODY, "body", new Span(0, text.length())))),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(language),
                        Optional.empty())));
    }
}
