package khabar.browse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Dates as a reader of this language writes them; digits 0 to 9 in every language, as in the data. */
record Dates(Locale locale) {
    /**
     * A time as a page shows it.
     *
     * @param iso for programs
     */
    record Shown(String text, String iso) {}

    /**
     * When something happened: nothing shown where it is not known.
     *
     * @param precision day, month, year, interval or unknown
     */
    record When(Optional<Shown> begin, Optional<Shown> end, String precision) {
        public boolean known() {
            return begin.isPresent() || end.isPresent();
        }

        /** Some time after its beginning, nobody says until when. */
        public boolean open() {
            return precision.equals("interval") && end.isEmpty();
        }
    }

    /** Of a date, a moment, a month or a year in its XSD form; what is none of these is shown as it is. */
    Shown of(String lexical) {
        try {
            String text = switch (lexical.length()) {
                case 4 -> write("uuuu", Year.parse(lexical));
                case 7 -> write("MMMM uuuu", YearMonth.parse(lexical));
                case 10 -> write("d MMMM uuuu", LocalDate.parse(lexical));
                default -> moment(OffsetDateTime.parse(lexical));
            };
            return new Shown(text, lexical);
        } catch (DateTimeException other) {
            return new Shown(lexical, lexical);
        }
    }

    When when(Optional<String> begin, Optional<String> end, Optional<String> precision) {
        String exactly = precision.orElse(begin.isPresent() ? "day" : "unknown");
        int length = switch (exactly) {
            case "year" -> 4;
            case "month" -> 7;
            default -> 10;
        };
        Optional<Shown> from = begin.map(day -> of(cut(day, length)));
        Optional<Shown> until = end.map(day -> of(cut(day, length))).filter(last -> !from.equals(Optional.of(last)));
        boolean oneDay = end.isPresent() && until.isEmpty();
        return new When(from, until, exactly.equals("interval") && oneDay ? "day" : exactly);
    }

    private String moment(OffsetDateTime at) {
        return write("d MMMM uuuu", at) + (locale.getLanguage().equals("ar") ? "، " : ", ") + write("HH:mm", at)
                + " (UTC" + (at.getOffset().getTotalSeconds() == 0 ? "" : at.getOffset()) + ")";
    }

    private String write(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, locale)
                .withDecimalStyle(DecimalStyle.STANDARD)
                .format(time);
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
