package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.article.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds from the article to the letters under a particle, for wire copy, for noise, and for both at once. */
class AnyTextTest {
    /** Where one script ends and another begins, halves of characters, marks that nest: what no rule was written for. */
    private static final String NOISE = "وفبلكاأإآٱىيئةهؤء\u0640\u064B\u0651\u0670\u06D6\uFEFB\uFDFAپچگ٠٩۰۹azAZéİßø09"
            + ".,:;!?؟…،؛«»\"'`\u2018\u2019\u201C\u201D()[]-–—/\\_*# \t\r\n\u00A0\u200B\u200C\u200D\u200E\u200F\u202A\u202B"
            + "\u202C\u2066\u2069\uFEFF\u00AD\u0000\uD83D\uDE00\uD800\uDC00";

    private static final List<String> LOOK_PARTED = List.of(
            "والد", "وليد", "بوتين", "لبنان", "فرنسا", "كردستان", "وزير", "بغداد", "ليبيا", "كييف", "للجنة", "وَلِيد",
            "بـوتين");

    static Stream<String> texts() {
        return Stream.concat(
                Mixed.seeds().mapToObj(Mixed::text),
                Stream.concat(
                        Mixed.seeds().mapToObj(AnyTextTest::noise),
                        Mixed.seeds().mapToObj(seed -> Mixed.text(seed) + noise(seed) + Mixed.text(seed + 1))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTokenIsAStretchOfItsSentenceAndItsNormalFormMapsBackIntoIt(String text) {
        for (Sentence sentence : sentences(text)) {
            int end = sentence.span().start();
            for (Token token : sentence.tokens()) {
                assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
                assertThat(sentence.span().contains(token.span())).isTrue();
                assertThat(token.text()).isEqualTo(token.span().of(text));
                if (token.isWord() && !token.text().contains(".")) {
                    Normaliser.Normalised normalised = Normaliser.normalise(token.text());
                    assertThat(token.normal()).isEqualTo(normalised.text());
                    assertThat(normalised
                                    .raw(new Span(0, token.normal().length()))
                                    .end())
                            .isEqualTo(token.text().length());
                }
                end = token.span().end();
            }
        }
    }

    /** What stands under a particle is a stretch of the raw word whose normal form is what was looked up. */
    @ParameterizedTest
    @MethodSource("texts")
    void everyReadingOfAWordIsAnEndOfTheRawWord(String text) {
        for (Token token : words(text)) {
            List<Clitics.Candidate> readings = Clitics.of(token.normal());
            assertThat(readings.getFirst()).isEqualTo(new Clitics.Candidate("", token.normal(), 0));
            Normaliser.Normalised normalised = Normaliser.normalise(token.text());
            for (Clitics.Candidate reading : readings) {
                Span rest =
                        normalised.raw(new Span(reading.length(), token.normal().length()));
                String under = Normaliser.normal(rest.of(token.text()));
                // A ligature is not cut: it goes with what stands under the particle.
                assertThat(under).endsWith(token.normal().substring(reading.length()));
                assertThat(reading.rest())
                        .isIn(
                                token.normal().substring(reading.length()),
                                "ا" + token.normal().substring(reading.length()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void wordsThatOnlyLookAsIfTheyBeganWithAParticleSurvive(String text) {
        for (String word : LOOK_PARTED) {
            String around = text + "\n\n" + word + " قال.";
            List<Token> last = sentences(around).getLast().tokens();
            assertThat(last).extracting(Token::text).startsWith(word);
            assertThat(Clitics.of(last.getFirst().normal()).getFirst().rest()).isEqualTo(Normaliser.normal(word));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void namesAreCutAsTheyAreInATextWhateverStandsAboutThem(String text) {
        List<String> alone = Tokeniser.normals("دير الزور ez-Zor U.S. 2017");
        List<String> within = sentences(text + " دير الزور ez-Zor U.S. 2017 " + text).stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .map(Token::normal)
                .toList();
        assertThat(within).containsSequence(alone.subList(0, alone.size() - 1));
    }

    private static List<Token> words(String text) {
        return sentences(text).stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(Token::isWord)
                .filter(token -> !token.text().contains("."))
                .toList();
    }

    private static List<Sentence> sentences(String text) {
        return Segmenter.segment(Plain.article(text, Optional.empty())).sentences();
    }

    private static String noise(long seed) {
        return new Random(seed)
                .ints(400, 0, NOISE.length())
                .mapToObj(i -> NOISE.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
