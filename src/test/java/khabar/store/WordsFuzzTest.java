package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;

/** Whatever is typed into a search box is words: what is made of it can always be read by the index, in one field only. */
class WordsFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void typed(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        Words.all(typed).ifPresent(WordsFuzzTest::read);
        Words.nearly(typed).ifPresent(WordsFuzzTest::read);
        BodyQuery.of(typed, new BothLanguages())
                .ifPresent(
                        query -> assertThat(query.toString(BodyIndexing.TEXT)).isNotEmpty());
    }

    private static void read(Node query) {
        QueryParser parser = new QueryParser("label", new BothLanguages());
        String text = query.getLiteralLexicalForm();
        try {
            // Nothing else than its own field is named.
            assertThat(parser.parse(text).toString("label")).doesNotContain("graph:", "uri:", "lang:");
        } catch (ParseException wrong) {
            throw new AssertionError(text, wrong);
        }
    }
}
