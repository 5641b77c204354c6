package khabar.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.vocab.Literals;
import org.apache.jena.graph.Node;

/** What a person typed into a search box, as an argument for {@code text:query}. */
public final class Words {
    private static final String ARTICLE = "ال";

    /** Shorter ones are near to too many. */
    private static final int SHORTEST_NEAR = 4;

    /** From so many letters on two may differ. */
    private static final int LONG = 7;

    private Words() {}

    /** All words must be there, the last one at least as a beginning; nothing typed is an operator. Empty: no words. */
    public static Optional<Node> all(String typed) {
        String[] words = split(typed);
        if (words.length == 0) {
            return Optional.empty();
        }
        String last = words[words.length - 1];
        String others = Arrays.stream(words, 0, words.length - 1)
                .map(word -> "+" + whole(word) + " ")
                .collect(Collectors.joining());
        String query = "(" + others + "+(" + whole(last) + beginning(last) + beginning(bare(last)) + "))";
        return Optional.of(Literals.string(query));
    }

    /** Names that differ from a word in a letter or two, for when {@link #all} finds nothing. Empty: no word is long enough. */
    public static Optional<Node> nearly(String typed) {
        String query = Arrays.stream(split(typed))
                .filter(word -> word.length() >= SHORTEST_NEAR)
                .map(word -> bare(word).toLowerCase(Locale.ROOT) + "~" + (word.length() >= LONG ? 2 : 1))
                .collect(Collectors.joining(" "));
        return query.isEmpty() ? Optional.empty() : Optional.of(Literals.string("(" + query + ")"));
    }

    /** What lies between the signs: nothing else of it is looked for. */
    static String[] split(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /** Quoted, so that AND is a word. */
    private static String whole(String word) {
        return "\"" + word + "\"";
    }

    private static String beginning(String word) {
        return " " + word + "*";
    }

    /** Words are indexed without the Arabic article; a beginning is not analysed, so it goes here. */
    static String bare(String word) {
        return word.startsWith(ARTICLE) && word.length() > ARTICLE.length() + 1
                ? word.substring(ARTICLE.length())
                : word;
    }
}
