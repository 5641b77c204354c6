package khabar.text;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import khabar.article.ArticleKey;

/** Keys out of names: {@code [a-z0-9-]+}. */
public final class Slug {
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");

    /** Transliterating takes long, and articles tell of the same few names. */
    private static final LoadingCache<String, String> UNIQUE =
            Caffeine.newBuilder().maximumSize(20_000).build(Slug::made);

    private Slug() {}

    /** The normal form of the name in Latin letters, lower case, its parts joined by hyphens; {@code x} where nothing is left. */
    public static String of(String name) {
        String slug = spelled(Normaliser.normal(name));
        return slug.isEmpty() ? "x" : slug;
    }

    /** The same of the name as it is written; empty where nothing is left of it. */
    public static String spelled(String name) {
        String latin;
        // A transliterator is not safe for use by several threads at once.
        synchronized (LATIN) {
            latin = LATIN.transliterate(name);
        }
        return latin.toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019\u02BE\u02BF`]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The slug and six hex digits of the normal form: two names that differ never share a key. */
    public static String unique(String name) {
        return UNIQUE.get(name);
    }

    private static String made(String name) {
        // Both parts are made of the same words: "U.S. News" and "US News" are one name.
        String normal = String.join(" ", Tokeniser.normals(name));
        return of(normal) + "-" + ArticleKey.hash(normal).substring(0, 6);
    }
}
