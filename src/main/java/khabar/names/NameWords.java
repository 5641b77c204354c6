package khabar.names;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import khabar.gazetteer.Name;
import khabar.text.Tokeniser;

/** The words of names that articles bear, in normal form: the same few names come again and again. */
final class NameWords {
    private static final int MOST = 20_000;

    private static final LoadingCache<String, List<String>> KNOWN =
            Caffeine.newBuilder().maximumSize(MOST).build(Tokeniser::normals);

    private NameWords() {}

    static List<String> of(Name name) {
        return KNOWN.get(name.text());
    }
}
