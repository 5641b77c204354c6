package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain text in many encodings: right, or refused. */
class EncodingsTest {
    private static final String ARABIC = """
            الوزيران يلتقيان في العاصمة

            أعلنت وزارة الخارجية يوم الثلاثاء أن الوزير سيزور العاصمة الأسبوع المقبل لبحث ملف الحدود.

            وقال متحدث إن الزيارة تأتي بعد أشهر من المفاوضات بين البلدين، وإن Example Oil لم توقع بعد.
            """;
    private static final String ENGLISH = """
            Ministers meet in the capital

            The ministers met on Tuesday \u2014 for the first time in a year. \u201cWe have agreed,\u201d said the
            minister\u2019s spokesman at the caf\u00e9, and named a sum of \u00a3200 million.
            """;
    private static final String FRENCH = """
            Les ministres à Genève

            Le ministre des affaires étrangères a déclaré mardi que les négociations étaient terminées.
            À Genève, les deux pays ont signé l'accord après des mois de discussions.
            """;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, BOM",
        "UTF-16LE, BOM",
        "UTF-16BE, BOM",
        "windows-1256, ''",
        "ISO-8859-6, ''",
    })
    void arabicIsReadAsItWasWritten(String charset, String mark) throws IOException {
        String text = charset.equals("ISO-8859-6") ? ARABIC.replace("\u200f", "") : ARABIC;
        assertThat(text(((mark.isEmpty() ? "" : "\uFEFF") + text).getBytes(Charset.forName(charset))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "windows-1252"})
    void englishIsReadAsItWasWritten(String charset) throws IOException {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        assertThat(text((mark + ENGLISH).getBytes(Charset.forName(charset)))).isEqualTo(ENGLISH);
    }

    @Test
    void frenchIsReadAsItWasWritten() throws IOException {
        assertThat(text(FRENCH.getBytes(Charset.forName("windows-1252")))).isEqualTo(FRENCH);
    }

    /** What is read at all must be read right: a wrong guess turns names into other names. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "x-MacRoman | Ministers meet at the “café” on Tuesday, the minister’s spokesman said in the capital.",
                "IBM850 | Les négociations étaient terminées mardi, a déclaré le ministre à Genève.",
                "windows-1250 | Minister spraw zagranicznych oświadczył we wtorek, że rozmowy w sprawie granicy potrwają.",
                "windows-1251 | Министр иностранных дел заявил во вторник, что переговоры о границе продолжатся.",
                "windows-1253 | Ο υπουργός Εξωτερικών δήλωσε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν.",
                "windows-1254 | Dışişleri Bakanı salı günü sınır görüşmelerinin süreceğini söyledi.",
                "windows-1255 | שר החוץ אמר ביום שלישי כי השיחות על הגבול יימשכו.",
                "windows-1256 | وزیر امور خارجه گفت که گفتگوها درباره مرز پس از این ادامه خواهد یافت",
                "IBM864 | ﺔﻤﺻﺎﻌﻟﺍ ﻲﻓ",
                "windows-31j | 大臣は火曜日、国境をめぐる協議が続くと述べた。",
                "GB18030 | 外交部长周二表示，边界谈判将继续进行。",
                "windows-1252 | é",
            })
    void whatCannotBeToldIsRefused(String charset, String text) throws IOException {
        Parsed parsed = read(text.getBytes(Charset.forName(charset)));
        assertThat(parsed).isInstanceOf(Parsed.Refused.class);
        assertThat(((Parsed.Refused) parsed).problem().message())
                .startsWith("byte ")
                .contains(" of the line is not UTF-8")
                .endsWith("; convert the file to UTF-8");
    }

    @Test
    void oneBadByteInUtf8IsNoOtherEncoding() throws IOException {
        byte[] bytes = ARABIC.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xFF;
        assertThat(read(bytes)).isInstanceOf(Parsed.Refused.class);
    }

    private static String text(byte[] bytes) throws IOException {
        return ((Parsed.Accepted) read(bytes)).article().content().text("text");
    }

    private static Parsed read(byte[] bytes) throws IOException {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read("a.txt", new ByteArrayInputStream(bytes), Form.TEXT, read::add);
        assertThat(read).hasSize(1);
        return read.getFirst();
    }
}
