package khabar.names;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The consonants of a name, in classes that both scripts have and that spellings do not leave: "Sergei Lavrov", "Sergey
 * Lavroff" and "سيرغي لافروف" are {@code SRGLFRF}. Vowels, و, ي, ع and h are left out, for they come and go between
 * spellings. A key to find names by, not a proof that they are one.
 */
final class NameSkeleton {
    private static final Map<Character, String> ARABIC = Map.ofEntries(
            Map.entry('ب', "B"),
            Map.entry('ت', "T"),
            Map.entry('ث', "T"),
            Map.entry('ج', "G"),
            Map.entry('خ', "G"),
            Map.entry('د', "T"),
            Map.entry('ذ', "T"),
            Map.entry('ر', "R"),
            Map.entry('ز', "S"),
            Map.entry('س', "S"),
            Map.entry('ش', "X"),
            Map.entry('ص', "S"),
            Map.entry('ض', "T"),
            Map.entry('ط', "T"),
            Map.entry('ظ', "T"),
            Map.entry('غ', "G"),
            Map.entry('ف', "F"),
            Map.entry('ق', "G"),
            Map.entry('ك', "G"),
            Map.entry('ل', "L"),
            Map.entry('م', "M"),
            Map.entry('ن', "N"));

    /** Longer before shorter. */
    private static final List<Map.Entry<String, String>> LATIN = List.of(
            Map.entry("sch", "X"),
            Map.entry("tch", "TX"),
            Map.entry("sh", "X"),
            Map.entry("ch", "X"),
            Map.entry("kh", "G"),
            Map.entry("gh", "G"),
            Map.entry("ph", "F"),
            Map.entry("th", "T"),
            Map.entry("dh", "T"),
            Map.entry("dj", "G"),
            Map.entry("ck", "G"),
            Map.entry("ce", "S"),
            Map.entry("ci", "S"),
            Map.entry("cy", "S"),
            Map.entry("b", "B"),
            Map.entry("c", "G"),
            Map.entry("d", "T"),
            Map.entry("f", "F"),
            Map.entry("g", "G"),
            Map.entry("j", "G"),
            Map.entry("k", "G"),
            Map.entry("l", "L"),
            Map.entry("m", "M"),
            Map.entry("n", "N"),
            Map.entry("p", "B"),
            Map.entry("q", "G"),
            Map.entry("r", "R"),
            Map.entry("s", "S"),
            Map.entry("t", "T"),
            Map.entry("v", "F"),
            Map.entry("x", "GS"),
            Map.entry("z", "S"));

    private static final Map<Character, List<Map.Entry<String, String>>> BY_LETTER =
            LATIN.stream().collect(Collectors.groupingBy(sound -> sound.getKey().charAt(0)));

    private NameSkeleton() {}

    static String of(NameForm name) {
        StringBuilder skeleton = new StringBuilder();
        for (String word : name.words()) {
            String classes = name.arabic() ? arabic(word) : latin(word.toLowerCase(Locale.ROOT));
            for (int i = 0; i < classes.length(); i++) {
                if (i == 0 || classes.charAt(i) != classes.charAt(i - 1)) {
                    skeleton.append(classes.charAt(i));
                }
            }
        }
        return skeleton.toString();
    }

    private static String arabic(String word) {
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            classes.append(ARABIC.getOrDefault(word.charAt(i), ""));
        }
        return classes.toString();
    }

    private static String latin(String word) {
        StringBuilder classes = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int read = 1;
            for (Map.Entry<String, String> sound : BY_LETTER.getOrDefault(word.charAt(at), List.of())) {
                if (word.startsWith(sound.getKey(), at)) {
                    classes.append(sound.getValue());
                    read = read(sound.getKey());
                    break;
                }
            }
            at += read;
        }
        return classes.toString();
    }

    /** "ce" gives its e back: only the c is spoken for. */
    private static int read(String sound) {
        return sound.length() == 2 && sound.charAt(0) == 'c' && "eiy".indexOf(sound.charAt(1)) >= 0
                ? 1
                : sound.length();
    }
}
