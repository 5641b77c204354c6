package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Deir ez-Zor, deir-ez-zor",
        "Sergei Shoigu, sergei-shoigu",
        "'  São   Tomé ', sao-tome",
        "O\u2019Brien & Sons (1999), obrien-sons-1999",
        "Москва, moskva",
        "…, x",
        "'', x"
    })
    void aNameBecomesLatinLettersJoinedByHyphens(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @MethodSource("khabar.text.Mixed#seeds")
    void holdsOnlySmallLettersDigitsAndHyphens(int seed) {
        for (String name : List.of(Mixed.text(seed), anyText(seed))) {
            assertThat(Slug.of(name)).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(Slug.unique(name)).isEqualTo(Slug.unique(name)).matches("[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{6}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "وكالة الأنباء",
                "وكاله الانباء",
                "وكـــالة الأنباء",
                "وَكَالَة الأنباء",
                "\u200Fوكالة  الأنباء\u200F"
            })
    void spellingsOfOneNormalFormShareAKey(String name) {
        assertThat(Slug.unique(name)).isEqualTo(Slug.unique("وكالة الانباء"));
    }

    @ParameterizedTest
    @CsvSource({
        "Deir ez-Zor News, DEIR EZ ZOR news",
        "People's Daily, People\u2019s Daily",
        "Le Média, Le Me\u0301dia",
        "U.S. News, US News"
    })
    void spellingsOfOneLatinNameShareAKey(String one, String other) {
        assertThat(Tokeniser.normals(one)).isEqualTo(Tokeniser.normals(other));
        assertThat(Slug.unique(one)).isEqualTo(Slug.unique(other));
    }

    @Test
    void namesThatDifferHaveKeysThatDiffer() {
        // Some differ only in letters that their Latin spelling does not tell apart.
        List<String> names = List.of(
                "سارة", "صارة", "سارا", "Sara", "Sarah", "وكالة", "وكالات", "北京", "東京", "Daily 1", "Daily 2", "x", "");
        assertThat(names.stream().map(Slug::unique)).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 500).mapToObj(i -> Slug.unique("جريدة " + i)))
                .doesNotHaveDuplicates();
    }

    /** Any characters that are letters, digits or marks of any script. */
    private static String anyText(long seed) {
        return new Random(seed)
                .ints(80, 0x20, 0x2FFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
