package khabar.app;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khabar.app.command.Settings;
import khabar.app.desk.ServerFile;
import khabar.merge.Merger;
import khabar.merge.Story;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Kh;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** A reader says what is wrong, an editor deals with it, and nobody else hears of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedbackTest {
    private static final String PASSWORD = "a long pass phrase"; // no one's
    /** With the fewest rounds of bcrypt: each request tries it. */
    private static final String HASH = String.valueOf(new BCryptPasswordEncoder(4).encode(PASSWORD));

    private static final String DAY = "2017-09-12";
    private static final Story HERE = Story.of("a1", DAY, visit(10, DAY, "damascus"));
    private static final Story THERE = Story.of("a3", DAY, visit(10, DAY, "moscow"));
    private static final String VISIT = """
                {"id":"visit","source":"Harbour Gazette","published":"2018-03-07","language":"en","headline":"A visit","body":"Vladimir Putin \
                visited Damascus on Tuesday and met Bashar al-Assad."}""";
    private static final String EVENT = HERE.event(10).getURI();
    private static final String OTHER = THERE.event(10).getURI();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private Api editor = new Api(0, "");
    private Api reader = new Api(0, "");

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path place = folder.resolve("store");
        Merger merger = new Merger(BASE, Clock.systemUTC());
        try (Store store = Store.open(new StoreSettings(place), BASE)) {
            List.of(HERE, THERE).forEach(story -> store.write(present -> merger.replace(present, story.graph())));
        }
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "khabar.base", BASE.iri(),
                "khabar.sample", "false",
                "khabar.notes.each", "4",
                "khabar.users.layla.password", HASH,
                "khabar.users.omar.password", HASH,
                "khabar.users.omar.role", "reader");
        server = Optional.of(Khabar.start(new Settings(place, Optional.empty(), settings)));
        int port = ServerFile.find(place).orElseThrow().port();
        editor = new Api(port, basic("layla"));
        reader = new Api(port, basic("omar"));
    }

    @AfterAll
    void stop() {
        server.ifPresent(ConfigurableApplicationContext::close);
        client.close();
    }

    @Test
    @Order(1)
    @Tag("X-05")
    void aReaderSendsWhatIsWrongFromAPageAndNoOtherWay() {
        assertThat(get("/doc/event/a1-10")).contains("/feedback?about=/id/event/a1-10", "This is wrong");
        HttpResponse<String> form = form("/feedback?about=/id/event/a1-10&lang=en");
        assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(form.body()).contains("It is the same as another one here", "Neither your name nor your address");

        HttpResponse<String> sent = send(form, "/feedback", about("same", OTHER, "one <b>visit</b>, told twice"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(get(sent.headers().firstValue("Location").orElseThrow() + "&lang=en"))
                .contains("Thank you");

        assertThat(post("/feedback", about("same", OTHER, "from elsewhere"), "").statusCode())
                .isEqualTo(403);
        assertThat(send(form, "/feedback", about("same", "", " \u0007 ")).statusCode())
                .isEqualTo(400);
        assertThat(send(form, "/feedback", about("same", "", "x".repeat(1_001))).statusCode())
                .isEqualTo(400);
        assertThat(send(form, "/feedback", Map.of("about", "/id/event/nothing-0", "words", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void nobodyButAnEditorSeesIt() {
        assertThat(editor.send("GET", "/notes?lang=en", "").body())
                .contains("one &lt;b&gt;visit&lt;/b&gt;, told twice")
                .doesNotContain("127.0.0.1", "<b>visit");
        assertThat(get("/doc/event/a1-10")).doesNotContain("told twice");
        for (String path : List.of("/notes", "/page/notes", "/api/notes")) {
            assertThat(new Api(editor.port(), "").send("GET", path, "").statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(reader.send("GET", path, "").statusCode()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/sparql?format=csv&query=" + encoded("SELECT * { ?s ?p ?o FILTER CONTAINS(STR(?o), 'told twice') }"),
                "/sparql?format=csv&query="
                        + encoded("SELECT * { GRAPH ?g { ?s <http://www.w3.org/ns/oa#bodyValue> ?o } }"),
                "/downloads/khabar.nq",
                "/doc/event/a1-10.ttl",
                "/search?q=twice")) {
            assertThat(get(path)).as(path).doesNotContain("told twice");
        }
    }

    @Test
    @Order(3)
    void anEditorDecidesOnItAndTakesItBack() {
        String key = open().path(0).path("key").asString();
        HttpResponse<String> list = editor.send("GET", "/notes?lang=en", "");
        assertThat(list.body()).contains("value=\"join\" selected", "value=\"" + EVENT, "value=\"" + OTHER);

        HttpResponse<String> refused =
                send(list, "/notes/" + key, Map.of("act", "apply", "decide", "join", "one", EVENT, "two", "a9-9"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("there is no event a9-9");

        HttpResponse<String> joined = send(
                list,
                "/notes/" + key,
                Map.of("act", "apply", "decide", "join", "one", EVENT, "two", OTHER, "because", "one visit"));
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(open()).isEmpty();
        assertThat(get("/doc/event/a1-10?lang=en"))
                .contains("one visit", "layla")
                .doesNotContain("told twice");
        assertThat(deal(key, "dismiss").statusCode()).isEqualTo(409);

        HttpResponse<String> undone = send(list, "/notes/" + key, Map.of("act", "reopen"));
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(open()).hasSize(1);
        assertThat(editor.json("GET", "/api/decisions", "")).isEmpty();
    }

    @Test
    @Order(4)
    void aProgramDoesTheSame() {
        String key = open().path(0).path("key").asString();
        HttpResponse<String> applied = editor.send(
                "POST",
                "/api/notes/" + key,
                "{\"act\":\"apply\",\"decide\":\"join\",\"of\":[\"a1-10\",\"a3-10\"],\"note\":\"one visit\"}");
        assertThat(applied.body()).contains("\"state\":\"applied\"", "\"complaint\":\"same\"");
        assertThat(deal(key, "reopen").body()).contains("\"state\":\"open\"");
        assertThat(deal(key, "dismiss").body()).contains("\"state\":\"dismissed\"");
        assertThat(editor.json("GET", "/api/notes?state=dismissed", "")).hasSize(1);
        assertThat(deal(key, "reopen").statusCode()).isEqualTo(200);
        assertThat(deal(key, "praise").statusCode()).isEqualTo(400);
        assertThat(deal("nothing", "dismiss").statusCode()).isEqualTo(404);
        assertThat(new Api(editor.port(), "")
                        .send("POST", "/api/notes/" + key, "{\"act\":\"dismiss\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    /** From the note on a link to another participant of the event and back. */
    @Test
    @Order(5)
    void aNameThatWasTakenForSomebodyElseIsPutRightAndTheEventFollows() {
        HttpResponse<String> taken = editor.send("POST", "/api/articles", VISIT);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        String article = rows("SELECT ?x { ?x a kh:Article ; kh:sourceIdentifier 'visit' }")
                .getFirst();
        String name = rows("SELECT ?x { ?x kh:mentionedIn <" + article + "> ; kh:exact ?w ; kh:mentionType 'Person' ."
                        + " FILTER(STR(?w) = 'Vladimir Putin') }")
                .getFirst();
        String path = name.substring(BASE.iri().length() - 1);
        String shoigu = BASE.id("person", "sergei-shoigu").getURI();
        String actors = "SELECT DISTINCT ?x { <" + article + "> kh:reports/kh:reportOf/kh:actor ?x }";
        List<String> before = rows(actors);
        assertThat(before)
                .contains(BASE.id("person", "vladimir-putin").getURI())
                .doesNotContain(shoigu);

        HttpResponse<String> form = form("/feedback?about=" + path + "&lang=en");
        assertThat(form.body()).contains("The name stands for somebody or something else");
        send(form, "/feedback", Map.of("about", path, "complaint", "link", "other", shoigu, "words", "the minister"));
        String key = open().valueStream()
                .filter(note -> note.path("about").asString().equals(name))
                .map(note -> note.path("key").asString())
                .findFirst()
                .orElseThrow();
        HttpResponse<String> list = editor.send("GET", "/notes?lang=en", "");
        assertThat(list.body()).contains("value=\"link-all\" selected", "value=\"" + name, "value=\"" + shoigu);

        HttpResponse<String> refused =
                send(list, "/notes/" + key, Map.of("act", "apply", "decide", "link", "one", name, "two", "Tripoli"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("give the whole address");
        Map<String, String> decision = Map.of(
                "act", "apply", "decide", "link-all", "one", name, "two", shoigu, "because", "Mr Putin stayed at home");
        assertThat(send(list, "/notes/" + key, decision).statusCode()).isEqualTo(303);
        assertThat(rows(actors))
                .contains(shoigu)
                .doesNotContain(BASE.id("person", "vladimir-putin").getURI());
        String page = path.replace("/id/", "/doc/");
        assertThat(get(page + "?lang=en"))
                .contains("by an editor", "layla", "Mr Putin stayed at home", "throughout the article", "/id/decision/")
                .contains("but for the decision it might be", "vladimir-putin")
                .doesNotContain("the minister");
        assertThat(get(page + "?lang=ar")).contains("بقرار محرر", "قرار يسري على هذا الاسم في المقال كله");

        String decided = editor.json("GET", "/api/decisions", "")
                .path(0)
                .path("decision")
                .asString();
        String ofVisit = article.substring(article.lastIndexOf('/') + 1);
        assertThat(put(ofVisit, VISIT.replace("Vladimir Putin", "Dmitry Medvedev")))
                .isEqualTo(204);
        assertThat(get("/doc/decision/" + decided + "?lang=en")).contains("changes nothing now");
        assertThat(put(ofVisit, VISIT)).isEqualTo(204);
        assertThat(get("/doc/decision/" + decided + "?lang=en")).doesNotContain("changes nothing now");
        assertThat(rows(actors)).contains(shoigu);

        assertThat(send(list, "/notes/" + key, Map.of("act", "reopen")).statusCode())
                .isEqualTo(303);
        assertThat(rows(actors)).isEqualTo(before);
        assertThat(get(page + "?lang=en")).doesNotContain("by an editor");
        assertThat(deal(key, "dismiss").statusCode()).isEqualTo(200);
    }

    private int put(String article, String line) {
        return editor.send("PUT", "/api/articles/" + article, line).statusCode();
    }

    private List<String> rows(String query) {
        String answer = get(
                "/sparql?format=csv&query=" + encoded("PREFIX kh: <" + Kh.NAMESPACE + "> " + query + " ORDER BY ?x"));
        return answer.lines().skip(1).toList();
    }

    /** The last: nobody else is heard from this address afterwards. */
    @Test
    @Order(6)
    void whoSendsTooManyIsAskedToComeLater() {
        HttpResponse<String> form = form("/feedback?about=/id/event/a1-10&lang=en");
        List<Integer> codes = List.of("one", "two", "three").stream()
                .map(words -> send(form, "/feedback", about("other", "", words)).statusCode())
                .toList();
        assertThat(codes).containsExactly(303, 303, 429);
        assertThat(open()).hasSize(3);
    }

    private JsonNode open() {
        return editor.json("GET", "/api/notes?state=open", "");
    }

    private HttpResponse<String> deal(String key, String act) {
        return editor.send("POST", "/api/notes/" + key, "{\"act\":\"" + act + "\"}");
    }

    private static Map<String, String> about(String complaint, String other, String words) {
        return Map.of("about", "/id/event/a1-10", "complaint", complaint, "other", other, "words", words);
    }

    private String get(String path) {
        return new Api(editor.port(), "")
                .send("GET", path, "", "Accept", "text/html")
                .body();
    }

    private HttpResponse<String> form(String path) {
        return new Api(editor.port(), "").send("GET", path, "", "Accept", "text/html");
    }

    /** Sends a form with what its page gave along: the token in it, and the cookie. */
    private HttpResponse<String> send(HttpResponse<String> page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("the form has a token").isTrue();
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token.group(1));
        return post(
                path,
                all,
                page.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String cookies) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + editor.port() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header("Cookie", cookies)
                .POST(BodyPublishers.ofString(body));
        if (path.startsWith("/notes")) {
            request.header("Authorization", editor.authorization());
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(path, failed);
        }
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
