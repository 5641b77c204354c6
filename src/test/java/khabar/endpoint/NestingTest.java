package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "ASK {}~1",
                "ASK { FILTER((1)) [ :p (1 2) ] }~3",
                "ASK { ?s <http://example.org/a_((((b> ?o }~1",
                "ASK { FILTER(?a<(1) && ?b>((2))) }~4",
                "ASK { ?s ?p '((((' }~1",
                "ASK { ?s ?p \"(\\\"(((\" }~1",
                "ASK { ?s ?p '''(('((''' , '' , '((' }~1",
                "ASK { ?s ?p '((((~1",
                "ASK { ?s ?p 'a\\~1",
                ")))(~0"
            })
    void depthIsOfBracketsThatOpenSomething(String text, int depth) {
        assertThat(Nesting.depth(text)).isEqualTo(depth);
    }

    @Test
    void aCommentEndsWithItsLine() {
        assertThat(Nesting.depth("# ((((\nASK { # {{{\r{} }")).isEqualTo(2);
    }
}
