package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import khabar.article.Span;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gen. Smith met Dr. Jones on Feb. 3 in room No. 5.",
                "The U.S. Army and J. K. Miller agreed.",
                "Prices rose by 3.5 percent to 1.200.000 pounds.",
                "The meeting began at 5 p.m. in Cairo.",
                "\u201CWill he go?\u201D she asked.",
                "التقى د. سامر الوزير في القصر.",
                "ارتفعت الأسعار 3.5 بالمئة إلى ٢.٧ مليون.",
                "Visit example.org today."
            })
    void aStopThatEndsNothingLeavesTheSentenceWhole(String text) {
        assertThat(sentences(text)).containsExactly(text);
    }

    @Test
    void stopsAndMarksOfQuestionAndExclamationEndSentences() {
        assertThat(sentences("The army left. Who won? Nobody! It is over"))
                .containsExactly("The army left.", "Who won?", "Nobody!", "It is over");
        assertThat(sentences("غادر الجيش. من ربح؟ لا أحد! انتهى الأمر…   ثم عاد"))
                .containsExactly("غادر الجيش.", "من ربح؟", "لا أحد!", "انتهى الأمر…", "ثم عاد");
    }

    @Test
    void aStopAfterANumberEndsTheSentence() {
        assertThat(sentences("It began in 2011. It goes on.")).containsExactly("It began in 2011.", "It goes on.");
    }

    @Test
    void severalMarksEndOneSentence() {
        assertThat(sentences("Why?! Nobody knows... They left."))
                .containsExactly("Why?!", "Nobody knows...", "They left.");
    }

    @Test
    void aMissingBlankAfterAnArabicSentenceEndsItAllTheSame() {
        assertThat(sentences("غادر الجيش.عاد الوزير.")).containsExactly("غادر الجيش.", "عاد الوزير.");
    }

    @Test
    void quotesAndBracketsThatCloseBelongToTheSentenceBeforeThem() {
        assertThat(sentences("قال الوزير: «سنعود غدا.» ثم خرج (إلى بيته.) ونام."))
                .containsExactly("قال الوزير: «سنعود غدا.»", "ثم خرج (إلى بيته.)", "ونام.");
        assertThat(sentences("He said: \"We will be back.\" Then he left."))
                .containsExactly("He said: \"We will be back.\"", "Then he left.");
    }

    @Test
    void aBlankLineEndsASentenceAndALineEndDoesNot() {
        assertThat(sentences("A line\nthat goes on\r\n \r\nAnother one"))
                .containsExactly("A line\nthat goes on", "Another one");
    }

    @Test
    void blanksAloneAreNoSentence() {
        assertThat(sentences(" \n\n\u00A0\t\u200F ")).isEmpty();
    }

    @Test
    void aHeadlineIsOneSentence() {
        String text = "Who won? Nobody. It is over";
        Zone headline = new Zone(ZoneKind.HEADLINE, "text", new Span(0, text.length()));
        assertThat(Segmenter.segment(Plain.article(text, Optional.empty(), List.of(headline)))
                        .sentences())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.span()).isEqualTo(headline.span()));
    }

    @ParameterizedTest
    @MethodSource("khabar.text.Mixed#seeds")
    void everyCharacterOfAZoneThatIsNoBlankLiesInExactlyOneSentence(int seed) {
        String text = Mixed.text(seed);
        int cut = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 3);
        List<Zone> zones = List.of(
                new Zone(seed % 2 == 0 ? ZoneKind.HEADLINE : ZoneKind.STANDFIRST, "text", new Span(0, cut)),
                new Zone(ZoneKind.BODY, "text", new Span(cut, text.length())));
        List<Sentence> sentences =
                Segmenter.segment(Plain.article(text, Optional.empty(), zones)).sentences();
        assertThat(sentences).allSatisfy(sentence -> {
            assertThat(sentence.zone().span().contains(sentence.span())).isTrue();
            assertThat(sentence.tokens()).allMatch(token -> sentence.span().contains(token.span()));
        });
        assertThat(sentences).extracting(Sentence::span).isSorted();
        assertThat(IntStream.range(0, text.length())
                        .filter(i -> !isBlank(text.charAt(i)))
                        .filter(i -> holding(sentences, i) != 1))
                .isEmpty();
        assertThat(IntStream.range(0, text.length()).filter(i -> holding(sentences, i) > 1))
                .isEmpty();
    }

    private static long holding(List<Sentence> sentences, int at) {
        Span one = new Span(at, at + 1);
        return sentences.stream()
                .filter(sentence -> sentence.span().contains(one))
                .count();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || "\u200E\u200F\uFEFF".indexOf(c) >= 0;
    }

    private static List<String> sentences(String text) {
        return Segmenter.segment(Plain.article(text, Optional.empty())).sentences().stream()
                .map(sentence -> sentence.span().of(text))
                .toList();
    }
}
