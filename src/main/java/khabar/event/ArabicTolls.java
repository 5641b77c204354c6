package khabar.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Arabic tolls: «قتل ما لا يقل عن عشرين شخصا», «إصابة 12 جنديا», «حصيلة القتلى ترتفع إلى 305». */
final class ArabicTolls extends TollReader {
    private static final Map<String, Integer> UNITS =
            Map.of("ثلاث", 3, "اربع", 4, "خمس", 5, "ست", 6, "سبع", 7, "ثمان", 8, "ثماني", 8, "تسع", 9, "عشر", 10);
    private static final Map<String, Integer> WORDS = words();
    /** People of whom the dual says that they are two; a sound plural of the same letters is left out. */
    private static final String TWO = "شخصين|شخصان|جنديين|جنديان|رجلين|رجلان|طفلين|طفلان|قتيلين|قتيلان|جريحين|جريحان";

    private static final String BOUND = "(?:(?<bound>ما لا يقل عن|لا يقل عن|اكثر من|ما يزيد علي|ازيد من|ما لا يزيد علي"
            + "|اقل من|نحو|حوالي|قرابه|زهاء|ما يقارب|ما يقرب من) )?";
    private static final String NUMBER = "(?<number>\\d{1,3}(?:[,٬]\\d{3})+|\\d{1,6}|" + TWO + "|"
            + WORDS.keySet().stream()
                    .sorted((one, other) -> other.length() - one.length())
                    .collect(Collectors.joining("|"))
            + ")(?! (?:%|بالميه|في الميه|في المايه|كم|كيلومترا?|مترا?|عاما|سنوات|سنه|ايام|يوما|اشهر|ساعات|ساعه|دقيقه"
            + "|مليون|الف|الاف|مره|مرات|هجمات|هجوما)(?= ))";
    /** Words between, none of which tells another fate or is a number that counts something else. */
    private static final String BETWEEN = "(?:(?!و?[با]?ا?صاب|و?جر[حي]|و?قت|_|[،,.؛:]|\\d|ال_)[^ ]+ ){0,4}?";

    private static final String KILLING =
            "(?:و|ف)?(?:ب|ل)?(?:قتل|قتلت|قتلوا|يقتل|تقتل|مقتل|استشهاد|استشهد|مصرع|سقوط|سقط|لقي)";
    private static final String WOUNDING = "(?:و|ف)?(?:ب|ل)?(?:اصيب|اصيبت|اصابه|جرح|جرحت|اصابت|اصيبوا)";

    private static final List<String> SIGNS = List.of(
            "قتل", "قتيل", "شهيد", "شهداء", "استشه", "مصرع", "سقوط", "سقط", "لقي", "حصيله", "عدد", "جريح", "جرح",
            "مصاب", "اصيب", "اصاب");

    ArabicTolls() {
        super(
                SIGNS,
                firstWords(Stream.concat(WORDS.keySet().stream(), Stream.of(TWO.split("\\|", -1)))
                        .collect(Collectors.toSet())),
                List.of(
                        Shape.dead(BOUND + NUMBER + " (?:\\S+ )?(?:قتيلا|قتيل|قتلي|شهيدا|شهداء)"),
                        Shape.dead("(?<number>قتيلين|قتيلان)(?<bound>(?!))?"),
                        Shape.dead(KILLING + " " + BETWEEN + BOUND + NUMBER + "(?! (?:\\S+ )?(?:جريح|جرحي|مصاب))"),
                        Shape.dead("(?:و|ف)?(?:ال)?(?:حصيله|عدد)(?: (?!_)[^ ]+){1,12}? (?:الي|بلغ|بلغت|عند) " + BOUND
                                + NUMBER + "(?! (?:جريح|جرحي|مصاب))"),
                        Shape.wounded(BOUND + NUMBER + " (?:\\S+ )?(?:جريحا|جريح|جرحي|مصابا|مصابين|مصابون)"),
                        Shape.wounded("(?<number>جريحين|جريحان)(?<bound>(?!))?"),
                        Shape.wounded("(?<!مقتل |قتل )" + WOUNDING + " " + BETWEEN + BOUND + NUMBER)));
    }

    @Override
    Optional<Integer> number(String words) {
        if (words.matches(TWO)) {
            return Optional.of(2);
        }
        Integer word = WORDS.get(words);
        return Optional.of(word == null ? Integer.parseInt(words.replaceAll("[,٬]", "")) : word);
    }

    @Override
    Toll.Bound bound(String words) {
        return switch (words) {
            case "ما لا يقل عن", "لا يقل عن", "اكثر من", "ما يزيد علي", "ازيد من" -> Toll.Bound.AT_LEAST;
            case "ما لا يزيد علي", "اقل من" -> Toll.Bound.AT_MOST;
            default -> Toll.Bound.ABOUT;
        };
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        UNITS.forEach((stem, unit) -> {
            for (String word : List.of(stem, stem + "ه")) {
                words.put(word, unit);
                if (unit < 10) {
                    words.put(word + " عشر", 10 + unit);
                    words.put(word + " عشره", 10 + unit);
                }
            }
        });
        List.of("احد عشر", "احدي عشره").forEach(word -> words.put(word, 11));
        List.of("اثني عشر", "اثنا عشر", "اثنتي عشره").forEach(word -> words.put(word, 12));
        Map<String, Integer> tens =
                Map.of("عشر", 20, "ثلاث", 30, "اربع", 40, "خمس", 50, "ست", 60, "سبع", 70, "ثمان", 80, "تسع", 90);
        Map<String, Integer> units = Map.copyOf(words);
        tens.forEach((stem, ten) -> {
            for (String word : List.of(stem + "ين", stem + "ون")) {
                words.put(word, ten);
                units.forEach((unit, number) -> {
                    if (number < 10) {
                        words.put(unit + " و" + word, ten + number);
                    }
                });
                words.put("واحد و" + word, ten + 1);
                words.put("اثنين و" + word, ten + 2);
            }
        });
        List.of("ميه", "مايه").forEach(word -> words.put(word, 100));
        List.of("ميتين", "مايتين", "ميتان").forEach(word -> words.put(word, 200));
        return Map.copyOf(words);
    }
}
