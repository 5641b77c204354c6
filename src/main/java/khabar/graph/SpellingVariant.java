package khabar.graph;

import java.util.Arrays;
import java.util.List;
import khabar.article.Span;
import khabar.gazetteer.Entry;
import khabar.text.Token;
import khabar.text.Tokeniser;

/** Tells a misspelling of a name, as شويو for شويغو, from a short form or another word for the thing. */
final class SpellingVariant {
    private SpellingVariant() {}

    /** Whether the text is one or two letters away from a stretch of one of the names, and is itself none of them. */
    static boolean is(String text, Entry entry) {
        List<String> spelled = words(text);
        boolean near = false;
        for (var name : entry.names()) {
            List<String> words = words(name.text());
            for (int i = 0; i + spelled.size() <= words.size(); i++) {
                int distance = distance(spelled, words.subList(i, i + spelled.size()));
                if (distance == 0 || isArticleJoined(spelled, words.subList(i, i + spelled.size()))) {
                    return false;
                }
                near |= distance < Integer.MAX_VALUE;
            }
        }
        return near;
    }

    /** "ل[لحكومة]" is "الحكومة", or "حكومة", after a particle that hides the alif of the article: no other spelling. */
    private static boolean isArticleJoined(List<String> spelled, List<String> name) {
        String first = name.getFirst().startsWith("ال") ? name.getFirst().substring(2) : name.getFirst();
        return spelled.getFirst().equals("ل" + first)
                && spelled.subList(1, spelled.size()).equals(name.subList(1, name.size()));
    }

    /** Letters that differ in all; {@link Integer#MAX_VALUE} where some word differs too much to be the same word. */
    private static int distance(List<String> spelled, List<String> name) {
        int sum = 0;
        for (int i = 0; i < spelled.size(); i++) {
            int distance = distance(spelled.get(i), name.get(i));
            // One letter of four, two of eight: below that another word is likelier.
            if (distance > Math.min(2, name.get(i).length() / 4)) {
                return Integer.MAX_VALUE;
            }
            sum += distance;
        }
        return sum;
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }

    private static List<String> words(String text) {
        return Tokeniser.tokens(text, new Span(0, text.length())).stream()
                .map(Token::normal)
                .toList();
    }
}
