package khabar.names;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import khabar.text.Tokeniser;

/**
 * A full name, as it is compared with others: without articles and words for "son of", in Arabic or Latin letters.
 *
 * @param words in normal form (see {@link khabar.text.Normaliser}), two or more for most names
 * @param arabic whether it is written in Arabic letters
 */
public record NameForm(List<String> words, boolean arabic) {
    /** From so many words on a name tells a person by itself. */
    private static final int TELLING = 3;

    private static final Set<String> SON_OF = Set.of("بن", "ابن", "bin", "ibn", "ben", "bint", "بنت");
    private static final Set<String> ARTICLES = Set.of(
            "ال", "al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "adh", "ath", "es", "ed", "er", "ez");
    private static final Set<String> SERVANT = Set.of("عبد", "abd", "abdul", "abdel", "abdal", "abdu", "abdoul");

    private static final Pattern LATIN_SERVANT = Pattern.compile("abd(?:ul|el|al|ur|er|us|es|oul).{3,}");

    public NameForm {
        words = List.copyOf(words);
    }

    public static NameForm of(String name) {
        List<String> words = new ArrayList<>();
        boolean afterServant = false;
        for (String word : Tokeniser.normals(name)) {
            if (SON_OF.contains(word) || ARTICLES.contains(word)) {
                continue;
            }
            if (afterServant) {
                words.set(words.size() - 1, words.getLast() + bare(word));
            } else {
                words.add(SERVANT.contains(word) ? (isArabic(word) ? "عبد" : "abd") : bare(word));
            }
            afterServant = SERVANT.contains(word);
        }
        return new NameForm(words, isArabic(name));
    }

    /** Three words or more, "son of" left out: hardly two people in the news bear the same. */
    public boolean isTelling() {
        return words.size() >= TELLING;
    }

    /** Whether it has few words, and each of them is part of very many people's names. */
    public boolean isCommon() {
        return !isTelling()
                && words.stream().allMatch(word -> Words.COMMON_NAME_WORDS.contains(word) || isServant(word));
    }

    /** One spelling for all that differ in hamza, ة and ه, ى and ي, the article, or where words are joined. */
    public String spelling() {
        return String.join("", words);
    }

    /** What is left in both scripts: see {@link NameSkeleton}. Names of one person share it, others may. */
    public String skeleton() {
        String skeleton = NameSkeleton.of(this);
        // Names in other scripts are known by their spelling only.
        return skeleton.isEmpty() ? spelling() : skeleton;
    }

    private static String bare(String word) {
        if (word.startsWith("ال") && word.length() > 4) {
            return bareServant(word.substring(2));
        }
        return bareServant(word);
    }

    /** "عبدالرحمن" and "عبد الرحمن", "Abdulrahman" and "Abdel Rahman" are one name. */
    private static String bareServant(String word) {
        if (word.startsWith("عبدال") && word.length() > 7) {
            return "عبد" + word.substring(5);
        }
        return word.startsWith("abd") && LATIN_SERVANT.matcher(word).matches()
                ? "abd" + word.substring(word.startsWith("abdoul") ? 6 : 5)
                : word;
    }

    private static boolean isServant(String word) {
        return word.startsWith("عبد") || word.startsWith("abd");
    }

    private static boolean isArabic(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UScript::getScript)
                .anyMatch(script -> script == UScript.ARABIC);
    }
}
