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
 * also in pairs ("سبتمبر/ايلول", "سبتمبر (أيلول)").
 */
final class ArabicTimes {
    private static final Map<String, Integer> MONTHS = numbered(
            "يناير|كانون الثاني|جانفي",
            "فبراير|شباط|فيفري",
            "مارس|اذار",
            "ابريل|نيسان|افريل",
            "مايو|ايار|ماي",
            "يونيو|يونيه|حزيران|جوان",
            "يوليو|يوليه|تموز|جويليه",
            "اغسطس|اب|اوت|غشت",
            "سبتمبر|ايلول|شتنبر",
            "اكتوبر|تشرين الاول",
            "نوفمبر|تشرين الثاني|نونبر",
            "ديسمبر|كانون الاول|دجنبر");
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
                        BOUND + DAY_WORD + "(?:" + WEEKDAY + " (?:الموافق |[(،,] )?)?(\\d{1,2}) (?:من )?" + MONTH_PAIR
                                + YEAR_AFTER + POINTER,
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
                        "(?:يوم )?(?:" + PART + " )?(?:من )?امس(?: " + WEEKDAY + ")?",
                        m -> Dates.shift(-1, ChronoUnit.DAYS)),
                rule(
                        "(?:" + PART + " )?اليوم(?: " + WEEKDAY + ")?(?! (?:ال|نفسه|ذاته))",
                        m -> Dates.shift(0, ChronoUnit.DAYS)),
                rule("(?:يوم )?غدا?(?: " + WEEKDAY + ")?", m -> Dates.shift(1, ChronoUnit.DAYS)),
                rule("بعد غد(?: " + WEEKDAY + ")?", m -> Dates.shift(2, ChronoUnit.DAYS)),
                rule(
                        "(?:هذا )?(الاسبوع|الشهر|العام|السنه) ?(الماضي|الماضيه|الفايت|المنصرم|الجاري|الجاريه|الحالي|الحاليه|المقبل|المقبله|القادم|القادمه)",
                        m -> Dates.shift(step(pointer(m.group(2))), unit(m.group(1)))),
                rule("هذا (الاسبوع|الشهر|العام)", m -> Dates.shift(0, unit(m.group(1)))),
                rule(
                        "قبل (?:نحو |حوالي )?" + COUNT + " (" + UNIT + ")",
                        m -> ago(number(m.group(1), COUNTS), m.group(2))),
                rule("قبل (?:نحو |حوالي )?(" + TWO + ")", m -> ago(2, m.group(1))),
                rule("قبل (يوم|اسبوع|شهر|عام|سنه)", m -> ago(1, m.group(1))),
                rule(
                        "(?:منذ |لمده |طوال |طيله |علي مدي |مدي |خلال |استمر |استمرت )?(?:ل?اكثر من |ل?نحو |ل?قرابه |حوالي |اقل من |ما يقارب )?(?:ل)?"
                                + "(?:" + COUNT + " (?:" + UNIT + ")|" + TWO + ")",
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
