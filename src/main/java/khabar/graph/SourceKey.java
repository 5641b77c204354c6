package khabar.graph;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import khabar.article.ArticleKey;
import khabar.gazetteer.Entity;
import khabar.text.Normaliser;
import khabar.text.Slug;
import khabar.text.Tokeniser;

/** The key of a source: that of the listed organisation of its name, else a slug of the name. */
final class SourceKey {
    private SourceKey() {}

    /** Of a name in another script than Latin the slug is a transliteration, and a hash of the name keeps it apart. */
    static String of(String name, Known known) {
        return known.organisation(Tokeniser.normals(name)).map(Entity::key).orElseGet(() -> slug(name));
    }

    /** What language a name is written in, as far as its letters tell: {@code ar}, {@code en} or {@code und}. */
    static String language(String name) {
        int[] letters = name.codePoints().filter(Character::isLetter).toArray();
        if (Arrays.stream(letters).anyMatch(letter -> UScript.getScript(letter) == UScript.ARABIC)) {
            return "ar";
        }
        return Arrays.stream(letters).allMatch(letter -> UScript.getScript(letter) == UScript.LATIN) ? "en" : "und";
    }

    private static String slug(String name) {
        String slug = Slug.spelled(name);
        boolean latin = name.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> UScript.getScript(letter) == UScript.LATIN);
        return latin && !slug.isEmpty()
                ? slug
                : (slug.isEmpty() ? "source" : slug) + "-"
                        + ArticleKey.hash(Normaliser.normal(name).strip()).substring(0, 6);
    }
}
