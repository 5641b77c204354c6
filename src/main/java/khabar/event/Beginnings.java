package khabar.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which of some shapes of words may begin with a word, by their numbers. Few words begin any, and what is known of a word is
 * remembered: most words of a sentence need no look at the shapes.
 */
final class Beginnings {
    /** So many words, and so many pairs of words, are remembered. */
    private static final int MOST = 50_000;

    private final List<Pattern> shapes;
    private final int[] all;
    private final Map<String, int[]> byWord = new ConcurrentHashMap<>();
    private final Map<String, int[]> byPair = new ConcurrentHashMap<>();

    /** @param shapes over normal forms with a blank after each */
    Beginnings(List<Pattern> shapes) {
        this.shapes = List.copyOf(shapes);
        this.all = IntStream.range(0, shapes.size()).toArray();
    }

    int[] of(String word) {
        int[] known = byWord.get(word);
        return known != null ? known : remembered(byWord, word, all);
    }

    /** By the word and the one after it. */
    int[] of(String word, String next) {
        int[] one = of(word);
        if (one.length == 0) {
            return one;
        }
        String pair = word + " " + next;
        int[] known = byPair.get(pair);
        return known != null ? known : remembered(byPair, pair, one);
    }

    private int[] remembered(Map<String, int[]> known, String words, int[] among) {
        int[] may = Arrays.stream(among)
                .filter(shape -> mayBegin(shapes.get(shape), words + " "))
                .toArray();
        if (known.size() < MOST) {
            known.put(words, may);
        }
        return may;
    }

    /** A match that fails without having looked at the end of the words fails whatever follows. */
    @SuppressWarnings("JdkObsolete") // what else could be read is the very question here
    private static boolean mayBegin(Pattern shape, String words) {
        Matcher matcher = shape.matcher(words);
        return matcher.lookingAt() || matcher.hitEnd();
    }
}
