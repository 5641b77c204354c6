package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as sites of many kinds build them. All articles are made up. */
class HtmlPageTest {
    private static final String FIRST =
            "Negotiators from both river states signed a water agreement in the border town of Dara on Tuesday, officials said.";
    private static final String SECOND =
            "The accord, which took three years to draft, sets how much water each side may draw in a dry summer.";
    private static final String THIRD =
            "\"We waited long enough,\" said the head of the delegation. A second round is planned for March.";
    private static final String BODY = FIRST + "\n\n" + SECOND + "\n\n" + THIRD;

    private static final String AR_FIRST =
            "وقّع وفدا الدولتين اتفاقا لتقاسم مياه النهر في بلدة دارا الحدودية يوم الثلاثاء، بحسب ما أعلنه مسؤولون من الجانبين.";
    private static final String AR_SECOND =
            "ويحدد الاتفاق، الذي استغرقت صياغته ثلاث سنوات، الكمية التي يحق لكل طرف سحبها في صيف جاف.";
    private static final String AR_THIRD = "وقال رئيس الوفد إن «الانتظار طال»، وإن جولة ثانية ستعقد في آذار المقبل.";
    private static final String AR_BODY = AR_FIRST + "\n\n" + AR_SECOND + "\n\n" + AR_THIRD;

