package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Dct;
import khabar.vocab.Foaf;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Ontology;
import khabar.vocab.Owl;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import khabar.vocab.VoID;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = SparqlTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"khabar.endpoint.rows=500", "spring.threads.virtual.enabled=true"})
class AddressTest {
    private static final String ADA = "/person/ada-example";
    private static final String ARTICLE = "/article/aaaa000000000001";

    @LocalServerPort
    private int port;

    @Autowired
    private Store store;

    private Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static Graph graph(HttpResponse<String> answer, Lang lang) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), lang).base("urn:none:").parse(graph);
        return graph;
    }

    private static Node id(String path) {
        return SparqlTest.BASE.resolve("id" + path);
    }

    @Tag("I-01")
    @Tag("I-03")
    @ParameterizedTest(name = "I-01, I-03 {0}")
    @ValueSource(strings = {"text/html", "text/turtle", "application/pdf", "*/*"})
    void aThingLeadsToItsDocument(String accept) {
        HttpResponse<String> answer = http.get("/id" + ADA, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/doc" + ADA);
        assertThat(header(answer, "Vary")).doesNotContainPattern("(?i)accept(,|$)");
        assertThat(answer.body()).isEmpty();
    }

    @Tag("I-02")
    @Tag("N-01")
    @ParameterizedTest(name = "I-02, N-01 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle;q=0.9,text/html;q=0.5|text/turtle|ttl",
                "*/*|text/turtle|ttl",
                "application/ld+json;profile=\"x\"|application/ld+json|jsonld",
                "application/n-triples|application/n-triples|nt",
                "application/rdf+xml|application/rdf+xml|rdf",
                "application/trig|application/trig|trig",
                "text/html|text/html|html",
                Http.BROWSER + "|text/html|html",
                "garbage|text/turtle|ttl",
                "text/html;q=0, */*;q=0.1|text/turtle|ttl",
            })
    void aDocumentComesInTheFormThatIsPreferred(String accept, String type, String suffix) {
        HttpResponse<String> answer = http.get("/doc" + ADA, "Accept", accept);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(header(answer, "Vary")).containsPattern("(?i)accept(,|$)");
        assertThat(header(answer, "Content-Location")).isEqualTo("/doc" + ADA + "." + suffix);
        assertThat(header(answer, "Link"))
                .contains("</doc/person/ada-example.ttl>; rel=\"alternate\"; type=\"text/turtle\"")
                .contains("</doc/person/ada-example.html>; rel=\"alternate\"; type=\"text/html\"")
                .contains("<https://khabar.example/id/person/ada-example>; rel=\"cite-as\"");
    }

    @Test
    @Tag("N-07")
    @Tag("N-08")
    @Tag("N-09")
    @DisplayName("N-07, N-08, N-09 The suffix wins, then format=; an unknown one is an error")
    void theSuffixWins() {
        HttpResponse<String> turtle = http.get("/doc" + ADA + ".ttl", "Accept", "text/html");
        assertThat(header(turtle, "Content-Type")).startsWith("text/turtle");
        assertThat(header(turtle, "Vary")).doesNotContainPattern("(?i)accept(,|$)");
        assertThat(header(turtle, "Content-Location")).isEmpty();
        assertThat(http.get("/doc" + ADA + ".html").body()).contains("page /page" + ADA);
        assertThat(http.get("/doc" + ADA + ".docx").statusCode()).isEqualTo(404);
        assertThat(http.get("/doc" + ADA + ".csv").statusCode()).isEqualTo(404);
        assertThat(header(http.get("/doc" + ADA + "?format=nt"), "Content-Type"))
                .startsWith("application/n-triples");
        assertThat(http.get("/doc" + ADA + "?format=docx").statusCode()).isEqualTo(400);
    }

    @Test
    @Tag("N-04")
    @DisplayName("N-04 What nobody offers is refused with the list of what there is")
    void whatNobodyOffersIsRefused() {
        HttpResponse<String> answer = http.get("/doc" + ADA, "Accept", "application/pdf");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/turtle", "application/trig");
        assertThat(header(answer, "Link")).contains("rel=\"alternate\"");
    }

    @Tag("I-04")
    @ParameterizedTest(name = "I-04 HEAD {0}")
    @ValueSource(
            strings = {
                "/id" + ADA,
                "/doc" + ADA,
                "/doc" + ADA + ".ttl",
                "/id/person/nobody",
                "/ns",
                "/dataset",
                "/.well-known/void",
                "/context.jsonld",
                "/graph/events"
            })
    void headSaysWhatGetSays(String path) {
        HttpResponse<String> head = http.send("HEAD", path, "");
        HttpResponse<String> get = http.get(path);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "ETag", "Location", "Vary", "Link")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @Tag("I-05")
    @Tag("I-09")
    @ParameterizedTest(name = "I-05, I-09 {0}")
    @ValueSource(
            strings = {
                "/id/person/nobody",
                "/doc/person/nobody",
                "/doc/person/nobody.ttl",
                "/id/planet/earth",
                "/id/person/Ada",
                "/id/person/ada.example",
                "/doc/person/a..ttl",
                "/graph/none",
                "/graph/article/0000",
                "/id" + ADA + "/",
                "/graph/articles/x",
                "/ns.docx"
            })
    @Tag("I-15")
    void whatIsNotThereIsNotFound(String path) {
        assertThat(http.get(path, "Accept", "text/turtle").statusCode()).isEqualTo(404);
        assertThat(http.get(path, "Accept", "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("I-05")
    @Tag("H-09")
    @DisplayName("I-05, H-09 Not found is said in the form that is preferred, without our insides")
    void notFoundIsSaidInTheFormPreferred() {
        HttpResponse<String> program = http.get("/id/person/nobody", "Accept", "text/turtle");
        assertThat(header(program, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(program.body()).contains("\"status\":404").doesNotContain("khabar.endpoint", "Exception");
        HttpResponse<String> person = http.get("/id/person/nobody", "Accept", Http.BROWSER);
        assertThat(header(person, "Content-Type")).startsWith("text/html");
    }

    @Test
    @Tag("I-06")
    @DisplayName("I-06 A withdrawn article is gone, and says when and why")
    void aWithdrawnArticleIsGone() {
        for (String path : List.of("/id/article/cccc000000000003", "/doc/article/cccc000000000003.ttl")) {
            HttpResponse<String> answer = http.get(path, "Accept", "text/turtle");
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("invalidatedAtTime", "withdrawn by its publisher");
        }
        assertThat(http.get("/id/article/cccc000000000003", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    @Tag("I-06")
    @DisplayName("I-06 An event that another one has taken over leads there")
    void aReplacedEventLeadsOn() {
        HttpResponse<String> id = http.get("/id/event/bbbb000000000002-7");
        assertThat(id.statusCode()).isEqualTo(301);
        assertThat(header(id, "Location")).isEqualTo("/id/event/aaaa000000000001-10");
        HttpResponse<String> doc = http.get("/doc/event/bbbb000000000002-7.ttl");
        assertThat(doc.statusCode()).isEqualTo(301);
        assertThat(header(doc, "Location")).isEqualTo("/doc/event/aaaa000000000001-10.ttl");
    }

    @Test
    @Tag("I-07")
    @Tag("I-12")
    @DisplayName("I-07, I-12 The document is about the thing; IRIs are the base's, whatever Host says")
    void theDocumentIsAboutTheThing() {
        HttpResponse<String> answer = http.get("/doc" + ADA, "X-Forwarded-Host", "evil.example");
        Graph document = graph(answer, Lang.TURTLE);
        assertThat(document.contains(id(ADA), Rdfs.label, Node.ANY)).isTrue();
        assertThat(document.contains(SparqlTest.BASE.resolve("doc" + ADA), Foaf.primaryTopic, id(ADA)))
                .isTrue();
        assertThat(answer.body()).doesNotContain("localhost", "evil.example").contains("آدا مثال");
    }

    @Test
    @Tag("N-11")
    @Tag("N-12")
    @DisplayName("N-11, N-12 All forms of a document say the same")
    void allFormsSayTheSame() {
        Graph turtle = graph(http.get("/doc" + ARTICLE + ".ttl"), Lang.TURTLE);
        assertThat(graph(http.get("/doc" + ARTICLE + ".jsonld"), Lang.JSONLD11).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(graph(http.get("/doc" + ARTICLE + ".nt"), Lang.NTRIPLES).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(graph(http.get("/doc" + ARTICLE + ".rdf"), Lang.RDFXML).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(graph(http.get("/doc" + ARTICLE + ".trig"), Lang.TRIG).isIsomorphicWith(turtle))
                .isTrue();
    }

    @Test
    @Tag("N-14")
    @DisplayName("N-14 JSON-LD comes as one tree where its profile asks for that, and is RDF all the same")
    void framed() {
        String profile = "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#framed\"";

        HttpResponse<String> answer = http.get("/doc" + ARTICLE, "Accept", profile + ", text/turtle;q=0.5");

        assertThat(header(answer, "Content-Type")).isEqualTo(profile);
        JsonNode tree = JsonMapper.shared().readTree(answer.body());
        assertThat(tree.path("@context").asString())
                .isEqualTo(SparqlTest.BASE.resolve("context.jsonld").getURI());
        assertThat(tree.path("id").asString()).isEqualTo(id(ARTICLE).getURI());
        assertThat(tree.path("reports").path("eventType").isMissingNode())
                .as("%s", tree)
                .isFalse();
        String whole = answer.body()
                .replaceFirst(
                        "\"@context\":\"[^\"]*\"",
                        contextOf(http.get("/context.jsonld").body()));
        Graph all = graph(http.get("/doc" + ARTICLE + ".ttl"), Lang.TURTLE);
        Graph read = RDFParser.fromString(whole, Lang.JSONLD11).toGraph();
        assertThat(read.isEmpty()).isFalse();
        assertThat(read.stream()).allMatch(all::contains);
        assertThat(header(answer, "ETag"))
                .isNotEqualTo(header(http.get("/doc" + ARTICLE, "Accept", "application/ld+json"), "ETag"));
        assertThat(header(
                        http.get("/doc" + ARTICLE, "Accept", "application/ld+json, " + profile + ";q=0.5"),
                        "Content-Type"))
                .doesNotContain("framed");
    }

    private static String contextOf(String document) {
        return "\"@context\":"
                + Matcher.quoteReplacement(
                        JsonMapper.shared().readTree(document).path("@context").toString());
    }

    @Test
    @DisplayName("A document holds what depends on the thing, what points to it, and the names of what is named")
    void aDocumentHoldsWhatDependsOnTheThing() {
        Graph article = graph(http.get("/doc" + ARTICLE + ".ttl"), Lang.TURTLE);
        Node report = id("/report/aaaa000000000001-10");
        assertThat(article.contains(report, Kh.eventType, Node.ANY)).isTrue();
        assertThat(article.contains(id("/participation/aaaa000000000001-10-0"), Kh.party, id(ADA)))
                .isTrue();
        assertThat(article.contains(id("/mention/aaaa000000000001-body-5-9"), Kh.exact, Node.ANY))
                .isTrue();
        assertThat(article.contains(id(ADA), Rdfs.label, Literals.text("Ada Example", "en")))
                .isTrue();
        assertThat(article.contains(SparqlTest.BASE.resolve("doc" + ARTICLE), Dct.license, Node.ANY))
                .isTrue();
        Graph event = graph(http.get("/doc/event/aaaa000000000001-10.ttl"), Lang.TURTLE);
        assertThat(event.contains(id("/report/bbbb000000000002-7"), Kh.reportedIn, Node.ANY))
                .isTrue();
        assertThat(event.contains(id("/mention/aaaa000000000001-body-0-40"), Kh.exact, Node.ANY))
                .isTrue();
        Graph person = graph(http.get("/doc" + ADA + ".ttl"), Lang.TURTLE);
        assertThat(person.contains(id("/tenure/ada-example-0"), Rdfs.label, Node.ANY))
                .isTrue();
        assertThat(person.contains(id("/event/aaaa000000000001-10"), Kh.actor, id(ADA)))
                .isTrue();
        assertThat(person.contains(id("/event/aaaa000000000001-10"), Rdfs.label, Node.ANY))
                .isTrue();
    }

    @Test
    @Tag("H-01")
    @Tag("H-02")
    @DisplayName("H-01, H-02 A client that has it already gets 304, until something is written")
    void whatIsKnownIsNotSentAgain() {
        HttpResponse<String> first = http.get("/doc" + ADA + ".ttl");
        String tag = header(first, "ETag");
        assertThat(tag).startsWith("W/\"");
        assertThat(header(http.get("/doc" + ADA + ".nt"), "ETag")).isNotEqualTo(tag);
        HttpResponse<String> again = http.get("/doc" + ADA + ".ttl", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        Triple more = Triple.create(id("/source/other"), Rdfs.label, Literals.text("Other", "en"));
        store.write(now -> Changes.adding(SparqlTest.BASE.graph("other"), List.of(more)));
        assertThat(http.get("/doc" + ADA + ".ttl", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("I-08")
    @DisplayName("I-08 Every IRI of ours in the data answers")
    void everyIriAnswers() {
        HttpResponse<String> found = http.query(
                "SELECT DISTINCT ?i { { ?i ?p ?o } UNION { ?s ?p ?i } FILTER STRSTARTS(STR(?i), 'https://khabar.example/') }",
                "Accept",
                "text/csv");
        List<String> iris = found.body().lines().skip(1).map(String::strip).toList();
        assertThat(iris).hasSizeGreaterThan(10).allSatisfy(iri -> {
            int status =
                    http.get(iri.substring("https://khabar.example".length())).statusCode();
            assertThat(status).isIn(iri.contains("cccc") ? List.of(410) : List.of(200, 301, 303));
        });
    }

    @Test
    @DisplayName("A named graph answers at its own address, and a person gets its page")
    void aGraphAnswers() {
        HttpResponse<String> events = http.get("/graph/events");
        assertThat(graph(events, Lang.TURTLE).size()).isEqualTo(7);
        assertThat(http.get("/graph/events.trig").body()).contains("https://khabar.example/graph/events");
        Graph article = graph(http.get("/graph/article/aaaa000000000001.nt"), Lang.NTRIPLES);
        assertThat(article.contains(id("/source/qanat"), Rdfs.label, Literals.text("قناة", "ar")))
                .isTrue();
        assertThat(graph(http.get("/graph/events.rdf"), Lang.RDFXML).size()).isEqualTo(7);
        assertThat(http.get("/graph/events", "Accept", Http.BROWSER).body()).contains("page /page/graph/events");
    }

    @Test
    @Tag("O-01")
    @DisplayName("O-01 The ontology and the event types answer")
    void theVocabularyAnswers() {
        assertThat(graph(http.get("/ns"), Lang.TURTLE).contains(Kh.Event, Rdfs.label, Node.ANY))
                .isTrue();
        assertThat(graph(http.get("/ns.jsonld"), Lang.JSONLD11).contains(Kh.Event, Rdfs.label, Node.ANY))
                .isTrue();
        assertThat(graph(http.get("/event-types.ttl"), Lang.TURTLE).size()).isPositive();
        assertThat(http.get("/ns", "Accept", Http.BROWSER).body()).contains("page /page/ns");
        assertThat(http.get("/event-types.html").body()).contains("page /page/event-types");
        assertThat(header(http.get("/ns.ttl"), "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    @Tag("N-16")
    @DisplayName("N-16 What is large is sent compressed")
    void whatIsLargeIsCompressed() {
        HttpResponse<String> answer = http.get("/ns.ttl", "Accept-Encoding", "gzip");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Vary").toLowerCase(java.util.Locale.ROOT)).contains("accept-encoding");
    }

    @Test
    @Tag("H-01")
    @Tag("H-03")
    @DisplayName("Each form has a time and a tag of its own; a page is asked for again, data is kept for a while")
    void everyFormHasATimeAndATag() {
        for (String form : List.of("ttl", "jsonld", "html")) {
            HttpResponse<String> first = http.get("/doc" + ADA + "." + form);
            assertThat(header(first, "Last-Modified")).as(form).endsWith("GMT");
            assertThat(header(first, "Cache-Control")).as(form).startsWith("public");
            HttpResponse<String> again = http.get("/doc" + ADA + "." + form, "If-None-Match", header(first, "ETag"));
            assertThat(again.statusCode()).as(form).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "Cache-Control")).isEqualTo(header(first, "Cache-Control"));
            assertThat(http.get("/doc" + ADA + "." + form, "If-Modified-Since", header(first, "Last-Modified"))
                            .statusCode())
                    .isEqualTo(304);
        }
        String english = header(http.get("/doc" + ADA + ".html", "Accept-Language", "en"), "ETag");
        String arabic = header(http.get("/doc" + ADA + ".html", "Accept-Language", "ar"), "ETag");
        assertThat(english).isNotEqualTo(arabic);
        assertThat(header(http.get("/doc" + ADA, "Accept", "text/html"), "Vary"))
                .contains("Accept", "Accept-Language", "Cookie");
    }

    @Test
    @Tag("H-07")
    @Tag("N-10")
    void headersLinkWhatBelongsToADocument() {
        String data = header(http.get("/doc" + ADA + ".ttl"), "Link");
        assertThat(data)
                .contains("<https://creativecommons.org/licenses/by-sa/4.0/>; rel=\"license\"")
                .contains("<https://khabar.example/dataset>; rel=\"describedby\"")
                .contains("<https://khabar.example/id/person/ada-example>; rel=\"cite-as\"")
                .doesNotContain("canonical");
        for (String suffix : List.of("ttl", "jsonld", "nt", "rdf", "trig", "html")) {
            assertThat(data).contains("</doc" + ADA + "." + suffix + ">; rel=\"alternate\"");
        }
        assertThat(header(http.get("/doc" + ADA + ".html"), "Link"))
                .contains("<https://khabar.example/doc/person/ada-example>; rel=\"canonical\"");
        assertThat(header(http.get("/ns"), "Link"))
                .contains("<https://w3id.org/khabar/ns>; rel=\"cite-as\"", "licenses/by/4.0/>; rel=\"license\"");
    }

    @Test
    @Tag("I-11")
    void whatIsKnownElsewhereIsFoundByItsNameThere() {
        String there = "http://things.example/Q1?a=b#c";
        store.write(now -> Changes.adding(
                SparqlTest.BASE.graph("other"),
                List.of(Triple.create(id("/source/other"), Skos.exactMatch, NodeFactory.createURI(there)))));
        HttpResponse<String> found = http.get("/resource?uri=" + Http.encoded(there));
        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(header(found, "Location")).isEqualTo("/id/source/other");
        assertThat(header(http.get("/resource?uri=" + Http.encoded("https://khabar.example/graph/events")), "Location"))
                .isEqualTo("/graph/events");
        assertThat(http.get("/resource?uri=" + Http.encoded("http://things.example/none"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(header(http.get("/resource?uri="), "Location")).isEqualTo("/dataset");
        for (String wrong : List.of("/resource?uri=a%20b", "/resource?uri=x/y")) {
            assertThat(http.get(wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @Tag("H-05")
    @ValueSource(
            strings = {"/doc" + ADA, "/id" + ADA, "/ns.ttl", "/sparql", "/context.jsonld", "/resource", "/graph/events"
            })
    void scriptsOfAnySiteMayRead(String path) {
        HttpResponse<String> asked = http.send(
                "OPTIONS",
                path,
                "",
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "content-type");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(header(asked, "Access-Control-Allow-Methods")).contains("GET");
        assertThat(header(asked, "Access-Control-Allow-Headers")).contains("Content-Type");
        HttpResponse<String> answer = http.get(path, "Origin", "https://elsewhere.example");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Link", "X-Result-Truncated");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    @Tag("H-13")
    void noAnswerIsWrappedIntoAScript() {
        for (String path : List.of("/doc" + ADA + ".jsonld", "/sparql?query=ASK%7B%7D", "/context.jsonld")) {
            String sign = path.contains("?") ? "&" : "?";
            assertThat(http.get(path + sign + "callback=alert(1)//").body()).doesNotContain("alert");
        }
    }

    @Test
    @Tag("O-01")
    @Tag("O-02")
    void theVersionOfTheOntologyAnswers() {
        String version = Ontology.version(Ontology.terms());
        HttpResponse<String> answer = http.get("/ns/" + version);
        assertThat(graph(answer, Lang.TURTLE).contains(Kh.Event, Rdfs.label, Node.ANY))
                .isTrue();
        assertThat(header(answer, "Content-Location")).isEqualTo("/ns/" + version + ".ttl");
        assertThat(graph(http.get("/ns/" + version + ".rdf"), Lang.RDFXML).isIsomorphicWith(graph(answer, Lang.TURTLE)))
                .isTrue();
        Node prior = graph(answer, Lang.TURTLE).stream(NodeFactory.createURI(Kh.ONTOLOGY), Owl.priorVersion, Node.ANY)
                .map(Triple::getObject)
                .findFirst()
                .orElseThrow();
        assertThat(graph(http.get(prior.getURI().replaceFirst(".*/khabar", "")), Lang.TURTLE)
                        .contains(Kh.Event, Rdfs.label, Node.ANY))
                .isTrue();
        assertThat(http.get("/ns/9.9.9").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("O-03")
    void theContextGivesTermsTheirOwnNames() {
        HttpResponse<String> context = http.get("/context.jsonld");
        assertThat(header(context, "Content-Type")).startsWith("application/ld+json");
        String data = context.body().strip().replaceFirst("}$", "")
                + ", \"id\": \"urn:x:1\", \"type\": \"Event\", \"actor\": \"urn:x:2\"}";
        Graph read = GraphFactory.createDefaultGraph();
        RDFParser.fromString(data, Lang.JSONLD11).parse(read);
        Node event = NodeFactory.createURI("urn:x:1");
        assertThat(read.contains(event, Rdf.type, Kh.Event)).isTrue();
        assertThat(read.contains(event, Kh.actor, NodeFactory.createURI("urn:x:2")))
                .isTrue();
        assertThat(header(http.get("/shapes.ttl", "Origin", "https://x.example"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    @Tag("N-11")
    void aLabelIsTheSameLettersInEveryForm() {
        for (String form : List.of("ttl", "nt", "jsonld", "rdf", "trig")) {
            assertThat(http.get("/doc" + ADA + "." + form).body()).as(form).contains("آدا مثال");
        }
        assertThat(http.query("SELECT ?l { <" + id(ADA) + "> <" + Rdfs.label + "> ?l }", "Accept", "text/csv")
                        .body())
                .contains("آدا مثال");
    }

    @Test
    @Tag("D-02")
    @Tag("D-03")
    @Tag("D-10")
    @Tag("H-08")
    @Tag("F-06")
    void theDatasetDescribesItself() {
        HttpResponse<String> known = http.get("/.well-known/void");
        assertThat(known.statusCode()).isEqualTo(303);
        assertThat(header(known, "Location")).isEqualTo("/dataset");
        Graph turtle = graph(http.get("/dataset"), Lang.TURTLE);
        Node dataset = SparqlTest.BASE.resolve("dataset");
        assertThat(turtle.contains(dataset, Rdf.type, VoID.Dataset)).isTrue();
        assertThat(turtle.contains(dataset, VoID.triples, Node.ANY)).isTrue();
        assertThat(turtle.contains(dataset, VoID.exampleResource, Node.ANY)).isTrue();
        assertThat(turtle.contains(dataset, Dct.modified, Node.ANY)).isTrue();
        assertThat(turtle.contains(SparqlTest.BASE.resolve("sparql"), Rdf.type, Node.ANY))
                .isTrue();
        assertThat(graph(http.get("/dataset.jsonld"), Lang.JSONLD11).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(graph(http.get("/dataset.rdf"), Lang.RDFXML).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(header(http.get("/dataset"), "Link"))
                .contains(
                        "rel=\"type\"",
                        "rel=\"author\"",
                        "rel=\"license\"",
                        "rel=\"describedby\"; type=\"text/turtle\"")
                .contains("<https://khabar.example/dataset>; rel=\"cite-as\"");
        turtle.find(dataset, VoID.exampleResource, Node.ANY)
                .forEach(example -> assertThat(
                                http.get(example.getObject().getURI().substring("https://khabar.example".length()))
                                        .statusCode())
                        .isEqualTo(303));
    }

    @Test
    @Tag("D-04")
    void noNumberIsOfAnEarlierState() {
        long before = triples();
        store.write(now -> Changes.adding(
                SparqlTest.BASE.graph("other"),
                List.of(Triple.create(id("/source/new"), Rdfs.label, Literals.text("New " + before, "en")))));
        assertThat(triples()).isEqualTo(before + 1);
    }

    private long triples() {
        return graph(http.get("/dataset.ttl"), Lang.TURTLE).stream(
                        SparqlTest.BASE.resolve("dataset"), VoID.triples, Node.ANY)
                .mapToLong(triple -> Long.parseLong(triple.getObject().getLiteralLexicalForm()))
                .sum();
    }

    @Test
    @Tag("E-04")
    void partsOfTheDataComeAsFiles() {
        HttpResponse<String> made =
                http.get("/export/query?query=" + Http.encoded("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(graph(http.get(header(made, "Location")), Lang.TURTLE).size())
                .isEqualTo(3);
        assertThat(http.get("/export/query").statusCode()).isEqualTo(400);
        HttpResponse<String> articles = http.get("/export/articles.ttl?source=qanat&from=2017-09&to=2017");
        assertThat(articles.statusCode()).isEqualTo(200);
        assertThat(header(articles, "Content-Disposition")).contains("khabar-articles.ttl");
        assertThat(http.get("/export/articles.ttl?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(http.get("/export/articles.ttl?source=A.B").statusCode()).isEqualTo(400);
        assertThat(http.get("/changes?since=x").statusCode()).isEqualTo(400);
        assertThat(http.get("/changes?since=99999999").statusCode()).isEqualTo(400);
        assertThat(http.get("/export/2026-11-23/news.nq.gz").statusCode()).isEqualTo(404);
        assertThat(http.get("/export/latest/news.nq.gz").statusCode()).isEqualTo(404);
    }
}
