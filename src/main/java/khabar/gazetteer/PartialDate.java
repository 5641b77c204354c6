package khabar.gazetteer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** A date as exactly as its source states it: {@code 2017}, {@code 2017-09} or {@code 2017-09-12}. */
public record PartialDate(String value) {
    public PartialDate {
        if (!value.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?")) {
            throw new IllegalArgumentException("not a date: " + value);
        }
    }

    /** Whether it is a date that there is: 2017-02-30 is none. */
    static boolean isOne(String value) {
        try {
            return new PartialDate(value).latest().getYear() > 0;
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return false;
        }
    }

    public LocalDate earliest() {
        return switch (value.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(value), 1, 1);
            case 7 -> YearMonth.parse(value).atDay(1);
            default -> LocalDate.parse(value);
        };
    }

    public LocalDate latest() {
        return switch (value.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(value), 12, 31);
            case 7 -> YearMonth.parse(value).atEndOfMonth();
            default -> LocalDate.parse(value);
        };
    }
}
