package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "firstcreated versioncreated copyrightholder usageterms contenttype contenttype contenttype",
                "firstCreated versionCreated copyrightHolder usageTerms contentType contentType contentType"
            })
    void anItemOfTextIsAnArticle(String names) throws IOException {
        Article article = article(item(names));
        Content content = article.content();
        assertThat(content.texts(ZoneKind.HEADLINE)).containsExactly("Ministers meet in the capital");
        assertThat(content.texts(ZoneKind.STANDFIRST)).containsExactly("The border is on the list.");
        assertThat(content.text("body")).isEqualTo("They met on Tuesday\u00A0night.\n\nThey left.\nNobody spoke.");
        Publication publication = article.publication();
        assertThat(publication.url()).contains("https://example.org/items/7");
        assertThat(publication.sourceId()).contains("https://example.org/items/7");
        assertThat(publication.published().flatMap(Published::moment).map(Object::toString))
                .contains("2017-09-12T08:00Z");
        assertThat(publication.modified().flatMap(Published::moment).map(Object::toString))
                .contains("2017-09-12T10:30+03:00");
        assertThat(publication.language()).contains("en-GB");
        assertThat(publication.source()).contains("Example Wire");
        assertThat(publication.stated()).isEmpty();
    }

    @Test
    void whatAnItemDoesNotSayStaysUnsaid() throws IOException {
        Publication publication = article("{\"uri\":\"urn:x:1\",\"body_text\":\"They met.\\nThey left.\"}")
                .publication();
        assertThat(publication)
                .isEqualTo(new Publication(
                        Optional.empty(),
                        Optional.of("urn:x:1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aSummaryThatOnlyRepeatsTheBodyIsNoStandfirst() throws IOException {
        Article article = article("{\"uri\":\"urn:x:1\",\"headline\":\"Ministers meet\","
                + "\"descriptions\":[{\"value\":\"They met  on…\"}],\"body_xhtml\":\"<p>They met on Tuesday.</p>\"}");
        assertThat(article.content().zones()).extracting(Zone::kind).containsExactly(ZoneKind.HEADLINE, ZoneKind.BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture", "graphic", "audio", "video", "planning", "event"})
    void whatIsNoTextIsRefusedByItsKind(String kind) throws IOException {
        assertThat(message("{\"uri\":\"urn:x:1\",\"type\":\"" + kind + "\",\"title\":\"A summit\"}"))
                .isEqualTo("a ninjs item of type \"" + kind + "\", not an article; items of text are read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canceled", "withheld"})
    void whatItsSourceTookBackIsRefused(String status) throws IOException {
        assertThat(message("{\"uri\":\"urn:x:1\",\"type\":\"text\",\"body_text\":\"They met.\",\"pubstatus\":\""
                        + status + "\"}"))
                .startsWith("its source says that it is " + status);
    }

    @Test
    void aProblemNamesTheFieldAsTheItemDoes() throws IOException {
        assertThat(message("{\"uri\":\"urn:x:1\",\"type\":\"text\",\"bodies\":[]}"))
                .startsWith("field \"bodies\" is empty");
        assertThat(
                        message(
                                "{\"uri\":\"urn:x:1\",\"body_text\":\"They met.\",\"versioncreated\":\"2017-02-30T00:00:00Z\"}"))
                .startsWith("field \"versionCreated\" is \"2017-02-30T00:00:00Z\"");
    }

    @Test
    void theExamplesOfTheStandardAreReadOrRefusedByName() throws IOException {
        Optional<Path> data = Optional.ofNullable(System.getProperty("khabar.data"))
                .or(() -> Optional.ofNullable(System.getenv("KHABAR_DATA")))
                .map(folder -> Path.of(folder).resolve("ninjs"))
                .filter(Files::isDirectory);
        assumeTrue(data.isPresent(), "no examples of ninjs; give -Dkhabar.data");
        List<Parsed> read = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data.get())) {
            files.filter(file -> file.toString().matches(".*/(?:2|3)\\.\\d/[^/]*\\.json"))
                    .sorted()
                    .forEach(file -> ArticleFiles.read(file, read::add));
        }
        assertThat(read).hasSize(20);
        assertThat(read.stream()
                        .filter(Parsed.Accepted.class::isInstance)
                        .map(parsed -> name(((Parsed.Accepted) parsed).article().at())))
                .containsExactlyInAnyOrder(
                        "001_simple_example.json",
                        "004_simple_text_article.json",
                        "005_complex_text_article.json",
                        "007_multimedia.json",
                        "businesswire-newsml-20130605006126.json",
                        "businesswire-newsml-20130731006140.json",
                        "dpa_text.json",
                        "ninjsExSimpleText_2.json",
                        "tt_text_image_2.json");
        assertThat(read.stream()
                        .filter(Parsed.Refused.class::isInstance)
                        .map(parsed -> ((Parsed.Refused) parsed).problem().message()))
                .allMatch(message ->
                        message.startsWith("a ninjs item of type") || message.startsWith("field \"bodies\" is"));
    }

    /**
     * The same item in either spelling of the field names.
     *
     * @param names of the fields, in the order of the item
     */
    private static String item(String names) {
        return """
                {"uri": "https://example.org/items/7", "type": "text", "%s": "2017-09-12T08:00:00Z",
                 "%s": "2017-09-12T10:30:00+03:00", "pubstatus": "usable", "language": "en-GB",
                 "%s": "Example Wire", "%s": "Not for sale.",
                 "headlines": [{"role": "short", "value": "Ministers meet"},
                               {"role": "main", "value": "Ministers meet in the capital"}],
                 "descriptions": [{"role": "caption", "value": "A flag."},
                                  {"role": "text", "value": "The border is on the list."}],
                 "bodies": [{"role": "text", "%s": "text/plain", "value": "They met on Tuesday. They left."},
                            {"role": "xhtml", "%s": "application/xhtml+xml",
                             "value": "<p>They met on <b>Tuesday</b>&nbsp;night.</p><p>They left.<br/>Nobody spoke.</p>"},
                            {"role": "nitf", "%s": "application/xml", "value": "<nitf>They met.</nitf>"}]}
                """.formatted((Object[]) names.split(" ", -1));
    }

    private static String name(SourceRef at) {
        return Path.of(at.file()).getFileName().toString();
    }

    private static Parsed read(String json) throws IOException {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read(
                "test", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Form.JSON, read::add);
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private static Article article(String json) throws IOException {
        return ((Parsed.Accepted) read(json)).article();
    }

    private static String message(String json) throws IOException {
        return ((Parsed.Refused) read(json)).problem().message();
    }
}
