package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import khabar.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every later step relies on: offsets lead back to the text, whole words come first, nothing is left out. */
class WordsAndSentencesTest {
    private static final String[] PIECES = {
        "دير الزور",
        "وَسُورِيّا",
        "الســـلام",
        "ﻻ",
        "Deir ez-Zor",
        "U.S.",
        "People's",
        "2017-09-12",
        "٢٠١٧",
        "3.5",
        "سبتمبر/ايلول",
        "«",
        "»",
        "\"",
        "،",
        ".",
        "؟",
        "!",
        "…",
        "–",
        "(",
        ")",
        "د.",
        "Mr.",
        "\u200f",
        "É",
        "naïve",
        "x",
        "\n",
        "😀"
    };

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private static String text(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        random.ints(30, 0, PIECES.length)
                .forEach(i -> text.append(PIECES[i]).append(random.nextInt(5) == 0 ? "" : " "));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aNormalFormMapsBackIntoTheText(int seed) {
        String raw = text(seed);
        Normaliser.Normalised normal = Normaliser.normalise(raw);
        assertThat(normal.offsets()).hasSize(normal.text().length() + 1).isSorted();
        for (int i = 0; i < normal.text().length(); i++) {
            Span back = normal.raw(new Span(i, i + 1));
            assertThat(back.end()).isLessThanOrEqualTo(raw.length());
            assertThat(Normaliser.normal(raw.substring(normal.offsets()[i], normal.offsets()[i] + 1)))
                    .contains(normal.text().substring(i, i + 1));
        }
        assertThat(Normaliser.normal(normal.text())).isEqualTo(normal.text());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tokensLieInTheTextInOrderAndApart(int seed) {
        String raw = text(seed);
        int end = 0;
        for (Token token : Tokeniser.tokens(raw, new Span(0, raw.length()))) {
            assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(token.span().of(raw)).isEqualTo(token.text());
            assertThat(token.normal()).isNotEmpty();
            end = token.span().end();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLetterLiesInOneSentence(int seed) {
        String raw = text(seed);
        List<Span> sentences = Sentences.of(raw, new Span(0, raw.length()));
        for (int i = 0; i < raw.length(); i++) {
            if (Character.isLetterOrDigit(raw.charAt(i))) {
                Span letter = new Span(i, i + 1);
                assertThat(sentences.stream().filter(sentence -> sentence.contains(letter)))
                        .as("%s at %d", raw, i)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Deir ez-Zor | deir ez zor
                    Deir ez Zor | deir ez zor
                    the U.S. army | the us army
                    People's Protection Units | people s protection units
                    الأسد | الاسد
                    وَزارَةُ الدِّفاع | وزاره الدفاع
                    الرقّــة | الرقه
                    سبتمبر/ايلول ٢٠١٥ | سبتمبر ايلول 2015
                    Erdoğan | erdogan
                    """)
    void namesAreComparedByTheNormalFormsOfTheirWords(String name, String normals) {
        assertThat(String.join(" ", Tokeniser.normals(name))).isEqualTo(normals);
    }

    @ParameterizedTest
    @CsvSource({"والد", "وليد", "بوتين", "لبنان", "كركوك", "فلسطين"})
    void theWholeWordComesFirst(String word) {
        assertThat(Clitics.of(word).getFirst()).isEqualTo(new Clitics.Candidate("", word, 0));
    }

    @ParameterizedTest
    @CsvSource({"وبالعراق,العراق", "للقاهره,القاهره", "فلسوريا,سوريا", "كالاسد,الاسد", "وروسيا,روسيا", "لمصر,مصر"})
    void particlesAreCandidates(String word, String rest) {
        assertThat(Clitics.of(word)).extracting(Clitics.Candidate::rest).contains(rest);
    }

    @Test
    void aFullStopAfterAnInitialOrInANumberEndsNothing() {
        assertThat(sentences("Mr. Hansen paid 3.5 million to J. Smith. He left the U.S. in May."))
                .containsExactly("Mr. Hansen paid 3.5 million to J. Smith.", "He left the U.S. in May.");
        assertThat(sentences("قال د. سامي إنه باق. هل يعود؟ لا أحد يعرف!"))
                .containsExactly("قال د. سامي إنه باق.", "هل يعود؟", "لا أحد يعرف!");
        assertThat(sentences("قال: \"سنعود.\" ثم مضى.")).first().asString().startsWith("قال: \"سنعود.\"");
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Sentences.of(text, new Span(0, text.length())).forEach(span -> sentences.add(span.of(text)));
        return sentences;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    عاد الوزير إلى المدينة بعد الظهر | ar
                    The minister went back to the city in the evening | en
                    Le ministre est rentré dans la capitale pour les fêtes | fr
                    وزیر امور خارجه گفت که این کشور پاسخ می‌دهد | fa
                    Министр вернулся в столицу вечером | ru
                    1234 | und
                    """)
    void aLanguageIsToldByItsScriptAndWords(String text, String tag) {
        assertThat(Languages.ofText(text).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keysHoldOnlySmallLettersDigitsAndHyphens(int seed) {
        assertThat(Slug.unique(text(seed))).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(Slug.unique("كريم منصور"))
                .isEqualTo(Slug.unique("كَريم منصُور"))
                .isNotEqualTo(Slug.unique("كريم منصوري"));
    }
}
