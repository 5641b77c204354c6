package khabar.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhraseTest {
    @Test
    void partiesOfEqualStandingAreNamedTogether() {
        Phrase phrase = phrase("AGREE", "agree", List.of("Iran", "Russia"), List.of("Turkey"));
        assertThat(phrase.english()).isEqualTo("Agreement between Iran, Russia and Turkey");
        assertThat(phrase("AGREE", "اتفاق", List.of("إيران", "روسيا"), List.of("تركيا"))
                        .arabic())
                .isEqualTo("اتفاق بين إيران وروسيا وتركيا");
    }

    @Test
    void whatIsDoneToSomeoneIsToldFromTheActor() {
        assertThat(phrase("ASSAULT-aerial", "air strike", List.of("A"), List.of("B"))
                        .english())
                .isEqualTo("Air strike by A on B");
        assertThat(phrase("ASSAULT-aerial", "غارة جوية", List.of("ألف"), List.of("باء"))
                        .arabic())
                .isEqualTo("غارة جوية من ألف على باء");
        assertThat(phrase("COERCE-restrict", "restriction", List.of(), List.of("B"))
                        .english())
                .isEqualTo("Restriction against B");
    }

    @Test
    void anArabicPartyStandsInTheGenitive() {
        assertThat(phrase("CONSULT-visit", "زيارة", List.of("سعد الحريري"), List.of("ميشال عون"))
                        .arabic())
                .isEqualTo("زيارة سعد الحريري إلى ميشال عون");
        assertThat(phrase("ASSAULT", "هجوم", List.of("الحوثيون"), List.of("مدنيون", "التلفزيون"))
                        .arabic())
                .isEqualTo("هجوم الحوثيين على مدنيين والتلفزيون");
    }

    @Test
    void oneAloneAgreesWithNoOneNamed() {
        assertThat(phrase("AGREE", "agree", List.of("Iran"), List.of()).english())
                .isEqualTo("Agreement by Iran");
    }

    @Test
    void ofManyTheFirstThreeAreNamed() {
        assertThat(phrase("SANCTION", "sanction", List.of("A", "B", "C", "D", "E"), List.of("Q"))
                        .english())
                .isEqualTo("Sanction by A, B, C and others against Q");
    }

    @Test
    void placeAndDayStandAtTheEnd() {
        Phrase phrase = new Phrase(
                "CONSULT-visit", "visit", List.of("A"), List.of(), Optional.of("Paris"), Optional.of("1 May 2017"));
        assertThat(phrase.english()).isEqualTo("Visit by A in Paris, 1 May 2017");
    }

    private static Phrase phrase(String concept, String noun, List<String> actors, List<String> recipients) {
        return new Phrase(concept, noun, actors, recipients, Optional.empty(), Optional.empty());
    }
}
