package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
        ArticleFiles.read("test", new ByteArrayInputStream(bytes), Form.JSON, read::add);
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
    void aFaultInAnArrayCostsOneObject() throws IOException {
        List<Parsed> read =
                read("[\n" + GOOD + ",\n{oops},\n{\"body\": \"a,\n \"id\": {}},\n 17, \"{\",\n" + GOOD + "]");
        assertThat(read.stream().map(JsonTest::shown))
                .containsExactly(
                        "article at 2", "refused at 3", "refused at 4", "refused at 6", "refused at 6", "article at 7");
        assertThat(messages(read("[" + GOOD + ",\n{\"id\":")))
                .containsExactly("not JSON: the object that begins here does not end; the file may be cut off");
        assertThat(messages(read("[" + GOOD + ",\n")))
                .containsExactly("not JSON: the array does not end; the file may be cut off");
    }

    @Test
    void whatIsLongerThanAnArticleIsRefusedAloneWhereverItStands() throws IOException {
        String huge = "{\"id\":\"h\",\"body\":\"" + "word ".repeat(1_000_001) + "\"}";
        for (String text : List.of(GOOD + "\n" + huge + "\n" + GOOD, "[" + GOOD + ",\n" + huge + ",\n" + GOOD + "]")) {
            List<Parsed> read = read(text);
            assertThat(read.stream().map(JsonTest::shown))
                    .containsExactly("article at 1", "refused at 2", "article at 3");
            assertThat(messages(read)).containsExactly("longer than 5 MB; an article is shorter");
        }
    }

    /** What a stream of lines costs must not grow with it: all of it is made while it is read. */
    @Test
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer.
    void linesOfAnyNumberAreStreamed() throws IOException {
        int lines = 1000;
        String line = "{\"id\":\"%d\",\"body\":\"" + "They met on Monday.\",\"note\":\"" + "x".repeat(60_000) + "\"}\n";
        AtomicInteger made = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        InputStream stream = new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return made.get() < lines;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(
                        line.formatted(made.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
            }
        });
        ArticleFiles.read("test.jsonl", stream, parsed -> {
            assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
            ahead.accumulateAndGet(made.get() - read.incrementAndGet(), Math::max);
        });
        assertThat(read).hasValue(lines);
        assertThat(ahead).hasValueLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void aByteOrderMarkTellsTheEncoding(String charset) throws IOException {
        byte[] lines = ("\uFEFF" + GOOD + "\n{\"id\":\"2\",\"body\":\"التقى الوزيران.\"}\n")
                .getBytes(Charset.forName(charset));
        assertThat(read(lines)).hasSize(2).allMatch(Parsed.Accepted.class::isInstance);
    }

    @Test
    void otherEncodingsAreRefusedAndNamed() throws IOException {
        String line = "{\"body\":\"أعلنت وزارة الخارجية يوم الثلاثاء أن الوزير سيزور العاصمة.\"}";
        assertThat(messages(read((GOOD + "\n" + line).getBytes(Charset.forName("windows-1256")))))
                .containsExactly(
                        "byte 10 of the line is not UTF-8; it looks like windows-1256; convert the file to UTF-8");
        assertThat(messages(read(GOOD.getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly("looks like UTF-16 without a byte order mark; convert the file to UTF-8");
        byte[] half = ("\uFEFF" + GOOD + "\n" + GOOD).getBytes(StandardCharsets.UTF_16LE);
        assertThat(messages(read(Arrays.copyOf(half, half.length - 1))))
                .containsExactly("is not the UTF-16 that its byte order mark says; convert the file to UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "url", "source", "headline"})
    void whatIsAbsurdlyLongIsRefusedByName(String field) throws IOException {
        Problem problem = problem("{\"body\":\"They met.\",\"" + field + "\":\"" + "a".repeat(1_000_000) + "\"}");
        assertThat(problem.message())
                .startsWith("field \"" + field + "\" is \"aaa")
                .hasSizeLessThan(200);
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(problem("{\"body\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")
                        .message())
                .startsWith("not JSON");
    }

    /** What a stranger wrote must not look like lines of our own, nor move the cursor of a terminal. */
    @Test
    void aProblemIsOneLineWhateverCameIn() throws IOException {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read(
                "a.jsonl\nkhabar: all is well\u001B[2J",
                new ByteArrayInputStream("{\"body\":\"They met.\",\"published\":\"soon\\n\\u001b[1m\"}"
                        .getBytes(StandardCharsets.UTF_8)),
                Form.JSON,
                read::add);
        Problem problem = ((Parsed.Refused) read.getFirst()).problem();

        assertThat(problem.at()).hasToString("a.jsonl?khabar: all is well?[2J:1");
        assertThat(problem.message()).startsWith("field \"published\" is \"soon??[1m\"");
    }

    /** An expression that goes one call deeper for each letter must not end a run over thousands of articles. */
    @ParameterizedTest
    @ValueSource(strings = {"body", "byline", "language"})
    void noRunOfLettersIsTooLong(String where) throws IOException {
        int many = 300_000;
        String body = switch (where) {
            case "body" -> "\u201C".repeat(many) + " They met on Monday.";
            case "byline" -> "By" + " Ann".repeat(many) + "\\n\\nParis: They met on Monday.";
            default -> "They met on Monday.";
        };
        String language = where.equals("language") ? "en" + "-a".repeat(many) : "en";

        assertThat(read("{\"body\":\"" + body + "\",\"language\":\"" + language + "\"}"))
                .hasSize(1);
    }

    private static String shown(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Accepted accepted ->
                "article at " + accepted.article().at().line();
            case Parsed.Refused refused ->
                "refused at " + refused.problem().at().line();
        };
    }

    private static List<String> messages(List<Parsed> read) {
        return read.stream()
                .filter(Parsed.Refused.class::isInstance)
                .map(parsed -> ((Parsed.Refused) parsed).problem().message())
                .toList();
    }

    private static List<Parsed> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Parsed> read(byte[] bytes) throws IOException {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read("test", new ByteArrayInputStream(bytes), Form.JSON, read::add);
        return read;
    }

    private static Article article(String line) throws IOException {
        return ((Parsed.Accepted) read(line).getFirst()).article();
    }

    private static Problem problem(String line) throws IOException {
        return ((Parsed.Refused) read(line).getFirst()).problem();
    }
}
