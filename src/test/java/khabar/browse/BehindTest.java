package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.endpoint.Shown;
import khabar.endpoint.SparqlEndpoint;
import khabar.store.Store;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriUtils;

/** Every type of page: by which queries it was made, and what its links are called. */
@SpringBootTest(classes = BrowseFixture.class)
@AutoConfigureMockMvc
class BehindTest {
    private static final Set<String> LISTS = Set.of("events", "articles", "things", "reports", "mentions");

    private final MockMvcTester browser;

    @Autowired
    private SparqlEndpoint endpoint;

    @Autowired
    private Store store;

    /** Without filters: a page that was kept has no record to look at. */
    @Autowired
    BehindTest(WebApplicationContext context) {
        browser = MockMvcTester.from(context);
    }

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/search?q=Damascus",
                "/about",
                "/downloads",
                "/browse/event",
                "/browse/event?sort=articles",
                "/browse/article",
                "/browse/person",
                "/browse/person?sort=articles",
                "/browse/source",
                "/browse/event-type/CONSULT",
                "/browse/event-type/CONSULT-visit",
                "/page/event/aaaa000000000001-10",
                "/page/article/aaaa000000000001",
                "/page/person/sergei-shoigu",
                "/page/organisation/rus",
                "/page/place/syr",
                "/page/source/khabar-sample-wire",
                "/page/report/aaaa000000000001-10",
                "/page/mention/aaaa000000000001-body-25-36",
                "/page/mention/aaaa000000000001-body-70-75",
                "/page/alternative/aaaa000000000001-body-70-75-1",
                "/page/person/nobody-known-abcdef",
                "/page/place/damascus-170654",
                "/page/participation/aaaa000000000001-10-0",
                "/page/tenure/sergei-shoigu-0",
                "/page/run/1234567890abcdef",
                "/page/graph/events",
                "/page/ns");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyQueryBehindAPageAnswersAsItStandsWithWhatThePageShows(String address) {
        MvcTestResult answer = get(address);
        Document page = parsed(answer);
        List<Behind> queries = queries(answer);

        assertThat(queries).as(address).isNotEmpty();
        assertThat(page.select(".behind li")).hasSameSizeAs(queries);
        for (Behind query : queries) {
            Shown shown = endpoint.show(query.text(), 300);
            assertThat(shown).as(query.name() + "\n" + query.text()).isInstanceOf(Shown.Table.class);
            String word =
                    query.name().substring(query.name().lastIndexOf('-') + 1).replaceFirst("^page/", "");
            if (shown instanceof Shown.Table table && LISTS.contains(word)) {
                assertThat(page.select("main a").eachAttr("href"))
                        .as(query.name())
                        .containsAll(table.rows().stream()
                                .map(row -> row.get(table.columns().getFirst()))
                                .filter(Node::isURI)
                                .map(node -> Names.href(store.base(), node.getURI()))
                                .filter(path -> path.startsWith("/id/"))
                                .filter(path -> !path.startsWith("/id/mention/"))
                                .toList());
            }
        }
        assertThat(queries.stream().filter(Behind::linked).map(Behind::href).limit(1))
                .isNotEmpty()
                .allSatisfy(href ->
                        assertThat(get("/page" + href.replaceFirst("#.*", ""))).hasStatusOk());
    }

    @Test
    @Tag("U-09")
    void namesInAnAnswerAreAskedForInOneQuery() {
        MvcTestResult answer = get("/page/sparql?query="
                + UriUtils.encode("SELECT * { ?event ?property ?value } LIMIT 200", StandardCharsets.UTF_8));
        assertThat(parsed(answer).select("#answer td").size()).isGreaterThan(100);
        assertThat(queries(answer).stream().filter(query -> query.name().equals("page/labels")))
                .hasSize(1);
    }

    @ParameterizedTest
    @Tag("P-02")
    @MethodSource("pages")
    void namesAreAskedForAtMostTwiceAndShownInsteadOfIris(String address) {
        MvcTestResult answer = get(address + (address.contains("?") ? "&" : "?") + "lang=ar");

        assertThat(queries(answer).stream()
                        .filter(query -> query.name().equals("page/labels"))
                        .count())
                .as(address)
                .isLessThanOrEqualTo(2);
        assertThat(parsed(answer).select("main a[title^=http]"))
                .as(address)
                .allSatisfy(link -> assertThat(link.text())
                        .as(link.attr("title"))
                        .isNotBlank()
                        .matches(words -> !isIri(words, link.attr("title"))
                                || isAnchor(link)
                                || isAllThatThereIs(words, link.attr("title"))));
    }

    /** The vocabulary lists terms under their own names, labels beside. */
    private static boolean isAnchor(Element link) {
        return link.attr("href").startsWith("#");
    }

    private static boolean isIri(String words, String iri) {
        return words.contains("://") || iri.endsWith("/" + words) || iri.endsWith("#" + words);
    }

    /** A thing without a name, or with one that is like the end of its IRI. */
    private boolean isAllThatThereIs(String words, String iri) {
        Node thing = NodeFactory.createURI(iri);
        Set<String> labels = store.read(present -> Stream.of(Rdfs.label, Skos.prefLabel)
                .flatMap(property -> present.stream(Node.ANY, thing, property, Node.ANY))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .collect(Collectors.toSet()));
        return labels.isEmpty() || labels.contains(words);
    }

    private MvcTestResult get(String address) {
        MvcTestResult answer = browser.get().uri(URI.create(address)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return answer;
    }

    private static List<Behind> queries(MvcTestResult answer) {
        Object found = answer.getRequest().getAttribute(Pages.QUERIES);
        assertThat(found).isInstanceOf(List.class);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(Behind.class::cast).toList();
    }

    private static Document parsed(MvcTestResult answer) {
        return Jsoup.parse(
                new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), "http://localhost/");
    }
}
