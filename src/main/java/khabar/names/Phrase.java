package khabar.names;

import java.util.ArrayList;
import java.util.List;
import khabar.text.Clitics;
import khabar.text.SegmentedArticle;
import khabar.text.Sentence;
import khabar.text.Token;

/** A sentence as the recognisers look at it: the normal forms of its tokens and the ways to read each. */
record Phrase(Sentence sentence, boolean arabic, List<String> normals, List<List<Clitics.Candidate>> allReadings) {

    static Phrase of(Sentence sentence, boolean arabic) {
        List<String> normals = sentence.tokens().stream().map(Token::normal).toList();
        return new Phrase(
                sentence,
                arabic,
                normals,
                normals.stream()
                        .map(normal -> arabic ? Clitics.of(normal) : List.of(new Clitics.Candidate("", normal, 0)))
                        .toList());
    }

    /** The sentences of an article, each read as Arabic where the article or its first word is. */
    static List<Phrase> of(SegmentedArticle text) {
        return text.sentences().stream()
                .map(sentence -> of(sentence, text.language().isArabic() || beginsArabic(sentence)))
                .toList();
    }

    private static boolean beginsArabic(Sentence sentence) {
        return sentence.tokens().stream()
                .filter(Token::isWord)
                .findFirst()
                .filter(token ->
                        Character.UnicodeScript.of(token.text().codePointAt(0)) == Character.UnicodeScript.ARABIC)
                .isPresent();
    }

    int size() {
        return normals.size();
    }

    Token token(int index) {
        return sentence.tokens().get(index);
    }

    /** The normal form of a token; empty outside the sentence. */
    String normal(int index) {
        return index >= 0 && index < normals.size() ? normals.get(index) : "";
    }

    /** The ways to read the token, the whole word first; in other languages than Arabic only the whole word. */
    List<Clitics.Candidate> readings(int index) {
        return allReadings.get(index);
    }

    /** No name that is looked up has more tokens. */
    private static final int LONGEST_NAME = 16;

    /**
     * The normal forms from a token on, its own replaced by what stands after its particles; as many as a name may have.
     */
    List<String> from(int index, Clitics.Candidate reading) {
        List<String> whole = normals.subList(index, Math.min(normals.size(), index + LONGEST_NAME));
        if (reading.length() == 0) {
            return whole;
        }
        List<String> rest = new ArrayList<>(whole);
        rest.set(0, reading.rest());
        return rest;
    }

    boolean isCapitalised(int index) {
        return index >= 0
                && index < normals.size()
                && Character.isUpperCase(token(index).text().codePointAt(0));
    }

    boolean isWord(int index) {
        return index >= 0 && index < normals.size() && token(index).isWord();
    }

    /** The word without its article, or as it is. */
    static String bare(String normal) {
        return normal.startsWith("ال") && normal.length() > 4 ? normal.substring(2) : normal;
    }
}
