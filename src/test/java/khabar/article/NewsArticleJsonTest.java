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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsArticleJsonTest {
    private static final String WHOLE = """
            {"@context": "https://schema.org", "@type": ["NewsArticle", "Thing"],
             "headline": "Ministers meet in the capital", "description": "The border is on the list.",
             "articleBody": "<p>They met on Tuesday.</p><p>They left &amp; said nothing.</p>",
             "datePublished": "2017-09-12T08:00:00Z", "dateModified": "2017-09-13",
             "inLanguage": {"@type": "Language", "name": "Arabic"},
             "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.org/a/1"},
             "identifier": {"@type": "PropertyValue", "value": 17},
             "author": {"@type": "Person", "name": "A. Writer"},
             "publisher": [{"@type": "Organization", "name": "The Example"}]}
            """;

    @Test
    void everyFieldIsTaken() throws IOException {
        Article article = article(WHOLE);
        assertThat(article.content().texts(ZoneKind.HEADLINE)).containsExactly("Ministers meet in the capital");
        assertThat(article.content().texts(ZoneKind.STANDFIRST)).containsExactly("The border is on the list.");
        assertThat(article.content().text("body")).isEqualTo("They met on Tuesday.\n\nThey left & said nothing.");
        Publication publication = article.publication();
        assertThat(publication.url()).contains("https://example.org/a/1");
        assertThat(publication.sourceId()).contains("17");
        assertThat(publication.source()).contains("The Example");
        assertThat(publication.language()).contains("ar");
        assertThat(publication.published().flatMap(Published::moment).map(Object::toString))
                .contains("2017-09-12T08:00Z");
        assertThat(publication.modified().map(changed -> changed.day().toString()))
                .contains("2017-09-13");
        assertThat(publication.stated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "'publisher':'The Example' -> The Example",
                "'publisher':'https://example.org/' -> ",
                "'publisher':{'@id':'#org'} -> The Graph",
                "'sourceOrganization':{'name':'The Wire'} -> The Wire",
                "'author':{'@type':'Person','name':'A. Writer'} -> ",
                "'author':[{'@type':'Person','name':'A'},{'@type':'NewsMediaOrganization','name':'The Desk'}] -> The Desk",
            })
    void theSourceIsWhoPublishes(String field, String source) throws IOException {
        Article article = article(("{'@graph':[{'@type':'NewsArticle','articleBody':'They met.'," + field
                        + "},{'@type':'Organization','@id':'#org','name':'The Graph'}]}")
                .replace('\'', '"'));
        assertThat(article.publication().source().orElse(null)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"ar_EG, ar-EG", "English, en", "العربية, ar", "the language, ", "fr, fr"})
    void languagesAreTakenWhereTheyAreOne(String given, String tag) throws IOException {
        Article article =
                article("{\"@type\":\"NewsArticle\",\"articleBody\":\"They met.\",\"inLanguage\":[\"" + given + "\"]}");
        assertThat(article.publication().language().orElse(null)).isEqualTo(tag);
    }

    @Test
    void graphsListsAndArraysGiveAllTheirArticles() throws IOException {
        assertThat(read("[" + WHOLE + ",\n" + WHOLE + "]")).hasSize(2).allMatch(Parsed.Accepted.class::isInstance);
        assertThat(read("{\"@graph\":[" + WHOLE + "," + WHOLE + ",{\"@type\":\"WebSite\"}]}"))
                .hasSize(2);
        assertThat(read("{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":" + WHOLE
                        + "}]}"))
                .hasSize(1)
                .allMatch(Parsed.Accepted.class::isInstance);
    }

    /** A page is about one article; those that it lists are others. */
    @Test
    void thePageIsAboutOneArticle() {
        JsonNode page = JsonMapper.shared().readTree("""
                {"@graph": [{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "articleBody": "Other."}]},
                            {"@type": "schema:Article", "schema:headline": "No text"},
                            {"@type": "http://schema.org/ReportageNewsArticle",
                             "articleBody": [{"@value": "They met.", "@language": "en"}]}]}
                """);
        assertThat(NewsArticleJson.article(new SourceRef("a.html", 3), page).map(RawArticle::body))
                .contains("They met.");
        assertThat(NewsArticleJson.article(
                        new SourceRef("a.html", 3), JsonMapper.shared().readTree("{\"@type\":\"Recipe\"}")))
                .isEmpty();
    }

    @Test
    void whatIsNoArticleIsRefusedByItsKind() throws IOException {
        assertThat(message("{\"@context\":\"https://schema.org\",\"@type\":\"Recipe\"}"))
                .isEqualTo("JSON-LD about a Recipe; give a NewsArticle of schema.org");
        assertThat(message("{\"@type\":\"NewsArticle\",\"headline\":\"Ministers meet\"}"))
                .startsWith("field \"articleBody\" is empty");
        assertThat(message(
                        "{\"@type\":\"NewsArticle\",\"articleBody\":\"They met.\",\"datePublished\":\"2026-02-30\"}"))
                .startsWith("field \"datePublished\" is \"2026-02-30\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/context.jsonld", "file:///etc/passwd"})
    void aContextIsNeverFetched(String context) throws IOException {
        assertThat(article(WHOLE.replace("https://schema.org", context))
                        .publication()
                        .source())
                .contains("The Example");
    }

    private static List<Parsed> read(String json) throws IOException {
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read("a.jsonld", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), read::add);
        return read;
    }

    private static Article article(String json) throws IOException {
        return ((Parsed.Accepted) read(json).getFirst()).article();
    }

    private static String message(String json) throws IOException {
        return ((Parsed.Refused) read(json).getFirst()).problem().message();
    }
}
