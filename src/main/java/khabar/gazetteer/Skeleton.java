package khabar.gazetteer;

/**
 * The consonants of a word by classes that hold across Arabic and Latin letters. Vowels, h, w and y stand in the one
 * script and not in the other, so they are left out, as is an article; doubled letters are one; c, ch, g, j, s and z
 * stand for too many sounds of each other to be kept apart.
 */
final class Skeleton {
    private static final int SHORTEST = 4;

    private Skeleton() {}

    /** @param word normal form */
    static void append(String word, StringBuilder key) {
        int start = key.length();
        for (int i = afterArticle(word); i < word.length(); i++) {
            char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
            for (char letter : classes(word.charAt(i), next).toCharArray()) {
                if (key.length() == start || key.charAt(key.length() - 1) != letter) {
                    key.append(letter);
                }
            }
        }
    }

    /** Alexei and ألكسي seem to have one, too: both lose it. */
    private static int afterArticle(String word) {
        return word.length() >= SHORTEST && "اaeu".indexOf(word.charAt(0)) >= 0 && "لl".indexOf(word.charAt(1)) >= 0
                ? 2
                : 0;
    }

    private static String classes(char letter, char next) {
        return switch (letter) {
            case 'ب', 'b' -> "B";
            case 'p' -> next == 'h' ? "F" : "B";
            case 'ف', 'f', 'v' -> "F";
            // تش and تس are one sound, as ch and z.
            case 'ت', 't' -> "شسزszc".indexOf(next) >= 0 ? "" : "T";
            case 'ط', 'ث' -> "T";
            case 'د', 'd' -> next == 'ج' || next == 'j' ? "" : "D";
            case 'ض', 'ذ' -> "D";
            case 'س', 'ص', 'ش', 'ز', 'ظ', 'ژ', 'ج', 'خ', 'غ', 'ق', 'ك' -> "K";
            case 's', 'z', 'c', 'k', 'q', 'g', 'j', 'x' -> "K";
            case 'ل', 'l' -> "L";
            case 'م', 'm' -> "M";
            case 'ن', 'n' -> "N";
            case 'ر', 'r' -> "R";
            default -> "";
        };
    }
}
