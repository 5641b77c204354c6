package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
    @Test
    void aStoryIsToldWhereItsEndWasCutOff() {
        List<String> words = words(1, 300);
        assertThat(sketch(words.subList(0, 110)).isCopy(sketch(words))).isTrue();
    }

    @Test
    void aStoryIsToldUnderAnotherBeginning() {
        List<String> words = words(1, 300);
        List<String> changed = java.util.stream.Stream.concat(words(2, 40).stream(), words.subList(35, 300).stream())
                .toList();
        assertThat(sketch(changed).isCopy(sketch(words))).isTrue();
    }

    @Test
    void wordsThatManyStoriesShareMakeNoCopy() {
        List<String> words = words(1, 300);
        List<String> other = java.util.stream.Stream.concat(words(2, 240).stream(), words.subList(240, 300).stream())
                .toList();
        assertThat(sketch(other).isCopy(sketch(words))).isFalse();
        List<String> shuffled = new java.util.ArrayList<>(words);
        java.util.Collections.shuffle(shuffled, new Random(3));
        assertThat(sketch(shuffled).isCopy(sketch(words))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 180, 240, 300})
    void theEstimateIsCloseToTheTruth(int common) {
        List<String> one = words(1, 300);
        List<String> other = java.util.stream.Stream.concat(
                        one.subList(0, common).stream(), words(7, 300 - common).stream())
                .toList();
        double shingles = common - 4;
        double truth = shingles / (2 * 296 - shingles);
        assertThat(sketch(one).resemblance(sketch(other))).isBetween(truth - 0.15, truth + 0.15);
    }

    @Test
    void spellingAndPunctuationDoNotMatter() {
        String arabic = String.join(" ", words(1, 60)) + " وقال إنّ الاجتماع كان «مفيدًا»، بحسب المتحدث.";
        String plain = String.join(" ", words(1, 60)) + " وقال ان الاجتماع كان مفيدا بحسب المتحدث";
        assertThat(Sketch.of(arabic)).isEqualTo(Sketch.of(plain));
    }

    @Test
    void aVeryShortTextHasNone() {
        assertThat(Sketch.of(String.join(" ", words(1, 23)))).isEmpty();
        assertThat(Sketch.of("")).isEmpty();
    }

    @Test
    void itIsReadAsItWasWritten() {
        Sketch sketch = sketch(words(5, 200));
        assertThat(Sketch.read(sketch.written())).isEqualTo(sketch);
        assertThat(sketch.smallest()).hasSize(10).allMatch(key -> key >= 0 && key < 1L << 48);
    }

    @Test
    void copiesAreLookedUpAmongWhatWasPublishedInTheSameDays() {
        Sketch sketch = sketch(words(5, 200));
        LocalDate day = LocalDate.of(2017, 9, 12);
        List<Long> near = sketch.near(Optional.of(day));
        assertThat(near).doesNotHaveDuplicates().allMatch(key -> key >= 0 && key < 1L << 54);
        for (int days = -40; days <= 40; days++) {
            Optional<LocalDate> other = Optional.of(day.plusDays(days));
            boolean found = near.containsAll(sketch.standing(other));
            assertThat(found).as("%d days", days).isEqualTo(Sketch.areNear(Optional.of(day), other));
            if (Math.abs(days) <= 8) {
                assertThat(found).as("%d days", days).isTrue();
            }
            if (Math.abs(days) >= 16) {
                assertThat(near).doesNotContainAnyElementsOf(sketch.standing(other));
            }
        }
        assertThat(sketch.near(Optional.empty())).isEqualTo(sketch.standing(Optional.empty()));
        assertThat(near).doesNotContainAnyElementsOf(sketch.standing(Optional.empty()));
        assertThat(Sketch.areNear(Optional.empty(), Optional.of(day))).isFalse();
    }

    /** What is looked up together lies together, before and after the first day of the epoch. */
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1969-12-31", "1970-01-01", "2017-09-12", "9999-12-31"})
    void keysOfTheSameDaysStandSideBySide(String day) {
        Optional<LocalDate> published = Optional.of(LocalDate.parse(day));
        Optional<LocalDate> later = published.map(one -> one.plusDays(16));
        List<Sketch> sketches =
                IntStream.range(0, 20).mapToObj(seed -> sketch(words(seed, 60))).toList();
        Set<Long> windows = sketches.stream()
                .flatMap(sketch -> sketch.standing(published).stream())
                .map(key -> key >>> 34)
                .collect(Collectors.toSet());
        assertThat(windows).hasSize(1);
        assertThat(sketches)
                .allSatisfy(sketch -> assertThat(sketch.near(published)).hasSize(30))
                .allSatisfy(sketch -> assertThat(sketch.standing(published))
                        .allMatch(key -> key >= 0 && key < 1L << 54)
                        .doesNotContainAnyElementsOf(sketch.standing(later))
                        .doesNotContainAnyElementsOf(sketch.standing(Optional.empty())));
    }

    private static Sketch sketch(List<String> words) {
        return Sketch.of(String.join(" ", words)).orElseThrow();
    }

    /** Words that are a text of their own for each seed. */
    private static List<String> words(long seed, int number) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(i -> random.ints(2 + random.nextInt(6), 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .toList();
    }
}
