package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds of every version; all articles are made up. */
class FeedTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
            <title>Daily Post</title><link>https://example.org/</link><description>News</description><language>en-gb</language>
            <item>
              <title>River states &amp;amp; a dam</title>
              <link>https://example.org/1</link>
              <guid isPermaLink="false">post-1</guid>
              <pubDate>Tue, 12 Sep 2017 23:30:00 -0300</pubDate>
              <dc:creator>A. Writer</dc:creator>
              <description>The two states agreed.</description>
              <content:encoded><![CDATA[<p>Both states signed an <b>accord</b> on Tuesday.</p><figure><figcaption>The bridge.</figcaption></figure>
              <p><a href="x">Read also: Storm closes port</a></p><p>A second round is planned for March.</p>
              <p>The post <a href="1">River states</a> appeared first on <a href="/">Daily Post</a>.</p>]]></content:encoded>
            </item>
            <item><title>Storm closes port</title><link>javascript:alert(1)</link><description>Ships wait at sea.</description>
              <source url="https://example.com/feed">Harbour News</source><pubDate>Tue, 12 Sep 2017 10:00:00 EST</pubDate></item>
            <item>
              <title>Bad day</title><description>Something happened.</description><pubDate>Tue, 31 Feb 2017 10:00:00 GMT</pubDate></item>
            <item><link>https://example.org/4</link></item>
            <item><title>Only a headline is here</title><link>data:text/html,x</link></item>
            </channel></rss>
            """;

    @Test
    void everyItemOfRssIsAnArticle() {
        List<Parsed> read = read(RSS);
        assertThat(read).hasSize(5);
        Article first = article(read.getFirst());
        assertThat(first.content().text("headline")).isEqualTo("River states & a dam");
        assertThat(first.content().text("standfirst")).isEqualTo("The two states agreed.");
        assertThat(first.content().text("body"))
                .isEqualTo("Both states signed an accord on Tuesday.\n\nA second round is planned for March.");
        assertThat(first.publication().url()).contains("https://example.org/1");
        assertThat(first.publication().sourceId()).contains("post-1");
        assertThat(first.publication().source()).contains("Daily Post");
        assertThat(first.publication().language()).contains("en-gb");
        assertThat(first.publication().published().orElseThrow().day()).isEqualTo(LocalDate.of(2017, 9, 12));
        assertThat(first.publication().stated()).isEmpty();
        assertThat(first.at().line()).isEqualTo(5);
    }

    @Test
    void anItemMayNameItsSourceAndAnAddressThatRunsIsDropped() {
        Article second = article(read(RSS).get(1));
        assertThat(second.publication().source()).contains("Harbour News");
        assertThat(second.publication().url()).isEmpty();
        assertThat(second.publication().published().orElseThrow().moment().orElseThrow())
                .hasToString("2017-09-12T10:00-05:00");
        assertThat(second.content().text("body")).isEqualTo("Ships wait at sea.");
        Article last = article(read(RSS).get(4));
        assertThat(last.content().text("body")).isEqualTo("Only a headline is here");
        assertThat(last.publication().url()).isEmpty();
    }

    @Test
    void aBadItemIsRefusedInItsPlace() {
        List<Parsed> read = read(RSS);
        Problem date = ((Parsed.Refused) read.get(2)).problem();
        assertThat(date.message()).startsWith("field \"published\" is \"Tue, 31 Feb 2017");
        assertThat(date.at().line()).isBetween(16, 18);
        Problem empty = ((Parsed.Refused) read.get(3)).problem();
        assertThat(empty.message()).isEqualTo("item 4 of the feed has neither a title nor a text");
    }

    @Test
    void atomIsReadWithItsDatesAndTexts() {
        List<Parsed> read = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="https://example.org/">
                <title>صحيفة النهر</title><id>urn:x</id><updated>2017-09-13T00:00:00Z</updated>
                <entry><title type="html">اتفاق &lt;b&gt;مياه&lt;/b&gt;</title><id>tag:1</id><link rel="self" href="/s"/><link href="/a/1"/>
                <published>2017-09-12T10:00:00+03:00</published><updated>2017-09-13T10:00:00+03:00</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>وقّع الوفدان اتفاقا.</p><p>وستعقد جولة ثانية.</p></div></content></entry>
                <entry><title>خبر</title><id>tag:2</id><updated>2017-09-11T10:00:00Z</updated><summary type="text">أغلق الميناء: 3 &lt; 5.</summary></entry>
                </feed>""");
        Article first = article(read.getFirst());
        assertThat(first.content().text("headline")).isEqualTo("اتفاق مياه");
        assertThat(first.content().text("body")).isEqualTo("وقّع الوفدان اتفاقا.\n\nوستعقد جولة ثانية.");
        assertThat(first.publication().url()).contains("https://example.org/a/1");
        assertThat(first.publication().sourceId()).contains("tag:1");
        assertThat(first.publication().source()).contains("صحيفة النهر");
        assertThat(first.publication().language()).contains("ar");
        assertThat(first.publication().modified().orElseThrow().day()).isEqualTo(LocalDate.of(2017, 9, 13));
        Article second = article(read.get(1));
        assertThat(second.content().text("body")).isEqualTo("أغلق الميناء: 3 < 5.");
        assertThat(second.publication().published().orElseThrow().day()).isEqualTo(LocalDate.of(2017, 9, 11));
        assertThat(second.publication().modified()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='0.91'><channel><title>A</title><item><title>T</title><description>They met.</description></item></channel></rss>",
                "<rss version='0.92'><channel><title>A</title><item><title>T</title><description>They met.</description></item></channel></rss>",
                "\n\n<?xml version='1.0'?><rss version='2.0'><channel><title>A</title><item><title>T</title><description>&lt;p>They met.</description></item></channel></rss>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>A</title></channel>"
                        + "<item rdf:about='y'><title>T</title><description>They met.</description></item></rdf:RDF>",
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>A</title><entry><title>T</title><content type='text/html' mode='escaped'>&lt;p>They met.</content></entry></feed>"
            })
    void everyVersionIsRead(String feed) {
        Article article = article(read(feed).getFirst());
        assertThat(article.content().text("body")).isEqualTo("They met.");
        assertThat(article.content().text("headline")).isEqualTo("T");
        assertThat(article.publication().source()).contains("A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><title>&x;</title></item></channel></rss> => with a DOCTYPE",
                "<urlset><url><loc>https://example.org/</loc></url></urlset> => root element is <urlset>",
                "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/> => root element is <newsItem>",
                "<rss version='2.0'><channel><title>A</channel></rss> => not XML at column",
                "<rss version='2.0'><channel><item><title>&nbsp;</title></item></channel></rss> => not XML at column",
                "<rss version='9.9'/> => of no version",
                "<rss version='2.0'><channel><title>A</title></channel></rss> => is empty",
                "hello => not XML at column"
            })
    void whatIsNoFeedIsOneLine(String feed, String why) {
        assertThat(read(feed)).singleElement().satisfies(parsed -> {
            String message = ((Parsed.Refused) parsed).problem().message();
            assertThat(message).contains(why).doesNotContain("\n");
        });
    }

    @Test
    void brokenXmlSaysItsLine() {
        Problem problem = ((Parsed.Refused) read("<rss version='2.0'>\n<channel>\n<title>A</chanel>\n</rss>")
                        .getFirst())
                .problem();
        assertThat(problem.at()).hasToString("feed.xml:3");
        assertThat(problem.message()).endsWith("nothing of the file was read");
    }

    @Test
    void aFeedIsReadInItsEncoding() {
        String feed =
                "<?xml version=\"1.0\" encoding=\"windows-1256\"?><rss version='2.0'><channel><title>النهر</title><item><title>اتفاق</title>"
                        + "<description>وقع الوفدان اتفاقا جديدا في بلدة دارا الحدودية يوم الثلاثاء بحسب مسؤولين من الجانبين.</description></item></channel></rss>";
        byte[] old = feed.getBytes(Charset.forName("windows-1256"));
        assertThat(article(read(old).getFirst()).publication().source()).contains("النهر");
        byte[] wrong = feed.replace("windows-1256", "UTF-8").getBytes(Charset.forName("windows-1256"));
        assertThat(((Parsed.Refused) read(wrong).getFirst()).problem().message())
                .contains("is not UTF-8");
        assertThat(article(read(("\uFEFF" + feed).getBytes(StandardCharsets.UTF_16BE))
                                .getFirst())
                        .publication()
                        .source())
                .contains("النهر");
    }

    @Test
    void hugeFeedsAreReadOrRefusedInTime() {
        String head = "<rss version='2.0'><channel><title>A</title>";
        StringBuilder many = new StringBuilder(head);
        for (int i = 0; i < 10_000; i++) {
            many.append("<item><title>Accord %d</title><guid>%d</guid>".formatted(i, i))
                    .append("<description>They met on Monday in the town.</description></item>");
        }
        int[] accepted = {0};
        Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> Feed.read(
                        new SourceRef("feed.xml", 1),
                        many.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8),
                        parsed -> accepted[0] += parsed instanceof Parsed.Accepted ? 1 : 0));
        assertThat(accepted[0]).isEqualTo(10_000);
        assertThat(read(head + "<item><title>" + "a ".repeat(500_000) + "</title><guid>" + "b".repeat(1_000_000)
                        + "</guid><description>They met.</description></item></channel></rss>"))
                .hasSize(1);
        assertThat(((Parsed.Refused) read(head + "<x>".repeat(20_000)).getFirst())
                        .problem()
                        .message())
                .startsWith("not XML");
        assertThat(((Parsed.Refused) read(new byte[Feed.LONGEST + 1]).getFirst())
                        .problem()
                        .message())
                .startsWith("longer than 20 MB");
    }

    @Test
    void brokenFeedsNeverThrow() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            StringBuilder feed = new StringBuilder(RSS);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int from = random.nextInt(feed.length());
                int to = Math.min(feed.length(), from + random.nextInt(40));
                switch (random.nextInt(4)) {
                    case 0 -> feed.delete(from, to);
                    case 1 -> feed.insert(from, feed.substring(from, to));
                    case 2 -> feed.setCharAt(from, (char) (' ' + random.nextInt(0x250)));
                    default ->
                        feed.insert(
                                from,
                                List.of("<a/>", "<item/>", "&#1;", "<![CDATA[", "2017", " ", "<?x?>")
                                        .get(random.nextInt(7)));
                }
            }
            assertThat(read(feed.toString())).as("seed %d", seed).isNotEmpty();
        }
    }

    private static List<Parsed> read(String feed) {
        return read(feed.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Parsed> read(byte[] bytes) {
        List<Parsed> read = new ArrayList<>();
        Feed.read(new SourceRef("feed.xml", 1), bytes, read::add);
        return read;
    }

    private static Article article(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
        return ((Parsed.Accepted) parsed).article();
    }
}
