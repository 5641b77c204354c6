package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            اسد           | التقى الأسد وزيرا     | الأسد
            الأَسَد        | التقى أسد وزيرا       | أسد
            مدرسه         | في المدرسة            | المدرسة
            met shoi      | Shoigu met Assad     | Shoigu,met
            minister      | Ministers' ministry  | Ministers
            AND           | this and that        | and
            DAMASCUS 2017 | Damascus, 2017.      | Damascus,2017
            zzz           | nothing here         |
            """)
    void whatTheIndexFindsIsMarked(String typed, String text, String marked) {
        Passage passage = Passage.of(text, typed);
        assertThat(passage.pieces().stream()
                        .filter(Passage.Piece::marked)
                        .map(Passage.Piece::text)
                        .collect(Collectors.joining(",")))
                .isEqualTo(marked == null ? "" : marked);
        assertThat(passage.text()).isEqualTo(text);
    }

    @Test
    void nothingTypedMarksNothing() {
        assertThat(Passage.of("a text", " * ").marked()).isZero();
        assertThat(Passage.of("", "word").pieces()).isEmpty();
    }

    @Test
    void aLongTextIsCutAroundTheFirstWordFound() {
        String text = "before ".repeat(100) + "here it is " + "after ".repeat(100);
        Passage cut = Passage.of(text, "here").around(120);
        assertThat(cut.text()).startsWith("… before").endsWith("after …").contains("before here it is after");
        assertThat(cut.text().length()).isLessThanOrEqualTo(124);
        assertThat(cut.marked()).isEqualTo(1);
        assertThat(Passage.of("x".repeat(500), "x").around(100).text()).hasSizeLessThanOrEqualTo(104);
        assertThat(Passage.of("short", "short").around(100).text()).isEqualTo("short");
    }
}
