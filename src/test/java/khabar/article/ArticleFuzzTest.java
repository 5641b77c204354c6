package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whatever bytes come for an article, they are read or refused in one line; nothing is thrown. */
class ArticleFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void json(byte[] input) throws IOException {
        read(input, Form.JSON);
    }

    @FuzzTest(maxDuration = "30s")
    void html(byte[] input) throws IOException {
        read(input, Form.HTML);
    }

    @FuzzTest(maxDuration = "30s")
    void feed(byte[] input) throws IOException {
        read(input, Form.XML);
    }

    /** Encodings and gzip, too: content tells what it is. */
    @FuzzTest(maxDuration = "30s")
    void anything(byte[] input) throws IOException {
        List<Parsed> found = new ArrayList<>();
        ArticleFiles.readFound("a", new ByteArrayInputStream(input), found::add);
        ArticleFiles.read("a.txt", new ByteArrayInputStream(input), found::add);
        check(found);
    }

    private static void read(byte[] input, Form form) throws IOException {
        List<Parsed> found = new ArrayList<>();
        ArticleFiles.read("a", new ByteArrayInputStream(input), form, found::add);
        check(found);
    }

    private static void check(List<Parsed> found) {
        for (Parsed parsed : found) {
            switch (parsed) {
                case Parsed.Accepted accepted -> {
                    Article article = accepted.article();
                    assertThat(article.key()).matches("[0-9a-f]{16}");
                    article.content().zones().forEach(zone -> article.content().text(zone));
                }
                case Parsed.Refused refused ->
                    assertThat(refused.problem().message()).isNotBlank().doesNotContain("Exception", "\n");
            }
        }
    }
}
