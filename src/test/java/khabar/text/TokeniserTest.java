package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokeniserTest {
    @ParameterizedTest
    @MethodSource("khabar.text.Mixed#seeds")
    void tokensLieInTheTextInOrderAndNeverOverlap(int seed) {
        String text = Mixed.text(seed);
        Span within = new Span(text.length() / 10, text.length() - text.length() / 10);
        int end = within.start();
        for (Token token : Tokeniser.tokens(text, within)) {
            assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(within.contains(token.span())).isTrue();
            assertThat(token.text()).isNotEmpty().isEqualTo(token.span().of(text));
            assertThat(token.normal()).isNotEmpty();
            end = token.span().end();
        }
    }

    @ParameterizedTest
    @MethodSource("khabar.text.Mixed#seeds")
    void onlyBlanksHyphensAndMarksWithoutANormalFormLieBetweenTokens(int seed) {
        String text = Mixed.text(seed);
        StringBuilder between = new StringBuilder(text);
        for (Token token : Tokeniser.tokens(text, new Span(0, text.length()))) {
            between.replace(
                    token.span().start(),
                    token.span().end(),
                    " ".repeat(token.span().length()));
        }
        assertThat(Normaliser.normal(between.toString()).replaceAll("[-\u00A0]", " "))
                .isBlank();
    }

    @Test
    void hyphensPartWordsAsBlanksDo() {
        assertThat(Tokeniser.normals("Deir ez-Zor"))
                .isEqualTo(Tokeniser.normals("Deir ez Zor"))
                .containsExactly("deir", "ez", "zor");
        assertThat(texts("F-16")).containsExactly("F", "16");
    }

    @Test
    void aHyphenBetweenBlanksIsAMark() {
        assertThat(texts("Homs - Aleppo")).containsExactly("Homs", "-", "Aleppo");
    }

    @Test
    void initialismsAreOneWord() {
        assertThat(texts("the U.S. army")).containsExactly("the", "U.S.", "army");
        assertThat(Tokeniser.normals("U.S.")).containsExactly("us");
        assertThat(texts("at 5 p.m. today")).containsExactly("at", "5", "p.m.", "today");
    }

    @Test
    void noHyphenIsLeftOverAfterAnInitialism() {
        assertThat(texts("the U.S.-led coalition")).containsExactly("the", "U.S.", "led", "coalition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"People's Party", "People\u2019s Party"})
    void aPossessiveIsAWordOfItsOwn(String name) {
        assertThat(Tokeniser.normals(name)).containsExactly("people", "s", "party");
    }

    @Test
    void anApostropheInsideANameStaysInIt() {
        assertThat(texts("O'Brien in Sana\u2019a")).containsExactly("O'Brien", "in", "Sana\u2019a");
        assertThat(Tokeniser.normals("Sana\u2019a")).containsExactly("sanaa");
    }

    @Test
    void numbersAndDatesAreWhole() {
        assertThat(tokens("1,200.5 on 12/9/2017 or 2017-09-12 at 14:30, ١٢٫٥"))
                .filteredOn(token -> token.kind() == Token.Kind.NUMBER)
                .extracting(Token::text)
                .containsExactly("1,200.5", "12/9/2017", "2017-09-12", "14:30", "١٢٫٥");
        assertThat(texts("In 2017.")).containsExactly("In", "2017", ".");
        assertThat(Tokeniser.normals("عام ٢٠١٧")).containsExactly("عام", "2017");
    }

    @Test
    void digitsStayInALatinWordButNotInAnArabicOne() {
        assertThat(texts("G7")).containsExactly("G7");
        assertThat(texts("قمة20")).containsExactly("قمة", "20");
    }

    @Test
    void quotesAreMarksOfTheirOwn() {
        assertThat(texts("قال «نعم»، ثم \"لا\"."))
                .containsExactly("قال", "«", "نعم", "»", "،", "ثم", "\"", "لا", "\"", ".");
        assertThat(tokens("«نعم»").getFirst().isMark("«")).isTrue();
    }

    @Test
    void aSlashBetweenTwoNamesOfAMonthIsAMark() {
        assertThat(texts("سبتمبر/ايلول")).containsExactly("سبتمبر", "/", "ايلول");
        assertThat(Tokeniser.normals("سبتمبر/أيلول")).containsExactly("سبتمبر", "ايلول");
    }

    @Test
    void tatweelDiacriticsAndInvisibleMarksStayInsideTheirWord() {
        assertThat(texts("ســـوريا مُحَمَّد می\u200Cرود")).containsExactly("ســـوريا", "مُحَمَّد", "می\u200Cرود");
        assertThat(Tokeniser.normals("\u200Fسـوريا\u200F")).containsExactly("سوريا");
    }

    private static List<Token> tokens(String text) {
        return Tokeniser.tokens(text, new Span(0, text.length()));
    }

    private static List<String> texts(String text) {
        return tokens(text).stream().map(Token::text).toList();
    }
}
