package khabar.event;

import static khabar.event.TimeReader.Rule.rule;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import khabar.event.TimeExpression.Bound;
import khabar.event.TimeExpression.Meaning;
import khabar.event.TimeExpression.Pointer;
import org.jspecify.annotations.Nullable;

/** English expressions of time, over normal forms. A bare "may" or "march" is no month. */
final class EnglishTimes {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> QUARTERS = List.of("first", "second", "third", "fourth");
    private static final List<String> COUNTS =
            List.of("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String MONTH = "(january|february|march|april|may|june|july|august|september|october|november"
            + "|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?: \\.(?= \\d))?";
    private static final String WEEKDAY = "("
            + Arrays.stream(DayOfWeek.values())
                    .map(day -> day.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|"))
            + ")";
    private static final String BOUND =
            "(?:(since|until) )?(?:early |late |mid |mid - |the (?:end|beginning|start|middle) of )?";
    private static final String ON = "(?:on )?(?:" + WEEKDAY + " ,? ?)?(?:the )?";
    private static final String DAY = "(\\d{1,2}) ?(?:st|nd|rd|th)?";
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String COUNT = "(\\d{1,3}|" + String.join("|", COUNTS) + "|one|an)";
    private static final String UNIT = "(days?|weeks?|months?|years?)";

    private EnglishTimes() {}

    static List<TimeReader.Rule> rules() {
        return List.of(
                rule(BOUND + ON + MONTH + " " + DAY + "(?: ,? ?" + YEAR + ")?", m -> date(m, m.group(4), m.group(3))),
                rule(
                        BOUND + ON + DAY + " (?:of )?" + MONTH + "(?: ,? ?" + YEAR + ")?",
                        m -> date(m, m.group(3), m.group(4))),
                rule(
                        "(?:from |between )(?:the )?" + DAY + " (?:to|and|until|-) (?:the )?" + DAY + " (?:of )?"
                                + MONTH + "(?: ,? ?" + YEAR + ")?",
                        m -> days(m.group(3), m.group(1), m.group(2), m.group(4))),
                rule(
                        "(?:from |between )?" + MONTH + " " + DAY + " (?:to|and|until|-|–) " + DAY + "(?: ,? ?" + YEAR
                                + ")?",
                        m -> m.group().matches("(?:from|between) .*")
                                        || m.group().matches(".* [-–] .*")
                                ? days(m.group(1), m.group(2), m.group(3), m.group(4))
                                : Optional.empty()),
                rule(
                        "(?:from|between) " + YEAR + " (?:to|and|until|-) " + YEAR,
                        m -> Dates.years(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))),
                rule(
                        "(?:in )?the (?:early |late |mid )?(19|20)(\\d)0 ?s",
                        m -> Dates.decade(Integer.parseInt(m.group(1) + m.group(2) + "0"))),
                rule(
                        "(?:in )?the (first|second|third|fourth) quarter of " + YEAR,
                        m -> Dates.quarter(Integer.parseInt(m.group(2)), QUARTERS.indexOf(m.group(1)) + 1)),
                rule(
                        "(?:on )?" + WEEKDAY + " (?:of )?(last|this|next) week",
                        m -> Optional.of(new TimeExpression.WeekdayOfWeek(
                                DayOfWeek.valueOf(m.group(1).toUpperCase(Locale.ROOT)), step(pointer(m.group(2)))))),
                rule(
                        "(?:in|over|during|for) the (?:past|last) " + COUNT + " " + UNIT,
                        m -> Optional.of(new TimeExpression.Past(count(m.group(1)), unit(m.group(2))))),
                rule(
                        BOUND + "(?:in )?" + MONTH + " ,? ?" + YEAR,
                        m -> Dates.bounded(
                                bound(m.group(1)), Dates.month(Integer.parseInt(m.group(3)), month(m.group(2))))),
                rule(
                        "(in|last|next|since|until|this|early|late) (?:early |late |mid )?" + MONTH,
                        m -> Dates.bounded(bound(m.group(1)), Dates.month(month(m.group(2)), pointer(m.group(1))))),
                rule(
                        "(in|since|until|during|of) (?:early |late |mid )?" + YEAR,
                        m -> Dates.bounded(bound(m.group(1)), Dates.year(m.group(2)))),
                rule(
                        "(?:(since|until|on|last|next|this|by) )?" + WEEKDAY
                                + "(?: (?:morning|evening|afternoon|night))?",
                        m -> Dates.bounded(
                                bound(m.group(1)),
                                Optional.of(new TimeExpression.Weekday(
                                        DayOfWeek.valueOf(m.group(2).toUpperCase(Locale.ROOT)),
                                        "last".equals(m.group(1)) || "next".equals(m.group(1))
                                                ? pointer(m.group(1))
                                                : Pointer.NONE)))),
                rule("the day before yesterday", m -> Dates.shift(-2, ChronoUnit.DAYS)),
                rule("yesterday(?: (?:morning|evening|afternoon))?|last night", m -> Dates.shift(-1, ChronoUnit.DAYS)),
                rule(
                        "(?:earlier )?today|tonight|this (?:morning|evening|afternoon)",
                        m -> Dates.shift(0, ChronoUnit.DAYS)),
                rule("tomorrow", m -> Dates.shift(1, ChronoUnit.DAYS)),
                rule(
                        "(?:earlier |later )?(last|this|next) (week|month|year)",
                        m -> Dates.shift(step(pointer(m.group(1))), unit(m.group(2)))),
                rule(COUNT + " " + UNIT + " (?:ago|earlier)", m -> Dates.shift(-count(m.group(1)), unit(m.group(2)))),
                rule(
                        "(?:for|over|during|in|within) (?:the )?(?:past |last |next )?(?:more than |almost |nearly"
                                + " |about |over )?"
                                + COUNT + " (?:days?|weeks?|months?|years?)",
                        m -> Optional.of(new TimeExpression.Duration())),
                rule(
                        "(\\d{4}) ?- ?(\\d{1,2}) ?- ?(\\d{1,2})",
                        m -> Dates.day(
                                Integer.parseInt(m.group(1)),
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(3)))));
    }

    private static Optional<Meaning> date(MatchResult m, String day, String month) {
        String year = m.group(5);
        return Dates.bounded(
                bound(m.group(1)),
                year == null
                        ? Dates.day(month(month), Integer.parseInt(day), Pointer.NONE)
                        : Dates.day(Integer.parseInt(year), month(month), Integer.parseInt(day)));
    }

    private static Optional<Meaning> days(String month, String first, String last, @Nullable String year) {
        return Dates.range(dayOf(month, first, year), dayOf(month, last, year));
    }

    private static Optional<Meaning> dayOf(String month, String day, @Nullable String year) {
        return year == null
                ? Dates.day(month(month), Integer.parseInt(day), Pointer.NONE)
                : Dates.day(Integer.parseInt(year), month(month), Integer.parseInt(day));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3)) + 1;
    }

    private static int count(String word) {
        return switch (word) {
            case "one", "an" -> 1;
            default -> COUNTS.contains(word) ? COUNTS.indexOf(word) + 1 : Integer.parseInt(word);
        };
    }

    private static ChronoUnit unit(String word) {
        return switch (word.charAt(0)) {
            case 'd' -> ChronoUnit.DAYS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'm' -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    private static Bound bound(@Nullable String word) {
        if (word == null) {
            return Bound.AT;
        }
        return switch (word) {
            case "since" -> Bound.SINCE;
            case "until" -> Bound.UNTIL;
            default -> Bound.AT;
        };
    }

    private static Pointer pointer(String word) {
        return switch (word) {
            case "last" -> Pointer.LAST;
            case "next" -> Pointer.NEXT;
            case "this" -> Pointer.THIS;
            default -> Pointer.NONE;
        };
    }

    private static int step(Pointer pointer) {
        return switch (pointer) {
            case LAST -> -1;
            case NONE, THIS -> 0;
            case NEXT -> 1;
        };
    }
}
