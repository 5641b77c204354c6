package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.gazetteer.Gazetteer;
import khabar.names.MentionRecogniser.Found;
import khabar.names.MentionRecogniser.Recognised;
import khabar.names.model.TinyModel;
import khabar.names.model.TransformerRecogniser;
import khabar.text.SegmentedArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What every recogniser promises, whatever it is made of. */
@EnabledIf(value = "khabar.names.model.NativeRuntime#works", disabledReason = "ONNX Runtime cannot start here")
class MentionRecogniserTest {
    private static final List<String> PIECES = List.of(
            "سليم",
            "وسليم",
            "الحداد",
            "تلفريت",
            "لبنان",
            "مُحَمَّد",
            "ســليم",
            "د.",
            "Salim",
            "Haddad",
            "ez-Zor",
            "U.S.",
            "said",
            "visited",
            "Telfrit.",
            "؟",
            ".",
            "\n\n",
            "«",
            "»",
            "\"",
            "(",
            "2017",
            "١٢٫٥",
            "\u200F",
            "\u202B",
            "\uFEFF",
            "\u064B",
            "John",
            "Smith",
            "of",
            "Chicago");

    @TempDir
    private static Path folder;

    private static TransformerRecogniser tiny;

    @BeforeAll
    static void open() {
        tiny = TransformerRecogniser.open(TinyModel.in(folder), 1);
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @TestFactory
    Stream<DynamicTest> namesLieInTheirSentencesInOrderAndDoNotOverlap() {
        return both((recogniser, seed) -> {
            SegmentedArticle article = article(seed);
            List<List<Found>> names = names(recogniser, article);
            assertThat(names).hasSameSizeAs(article.sentences());
            for (int s = 0; s < names.size(); s++) {
                int end = 0;
                for (Found name : names.get(s)) {
                    assertThat(name.first()).isGreaterThanOrEqualTo(end);
                    assertThat(name.last()).isGreaterThan(name.first());
                    assertThat(name.confidence()).isBetween(0.0, 1.0);
                    end = name.last();
                }
                assertThat(end)
                        .isLessThanOrEqualTo(article.sentences().get(s).tokens().size());
            }
            return names.stream().mapToInt(List::size).sum();
        });
    }

    @TestFactory
    Stream<DynamicTest> theSameArticleGivesTheSameNames() {
        return both((recogniser, seed) -> {
            List<List<Found>> names = names(recogniser, article(seed));
            assertThat(names(recogniser, article(seed))).isEqualTo(names);
            return names.stream().mapToInt(List::size).sum();
        });
    }

    @TestFactory
    Stream<DynamicTest> anArticleWithoutTextHasNoNames() {
        return both((recogniser, seed) -> {
            assertThat(names(recogniser, Corpus.article("ar", " ".repeat(seed)).text()))
                    .isEmpty();
            return 1;
        });
    }

    @TestFactory
    Stream<DynamicTest> mentionsAreWhatStandsInTheArticle() {
        Gazetteer gazetteer = Gazetteer.load();
        return both((recogniser, seed) -> {
            Names names = new Names(gazetteer, recogniser, Duration.ofMinutes(5));
            LinkedReading reading = names.read(article(seed));
            reading.links()
                    .forEach(link -> assertThat(link.mention()
                                    .span()
                                    .of(reading.text().article().content().text("body")))
                            .isEqualTo(link.mention().text()));
            return reading.links().size();
        });
    }

    /** Fifty seeds for each recogniser, which together must have found something. */
    private static Stream<DynamicTest> both(BiFunction<MentionRecogniser, Integer, Integer> check) {
        return Stream.<MentionRecogniser>of(Recogniser.load(Gazetteer.load()), tiny)
                .map(recogniser -> DynamicTest.dynamicTest(
                        recogniser.info().name(),
                        () -> assertThat(IntStream.range(0, 50)
                                        .map(seed -> check.apply(recogniser, seed))
                                        .sum())
                                .isPositive()));
    }

    private static List<List<Found>> names(MentionRecogniser recogniser, SegmentedArticle article) {
        Recognised recognised = recogniser.names(article, Budget.of(Duration.ofMinutes(5)));
        assertThat(recognised).isInstanceOf(Recognised.Names.class);
        return new ArrayList<>(((Recognised.Names) recognised).sentences());
    }

    private static SegmentedArticle article(int seed) {
        Random random = new Random(seed);
        String text = IntStream.range(0, 5 + random.nextInt(60))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining(seed % 3 == 0 ? "" : " "));
        return Corpus.article(seed % 2 == 0 ? "ar" : "en", text).text();
    }
}
