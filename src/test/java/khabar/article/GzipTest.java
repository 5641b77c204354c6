package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTest {
    private static final String LINES =
            "{\"id\":\"1\",\"body\":\"They met on Monday.\"}\n{\"id\":\"2\",\"body\":\"They left.\"}\n";
    private static final String TEXT = "Ministers meet in the capital\n\nThey met on Monday.\n";

    @Test
    void gzipIsKnownByItsBytesWhateverTheName() throws IOException {
        assertThat(read("a.txt.gz", zipped(TEXT)))
                .hasOnlyElementsOfType(Parsed.Accepted.class)
                .hasSize(1);
        assertThat(read("a.txt", zipped(TEXT)))
                .hasOnlyElementsOfType(Parsed.Accepted.class)
                .hasSize(1);
        assertThat(read("a", zipped(LINES)))
                .hasOnlyElementsOfType(Parsed.Accepted.class)
                .hasSize(2);
        assertThat(read("a.jsonl.gz", LINES.getBytes(StandardCharsets.UTF_8))).hasSize(2);
    }

    @Test
    void membersOneAfterAnotherAreOneStream() throws IOException {
        assertThat(read("a.jsonl.gz", both(zipped(LINES), zipped(LINES))))
                .hasOnlyElementsOfType(Parsed.Accepted.class)
                .hasSize(4);
    }

    @Test
    void whatIsCutOffOrFollowedByOtherDataKeepsWhatCameBefore() throws IOException {
        byte[] whole = both(zipped(LINES), zipped(noise(200_000)));
        List<Parsed> cut = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 1000));
        assertThat(cut.subList(0, 2)).hasOnlyElementsOfType(Parsed.Accepted.class);
        assertThat(message(cut.getLast())).startsWith("the gzip data is cut off here");
        assertThat(((Parsed.Refused) cut.getLast()).problem().at().line()).isEqualTo(3);

        byte[] many = zipped((LINES + noise(300) + "\n").repeat(20));
        assertThat(read("a.jsonl.gz", Arrays.copyOf(many, many.length - 9)).stream()
                        .filter(Parsed.Accepted.class::isInstance))
                .as("what was unpacked before the end is read")
                .hasSizeGreaterThan(30);

        List<Parsed> trailing = read("a.jsonl.gz", both(zipped(LINES), "trailing".getBytes(StandardCharsets.UTF_8)));
        assertThat(trailing).hasSize(3);
        assertThat(message(trailing.getLast())).startsWith("after the gzip data comes something else");

        byte[] damaged = zipped(TEXT);
        damaged[damaged.length / 2] ^= 0x55;
        assertThat(read("a.txt", damaged)).hasSize(1).hasOnlyElementsOfType(Parsed.Refused.class);
        assertThat(message(read("a.txt", Arrays.copyOf(zipped(TEXT), 5)).getFirst()))
                .startsWith("the gzip data is");
    }

    @Test
    void aBombIsCutOffAndALongArticleRefused() throws IOException {
        byte[] bomb = zipped(new Zeros(60_000_000));
        assertThat(bomb).hasSizeLessThan(80_000);
        for (String name : List.of("bomb.jsonl.gz", "bomb.txt", "bomb.xml")) {
            assertThat(read(name, bomb)).as(name).hasSize(1).hasOnlyElementsOfType(Parsed.Refused.class);
        }
        assertThat(message(read("bomb.jsonl", bomb).getFirst()))
                .startsWith("the gzip data unpacks to more than 200 times");
        assertThat(message(read("long.txt", zipped("word ".repeat(1_000_001))).getFirst()))
                .startsWith("longer than 5 MB");
    }

    @Test
    void gzipInGzipAndOtherPackedFilesAreNamed() throws IOException {
        assertThat(message(read("a.gz", zipped(new ByteArrayInputStream(zipped(TEXT))))
                        .getFirst()))
                .isEqualTo("packed with gzip twice; unpack it");
        assertThat(message(read("a.txt", "PK\u0003\u0004abc".getBytes(StandardCharsets.ISO_8859_1))
                        .getFirst()))
                .startsWith("not text but a ZIP archive");
        assertThat(message(read("a.gz", zipped("%PDF-1.7 abc")).getFirst()))
                .isEqualTo("not text but a PDF; give its text");
        assertThat(message(read("a.gz", zipped("")).getFirst())).startsWith("the file is empty");
    }

    /** Letters that hardly shrink, in lines that are no JSON. */
    private static String noise(int length) {
        return new Random(7)
                .ints(length, '0', '{')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** So many letters, made while they are read. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(left, length);
            Arrays.fill(bytes, offset, offset + some, (byte) 'a');
            left -= some;
            return some;
        }
    }

    private static byte[] zipped(String text) throws IOException {
        return zipped(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zipped(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            in.transferTo(zip);
        }
        return bytes.toByteArray();
    }

    private static byte[] both(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static List<Parsed> read(String name, byte[] bytes) throws IOException {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read(name, new ByteArrayInputStream(bytes), read::add);
        return read;
    }

    private static String message(Parsed parsed) {
        return ((Parsed.Refused) parsed).problem().message();
    }
}
