package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    private static final String ARABIC = """
            وزير خارجية البلد الكبير يزور العاصمة لبحث الهدنة

            الزيارة هي الأولى منذ سنوات وتأتي قبل مؤتمر دولي حول مستقبل المنطقة.

            صحيفة النهر

            صورة تجمع الوزيرين في المطار

            القاهرة – وصل الوزير الثلاثاء إلى العاصمة في زيارة تستمر يومين يلتقي خلالها كبار المسؤولين.

            وقال الوزير إن الهدنة هشة وإن الجهود مستمرة لتثبيتها في الأسابيع المقبلة.

            الموقف الدولي

            وأضاف أن بلاده تؤيد عقد مؤتمر دولي قبل نهاية العام الجاري.

            رئيس الحكومة يعلن تعديلا وزاريا

            هل تنجح المفاوضات في جنيف؟

            حريق كبير في مرفأ المدينة
            """;

    @Test
    void anArabicArticleHasAllItsZones() {
        Content content = whole(ARABIC);
        assertThat(content.texts(ZoneKind.HEADLINE))
                .containsExactly("وزير خارجية البلد الكبير يزور العاصمة لبحث الهدنة");
        assertThat(content.texts(ZoneKind.STANDFIRST)).hasSize(1);
        assertThat(content.texts(ZoneKind.SOURCE)).containsExactly("صحيفة النهر");
        assertThat(content.texts(ZoneKind.CAPTION)).containsExactly("صورة تجمع الوزيرين في المطار");
        assertThat(content.texts(ZoneKind.DATELINE)).containsExactly("القاهرة –");
        assertThat(content.texts(ZoneKind.BODY)).hasSize(4).contains("الموقف الدولي");
        assertThat(content.texts(ZoneKind.RELATED)).hasSize(3).contains("هل تنجح المفاوضات في جنيف؟");
    }

    @Test
    void lineEndsOfOtherSystemsMakeNoDifference() {
        List<String> texts = texts(whole(ARABIC));
        assertThat(texts(whole(ARABIC.replace("\n", "\r\n")))).isEqualTo(texts);
        assertThat(texts(whole(ARABIC.replace("\n", "\r")))).isEqualTo(texts);
    }

    @Test
    void aTextWithoutBlankLinesHasALineAParagraph() {
        assertThat(texts(whole(ARABIC.replaceAll("\n+", "\n")))).isEqualTo(texts(whole(ARABIC)));
    }

    @Test
    void anEnglishArticleWithoutDatelineBeginsItsBodyWithTheFirstSentence() {
        Content content = whole("""
                Minister opens new bridge over the river

                The Daily Example

                The minister opened a bridge on Tuesday that links the two parts of the town.

                He said that work had taken three years and that the money came from abroad.
                """);
        assertThat(content.texts(ZoneKind.HEADLINE)).containsExactly("Minister opens new bridge over the river");
        assertThat(content.texts(ZoneKind.SOURCE)).containsExactly("The Daily Example");
        assertThat(content.texts(ZoneKind.BODY)).hasSize(2);
        assertThat(content.texts(ZoneKind.RELATED)).isEmpty();
    }

    @Test
    void oneParagraphIsBody() {
        Content content = whole("The two sides met on Tuesday.");
        assertThat(content.zones()).extracting(Zone::kind).containsExactly(ZoneKind.BODY);
    }

    @Test
    void oneHeadlineAfterABodyOfSentencesBelongsToAnotherArticle() {
        String body = "One side said so on Monday. \n\nThe other did not.\n\nBoth went home in the end.\n\n";
        assertThat(body(body + "Storm closes the port of the capital").texts(ZoneKind.RELATED))
                .hasSize(1);
        assertThat(body(body + "Will the storm close the port?").texts(ZoneKind.RELATED))
                .isEmpty();
    }

    @Test
    void aHeadingOpensTheTailWhereverItStands() {
        Content tail = body("They met on Monday.\n\nRead also:\n\nStorm closes the port of the capital");
        assertThat(tail.texts(ZoneKind.RELATED)).containsExactly("Storm closes the port of the capital");
        assertThat(tail.texts(ZoneKind.BODY)).containsExactly("They met on Monday.");

        Content middle = body(
                "التقى الوزيران الاثنين.\n\nاقرأ أيضاً: عاصفة تغلق مرفأ العاصمة\n\nوقال الوزير إن اللقاء كان جيدا.");
        assertThat(middle.texts(ZoneKind.RELATED)).hasSize(1);
        assertThat(middle.texts(ZoneKind.BODY)).hasSize(2);
    }

    @Test
    void aBodyWithoutFullStopsIsBody() {
        Content content =
                body("The minister met the king on Monday\n\nThey spoke about the border\n\nNo one else was there");
        assertThat(content.texts(ZoneKind.BODY)).hasSize(3);
        assertThat(content.texts(ZoneKind.RELATED)).isEmpty();
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        Content content = whole("""
                Minister opens new bridge over the river

                CAIRO (Agency) - The minister opened a bridge on Tuesday that links
                the two parts of the town. It is the first of five bridges that the
                government wants to build before the end of the coming year, he said.

                The second is to be opened in spring, where nothing comes between as
                officials of the ministry put it.
                """);
        assertThat(content.texts(ZoneKind.DATELINE)).containsExactly("CAIRO (Agency) -");
        assertThat(content.texts(ZoneKind.BODY)).hasSize(2);
        assertThat(content.texts(ZoneKind.BODY).getFirst())
                .startsWith("The minister opened")
                .endsWith("he said.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MOSCOW (Reuters) - The two ministers met on Tuesday in the capital of the country.",
                "MOSCOW (Reuters) – The two ministers met on Tuesday in the capital of the country.",
                "WASHINGTON, Sept 12 - The two ministers met on Tuesday in the capital of the country.",
                "WASHINGTON, Sept. 12 (Reuters) - The two ministers met on Tuesday in the capital.",
                "Deir ez-Zor, Syria (AP) — The two ministers met on Tuesday in the capital of the country.",
                "ST. PETERSBURG — The two ministers met on Tuesday in the capital of the country.",
                "Beirut – The two ministers met on Tuesday in the capital of the country.",
                "دمشق (رويترز) – التقى الوزيران يوم الثلاثاء في العاصمة لبحث الهدنة.",
                "دمشق (أ ف ب) - التقى الوزيران يوم الثلاثاء في العاصمة لبحث الهدنة.",
                "بيروت ـ التقى الوزيران يوم الثلاثاء في العاصمة لبحث الهدنة الجديدة.",
                "بيروت- التقى الوزيران يوم الثلاثاء في العاصمة لبحث الهدنة الجديدة.",
                "القاهرة/ عمّان – التقى الوزيران يوم الثلاثاء في العاصمة لبحث الهدنة.",
                "موسكو – التقى الوزيران يوم الثلاثاء في العاصمة لبحث الهدنة."
            })
    void datelines(String paragraph) {
        Content content = whole("Ministers meet in the capital\n\n" + paragraph);
        assertThat(content.texts(ZoneKind.DATELINE)).hasSize(1);
        assertThat(content.texts(ZoneKind.DATELINE).getFirst()).matches(".*[–—ـ-]");
        assertThat(content.texts(ZoneKind.BODY)).hasSize(1);
        assertThat(content.texts(ZoneKind.BODY).getFirst()).matches("(?s)(The two|التقى).*\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Donald Example – the president of the country – said on Tuesday that he would stay.",
                "Two people – both soldiers – were wounded on Tuesday in the north of the country.",
                "The well-known minister said on Tuesday that he would stay in office until spring.",
                "الرئيس الجديد – الذي يزور العاصمة – قال الثلاثاء إنه سيبقى في منصبه.",
                "قال الوزير الجديد في بيان له الثلاثاء – وهو الأول – إنه سيبقى في منصبه."
            })
    void dashesThatMakeNoDateline(String paragraph) {
        assertThat(body(paragraph).texts(ZoneKind.DATELINE)).isEmpty();
    }

    @Test
    void aHeadlineWithADashIsNoDateline() {
        Content content =
                whole("سوريا – هجوم على العاصمة يقتل عشرة من المدنيين اليوم\n\nقال مسؤول إن الهجوم وقع صباح الثلاثاء.");
        assertThat(content.texts(ZoneKind.DATELINE)).isEmpty();
        assertThat(content.texts(ZoneKind.HEADLINE)).hasSize(1);
    }

    @Test
    void aBylineIsNoSource() {
        Content content = whole("Ministers meet in the capital\n\nBy Jane Example\n\nThe ministers met on Tuesday.");
        assertThat(content.texts(ZoneKind.SOURCE)).isEmpty();
        assertThat(texts(content)).doesNotContain("By Jane Example");
    }

    private static Content whole(String text) {
        return new Content(List.of(new Field("text", text)), Zones.ofArticle("text", text, 0));
    }

    private static Content body(String text) {
        return new Content(List.of(new Field("body", text)), Zones.ofBody("body", text));
    }

    private static List<String> texts(Content content) {
        return content.zones().stream()
                .map(zone -> zone.kind().word() + " " + content.text(zone))
                .toList();
    }
}
