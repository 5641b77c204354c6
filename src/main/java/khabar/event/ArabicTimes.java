package khabar.event;

import static khabar.event.TimeReader.Rule.rule;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.event.TimeExpression.Bound;
import khabar.event.TimeExpression.Meaning;
import khabar.event.TimeExpression.Pointer;

/**
 * Arabic expressions of time, over normal forms. Months in the Levantine, the Egyptian and Gulf, and the Maghrebi names,
 * also in pairs ("سبتمبر/ايلول", "سبتمبر (أيلول)"). A day of the Hijri calendar counts by the Gregorian one beside it, and is
 * none without: where a month began was decided by who saw the moon. The month names that Libya had until 2011 are left out,
 * for they are everyday words ("summer", "water").
 */
final class ArabicTimes {
    private static final Map<String, Integer> MONTHS = numbered(
            "يناير|كانون الثاني|كانون ثاني|كانون ثان|جانفي",
            "فبراير|شباط|فيفري",
            "مارس|اذار",
            "ابريل|نيسان|افريل",
            "مايو|ايار|ماي",
            "يونيو|يونيه|حزيران|جوان",
            "يوليو|يوليه|يوليوز|تموز|جويليه",
            "اغسطس|اب|اوت|غشت",
            "سبتمبر|ايلول|شتنبر",
            "اكتوبر|تشرين الاول|تشرين اول",
            "نوفمبر|تشرين الثاني|تشرين ثاني|تشرين ثان|نونبر",
            "ديسمبر|كانون الاول|كانون اول|دجنبر");
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "الاثنين", DayOfWeek.MONDAY,
            "الثلاثاء", DayOfWeek.TUESDAY,
            "الاربعاء", DayOfWeek.WEDNESDAY,
            "الخميس", DayOfWeek.THURSDAY,
            "الجمعه", DayOfWeek.FRIDAY,
            "السبت", DayOfWeek.SATURDAY,
            "الاحد", DayOfWeek.SUNDAY);
    private static final Map<String, Integer> ORDINALS = numbered(
            "الاول",
            "الثاني",
            "الثالث",
            "الرابع",
            "الخامس",
            "السادس",
            "السابع",
            "الثامن",
            "التاسع",
            "العاشر",
            "الحادي عشر",
            "الثاني عشر",
            "الثالث عشر",
            "الرابع عشر",
            "الخامس عشر",
            "السادس عشر",
            "السابع عشر",
            "الثامن عشر",
            "التاسع عشر",
            "العشرين",
            "الحادي والعشرين",
            "الثاني والعشرين",
            "الثالث والعشرين",
            "الرابع والعشرين",
            "الخامس والعشرين",
            "السادس والعشرين",
            "السابع والعشرين",
            "الثامن والعشرين",
            "التاسع والعشرين",
            "الثلاثين",
            "الحادي والثلاثين");
    private static final Map<String, Integer> DECADES = Map.of(
            "عشرينيات",
            1920,
            "ثلاثينيات",
            1930,
            "اربعينيات",
            1940,
            "خمسينيات",
            1950,
            "ستينيات",
            1960,
            "سبعينيات",
            1970,
            "ثمانينيات",
            1980,
            "تسعينيات",
            1990);
    private static final String HIJRI =
            "(?:محرم|صفر|ربيع (?:الاول|الثاني|الاخر)|جمادي (?:الاولي|الاول|الثانيه|الاخره|الاخر)"
                    + "|رجب|شعبان|رمضان|شوال|ذو القعده|ذي القعده|ذو الحجه|ذي الحجه)";
    private static final Map<String, Integer> COUNTS = numbered(
            "واحد|واحده",
            "اثنين|اثنتين",
            "ثلاثه|ثلاث",
            "اربعه|اربع",
            "خمسه|خمس",
            "سته|ست",
            "سبعه|سبع",
            "ثمانيه|ثماني",
            "تسعه|تسع",
            "عشره|عشر");

    private static final String MONTH = "(?:" + any(MONTHS) + ")";
    /** One month, or the same month in two names. */
    private static final String MONTH_PAIR = "(?:شهر )?[بو]?(" + MONTH + ")(?: [/(-] (?:" + MONTH + ")(?: \\))?)?";

    /** Before the Gregorian day: the same one in the Hijri calendar. */
    private static final String HIJRI_DAY = "(?:(?:\\d{1,2}|" + any(ORDINALS) + ")(?: من)?(?: شهر)? " + HIJRI
            + "(?: (?:عام |سنه )?1[34]\\d\\d)?(?: ه| هجريه?| هجري)?(?: \\.)? (?:[(/،,-] )?(?:الموافق(?: ل| ل ?يوم)?"
            + " |يوافق )?)?";

    private static final String WEEKDAY = "(" + any(WEEKDAYS) + ")";
    private static final String PART = "(?:صباح|مساء|ظهر|عصر|فجر|ليل|ليله|ضحي)";
    private static final String DAY_WORD = "(?:[بو]?(?:يوم|يومي) |" + PART + " )*";
    private static final String BOUND = "(?:(منذ|حتي) )?(?:مطلع |اوائل |اواخر |نهايه |بدايه |منتصف )?";
    private static final String POINTED =
            "(?:من )?(?:هذا )?(الماضي|الماضيه|الفايت|المنصرم|الجاري|الحالي|المقبل|المقبله|القادم|القادمه)";
    private static final String POINTER = "(?: " + POINTED + ")?";
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String YEAR_AFTER = "(?: (?:(?:من )?(?:عام|سنه|العام) )?,? ?" + YEAR + ")?";
    private static final String COUNT = "(\\d{1,3}|" + any(COUNTS) + ")";
    private static final String UNIT =
            "(?:سنه|سنوات|سنين|عام|عاما|اعوام|شهر|شهرا|اشهر|شهور|اسبوع|اسبوعا|اسابيع|يوم|يوما|ايام|ساعه|ساعات)";
    private static final String TWO = "(?:سنتين|عامين|شهرين|اسبوعين|يومين)";

    private ArabicTimes() {}

    static List<TimeReader.Rule> rules() {
        return List.of(
                rule(
                        BOUND + DAY_WORD + "(?:" + WEEKDAY + " (?:الموافق |[(،,] )?)?" + HIJRI_DAY
                                + "(\\d{1,2}) (?:[.-] )?(?:من )?" + MONTH_PAIR + YEAR_AFTER + POINTER,
                        m -> date(m, Integer.parseInt(m.group(3)), 4)),
                rule(
                        BOUND + DAY_WORD + "(?:" + WEEKDAY + " )?(" + any(ORDINALS) + ") من " + MONTH_PAIR + YEAR_AFTER
                                + POINTER,
                        m -> date(m, known(ORDINALS, m.group(3)), 4)),
                rule(
                        BOUND + DAY_WORD + "(" + any(ORDINALS) + "|\\d{1,2}) من (?:الشهر|هذا الشهر)" + POINTER,
                        m -> bounded(
                                m,
                                Optional.of(new TimeExpression.DayOfMonth(
                                        number(m.group(2), ORDINALS), pointer(m.group(3)))))),
                rule(
                        DAY_WORD + "(?:" + WEEKDAY + " [،,]? ?)?" + MONTH_PAIR + " (\\d{1,2}|" + any(ORDINALS)
                                + ") [،,]? ?" + YEAR,
                        m -> Dates.day(
                                Integer.parseInt(m.group(4)), known(MONTHS, m.group(2)), number(m.group(3), ORDINALS))),
                rule(
                        "(?:ال)?اول (?:من )?(?:شهر )?(" + MONTH + ")" + YEAR_AFTER,
                        m -> m.group(2) == null
                                ? Dates.day(known(MONTHS, m.group(1)), 1, Pointer.NONE)
                                : Dates.day(Integer.parseInt(m.group(2)), known(MONTHS, m.group(1)), 1)),
                rule(
                        "(?:من |بين |ما بين )(\\d{1,2})(?: (?:الي|حتي|و|-) | و)(\\d{1,2}) (?:من )?" + MONTH_PAIR
                                + YEAR_AFTER,
                        m -> days(m)),
                rule(
                        "(?:من |بين |ما بين )(\\d{1,2}) (?:من )?(" + MONTH
                                + ")(?: (?:الي|حتي|و) | و)(\\d{1,2}) (?:من )?" + MONTH_PAIR + YEAR_AFTER,
                        m -> Dates.range(
                                dayOf(m.group(2), m.group(1), m.group(5)), dayOf(m.group(4), m.group(3), m.group(5)))),
                rule(
                        "(?:من |بين |ما بين )(\\d{1,2})(?: (?:الي|حتي|و|-) | و)(\\d{1,2}) (?:من |في )?(?:هذا )?الشهر"
                                + POINTER,
                        m -> Dates.range(
                                Optional.of(new TimeExpression.DayOfMonth(
                                        Integer.parseInt(m.group(1)), pointer(m.group(3)))),
                                Optional.of(new TimeExpression.DayOfMonth(
                                        Integer.parseInt(m.group(2)), pointer(m.group(3)))))),
                rule(
                        "(?:من|بين|ما بين)(?: عام| عامي| سنه| سنتي| العامين| عاما)? " + YEAR
                                + "(?: (?:الي|حتي|و|-)(?: عام| سنه)? | و)" + YEAR,
                        m -> Dates.years(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))),
                rule(
                        "(?:في )?(?:ال)?(" + any(DECADES) + ")(?: القرن (?:الماضي|العشرين))?",
                        m -> Dates.decade(known(DECADES, m.group(1)))),
                rule(
                        "(?:في |خلال )?الربع (الاول|الثاني|الثالث|الرابع)(?: من)?(?: عام| سنه| العام)? " + YEAR,
                        m -> Dates.quarter(Integer.parseInt(m.group(2)), known(ORDINALS, m.group(1)))),
                rule(
                        "(?:يوم )?" + WEEKDAY + "(?: من)? (?:هذا )?الاسبوع" + POINTER,
                        m -> weekday(m.group(1), m.group(2))),
                rule("(?:هذا )?الاسبوع" + POINTER + " (?:يوم )?" + WEEKDAY, m -> weekday(m.group(2), m.group(1))),
                rule(
                        "(?:يوم )?" + WEEKDAY + " (?:الموافق )?(\\d{1,2})(?! (?:[:/.-]|(?:من )?(?:شهر )?(?:" + HIJRI
                                + "|" + any(MONTHS) + ")|صباحا|مساء|ظهرا|" + UNIT + "|ال|في الميه|%))",
                        m -> Optional.of(new TimeExpression.WeekdayWithDay(
                                known(WEEKDAYS, m.group(1)), Integer.parseInt(m.group(2))))),
                rule(
                        "(?:في |خلال |طوال |علي مدي )?(?:ال)?(ايام|اسابيع|اشهر|شهور|سنوات|اعوام) (?:ال)?(" + any(COUNTS)
                                + ") (?:الماضيه|الاخيره|المنصرمه|الفايته)",
                        m -> Optional.of(new TimeExpression.Past(number(m.group(2), COUNTS), unit(m.group(1))))),
                rule(
                        "(?:في |خلال |طوال |علي مدي )?(?:ال)?(يومين|اسبوعين|شهرين|عامين|سنتين)"
                                + " (?:الماضيين|الاخيرين|الماضيتين|المنصرمين)",
                        m -> Optional.of(new TimeExpression.Past(2, unit(m.group(1))))),
                rule("قبل (?:يوم )?امس", m -> Dates.shift(-2, ChronoUnit.DAYS)),
                rule(
                        BOUND + MONTH_PAIR + " (?:(?:من )?(?:عام|سنه|العام) )?" + YEAR,
                        m -> bounded(m, Dates.month(Integer.parseInt(m.group(3)), known(MONTHS, m.group(2))))),
                rule(
                        BOUND + MONTH_PAIR + " " + POINTED,
                        m -> bounded(m, Dates.month(known(MONTHS, m.group(2)), pointer(m.group(3))))),
                rule(
                        "(?:في|خلال|منذ) (?:شهر )?(" + MONTH + ")(?: [/(] (?:" + MONTH + ")(?: \\))?)?",
                        m -> Dates.bounded(
                                m.group().startsWith("منذ") ? Bound.SINCE : Bound.AT,
                                Dates.month(known(MONTHS, m.group(1)), Pointer.NONE))),
                rule(
                        "(?:(منذ|حتي) )?(?:مطلع |اوائل |اواخر |نهايه |بدايه |منتصف )?(?:في )?(?:عام|سنه|العام) " + YEAR,
                        m -> Dates.bounded(bound(m.group(1)), Dates.year(m.group(2)))),
                rule("(منذ|حتي|في) " + YEAR, m -> Dates.bounded(bound(m.group(1)), Dates.year(m.group(2)))),
                rule(
                        "(?:(منذ|حتي) )?" + DAY_WORD + WEEKDAY + POINTER,
                        m -> bounded(
                                m,
                                Optional.of(
                                        new TimeExpression.Weekday(known(WEEKDAYS, m.group(2)), pointer(m.group(3)))))),
                rule(
                        "(?:" + PART + " )?(?:اول (?:من )?امس|امس الاول)(?: " + WEEKDAY + ")?",
                        m -> Dates.shift(-2, ChronoUnit.DAYS)),
                rule(
                        "(?:يوم )?(?:" + PART + " )?(?:من |ب)?(?:ال)?امس(?: " + WEEKDAY + ")?",
                        m -> Dates.shift(-1, ChronoUnit.DAYS)),
                rule(
                        "(?:" + PART + " )?اليوم(?: " + WEEKDAY + ")?(?! (?:ال|نفسه|ذاته))",
                        m -> Dates.shift(0, ChronoUnit.DAYS)),
                rule("(?:يوم )?غدا?(?: " + WEEKDAY + ")?", m -> Dates.shift(1, ChronoUnit.DAYS)),
                rule("بعد غد(?: " + WEEKDAY + ")?", m -> Dates.shift(2, ChronoUnit.DAYS)),
                rule(
                        "(?:هذا )?(الاسبوع|الشهر|العام|السنه)"
                                + " ?(الماضي|الماضيه|الفايت|المنصرم|الجاري|الجاريه|الحالي|الحاليه|المقبل|المقبله|القادم|القادمه)",
                        m -> Dates.shift(step(pointer(m.group(2))), unit(m.group(1)))),
                rule("هذا (الاسبوع|الشهر|العام)", m -> Dates.shift(0, unit(m.group(1)))),
                rule(
                        "قبل (?:نحو |حوالي )?" + COUNT + " (" + UNIT + ")",
                        m -> ago(number(m.group(1), COUNTS), m.group(2))),
                rule("قبل (?:نحو |حوالي )?(" + TWO + ")", m -> ago(2, m.group(1))),
                rule("قبل (يوم|اسبوع|شهر|عام|سنه)", m -> ago(1, m.group(1))),
                rule(
                        "(?:منذ |لمده |طوال |طيله |علي مدي |مدي |خلال |استمر |استمرت )?(?:ل?اكثر من |ل?نحو |ل?قرابه"
                                + " |حوالي |اقل من |ما يقارب )?(?:ل)?(?:" + COUNT + " (?:" + UNIT + ")|" + TWO + ")",
                        ArabicTimes::duration),
                rule(
                        "(?:منذ |لمده |طوال |علي مدي )(?:اكثر من |نحو |قرابه )?(?:" + TWO + "|" + UNIT + ")",
                        ArabicTimes::duration),
                rule(
                        "(\\d{4}) ?[/-] ?(\\d{1,2}) ?[/-] ?(\\d{1,2})",
                        m -> Dates.day(
                                Integer.parseInt(m.group(1)),
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(3)))),
                rule(
                        "(\\d{1,2}) ?[/-] ?(\\d{1,2}) ?[/-] ?(\\d{4})",
                        m -> Dates.day(
                                Integer.parseInt(m.group(3)),
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(1)))));
    }

    private static Optional<Meaning> date(MatchResult m, int day, int monthGroup) {
        int month = known(MONTHS, m.group(monthGroup));
        String year = m.group(monthGroup + 1);
        return bounded(
                m,
                year == null
                        ? Dates.day(month, day, pointer(m.group(monthGroup + 2)))
                        : Dates.day(Integer.parseInt(year), month, day));
    }

    /** Two days of one month. */
    private static Optional<Meaning> days(MatchResult m) {
        return Dates.range(dayOf(m.group(3), m.group(1), m.group(4)), dayOf(m.group(3), m.group(2), m.group(4)));
    }

    private static Optional<Meaning> dayOf(String month, String day, @org.jspecify.annotations.Nullable String year) {
        return year == null
                ? Dates.day(known(MONTHS, month), Integer.parseInt(day), Pointer.NONE)
                : Dates.day(Integer.parseInt(year), known(MONTHS, month), Integer.parseInt(day));
    }

    private static Optional<Meaning> weekday(String day, @org.jspecify.annotations.Nullable String pointer) {
        return Optional.of(new TimeExpression.WeekdayOfWeek(known(WEEKDAYS, day), step(pointer(pointer))));
    }

    private static Optional<Meaning> duration(MatchResult m) {
        // A bare count of years may be an age or a sentence: only words of duration make it a time.
        return m.group().matches("(?:منذ|لمده|طوال|طيله|علي مدي|مدي|خلال|استمر|لاكثر|لنحو|لقرابه|ل).*")
                ? Optional.of(new TimeExpression.Duration())
                : Optional.empty();
    }

    private static Optional<Meaning> bounded(MatchResult m, Optional<Meaning> meaning) {
        return Dates.bounded(bound(m.group(1)), meaning);
    }

    private static Bound bound(@org.jspecify.annotations.Nullable String word) {
        return word == null ? Bound.AT : word.equals("منذ") ? Bound.SINCE : word.equals("حتي") ? Bound.UNTIL : Bound.AT;
    }

    private static Pointer pointer(@org.jspecify.annotations.Nullable String word) {
        if (word == null) {
            return Pointer.NONE;
        }
        if (word.startsWith("الماضي") || word.equals("الفايت") || word.equals("المنصرم")) {
            return Pointer.LAST;
        }
        return word.startsWith("المقبل") || word.startsWith("القادم") ? Pointer.NEXT : Pointer.THIS;
    }

    private static int step(Pointer pointer) {
        return switch (pointer) {
            case LAST -> -1;
            case NONE, THIS -> 0;
            case NEXT -> 1;
        };
    }

    private static Optional<Meaning> ago(int amount, String unit) {
        return unit.startsWith("ساع") ? Optional.empty() : Dates.shift(-amount, unit(unit));
    }

    private static ChronoUnit unit(String word) {
        if (word.contains("سبوع") || word.contains("سابيع")) {
            return ChronoUnit.WEEKS;
        }
        if (word.contains("شهر") || word.contains("شهور")) {
            return ChronoUnit.MONTHS;
        }
        return word.contains("يوم") || word.contains("ايام") ? ChronoUnit.DAYS : ChronoUnit.YEARS;
    }

    /** The value of a word that the rule's own shape admits. */
    private static <T> T known(Map<String, T> words, String word) {
        return Objects.requireNonNull(words.get(word), word);
    }

    private static int number(String word, Map<String, Integer> words) {
        Integer known = words.get(word);
        return known == null ? Integer.parseInt(word) : known;
    }

    private static String any(Map<String, ?> words) {
        return words.keySet().stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .collect(Collectors.joining("|"));
    }

    private static Map<String, Integer> numbered(String... alternatives) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < alternatives.length; i++) {
            int number = i + 1;
            Stream.of(alternatives[i].split("\\|", -1)).forEach(word -> numbers.put(word, number));
        }
        return Map.copyOf(numbers);
    }
}
