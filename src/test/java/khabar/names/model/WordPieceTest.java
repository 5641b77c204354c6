package khabar.names.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final List<String> VOCABULARY = Stream.concat(
                    WordPiece.SPECIAL.stream(),
                    Stream.of(
                            "un", "##aff", "##able", "##ab", "سوريا", "##ين", "سوري", "U", ".", "S", "عام", "2017", "é",
                            "e"))
            .toList();

    @Test
    void theLongestPieceComesFirst() {
        assertThat(pieces("unaffable")).containsExactly("un", "##aff", "##able");
        assertThat(pieces("سوريين سوريا")).containsExactly("سوري", "##ين", "سوريا");
    }

    @Test
    void aWordThatCannotBeCutWholeIsUnknownAsAWhole() {
        assertThat(pieces("unaffix un")).containsExactly("[UNK]", "un");
        assertThat(pieces("un".repeat(60))).containsExactly("[UNK]");
    }

    @Test
    void marksStandAloneAndInvisibleCharactersAreDropped() {
        assertThat(pieces("U.S. un-un")).containsExactly("U", ".", "S", ".", "un", "[UNK]", "un");
        assertThat(pieces("\u200Fسو\u200Dريا\uFEFF ")).containsExactly("سوريا");
        assertThat(pieces(" \u200F\u00A0")).isEmpty();
    }

    @Test
    void aWordIsNormalisedAsThePluginSaysAndNotElse() {
        assertThat(pieces("سُورِيا ســوريا")).containsExactly("[UNK]", "[UNK]");
        assertThat(pieces("سُورِيا ســوريا", Normalisation.DROP_DIACRITICS, Normalisation.DROP_TATWEEL))
                .containsExactly("سوريا", "سوريا");
        assertThat(pieces("é e\u0301 É")).containsExactly("é", "[UNK]", "[UNK]");
        assertThat(pieces("é e\u0301 É", Normalisation.NFKC, Normalisation.LOWER_CASE))
                .containsExactly("é", "é", "é");
        assertThat(pieces("É", Normalisation.LOWER_CASE, Normalisation.STRIP_ACCENTS))
                .containsExactly("e");
    }

    @Test
    void lettersThatWritersMixUpAreFoldedWhereThePluginSaysSo() {
        assertThat(Normalisation.FOLD_ALIF.of("أإآٱا")).isEqualTo("ااااا");
        assertThat(Normalisation.FOLD_YEH.of("مصطفى")).isEqualTo("مصطفي");
        assertThat(Normalisation.FOLD_TEH_MARBUTA.of("القاهرة")).isEqualTo("القاهره");
        assertThat(Normalisation.named("fold-alif")).contains(Normalisation.FOLD_ALIF);
        assertThat(Normalisation.named("fold-all")).isEmpty();
    }

    @Test
    void aVocabularyWithoutTheMarksOfBertIsRefused() {
        assertThatThrownBy(() -> new WordPiece(List.of("<s>", "</s>"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the vocabulary lacks [UNK]");
    }

    private static List<String> pieces(String text, Normalisation... steps) {
        return new WordPiece(VOCABULARY, List.of(steps))
                .pieces(text).stream().map(VOCABULARY::get).toList();
    }
}
