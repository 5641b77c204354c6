package khabar.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The parts of a name that tell whose it is, in normal form: without articles, particles and initials; عبد and what
 * follows it are two parts, however they are written.
 */
record NameParts(List<String> words) {
    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ul", "il", "ad", "as", "ash", "ar", "an", "at", "az", "ez", "es", "esh", "er", "ed", "en",
            "et", "the", "of");
    private static final Set<String> FILIAL = Set.of("bin", "ben", "ibn", "bint", "بن", "ابن", "بنت", "ال");
    private static final List<String> SERVANT =
            List.of("abdul", "abdel", "abdal", "abdol", "abdoul", "abdou", "abdu", "abd");
    private static final int SHORTEST_REST = 3;

    NameParts {
        words = List.copyOf(words);
    }

    static NameParts of(List<String> normals) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < normals.size(); i++) {
            String word = normals.get(i);
            boolean last = i == normals.size() - 1;
            if (isArabic(word)) {
                arabic(word, words);
            } else if (word.length() > 1 && (last || !ARTICLES.contains(word)) && !FILIAL.contains(word)) {
                latin(word, words);
            }
        }
        return new NameParts(words);
    }

    private static void arabic(String word, List<String> words) {
        if (word.length() < 2 || FILIAL.contains(word)) {
            return;
        }
        boolean servant = word.startsWith("عبدال") && word.length() >= "عبدال".length() + 2;
        if (servant) {
            words.add("عبد");
        }
        words.add(servant ? word.substring("عبد".length()) : word);
    }

    private static void latin(String word, List<String> words) {
        for (String servant : SERVANT) {
            if (word.equals(servant)) {
                words.add("abd");
                return;
            }
            if (word.startsWith(servant) && word.length() >= servant.length() + SHORTEST_REST) {
                words.add("abd");
                words.add(word.substring(servant.length()));
                return;
            }
        }
        words.add(word);
    }

    int size() {
        return words.size();
    }

    String joined(int from, int to) {
        return to == from + 1 ? words.get(from) : String.join("", words.subList(from, to));
    }

    int length(int from, int to) {
        int length = 0;
        for (String word : words.subList(from, to)) {
            length += word.length();
        }
        return length;
    }

    String key() {
        StringBuilder key = new StringBuilder();
        for (String word : words) {
            Skeleton.append(word, key);
        }
        return key.toString();
    }

    /** As far as can be seen: ألكسي looks so, too. */
    static boolean hasArticle(String arabic) {
        return arabic.startsWith("ال") && arabic.length() > SHORTEST_REST;
    }

    static boolean isArabic(String word) {
        return !word.isEmpty() && word.charAt(0) >= 0x0600 && word.charAt(0) <= 0x06FF;
    }
}
