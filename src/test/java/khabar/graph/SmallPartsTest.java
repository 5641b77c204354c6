package khabar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import khabar.event.EventCode;
import khabar.event.EventType;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, keys of sources, spellings, labels. */
class SmallPartsTest {
    @ParameterizedTest
    @CsvSource({
        "https://wire.example/1, https://wire.example/1",
        "' HTTP://wire.example/a b ', HTTP://wire.example/a%20b",
        "https://wire.example/خبر?q={x}, https://wire.example/خبر?q=%7Bx%7D"
    })
    void anAddressStaysAsGivenButForWhatNoIriMayHave(String given, String written) {
        assertThat(WebAddress.of(given).map(Node::getURI)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wire.example", "ftp://wire.example/", "urn:x", "javascript:alert(1)"})
    void whatIsNoWebAddressIsLeftOut(String given) {
        assertThat(WebAddress.of(given)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "Example Wire, example-wire",
        "Süddeutsche Zeitung, suddeutsche-zeitung",
        "Reader’s Post!, readers-post",
        "Example News Agency, example-news-agency",
        "وكالة المثال للأنباء, example-news-agency"
    })
    void aSourceIsKeyedByItsNameOrByTheOrganisationOfThatName(String name, String key) {
        assertThat(SourceKey.of(name, new Listed())).isEqualTo(key);
    }

    @Test
    void aSourceWithAnArabicNameIsTransliteratedAndItsSpellingsAgree() {
        String key = SourceKey.of("صحيفة التجربة", new Listed());
        assertThat(key).matches("[a-z-]+-[0-9a-f]{6}");
        assertThat(SourceKey.of("جريدة أخرى", new Listed())).isNotEqualTo(key);
        assertThat(SourceKey.of("؟؟", new Listed())).matches("source-[0-9a-f]{6}");
    }

    @ParameterizedTest
    @CsvSource({
        "سيرغي شويو, true",
        "شويو, true",
        "شويغو, false",
        "سيرغي شويغو, false",
        "Sergei Shoygu, true",
        "الوزير, false",
        "بوتين, false"
    })
    void aMisspellingIsNeitherAShortFormNorAnotherWord(String text, boolean variant) {
        assertThat(SpellingVariant.is(text, Listed.SHOIGU)).isEqualTo(variant);
    }

    @Test
    void aLabelSaysWhoDidWhatToWhomInBothLanguages() {
        EventLabels labels = EventLabels.load();
        EventCode visit = EventCode.of(EventType.CONSULT, "visit");
        assertThat(labels.english(visit, List.of("A", "A"), List.of("B"))).isEqualTo("A – visit – B");
        assertThat(labels.arabic(visit, List.of("أ"), List.of())).isEqualTo("أ – زيارة");
        assertThat(labels.english(visit, List.of("A", "B", "C", "D"), List.of()))
                .isEqualTo("A, B, C and others – visit");
        assertThat(labels.arabic(EventCode.of(EventType.AID), List.of(), List.of()))
                .isEqualTo("مساعدة");
    }
}
