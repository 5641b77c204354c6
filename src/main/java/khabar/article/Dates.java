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
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of publication as sources write them. A day that does not exist is no date; nor is one like {@code 05/06/2017},
 * which might be two days.
 */
final class Dates {
    private static final List<DateTimeFormatter> DAYS = List.of(
            strict("uuuu-MM-dd"),
            strict("uuuu/MM/dd"),
            strict("uuuuMMdd"),
            strict("d.M.uuuu"),
            strict("d MMMM uuuu"),
            strict("d MMM uuuu"),
            strict("MMMM d uuuu"),
            strict("MMM d uuuu"));

    /** Months as the Levant, Egypt and the Gulf, and the Maghreb name them. */
    private static final Map<String, String> ARABIC_MONTHS = Map.ofEntries(
            Map.entry("كانون الثاني|يناير|جانفي", "January"),
            Map.entry("شباط|فبراير|فيفري", "February"),
            Map.entry("آذار|اذار|مارس", "March"),
            Map.entry("نيسان|أبريل|ابريل|إبريل|أفريل", "April"),
            Map.entry("أيار|ايار|مايو|ماي", "May"),
            Map.entry("حزيران|يونيو|يونيه|جوان", "June"),
            Map.entry("تموز|يوليو|يوليه|جويلية", "July"),
            Map.entry("آب|اب|أغسطس|اغسطس|أوت", "August"),
            Map.entry("أيلول|ايلول|سبتمبر|شتنبر", "September"),
            Map.entry("تشرين الأول|تشرين الاول|أكتوبر|اكتوبر", "October"),
            Map.entry("تشرين الثاني|نوفمبر|نونبر", "November"),
            Map.entry("كانون الأول|كانون الاول|ديسمبر|دجنبر", "December"));

    private static final Pattern WEEKDAY = Pattern.compile(
            "^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?"
                    + "|(?:ال)?(?:سبت|أحد|احد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة))\\s*[,،]?\\s+(?=[\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARABIC_DAY = Pattern.compile(
            "^(\\d{1,2})\\s+(\\p{IsArabic}+(?:\\s\\p{IsArabic}+)?)(?:\\s*/\\s*[\\p{IsArabic} ]+)?[\\s،,]+(\\d{4})$");

    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

    /** The year of the first newspaper; what is earlier stands for "unknown". */
    private static final int FIRST_YEAR = 1605;
    /** What is later stands for "never". */
    private static final int LAST_YEAR = 2199;

    private Dates() {}

    /**
     * ISO 8601 days and moments, RFC 1123, days with an English or Arabic month, a weekday before them or not; digits of
     * any script. A moment without offset is taken as UTC.
     */
    static Optional<Published> parse(String text) {
        String given = digits(text.strip());
        return moment(given)
                .or(() -> withoutOffset(given))
                .or(() -> rfc1123(given))
                .or(() -> day(plain(given)))
                .filter(published -> published.day().getYear() >= FIRST_YEAR
                        && published.day().getYear() <= LAST_YEAR);
    }

    private static Optional<Published> moment(String given) {
        String iso = given.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T")
                .replaceFirst("\\s?([+-]\\d\\d)(\\d\\d)$", "$1:$2")
                .replaceFirst("\\s(?=(?:[+-]\\d\\d:\\d\\d|Z)$)", "")
                .replaceFirst("\\s?(?:UTC|GMT)$", "Z");
        try {
            return Optional.of(Published.at(OffsetDateTime.parse(iso)));
        } catch (DateTimeParseException other) {
            return Optional.empty();
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
            return Optional.of(Published.at(OffsetDateTime.from(RFC_1123.parse(given))));
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

    /** A day as the formats know it: no weekday, no commas, the English month, written as the formats write it. */
    private static String plain(String given) {
        String bare = WEEKDAY.matcher(given).replaceFirst("");
        Matcher arabic = ARABIC_DAY.matcher(bare);
        if (arabic.matches()) {
            return arabic.group(1) + " " + english(arabic.group(2)) + " " + arabic.group(3);
        }
        return bare.replace(",", " ")
                .replaceAll("(?<=\\p{L}{3,4})\\.", "")
                .replaceAll("(?i)\\bsept\\b", "Sep")
                .replaceAll("(?i)(?<=\\d)(?:st|nd|rd|th)\\b", "")
                .replaceAll("\\s+", " ");
    }

    private static String english(String month) {
        return ARABIC_MONTHS.entrySet().stream()
                .filter(entry -> month.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(month);
    }

    private static String digits(String given) {
        return Pattern.compile("\\p{Nd}")
                .matcher(given)
                .replaceAll((MatchResult digit) ->
                        String.valueOf(Character.digit(digit.group().codePointAt(0), 10)));
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
