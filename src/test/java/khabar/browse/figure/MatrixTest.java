package khabar.browse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static Matrix of(List<Matrix.Count<String>> counts) {
        return Matrix.of(
                counts,
                Locale.ENGLISH,
                row -> new Matrix.Heading(row, "en", "/type/" + row, Side.NEITHER),
                row -> "/search?type=" + row);
    }

    private static Matrix.Count<String> count(String row, String month, long events) {
        return new Matrix.Count<>(
                row, Optional.of(month).filter(some -> !some.isEmpty()).map(YearMonth::parse), events);
    }

    @Test
    void monthsWithoutEventsAreThereTooAndEachNumberLeadsToItsEvents() {
        Matrix matrix =
                of(List.of(count("consult", "2017-09", 2), count("consult", "2017-11", 32), count("assault", "", 1)));
        assertThat(matrix.columns()).extracting(Matrix.Span::name).containsExactly("Sep 2017", "Oct 2017", "Nov 2017");
        assertThat(matrix.undated()).isTrue();
        Matrix.Line consult = matrix.lines().getFirst();
        assertThat(consult.total()).isEqualTo(34);
        assertThat(consult.cells()).extracting(Matrix.Cell::size).containsExactly(1, 0, 5, 0);
        assertThat(consult.cells().getFirst().href()).contains("/search?type=consult&from=2017-09&to=2017-09");
        assertThat(matrix.lines().getLast().cells())
                .extracting(Matrix.Cell::events)
                .containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void manyMonthsAreYears() {
        Matrix matrix = of(List.of(count("consult", "2014-03", 1), count("consult", "2017-11", 3)));
        assertThat(matrix.columns()).extracting(Matrix.Span::written).containsExactly("2014", "2015", "2016", "2017");
    }

    @Test
    void nothingIsNothing() {
        assertThat(of(List.of()).isEmpty()).isTrue();
    }
}
