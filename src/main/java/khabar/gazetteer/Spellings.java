package khabar.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.text.Normaliser;
import khabar.text.Tokeniser;

/** The ways in which news writes one listed name, as far as a rule can tell. */
final class Spellings {
    private static final Set<String> ENGLISH_ARTICLES = Set.of("al", "el");

    private Spellings() {}

    /** Normal forms, the one of the name as listed first. */
    static List<List<String>> of(Name name) {
        List<String> normals = normals(name.text());
        List<List<String>> spellings = new ArrayList<>(1);
        spellings.add(normals);
        if (normals.size() > 1) {
            switch (name.language()) {
                case "ar" -> joinAbd(normals, spellings);
                case "en" -> otherArticle(normals, spellings);
                default -> {}
            }
        }
        return spellings;
    }

    /** {@link Tokeniser#normals}, by a shorter way where a name is of letters, blanks and hyphens only: there are many. */
    static List<String> normals(String name) {
        List<String> normals = new ArrayList<>(2);
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean end = i == name.length() || name.charAt(i) == ' ' || name.charAt(i) == '-';
            if (end && i == start) {
                return Tokeniser.normals(name);
            } else if (end) {
                normals.add(Normaliser.normal(name.substring(start, i)));
                start = i + 1;
            } else if (!Character.isLetter(name.charAt(i))) {
                return Tokeniser.normals(name);
            }
        }
        return normals;
    }

    /** عبد الله and عبدالله are one name, written in both ways. */
    private static void joinAbd(List<String> normals, List<List<String>> spellings) {
        List<String> joined = new ArrayList<>();
        List<String> split = new ArrayList<>();
        for (int i = 0; i < normals.size(); i++) {
            String word = normals.get(i);
            boolean abd = word.equals("عبد") && i + 1 < normals.size();
            split.addAll(word.startsWith("عبدال") ? List.of("عبد", word.substring(3)) : List.of(word));
            joined.add(abd ? word + normals.get(++i) : word);
            if (abd) {
                split.add(normals.get(i));
            }
        }
        List.of(joined, split).stream()
                .filter(spelling -> !spellings.contains(spelling))
                .forEach(spellings::add);
    }

    /** "al-Sisi" and "el-Sisi". */
    private static void otherArticle(List<String> normals, List<List<String>> spellings) {
        if (normals.stream().anyMatch(ENGLISH_ARTICLES::contains)) {
            spellings.add(normals.stream()
                    .map(word -> switch (word) {
                        case "al" -> "el";
                        case "el" -> "al";
                        default -> word;
                    })
                    .toList());
        }
    }
}
