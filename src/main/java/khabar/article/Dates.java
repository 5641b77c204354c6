package khabar.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates of publication as sources write them. A day that does not exist is no date. */
final class Dates {
    private static final List<DateTimeFormatter> DAYS = List.of(
            strict("uuuu-MM-dd"),
            strict("uuuu/MM/dd"),
            strict("d MMMM uuuu"),
            strict("d MMM uuuu"),
            strict("MMMM d, uuuu"),
            strict("MMM d, uuuu"));

    private Dates() {}

    /** ISO 8601 days and moments, RFC 1123, and days with an English month; a moment without offset is taken as UTC. */
    static Optional<Published> parse(String text) {
        String given = text.strip();
        try {
            return Optional.of(Published.at(OffsetDateTime.parse(given)));
        } catch (DateTimeParseException notIso) {
            return withoutOffset(given).or(() -> rfc1123(given)).or(() -> day(given));
        }
    }

    private static Optional<Published> withoutOffset(String given) {
        try {
            LocalDateTime moment = LocalDateTime.parse(given.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T"));
            return Optional.of(Published.at(moment.atOffset(ZoneOffset.UTC)));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private static Optional<Published> rfc1123(String given) {
        try {
            return Optional.of(Published.at(OffsetDateTime.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(given))));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<Published> day(String given) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(Published.on(LocalDate.parse(given, format)));
            } catch (DateTimeParseException other) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
