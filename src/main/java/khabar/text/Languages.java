package khabar.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import khabar.article.Article;
import khabar.article.Field;
import khabar.article.Span;

/** Tells the language of an article: what it states itself, else its script, else its function words. */
final class Languages {
    private static final Map<String, Set<String>> FUNCTION_WORDS = Map.of(
            "en", Set.of("the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "his", "has", "by", "at"),
            "fr", Set.of("le", "la", "les", "des", "et", "du", "une", "dans", "est", "pour", "qui", "par", "au", "sur"),
            "es", Set.of("el", "los", "las", "una", "que", "por", "con", "para", "del", "se", "su", "al", "como", "y"),
            "de", Set.of("der", "die", "das", "und", "den", "von", "mit", "im", "ist", "auf", "dem", "nicht", "ein"),
            "it", Set.of("il", "di", "che", "della", "per", "sono", "gli", "nel", "alla", "non", "dei", "anche"),
            "tr", Set.of("ve", "bir", "bu", "ile", "olarak", "da", "de", "olan", "ancak", "daha", "gibi", "sonra"));

    private static final Set<String> ARABIC_WORDS =
            Set.of("في", "علي", "الي", "ان", "عن", "التي", "الذي", "قال", "هذا");
    private static final Set<String> PERSIAN_WORDS = Set.of("در", "به", "از", "كه", "اين", "را", "است", "با", "شد");

    private Languages() {}

    static Language of(Article article) {
        return article.publication()
                .language()
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .filter(tag -> tag.matches("[a-z]{2,3}(-[a-z0-9]+)*"))
                .map(tag -> new Language(tag.replaceFirst("-.*", "")))
                .orElseGet(() -> ofText(String.join(
                        "\n",
                        article.content().fields().stream().map(Field::text).toList())));
    }

    static Language ofText(String text) {
        Map<Character.UnicodeScript, Integer> letters = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .limit(20_000)
                .forEach(c -> letters.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.<Character.UnicodeScript, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().name()))
                .map(entry -> switch (entry.getKey()) {
                    case ARABIC -> arabicScript(text);
                    case LATIN -> latinScript(text);
                    case CYRILLIC -> new Language("ru");
                    case HEBREW -> new Language("he");
                    case GREEK -> new Language("el");
                    case HAN -> new Language("zh");
                    default -> Language.UNKNOWN;
                })
                .orElse(Language.UNKNOWN);
    }

    /** Persian and Urdu have letters of their own, and use them all the time. */
    private static Language arabicScript(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long urdu = text.codePoints().filter(c -> "ٹڈڑےںہھ".indexOf(c) >= 0).count();
        long persian = text.codePoints().filter(c -> "پچژگکی".indexOf(c) >= 0).count();
        if (urdu * 50 > letters) {
            return new Language("ur");
        }
        if (persian * 25 <= letters) {
            return Language.ARABIC;
        }
        // Some who write Arabic use the Persian yeh: the small words decide.
        List<String> words = Tokeniser.normals(text.substring(0, Math.min(text.length(), 20_000)));
        return words.stream().filter(ARABIC_WORDS::contains).count()
                        > words.stream().filter(PERSIAN_WORDS::contains).count()
                ? Language.ARABIC
                : new Language("fa");
    }

    private static Language latinScript(String text) {
        List<String> words = Tokeniser.normals(new Span(0, Math.min(text.length(), 20_000)).of(text));
        return FUNCTION_WORDS.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        words.stream().filter(entry.getValue()::contains).count()))
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(entry -> new Language(entry.getKey()))
                .orElse(Language.UNKNOWN);
    }
}
