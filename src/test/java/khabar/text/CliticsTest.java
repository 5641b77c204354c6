package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliticsTest {
    @ParameterizedTest
    @ValueSource(strings = {"والد", "وليد", "بوتين", "لبنان", "فرنسا", "كردستان", "للجنة", "و", "بل", "syria"})
    void theWholeWordComesFirst(String word) {
        String normal = Normaliser.normal(word);
        assertThat(Clitics.of(normal)).first().isEqualTo(new Clitics.Candidate("", normal, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "وسوريا, و, سوريا",
        "وبالعراق, وب, العراق",
        "للقاهرة, ل, القاهرة",
        "وللقاهرة, ول, القاهرة",
        "للجنة, ل, لجنة",
        "فلسوريا, فل, سوريا",
        "كالأسد, ك, الأسد",
        "بدمشق, ب, دمشق"
    })
    void particlesComeOffTheFront(String word, String prefix, String rest) {
        assertThat(Clitics.of(Normaliser.normal(word)))
                .contains(new Clitics.Candidate(prefix, Normaliser.normal(rest), prefix.length()));
    }

    @Test
    void aWordWithoutParticlesHasOneReading() {
        assertThat(Clitics.of("دمشق")).hasSize(1);
        assertThat(Clitics.of("beirut")).hasSize(1);
    }

    @Test
    void atLeastTwoLettersAreLeft() {
        assertThat(Clitics.of("وب")).hasSize(1);
        assertThat(Clitics.of("ولد")).extracting(Clitics.Candidate::rest).containsExactly("ولد", "لد");
    }

    @Test
    void aCandidateKnowsItsParticles() {
        Clitics.Candidate candidate = Clitics.of("وبالعراق").getLast();
        assertThat(candidate.has('و')).isTrue();
        assertThat(candidate.has('ب')).isTrue();
        assertThat(candidate.has('ل')).isFalse();
    }

    @ParameterizedTest
    @MethodSource("khabar.text.Mixed#seeds")
    void fewerParticlesComeBeforeMoreAndNoLetterIsLost(int seed) {
        for (String word : words(seed)) {
            List<Clitics.Candidate> candidates = Clitics.of(word);
            assertThat(candidates).doesNotHaveDuplicates();
            assertThat(candidates).extracting(Clitics.Candidate::length).isSorted();
            for (Clitics.Candidate candidate : candidates) {
                assertThat(candidate.prefix()).hasSize(candidate.length());
                assertThat(word).startsWith(candidate.prefix());
                String after = word.substring(candidate.length());
                assertThat(candidate.rest()).isIn(after, "ا" + after);
            }
        }
    }

    /** Words made of particles and little else: worse than any real one. */
    private static List<String> words(long seed) {
        String letters = "وفبلكالدم";
        return new Random(seed)
                .ints(200, 0, letters.length() + 2)
                .mapToObj(i -> i < letters.length() ? letters.substring(i, i + 1) : " ")
                .collect(Collectors.collectingAndThen(Collectors.joining(), text -> Arrays.stream(text.split(" +"))))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
