package khabar.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How frequent names of persons are written in Arabic, as {@code src/distil/transliteration.py} found: the resource
 * {@code gazetteer/name-tokens.txt}. Letters alone do not keep Mahmoud and محمد apart.
 */
final class NameTokens {
    private static final String RESOURCE = "/gazetteer/name-tokens.txt";
    private static final int LONGEST_SHORT = 5;
    private static final NameTokens KNOWN = load();

    private final Map<String, List<String>> arabic = new HashMap<>();
    private final Set<String> listed = new HashSet<>();

    private NameTokens() {}

    static NameTokens known() {
        return KNOWN;
    }

    private static NameTokens load() {
        NameTokens tokens = new NameTokens();
        try (InputStream in = NameTokens.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[\t ]", -1))
                    .forEach(words -> tokens.add(words[0], List.of(words).subList(1, words.length)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return tokens;
    }

    private void add(String latin, List<String> spellings) {
        arabic.put(latin, spellings);
        listed.addAll(spellings);
    }

    /** What a listed name and an Arabic word are to each other. */
    enum Comparison {
        /** The one is a spelling of the other. */
        SAME,
        /** Both are listed, and not with each other. */
        OTHER,
        UNKNOWN
    }

    /**
     * Two listed names are other ones where they are short, so that a vowel makes the difference (عمر, عمار), and do
     * not differ by letters for one sound only (سيرجي, سيرغي).
     */
    Comparison compare(String arabicWord, String latinWord) {
        List<String> spellings = arabic.getOrDefault(latinWord, List.of());
        if (spellings.contains(arabicWord)) {
            return Comparison.SAME;
        }
        boolean other = !spellings.isEmpty()
                && listed.contains(arabicWord)
                && arabicWord.length() <= LONGEST_SHORT
                && spellings.stream()
                        .allMatch(spelling -> spelling.length() <= LONGEST_SHORT
                                && !sound(spelling).equals(sound(arabicWord)));
        return other ? Comparison.OTHER : Comparison.UNKNOWN;
    }

    private static String sound(String word) {
        StringBuilder sounds = new StringBuilder(word.length());
        for (char letter : word.toCharArray()) {
            sounds.append(
                    switch (letter) {
                        case 'غ', 'ق', 'ك', 'خ' -> 'ج';
                        case 'ص', 'ث', 'ز', 'ذ', 'ظ', 'ش' -> 'س';
                        case 'ط', 'د', 'ض' -> 'ت';
                        case 'ح' -> 'ه';
                        case 'ع' -> 'ا';
                        default -> letter;
                    });
        }
        return sounds.toString();
    }
}