    private static final String MENU =
            "<ul><li><a href='/'>Home</a><li><a href='/w'>World</a><li><a href='/s'>Sport</a><li><a href='/c'>Contact us</a></ul>";

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html><head><meta charset=utf-8>" + head + "</head><body>" + body + "</body></html>";
    }

    private static String paragraphs(String... texts) {
        return "<p>" + String.join("</p>\n<p>", texts) + "</p>";
    }

    /** Layouts, all with the same article. */
    static Stream<String> layouts() {
        String title = "<title>River states sign water accord | Daily Post</title>";
        String h1 = "<h1>River states sign water accord</h1>";
        String text = paragraphs(FIRST, SECOND, THIRD);
        return Stream.of(
                // the elements of HTML 5
                page(
                        title,
                        "<header><nav>" + MENU + "</nav></header><main><article><header>" + h1
                                + "<p>By A. Writer</p></header>" + text + "<footer>Tags: water</footer></article>"
                                + "<aside><h2>Most read</h2><ul><li><a href=1>Storm closes the port for a second day.</a></ul></aside></main>"
                                + "<footer>All rights reserved.</footer>"),
                // nothing but div, classes that mean nothing
                page(
                        title,
                        "<div class=a1><div>" + MENU + "</div></div><div class=b><div class=c>" + h1
                                + "<div class=d>12 September 2017</div><div>"
                                + FIRST + "</div><div>" + SECOND + "</div><div>" + THIRD
                                + "</div></div><div class=e><a href=2>Storm closes port</a>"
                                + "<a href=3>Team wins cup again in a final that went to penalties.</a></div></div>"),
                // tables and line breaks
                page(
                        title,
                        "<table><tr><td width=150>"
                                + MENU.replaceAll("</?ul>", "").replace("<li>", "<br>") + "</td><td><font size=5><b>"
                                + "River states sign water accord</b></font><br><br>" + FIRST + "<br><br>" + SECOND
                                + "<br><br>\n" + THIRD
                                + "<br><br></td></tr><tr><td colspan=2><a href=/>Home</a> | <a href=/c>Contact</a></td></tr></table>"),
                // a row of a table for each paragraph
                page(
                        title,
                        "<table><tr><td>" + MENU + "</td></tr></table><table class=t><tr><td>" + h1
                                + "</td></tr><tr><td>" + FIRST + "</td></tr><tr><td>" + SECOND + "</td></tr><tr><td>"
                                + THIRD + "</td></tr></table>"),
                // microdata
                page(
                        title,
                        "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>River states sign water accord</h1>"
                                + "<div class=share>Share</div><div itemprop=articleBody>" + text
                                + "</div></div><div class=x>"
                                + "<p>Our reporters follow the river all year. Write to them when you see something.</p></div>"),
                // microdata, every paragraph marked
                page(
                        title,
                        h1 + "<div><p itemprop=articleBody>" + FIRST + "<p itemprop=articleBody>" + SECOND
                                + "<p>Advertisement<p itemprop=articleBody>" + THIRD + "</div>"),
                // a class that names the text, boxes in it, comments below
                page(
                        title,
                        h1 + "<div class='story-body has-sidebar'>" + paragraphs(FIRST)
                                + "<div class=related-box><h3>Read also</h3><ul><li><a href=1>Dam is full for the first time in years</a></ul></div>"
                                + paragraphs("Read also: Ministers argue over a canal.", SECOND)
                                + "<figure><img src=a.jpg><figcaption>The bridge at Dara, seen from the east.</figcaption></figure>"
                                + "<p class=wp-caption-text>A fisherman waits. He has waited for years.</p><p><a href=5>Storm closes the port, and ships wait at sea.</a></p>"
                                + paragraphs(THIRD)
                                + "<p>Follow us on our channel</p></div><div id=comments><h3>Comments</h3>"
                                + "<p>I do not believe a word of it. They sign something every year, and nothing ever comes of it, as everybody knows.</p></div>"),
                // a notice about cookies, hidden text, scripts
                page(
                        title,
                        "<div class=cookie-consent><p>We use cookies to improve this site. By going on you accept them. Read what we store, and why.</p></div>"
                                + "<div role=dialog><p>Subscribe now. It costs little.</p></div><script>var text='They lied. They lied again.';</script>"
                                + "<div style='display:none'><p>This is not shown. Nobody reads it.</p></div><div id=content>"
                                + h1 + text + "</div>"),
                // a form around the whole page, the text parted by an advertisement without a name
                page(
                        title,
                        "<form id=aspnetForm><div>" + MENU + "</div><div class=w>" + h1 + "<div class=p1>"
                                + paragraphs(FIRST, SECOND) + "</div><div><img src=ad.gif></div><div class=p2>"
                                + paragraphs(THIRD) + "</div></div></form>"),
                // comments without a name, after their heading
                page(
                        title,
                        "<article>" + h1 + text
                                + "<h4>Comments (2)</h4><div><p>Well done, all of them.</p><p>Too late for my trees. They died.</p></div></article>"),
                // teasers in articles of their own
                page(
                        title,
                        "<main><article class=full>" + h1 + text
                                + "</article><section><article><h2><a href=1>Storm closes port</a></h2>"
                                + "<p>Ships wait at sea.</p></article><article><h2><a href=2>Cup final</a></h2><p>The team won.</p></article></section></main>"),
                // preformatted, as the oldest archives have it
                page(
                        title,
                        "<a href=/>Index</a><hr><h2>River states sign water accord</h2><pre>"
                                + String.join("\n\n", FIRST, SECOND, THIRD) + "</pre>"),
                // subheadings, lists of related articles at the end
                page(
                        title,
                        "<div class=post><div class=entry-content>" + h1 + text
                                + "<h3>Related articles</h3><p>Storm closes the port, and ships wait at sea.</p><h3>Tags</h3><ul><li><a>water</a></ul></div></div>"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void theTextIsFoundAndNothingElse(String page) {
        Article article = article(page);
        assertThat(article.content().text("body").replaceAll("(?m)^(?!By ).*Writer$", ""))
                .isEqualTo(BODY);
        assertThat(article.content().text("headline")).startsWith("River states sign water accord");
    }

    /** Each of these took hours where an expression tried every way to part a long run. */
    @ParameterizedTest
    @ValueSource(strings = {"address", "blanks", "spaces", "quotes", "tags", "brackets"})
    void aHostilePageIsReadInTime(String how) {
        int many = 1_000_000;
        String run = switch (how) {
            case "address" ->
                "<link rel=canonical href=\"https://" + "a".repeat(many) + " b\"><p>They met in Paris on Monday.";
            case "blanks" -> "<p>They met.<br>In Paris" + "\u000B".repeat(many) + "on Monday.";
            case "spaces" -> "<pre>They met." + "\n ".repeat(many / 2) + "\u00A0".repeat(many / 2) + "In Paris.</pre>";
            case "quotes" -> "<p>" + "\u201C".repeat(many) + "They met in Paris.";
            case "tags" -> "<p>They met in Paris." + "<a ".repeat(many / 3);
            default -> "<title>" + "- ".repeat(many / 2) + "</title><p>They met in Paris" + "(".repeat(many);
        };
        byte[] page = ("<html><head><meta property=og:site_name content=Example></head><article>" + run + "</article>")
                .getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> HtmlPage.read(new SourceRef("a.html", 1), page, parsed -> {}));
    }

    @Test
    void anArabicPageIsRead() {
        Article article = article(
                "<html lang=ar dir=rtl><head><meta charset=utf-8><meta property=og:site_name content='صحيفة النهر'>"
                        + "<meta property=og:title content='اتفاق على مياه النهر - صحيفة النهر'><meta property=article:published_time content='2017-09-12T10:00:00+03:00'>"
                        + "<link rel=canonical href='https://example.org/أخبار/1'></head><body><div class=top><ul><li><a>الرئيسية</a><li><a>رياضة</a></ul></div>"
                        + "<div class=x>" + paragraphs(AR_FIRST)
                        + "<div><strong>اقرأ أيضًا:</strong><ul><li><a href=1>السد يمتلئ للمرة الأولى</a></li></ul></div>"
                        + paragraphs(
                                "إقرأ أيضاً: خلاف على قناة جديدة.", AR_SECOND, "صورة: وكالة", AR_THIRD, "شارك الخبر")
                        + "<h3>مواضيع ذات صلة</h3><a href=2>عاصفة تغلق الميناء</a><h3>التعليقات</h3><p>لا أصدق شيئا من هذا.</p></div></body></html>");
        assertThat(article.content().text("body")).isEqualTo(AR_BODY);
        assertThat(article.content().text("headline")).isEqualTo("اتفاق على مياه النهر");
        assertThat(article.publication().source()).contains("صحيفة النهر");
        assertThat(article.publication().language()).contains("ar");
        assertThat(article.publication().url()).contains("https://example.org/أخبار/1");
        assertThat(article.publication().published().orElseThrow().moment())
                .hasValueSatisfying(moment -> assertThat(moment).hasToString("2017-09-12T10:00+03:00"));
        assertThat(article.publication().stated()).isEmpty();
    }

    private static final String JSON_LD =
            "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\","
                    + "\"name\":\"x\"},{\"@type\":\"NewsArticle\",\"headline\":\"River states sign\",\"datePublished\":\"2017-09-12\",\"dateModified\":\"2017-09-13\","
                    + "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Daily Post\"},\"author\":{\"@type\":\"Person\",\"name\":\"A. Writer\"},\"articleBody\":\"%s\"}]}</script>";

    @Test
    void jsonLdIsEnough() {
        Article article =
                article(page(JSON_LD.formatted(BODY.replace("\"", "\\\"").replace("\n", "\\n")), "<div id=app></div>"));
        assertThat(article.content().text("body")).isEqualTo(BODY);
        assertThat(article.content().text("headline")).isEqualTo("River states sign");
        assertThat(article.publication().source()).contains("Daily Post");
        assertThat(article.publication().published()).contains(Published.on(LocalDate.of(2017, 9, 12)));
        assertThat(article.publication().modified()).contains(Published.on(LocalDate.of(2017, 9, 13)));
    }

    @Test
    void jsonLdWithTheSameWordsLeavesTheParagraphsToThePage() {
        String flat = BODY.replace("\"", "\\\"").replace("\n\n", " ");
        assertThat(article(page(JSON_LD.formatted(flat), "<article>" + paragraphs(FIRST, SECOND, THIRD) + "</article>"))
                        .content()
                        .text("body"))
                .isEqualTo(BODY);
    }

    @Test
    void brokenJsonLdLeavesThePage() {
        Article article = article(page(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\", \"headline\": oops</script><meta name=author content='A. Writer'>"
                        + "<meta name=DC.publisher content='River Press'><meta name=DC.date.issued content='2017-09-12'>",
                "<h1>Accord</h1>" + paragraphs(FIRST, SECOND)));
        assertThat(article.publication().source()).contains("River Press");
        assertThat(article.publication().published()).contains(Published.on(LocalDate.of(2017, 9, 12)));
    }

    @Test
    void theAddressIsTheCanonicalOne() {
        String text = "<article>" + paragraphs(FIRST, SECOND) + "</article>";
        assertThat(article(page(
                                "<link rel=canonical href='/world/1'><link rel=amphtml href='https://example.org/amp/1'>"
                                        + "<meta property=og:url content='https://example.org/world/1?ref=x'>",
                                text))
                        .publication()
                        .url())
                .contains("https://example.org/world/1");
        assertThat(article(page(
                                "<link rel=canonical href='https://example.org/'><meta property=og:url content='https://example.org/world/1'>"
                                        + "<meta property=og:type content=article>",
                                text))
                        .publication()
                        .url())
                .contains("https://example.org/world/1");
        assertThat(article(page("<link rel=canonical href='javascript:alert(1)'>", text))
                        .publication()
                        .url())
                .isEmpty();
    }

    @Test
    void aLanguageThatTheScriptContradictsIsLeftOut() {
        assertThat(article("<html lang=en><meta charset=utf-8><title>اتفاق</title><article>"
                                + paragraphs(AR_FIRST, AR_SECOND))
                        .publication()
                        .language())
                .isEmpty();
    }

    @Test
    void aShownDayIsTaken() {
        assertThat(article(page(
                                "<title>Accord</title>",
                                "<article><h1>Accord</h1><p>Published: 12 September 2017</p>"
                                        + paragraphs(FIRST, SECOND)))
                        .publication()
                        .published())
                .contains(Published.on(LocalDate.of(2017, 9, 12)));
        assertThat(article(page(
                                "<title>Accord</title>",
                                "<article><time datetime=2017-09-12>Tuesday</time>" + paragraphs(FIRST, SECOND)))
                        .publication()
                        .published())
                .contains(Published.on(LocalDate.of(2017, 9, 12)));
        assertThat(refusal(page(
                                "<meta property=article:published_time content='yesterday'><title>A</title>",
                                paragraphs(FIRST, SECOND))
                        .getBytes(StandardCharsets.UTF_8)))
                .startsWith("field \"published\" is \"yesterday\"");
    }

    @Test
    void whatIsNoArticleIsRefused() {
        String list = Stream.of(1, 2, 3, 4, 5)
                .map(i -> "<div class=card><h3><a href=%d>Storm closes the port</a></h3>".formatted(i)
                        + "<p>Ships wait at sea, and nobody knows for how long. The wind grows.</p></div>")
                .collect(Collectors.joining());
        assertThat(refusal(page("<title>Daily Post</title>", MENU + "<main>" + list + "</main>")))
                .startsWith("a list of articles");
        assertThat(refusal(page("<link rel=canonical href='https://example.org/'><title>Daily Post</title>", list)))
                .startsWith("the front page of a site");
        assertThat(refusal(page(
                        "<title>Log in</title>", "<form><p>Please log in to go on.</p><input type=password></form>")))
                .startsWith("a page that asks for a password");
        assertThat(refusal(page("<title>Contact</title>", MENU + "<p>Write to us.</p>")))
                .startsWith("no article on the page");
        assertThat(refusal(page("", ""))).startsWith("no article on the page");
        assertThat(refusal("  ")).contains("is empty");
        assertThat(refusal("a\0b")).contains("binary");
    }

    @ParameterizedTest
    @CsvSource({"windows-1256,windows-1256", "iso-8859-6,ISO-8859-6", "windows-1256,utf-8", "utf-16le,utf-8"})
    void anArabicPageIsReadInItsEncoding(String written, String declared) {
        String page = "<html dir=rtl><head><meta http-equiv=Content-Type content='text/html; charset=" + declared
                + "'><title>اتفاق</title></head><body><article>"
                + paragraphs(plain(AR_FIRST), plain(AR_SECOND), "وقال رئيس الوفد إن الانتظار طال.")
                + "</article></body></html>";
        boolean wrong = written.equals("windows-1256") && declared.equals("utf-8");
        byte[] bytes = (written.startsWith("utf-16") ? "\uFEFF" + page : page).getBytes(Charset.forName(written));
        if (wrong) {
            assertThat(refusal(bytes)).contains("is not UTF-8").contains("looks like windows-1256");
        } else {
            assertThat(((Parsed.Accepted) parsed(bytes)).article().content().text("body"))
                    .startsWith(plain(AR_FIRST));
        }
    }

    @Test
    void whatIsDeclaredWrongIsReadRightOrRefused() {
        String arabic = "<html><title>اتفاق</title><article>" + paragraphs(plain(AR_FIRST), plain(AR_SECOND));
        byte[] old = arabic.getBytes(Charset.forName("windows-1256"));
        assertThat(((Parsed.Accepted) parsed(old)).article().content().text("body"))
                .startsWith(plain(AR_FIRST));
        byte[] latin =
                arabic.replace("<html>", "<html><meta charset=iso-8859-1>").getBytes(Charset.forName("windows-1256"));
        assertThat(refusal(latin)).contains("declares the encoding iso-8859-1");
        byte[] utf8 =
                arabic.replace("<html>", "<html><meta charset=windows-1256>").getBytes(StandardCharsets.UTF_8);
        assertThat(((Parsed.Accepted) parsed(utf8)).article().content().text("body"))
                .startsWith(plain(AR_FIRST));
        assertThat(refusal(page("<meta charset=klingon>", "é")
                        .replace("<meta charset=utf-8>", "")
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .contains("\"klingon\", which is not known");
        assertThat(refusal(page("<title>A</title>", "<article>" + paragraphs(FIRST + " &#0; lost."))))
                .contains("U+FFFD");
    }

    @Test
    void hugeAndDeepPagesAreReadInTime() {
        List<String> pages = List.of(
                page("<title>A</title>", "<div>".repeat(20_000) + paragraphs(FIRST, SECOND)),
                page("<title>A</title>", "<span><b><i>".repeat(20_000) + FIRST + " " + SECOND),
                page(
                        "<title>A</title>",
                        "<p title='" + "a ".repeat(500_000) + "' class='" + "b ".repeat(500_000) + "'>" + FIRST
                                + SECOND),
                page("<title>A</title>", paragraphs(FIRST, SECOND).repeat(4_000)),
                page("<title>A</title>", "<".repeat(4_000_000)),
                page("<title>A</title>", "<div class=ad>x</div>".repeat(40_000) + paragraphs(FIRST, SECOND)),
                page("<title>A</title>", "<table><tr><td>".repeat(20_000) + paragraphs(FIRST, SECOND)),
                page("<title>A</title>", "<p>" + "word ".repeat(180_000)));
        for (String page : pages) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> parsed(page.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(refusal(new byte[5_000_001])).startsWith("longer than 5 MB");
    }

    /** Pieces of pages dropped, doubled, swapped and strewn with bytes: always one answer, never a fault. */
    @Test
    void brokenPagesNeverThrow() {
        List<String> pages = layouts().toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder page = new StringBuilder(pages.get(random.nextInt(pages.size())));
            for (int i = random.nextInt(12); i >= 0; i--) {
                int from = random.nextInt(page.length());
                int to = Math.min(page.length(), from + random.nextInt(200));
                switch (random.nextInt(4)) {
                    case 0 -> page.delete(from, to);
                    case 1 -> page.insert(from, page.substring(from, to));
                    case 2 -> page.insert(from, (char) random.nextInt(0x250));
                    default ->
                        page.insert(
                                from,
                                List.of(
                                                "<table>",
                                                "</div>",
                                                "<a href=",
                                                "<!--",
                                                "<script>",
                                                "<p hidden>",
                                                "<svg>",
                                                "&#",
                                                "\"'>")
                                        .get(random.nextInt(9)));
                }
                page.append(' ');
            }
            List<Parsed> read = new ArrayList<>();
            HtmlPage.read(
                    new SourceRef("seed " + seed, 1), page.toString().getBytes(StandardCharsets.UTF_8), read::add);
            assertThat(read).as("seed %d", seed).hasSize(1);
        }
    }

    /** Without the marks that old encodings do not have. */
    private static String plain(String text) {
        return text.replaceAll("[\u064B-\u0652«»]", "");
    }

    private static Parsed parsed(byte[] bytes) {
        List<Parsed> read = new ArrayList<>();
        HtmlPage.read(new SourceRef("page.html", 1), bytes, read::add);
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private static Article article(String page) {
        Parsed parsed = parsed(page.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
        return ((Parsed.Accepted) parsed).article();
    }

    private static String refusal(String page) {
        return refusal(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(byte[] bytes) {
        Parsed parsed = parsed(bytes);
        assertThat(parsed).isInstanceOf(Parsed.Refused.class);
        String message = ((Parsed.Refused) parsed).problem().message();
        assertThat(message).doesNotContain("\n");
        return message;
    }
}
