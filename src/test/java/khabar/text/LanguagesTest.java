package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final String ARABIC = "قال الوزير إن الوفد وصل إلى العاصمة في زيارة تستمر يومين.";
    private static final String ENGLISH = "The minister said that the delegation arrived in the capital for a visit.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | " + ARABIC,
                "en | " + ENGLISH,
                "fa | وزیر خارجه گفت که هیئت برای دیداری دو روزه به پایتخت رسیده است و از آنجا به شهر دیگری می‌رود.",
                "ur | وزیر نے کہا ہے کہ وفد دو روزہ دورے پر دارالحکومت پہنچ گیا ہے اور بات چیت جاری رہے گی۔",
                "fr | Le ministre est arrivé dans la capitale pour une visite de deux jours, selon les journaux.",
                "ru | Министр прибыл в столицу с двухдневным визитом.",
                "de | Der Minister ist mit dem Zug in die Hauptstadt gereist und wird dort nicht bleiben."
            })
    void scriptAndFunctionWordsTellTheLanguage(String tag, String text) {
        assertThat(Languages.ofText(text)).isEqualTo(new Language(tag));
        assertThat(Segmenter.segment(Plain.article(text, Optional.empty())).language())
                .isEqualTo(new Language(tag));
    }

    @Test
    void arabicWrittenWithPersianLettersIsArabic() {
        assertThat(Languages.ofText(ARABIC.replace('ي', 'ی').replace('ك', 'ک'))).isEqualTo(Language.ARABIC);
    }

    @Test
    void theScriptOfMostLettersDecides() {
        assertThat(Languages.ofText(ARABIC + " NATO, BBC")).isEqualTo(Language.ARABIC);
        assertThat(Languages.ofText(ENGLISH + " (دمشق)")).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "2017-09-12 … 3.5 %", "Xyzzy Plugh", "\uD83D\uDE00"})
    void whatCannotBeToldIsUndetermined(String text) {
        assertThat(Languages.ofText(text)).isEqualTo(Language.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "EN-gb, en", "' ar-SY ', ar", "ku, ku", "ckb, ckb"})
    void theLanguageThatTheArticleStatesWins(String stated, String tag) {
        assertThat(Languages.of(Plain.article(ARABIC, Optional.of(stated)))).isEqualTo(new Language(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "English", "en_US", "?"})
    void whatIsNoLanguageTagIsPassedOver(String stated) {
        assertThat(Languages.of(Plain.article(ARABIC, Optional.of(stated)))).isEqualTo(Language.ARABIC);
    }
}
