package khabar.names;

import java.util.Set;
import khabar.text.Clitics;

/** The words about a name that say which kind of place it is. */
final class Kinds {
    private static final Set<String> IS_EN = Set.of("is", "was", ",", "remains");
    private static final Set<String> LYING_EN = Set.of("lies", "lie", "lay", "located", "sits");
    private static final Set<String> LYING_AR = Set.of("تقع", "يقع", "الواقعه", "الواقع", "تطل", "المطله", "القريبه");
    private static final Set<String> RELATIVE_AR = Set.of("التي", "الذي", "وهي", "وهو");
    /** How many words may stand between a name and its kind: "Idlib, the north-western Syrian governorate". */
    private static final int APPOSITION = 6;
    /** How long the list of a plural kind may be: "the provinces of A, B and C". */
    private static final int LIST = 14;

    private Kinds() {}

    /** "Idlib is a governorate", "إدلب، وهي محافظة": what the name means in this article. */
    static boolean isCalledArea(Phrase phrase, int last) {
        return phrase.arabic()
                ? isSoCalledArabic(phrase, last, Words.AREA_KINDS_AR)
                : isSoCalledEnglish(phrase, last, Words.AREA_KINDS_EN);
    }

    /** Whether the article says that there is such a place, by noun, by verb of lying, or as a city of its kind. */
    static boolean isCalledPlace(Phrase phrase, int first, int last, Clitics.Candidate reading) {
        if (phrase.arabic()) {
            return Words.PLACE_HEADS_AR.contains(phrase.normal(first - 1))
                    || reading.prefix().isEmpty() && LYING_AR.contains(unjoined(phrase.normal(first - 1)))
                    || LYING_AR.contains(phrase.normal(last))
                    || RELATIVE_AR.contains(phrase.normal(last)) && LYING_AR.contains(phrase.normal(last + 1))
                    || isSoCalledArabic(phrase, last, Words.CITY_KINDS_AR);
        }
        return LYING_EN.contains(phrase.normal(last)) || isSoCalledEnglish(phrase, last, Words.CITY_KINDS_EN);
    }

    private static boolean isSoCalledArabic(Phrase phrase, int last, Set<String> kinds) {
        int at = phrase.normal(last).equals("،") ? last + 1 : last;
        if (phrase.normal(at).equals("وهي") || phrase.normal(at).equals("هي")) {
            return kinds.contains(phrase.normal(at + 1));
        }
        String word = phrase.normal(at);
        return at == last && (kinds.contains(word) || word.startsWith("ف") && kinds.contains(word.substring(1)));
    }

    private static boolean isSoCalledEnglish(Phrase phrase, int last, Set<String> kinds) {
        if (!IS_EN.contains(phrase.normal(last))) {
            return false;
        }
        String article = phrase.normal(last + 1);
        if (!article.equals("a") && !article.equals("the") && !article.equals("an")) {
            return false;
        }
        for (int i = last + 2; i < last + APPOSITION && phrase.isWord(i); i++) {
            if (kinds.contains(phrase.normal(i))) {
                return true;
            }
            if (phrase.normal(i).equals("of") || phrase.normal(i).equals("in")) {
                return false;
            }
        }
        return false;
    }

    /** "محافظة إدلب", "Idlib province", "the provinces of Erbil, Dohuk and Sulaymaniyah": the area and not its city. */
    static boolean isArea(Phrase phrase, int first, int last) {
        return phrase.arabic() ? isArabicArea(phrase, first) : isEnglishArea(phrase, first, last);
    }

    /** "مدينة إدلب", "the city of Idlib": the city and not its area. */
    static boolean isCity(Phrase phrase, int first, int last) {
        String before = phrase.normal(first - 1);
        return phrase.arabic()
                ? Words.CITY_KINDS_AR.contains(unjoined(before)) || Words.CITY_KINDS_AR.contains(unprefixed(before))
                : before.equals("of") && Words.CITY_KINDS_EN.contains(phrase.normal(first - 2))
                        || phrase.normal(last).equals("city");
    }

    private static boolean isArabicArea(Phrase phrase, int first) {
        String before = phrase.normal(first - 1);
        if (Words.AREA_KINDS_AR.contains(unjoined(before)) || Words.AREA_KINDS_AR.contains(unprefixed(before))) {
            return true;
        }
        int i = first;
        while (i > 0 && phrase.normal(i).startsWith("و") && !phrase.normal(i).equals("وهي")) {
            i--;
        }
        int head = i - 1;
        if (phrase.normal(head).equals("وهي")
                || phrase.normal(head).equals("هي")
                || phrase.normal(head).equals(":")) {
            for (int k = head - 1; k >= Math.max(0, head - LIST); k--) {
                if (Words.AREA_PLURALS_AR.contains(Phrase.bare(unprefixed(phrase.normal(k))))) {
                    return true;
                }
            }
            return false;
        }
        return Words.AREA_PLURALS_AR.contains(unprefixed(phrase.normal(head)))
                || Words.AREA_PLURALS_AR.contains(unjoined(phrase.normal(head)));
    }

    private static boolean isEnglishArea(Phrase phrase, int first, int last) {
        if (Words.AREA_KINDS_EN.contains(phrase.normal(last))
                && !phrase.normal(last).equals("region")) {
            return true;
        }
        if (phrase.normal(first - 1).equals("of") && Words.AREA_KINDS_EN.contains(phrase.normal(first - 2))) {
            return true;
        }
        int i = first - 1;
        while (i > first - LIST
                && (phrase.isCapitalised(i)
                        || phrase.normal(i).equals(",")
                        || phrase.normal(i).equals("and"))) {
            i--;
        }
        int j = last;
        while (j < last + LIST
                && (phrase.isCapitalised(j)
                        || phrase.normal(j).equals(",")
                        || phrase.normal(j).equals("and"))) {
            j++;
        }
        return phrase.normal(i).equals("of") && Words.AREA_PLURALS_EN.contains(phrase.normal(i - 1))
                || Words.AREA_PLURALS_EN.contains(phrase.normal(j));
    }

    private static String unjoined(String word) {
        return word.length() > 2 && (word.startsWith("و") && !word.startsWith("ولاي") || word.startsWith("ف"))
                ? word.substring(1)
                : word;
    }

    /** Without the conjunction and one preposition. */
    private static String unprefixed(String word) {
        String rest = unjoined(word);
        if (rest.startsWith("لل")) {
            return "ال" + rest.substring(2);
        }
        return rest.length() > 3 && (rest.startsWith("ب") && !rest.startsWith("بلد") || rest.startsWith("ل"))
                ? rest.substring(1)
                : rest;
    }
}
