package khabar.browse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final List<Balance.Month> MONTHS = List.of(
            new Balance.Month(YearMonth.of(2017, 9), 3, 0, Optional.of(2.5)),
            new Balance.Month(YearMonth.of(2017, 11), 0, 2, Optional.of(-9.0)));

    @Test
    void cooperationIsAboveAndConflictBelowAndNoMonthIsLeftOut() {
        Balance balance = Balance.of(MONTHS, Locale.ENGLISH, false);
        assertThat(balance.months())
                .extracting(Balance.Month::month)
                .containsExactly(YearMonth.of(2017, 9), YearMonth.of(2017, 10), YearMonth.of(2017, 11));
        assertThat(balance.columns().getFirst().up()).isPositive();
        assertThat(balance.columns().getFirst().down()).isZero();
        assertThat(balance.columns().getLast().down()).isPositive();
        assertThat(balance.columns().getFirst().up()).isLessThanOrEqualTo(balance.base());
        assertThat(MONTHS.getLast().writtenScore()).isEqualTo("−9.0");
    }

    @Test
    void inArabicTheFirstMonthIsAtTheRight() {
        Balance balance = Balance.of(MONTHS, Locale.of("ar"), true);
        assertThat(balance.columns().getFirst().x())
                .isGreaterThan(balance.columns().getLast().x());
    }

    @Test
    void hundredsOfEventsStayInTheDrawing() {
        Balance balance = Balance.of(
                List.of(new Balance.Month(YearMonth.of(2017, 9), 700, 400, Optional.empty())), Locale.ENGLISH, false);
        assertThat(balance.height()).isLessThanOrEqualTo(Balance.HEIGHT + 40);
    }
}
