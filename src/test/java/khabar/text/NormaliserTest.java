package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import khabar.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NormaliserTest {
    @ParameterizedTest
    @MethodSource("khabar.text.Mixed#seeds")
    void everyNormalStretchMapsBackIntoTheRawText(int seed) {
        String raw = Mixed.text(seed);
        Normaliser.Normalised normalised = Normaliser.normalise(raw);
        String text = normalised.text();
        assertThat(normalised.offsets()).hasSize(text.length() + 1).isSorted().endsWith(raw.length());
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int start = random.nextInt(text.length());
            Span stretch = new Span(start, start + 1 + random.nextInt(Math.min(12, text.length() - start)));
            Span back = normalised.raw(stretch);
            assertThat(back.end()).isLessThanOrEqualTo(raw.length());
            // A ligature is one character of the raw text: a part of it maps back to the whole.
            assertThat(Normaliser.normal(back.of(raw))).contains(stretch.of(text));
        }
    }

    @ParameterizedTest
    @MethodSource("khabar.text.Mixed#seeds")
    void theNormalFormOfANormalFormIsItself(int seed) {
        String normal = Normaliser.normal(Mixed.text(seed));
        assertThat(Normaliser.normal(normal)).isEqualTo(normal);
    }

    @Test
    void theNormalFormOfAnyCharacterIsItsOwnNormalForm() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(c -> !Normaliser.normal(Normaliser.normal(Character.toString(c)))
                                .equals(Normaliser.normal(Character.toString(c))))
                        .mapToObj("U+%04X"::formatted))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "أحمد, احمد",
        "إدلب, ادلب",
        "آسيا, اسيا",
        "ٱلأمير, الامير",
        "مصطفى, مصطفي",
        "رئيس, رييس",
        "مؤتمر, موتمر",
        "القاهرة, القاهره",
        "کابل, كابل",
        "ڤيينا, فيينا"
    })
    void foldsTheLettersThatWritersMixUp(String raw, String normal) {
        assertThat(Normaliser.normal(raw)).isEqualTo(normal);
    }

    @Test
    void dropsDiacriticsTatweelAndMarksOfDirection() {
        assertThat(Normaliser.normal("مُحَمَّدٌ")).isEqualTo("محمد");
        assertThat(Normaliser.normal("ســـوريا")).isEqualTo("سوريا");
        assertThat(Normaliser.normal("\u200Fدمشق\u200E \u202Bحلب\u202C\uFEFF")).isEqualTo("دمشق حلب");
    }

    @Test
    void readsPresentationFormsAsTheLettersTheyShow() {
        assertThat(Normaliser.normal("\uFEE3\uFEBC\uFEAE")).isEqualTo("مصر");
        assertThat(Normaliser.normal("\uFEFB")).isEqualTo("لا");
        assertThat(Normaliser.normal("\uFEF7")).isEqualTo("لا");
        assertThat(Normaliser.normal("ب\uFE70")).isEqualTo("ب");
        assertThat(Normaliser.normal("ＮＡＴＯ")).isEqualTo("nato");
    }

    @Test
    void aLetterOfALigatureMapsBackToTheWholeLigature() {
        Normaliser.Normalised normalised = Normaliser.normalise("ب\uFEFBد");
        assertThat(normalised.text()).isEqualTo("بلاد");
        assertThat(normalised.raw(new Span(0, 2))).isEqualTo(new Span(0, 2));
        assertThat(normalised.raw(new Span(2, 4))).isEqualTo(new Span(1, 3));
    }

    @Test
    void whatIsDroppedBelongsToTheLetterBeforeIt() {
        Normaliser.Normalised normalised = Normaliser.normalise("مُحَمَّد");
        assertThat(normalised.raw(new Span(0, 1))).isEqualTo(new Span(0, 2));
        assertThat(normalised.raw(new Span(0, 4))).isEqualTo(new Span(0, 8));
        assertThat(normalised.raw(new Span(2, 2)).length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Erdoğan, erdogan",
        "İzmir, izmir",
        "Diyarbakır, diyarbakir",
        "São Tomé, sao tome",
        "Łódź, lodz",
        "Ærø, aero",
        "Weißensee, weissensee",
        "Sana\u2019a, sanaa"
    })
    void latinLosesItsAccentsAndCapitals(String raw, String normal) {
        assertThat(Normaliser.normal(raw)).isEqualTo(normal);
    }

    @Test
    void digitsOfAllScriptsBecomeAscii() {
        assertThat(Normaliser.normal("٠١٢٣٤٥٦٧٨٩")).isEqualTo("0123456789");
        assertThat(Normaliser.normal("۰۱۲۳۴۵۶۷۸۹")).isEqualTo("0123456789");
    }
}
