package khabar.names.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import khabar.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {
    @Test
    void whatFitsIsOneWindow() {
        assertThat(Windows.of(words(1, 2, 3), 6, 2)).containsExactly(new Span(0, 6));
        assertThat(Windows.of(words(), 6, 2)).isEmpty();
    }

    @Test
    void neighboursOverlapAndAreCutBetweenWords() {
        assertThat(Windows.of(words(2, 2, 2, 2, 2), 6, 2)).containsExactly(new Span(0, 6), new Span(4, 10));
        assertThat(Windows.of(words(2, 3, 2, 2), 6, 2)).containsExactly(new Span(0, 5), new Span(5, 9));
    }

    @Test
    void aWordThatDoesNotFitIsCut() {
        assertThat(Windows.of(words(1, 9, 1), 4, 1))
                .containsExactly(new Span(0, 1), new Span(1, 5), new Span(5, 9), new Span(9, 11));
    }

    @Test
    void aWordIsReadWhereMostStandsAboutIt() {
        List<Span> windows = List.of(new Span(0, 8), new Span(4, 12));
        assertThat(Windows.best(windows, 0)).isZero();
        assertThat(Windows.best(windows, 5)).isZero();
        assertThat(Windows.best(windows, 6)).isEqualTo(1);
        assertThat(Windows.best(windows, 11)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 16, 510})
    void everyPieceLiesInAWindowThatFits(int most) {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Pieces pieces = words(
                    random.ints(random.nextInt(600), 1, 2 + random.nextInt(12)).toArray());
            List<Span> windows = Windows.of(pieces, most, most / 4);
            assertThat(windows).as("seed %d", seed).isSorted().allMatch(window -> window.length() <= most);
            for (int piece = 0; piece < pieces.numbers().length; piece++) {
                Span best = windows.get(Windows.best(windows, piece));
                assertThat(best.contains(new Span(piece, piece + 1)))
                        .as("seed %d, piece %d", seed, piece)
                        .isTrue();
            }
        }
    }

    /** Words of so many pieces. */
    private static Pieces words(int... lengths) {
        int[] firsts = new int[lengths.length];
        for (int i = 1; i < lengths.length; i++) {
            firsts[i] = firsts[i - 1] + lengths[i - 1];
        }
        return new Pieces(new int[Arrays.stream(lengths).sum()], firsts);
    }
}
