package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String GOOD = "{\"id\":\"1\",\"body\":\"They met on Monday.\"}";

    @Test
    void everyFieldIsTaken() throws IOException {
        Article article = article("""
                {"id":7,"url":"https://example.org/a","headline":"Ministers meet","standfirst":"On the border.",
                "body":"They met.","published":"2017-09-12","language":"en","source":"Daily","terms":"Full"}""".replace("\n", ""));
        assertThat(article.publication().sourceId()).contains("7");
        assertThat(article.publication().url()).contains("https://example.org/a");
        assertThat(article.publication().source()).contains("Daily");
        assertThat(article.publication().language()).contains("en");
        assertThat(article.publication().terms()).isEqualTo(Terms.FULL);
        assertThat(article.publication().published()).isPresent();
        assertThat(article.content().zones())
                .extracting(Zone::kind)
                .containsExactly(ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.BODY);
    }

    @Test
    void allButTheBodyMayBeMissing() throws IOException {
        assertThat(article("{\"body\":\"They met.\",\"headline\":null,\"source\":\" \"}")
                        .publication()
                        .terms())
                .isEqualTo(Terms.QUOTES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "'published':'2017-02-30' -> published",
                "'published':20170912 -> published",
                "'terms':'some' -> terms",
                "'language':'the language' -> language",
                "'headline':['a'] -> headline",
                "'source':{'name':'a'} -> source",
                "'url':true -> url"
            })
    void aBadFieldIsNamed(String field, String name) throws IOException {
        Problem problem = problem("{\"body\":\"They met.\"," + field.replace('\'', '"') + "}");
        assertThat(problem).isInstanceOf(Problem.BadField.class);
        assertThat(problem.message()).startsWith("field \"" + name + "\" is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"body\":\"\"}", "{\"body\":\" \\n \"}", "{\"body\":null}", "{\"body\":\"…\"}"})
    void withoutABodyThereIsNoArticle(String line) throws IOException {
        assertThat(problem(line)).isInstanceOf(Problem.Empty.class);
    }

    @Test
    void brokenJsonSaysWhere() throws IOException {
        assertThat(problem("{\"body\": \"a\", oops}").message()).startsWith("not JSON at column 1");
        assertThat(problem("{\"body\":\"a\",\"body\":\"b\"}").message()).contains("uplicate");
        assertThat(problem("{\"body\":\"a\"} {}").message()).contains("not JSON");
        assertThat(problem("17").message()).startsWith("not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\":\"a \\ud800 b\"}",
                "{\"body\":\"a \\u0001 b\"}",
                "{\"body\":\"a \\uffff b\"}",
                "{\"body\":\"They met.\",\"source\":\"a\\u0007\"}",
                "{\"body\":\"They met.\",\"id\":\"a\\udc00\"}"
            })
    void whatNoTextHasIsRefused(String line) throws IOException {
        assertThat(problem(line).message()).contains("which no text has");
    }

    @Test
    void linesAreCountedAndReadingGoesOn() throws IOException {
        List<Parsed> read = read("\uFEFF" + GOOD + "\r\n\r\n{\"id\":\r\n" + GOOD + "\r\n{}\n");
        assertThat(read).hasSize(4);
        assertThat(read.get(0)).isInstanceOf(Parsed.Accepted.class);
        assertThat(((Parsed.Refused) read.get(1)).problem().at().line()).isEqualTo(3);
        assertThat(((Parsed.Accepted) read.get(2)).article().at().line()).isEqualTo(4);
        assertThat(((Parsed.Refused) read.get(3)).problem().at()).hasToString("test:5");
    }

    @Test
    void badUtf8IsRefusedInItsLine() throws IOException {
        byte[] bytes = (GOOD + "\n{\"body\":\"?\"}\n" + GOOD).getBytes(StandardCharsets.UTF_8);
        bytes[GOOD.length() + 1 + 9] = (byte) 0xFF;
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read("test", new ByteArrayInputStream(bytes), true, read::add);
        assertThat(read).hasSize(3);
        assertThat(((Parsed.Refused) read.get(1)).problem().at().line()).isEqualTo(2);
        assertThat(((Parsed.Refused) read.get(1)).problem().message()).startsWith("byte 10 of the line is not UTF-8");
    }

    @Test
    void anArrayAndObjectsOverManyLinesAreRead() throws IOException {
        String pretty = "{\n  \"id\": \"2\",\n  \"body\": \"They met.\"\n}";
        assertThat(read(pretty)).singleElement().isInstanceOf(Parsed.Accepted.class);
        List<Parsed> array = read("\uFEFF[\n" + GOOD + ",\n" + pretty + ",\n{\"body\": 1},\n" + GOOD + "]\n");
        assertThat(array).hasSize(4);
        assertThat(((Parsed.Accepted) array.get(1)).article().at().line()).isEqualTo(3);
        assertThat(((Parsed.Refused) array.get(2)).problem().at().line()).isEqualTo(7);
    }

    @Test
    void aFaultInAnArraySaysThatTheRestIsLost() throws IOException {
        List<Parsed> read = read("[\n" + GOOD + ",\n{oops},\n" + GOOD + "]");
        assertThat(read).hasSize(2);
        assertThat(((Parsed.Refused) read.get(1)).problem().at().line()).isEqualTo(3);
        assertThat(((Parsed.Refused) read.get(1)).problem().message()).endsWith("nothing from here on was read");
    }

    private static List<Parsed> read(String text) throws IOException {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, read::add);
        return read;
    }

    private static Article article(String line) throws IOException {
        return ((Parsed.Accepted) read(line).getFirst()).article();
    }

    private static Problem problem(String line) throws IOException {
        return ((Parsed.Refused) read(line).getFirst()).problem();
    }
}
