package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.app.desk.ServerFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The commands beside a running server, and the write API that they use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerTest {
    private static final String COUNT =
            "SELECT (COUNT(?a) AS ?n) { GRAPH ?g { ?a <https://w3id.org/khabar/ns#textHash> ?h } }";

    private Path folder = Path.of("unused");

    private Shell shell = new Shell(Path.of("unused"));
    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void startOnANewStore(@TempDir Path fresh) {
        folder = fresh;
        shell = new Shell(folder.resolve("store"));
        server = Optional.of(start(shell.store()));
    }

    @AfterAll
    void stop() {
        server.ifPresent(ConfigurableApplicationContext::close);
        client.close();
        assertThat(shell.store().resolve("server.json")).doesNotExist();
    }

    @Test
    void onlyTheOwnerMayReadTheFileThatHoldsTheToken() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(shell.store().resolve("server.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewStoreHasTheSampleUntilItIsRemovedForGood() {
        assertThat(count()).isGreaterThanOrEqualTo(53);

        assertThat(shell.run("remove", "--sample").out()).startsWith("removed 53");

        assertThat(count()).isLessThan(53);
        server.ifPresent(ConfigurableApplicationContext::close);
        server = Optional.of(start(shell.store()));
        assertThat(count()).isLessThan(53);
    }

    @Test
    void whatWasIngestedIsFoundExportedAndRemoved() throws IOException {
        Path file = Files.writeString(folder.resolve("visit.txt"), Texts.VISIT);

        assertThat(shell.run("ingest", file.toString()))
                .isEqualTo(new Shell.Ran(0, "read 1: 1 new, 0 changed, 0 unchanged, 0 refused\n", ""));
        assertThat(shell.run("ingest", file.toString()).out()).contains("1 unchanged");
        String found = shell.run(
                        "query",
                        "--format",
                        "csv",
                        "SELECT ?a { ?a <http://schema.org/headline> 'وزير الخارجية الفرنسي يزور بغداد'@ar }")
                .out();
        String iri = found.lines().skip(1).findFirst().orElseThrow();
        assertThat(shell.run("export", "--entity", iri).out()).contains("schema:headline");
        Path dump = folder.resolve("all.nq");
        assertThat(shell.run("export", "--format", "nquads", "-o", dump.toString())
                        .code())
                .isZero();
        assertThat(dump).content().contains("<" + iri + ">");
        assertThat(shell.run("remove", iri).code()).isZero();
        assertThat(shell.run("remove", iri).code()).isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void badInputIsSaidAsWithoutAServer() throws IOException {
        Path lines = Files.writeString(
                folder.resolve("day.jsonl"), Texts.LINE_PARIS + "\n{\"id\":\n" + Texts.LINE_ROME + "\n");
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");

        Shell.Ran ran = shell.run("ingest", lines.toString(), empty.toString(), Texts.MISSING);

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).isEqualTo("read 4: 2 new, 0 changed, 0 unchanged, 2 refused\n");
        assertThat(ran.err()).hasLineCount(3).contains(lines + ":2: ", empty + ":1: ", Texts.MISSING);
        assertThat(shell.run("query", "SELECT {").code()).isEqualTo(ExitCode.REFUSED);
        Shell.Ran bulk = shell.run("ingest", "--bulk", lines.toString());
        assertThat(bulk.err()).hasLineCount(1).contains("a server has this store", "--bulk");
        assertThat(bulk.code()).isEqualTo(ExitCode.BUSY);
        assertThat(shell.run("export", "--entity", "id/person/nobody").code()).isEqualTo(ExitCode.NO_INPUT);
    }

    /** Refused long before its end, when the command still sends. */
    @Test
    void whatIsFarTooLongIsOneLineAsWithoutAServer() throws IOException {
        Path endless = Files.writeString(folder.resolve("endless.txt"), "They met in Rome. ".repeat(2_500_000));

        Shell.Ran ran = shell.run("ingest", endless.toString());

        assertThat(ran.err()).isEqualTo("khabar: " + endless + ":1: longer than 5 MB; an article is shorter\n");
        assertThat(ran.out()).isEqualTo("read 1: 0 new, 0 changed, 0 unchanged, 1 refused\n");
        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void theServerTellsTheFormAsTheCommandDoes() throws IOException {
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        Files.writeString(mixed.resolve("a.json"), "{\"@type\":\"NewsArticle\",\"articleBody\":\"They met in Oslo.\"}");
        Files.writeString(mixed.resolve("b"), "{\"uri\":\"urn:x:1\",\"type\":\"picture\"}");
        Files.writeString(mixed.resolve("c.md"), "They met in Rome.");
        Files.createSymbolicLink(mixed.resolve("d.txt"), mixed.resolve("gone"));

        Shell.Ran ran = shell.run("ingest", mixed.toString());

        assertThat(ran.out()).isEqualTo("read 4: 1 new, 0 changed, 0 unchanged, 3 refused\n");
        assertThat(ran.err().lines().map(line -> line.replaceFirst("^.*/", "")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("b:1: a ninjs item of type \"picture\""),
                        line -> assertThat(line).startsWith("c.md:1: is of no kind that is read in a folder"),
                        line -> assertThat(line).isEqualTo("d.txt:1: is a link that leads nowhere"));
        assertThat(shell.run("ingest", mixed.resolve("c.md").toString()).out()).contains("1 new");
        assertThat(shell.runOn("They met in Lima.", "ingest", "-").out()).contains("1 new");
    }

    @Test
    @Tag("H-06")
    void nobodyWritesWithoutTheToken() throws IOException, InterruptedException {
        for (Map.Entry<String, String> asked : Map.of(
                        "articles", "POST",
                        "articles/0123456789abcdef", "DELETE",
                        "sample", "DELETE",
                        "decisions", "GET",
                        "decisions/0123456789abcdef", "DELETE",
                        "query", "POST",
                        "export", "GET",
                        "stats", "GET")
                .entrySet()) {
            // Twenty failures, and nobody from here is heard for a while.
            List<String> authorizations = asked.getKey().equals("articles")
                    ? List.of("", "Bearer ", "Bearer 00", "Basic YTpi")
                    : List.of("", "Bearer 00");
            for (String authorization : authorizations) {
                HttpResponse<String> answer = ask(asked.getValue(), asked.getKey(), authorization, "x", "text/plain");
                assertThat(answer.statusCode()).as(asked + " " + authorization).isEqualTo(401);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
                assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .isEmpty();
            }
        }
    }

    @Test
    void refusalsOfTheWriteApiAreProblems() throws IOException, InterruptedException {
        String token = "Bearer " + ServerFile.find(shell.store()).orElseThrow().token();

        HttpResponse<String> blank = ask("POST", "articles?name=x", token, "  ", "text/plain");
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonMapper.shared().readTree(blank.body()).get("refused").asInt())
                .isEqualTo(1);
        assertThat(ask("POST", "articles", token, "x", "image/png").statusCode())
                .isEqualTo(415);
        assertThat(ask("DELETE", "articles/0123456789abcdef", token, "", "text/plain")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("POST", "query?format=pdf", token, "ASK {}", "application/sparql-query")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("GET", "export?format=pdf", token, "", "text/plain").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatEditorsDecideHoldsAtOnceAndIsShown() throws IOException, InterruptedException {
        String two = """
                {"id":"e1","source":"One","published":"2016-03-02","body":"John Kerry met Sergey Lavrov in Geneva on 1 March 2016."}
                {"id":"e2","source":"Two","published":"2016-03-02","body":"John Kerry met Sergey Lavrov in Paris on 29 February 2016."}
                """;
        assertThat(shell.runOn(two, "ingest", "-").out()).contains("2 new");
        List<String> events = events("2016");
        assertThat(events).hasSize(2);

        Shell.Ran joined = shell.run("merge", "--join", events.get(0), events.get(1), "--note", "<b>one</b> meeting");
        assertThat(joined.err()).isEmpty();
        assertThat(events("2016")).hasSize(1);
        String event = events("2016").getFirst();
        String gone =
                events.stream().filter(one -> !one.equals(event)).findFirst().orElseThrow();
        HttpResponse<String> old = get(gone.substring(gone.indexOf("/id/")));
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.headers().firstValue("Location").orElse("")).endsWith(event.substring(event.indexOf("/id/")));
        assertThat(get(event.substring(event.indexOf("/id/")).replace("/id/", "/page/"))
                        .body())
                .contains("What editors decided", "&lt;b&gt;one&lt;/b&gt; meeting");

        String token = "Bearer " + ServerFile.find(shell.store()).orElseThrow().token();
        String key = shell.run("merge", "--list").out().split("\t", 2)[0];
        assertThat(ask("GET", "decisions", token, "", "text/plain").body()).contains("\"" + key + "\"");
        assertThat(ask("POST", "decisions", token, "{\"decide\":\"pin\"}", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("POST", "decisions", token, "pin", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(shell.run("merge", "--join", event, event).code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.run("merge", "--pin", "no-such").code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ask("DELETE", "decisions/" + key, token, "", "text/plain").statusCode())
                .isEqualTo(200);
        assertThat(events("2016")).containsExactlyInAnyOrderElementsOf(events);
        assertThat(shell.run("merge", "--undo", key).code()).isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void aCorrectedArticleKeepsItsVersionsAndAWithdrawnOneSaysWhy() throws IOException, InterruptedException {
        String line = """
                {"id":"c1","source":"Three","published":"2015-05-02","terms":"full","headline":"Talks","body":"John Kerry met Sergey Lavrov in %s on 1 May 2015."}
                """;
        shell.runOn(line.formatted("Geneva"), "ingest", "-");
        assertThat(shell.runOn(line.formatted("Vienna"), "ingest", "-").out()).contains("1 changed");
        String article = shell.run(
                        "query",
                        "--format",
                        "csv",
                        "SELECT ?a { ?a <http://schema.org/headline> ?h FILTER(STR(?h) = 'Talks') }")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .strip();
        String path = article.substring(article.indexOf("/id/"));
        assertThat(get(path.replace("/id/", "/page/")).body())
                .contains("Earlier versions", path.replace("article", "version") + "-1", "1 told otherwise");
        HttpResponse<String> version = get(path.replace("/id/article", "/doc/version") + "-1");
        assertThat(version.statusCode()).isEqualTo(200);
        assertThat(version.body()).contains("Earlier version of an article").doesNotContain("Geneva");
        assertThat(get(path.replace("article", "version") + "-1").statusCode()).isEqualTo(303);

        assertThat(shell.run("remove", article, "--reason", "the source withdrew it")
                        .code())
                .isZero();
        HttpResponse<String> gone = get(path);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("the source withdrew it");
    }

    private List<String> events(String year) {
        return shell.run(
                        "query",
                        "--format",
                        "csv",
                        "PREFIX kh: <https://w3id.org/khabar/ns#> SELECT ?e { ?e a kh:Event ; kh:begin ?b "
                                + "FILTER(STRSTARTS(STR(?b), '" + year + "')) }")
                .out()
                .lines()
                .skip(1)
                .map(String::strip)
                .toList();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        int port = ServerFile.find(shell.store()).orElseThrow().port();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    @Tag("H-09")
    void aPersonWhoGoesAstrayMeetsAPage() throws IOException, InterruptedException {
        int port = ServerFile.find(shell.store()).orElseThrow().port();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/nowhere"))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    @Tag("E-01")
    @Tag("E-05")
    @Tag("H-04")
    void aDumpIsOfferedAndCanBeFetchedOnWhereItBrokeOff() throws IOException, InterruptedException {
        shell.run(
                "ingest",
                Files.writeString(folder.resolve("dump.txt"), "They met in Tunis.")
                        .toString());
        Shell.Ran ran = shell.run("dump");
        assertThat(ran.code()).as(ran.err()).isZero();
        String name = ran.out().replaceFirst("(?s)^dump (\\S+): state (\\d+).*", "$1");
        String state = ran.out().replaceFirst("(?s)^dump (\\S+): state (\\d+).*", "$2");

        HttpResponse<byte[]> latest = fetch("/export/latest/news.nq.gz");
        assertThat(latest.statusCode()).isEqualTo(307);
        assertThat(latest.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        String address = latest.headers().firstValue("Location").orElseThrow();
        assertThat(address).isEqualTo("/export/" + name + "/news.nq.gz");
        HttpResponse<byte[]> whole = fetch(address);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).contains("news.nq.gz");
        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
        HttpResponse<byte[]> rest = fetch(address, "Range", "bytes=100-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, whole.body().length));
        assertThat(fetch(address, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
        assertThat(fetch(
                                address,
                                "If-None-Match",
                                whole.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(new String(fetch(address + ".sha256").body(), StandardCharsets.UTF_8))
                .isEqualTo(sha256(whole.body()) + "  news.nq.gz\n");
        assertThat(new String(fetch("/export/" + name + "/manifest.json").body(), StandardCharsets.UTF_8))
                .contains("\"licence\"", sha256(whole.body()));

        assertThat(new String(fetch("/downloads").body(), StandardCharsets.UTF_8))
                .contains(address);
        shell.run(
                "ingest",
                Files.writeString(folder.resolve("later.txt"), "They met in Amman.")
                        .toString());
        HttpResponse<byte[]> changes = fetch("/changes?since=" + state);
        assertThat(changes.statusCode()).isEqualTo(200);
        assertThat(new String(changes.body(), StandardCharsets.UTF_8))
                .startsWith("H id <")
                .contains("\nTX .\nA <");
        assertThat(shell.run("export", "--since", state).out()).contains("TX .").endsWith("TC .\n");
        assertThat(shell.run("export", "--since", "999999").code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(shell.run("export", "--since", "yesterday").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.run("export", "--from", "yesterday").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.run("export", "--since", "1", "--from", "2017").code()).isEqualTo(ExitCode.USAGE);
    }

    private HttpResponse<byte[]> fetch(String path, String... headers) throws IOException, InterruptedException {
        int port = ServerFile.find(shell.store()).orElseThrow().port();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whereThePortIsTakenNoStoreIsMade() throws IOException {
        int taken = ServerFile.find(shell.store()).orElseThrow().port();
        Path fresh = folder.resolve("fresh");

        assertThatThrownBy(() -> Khabar.start(
                        new Settings(fresh, Optional.empty(), Map.of("server.port", Integer.toString(taken)))))
                .hasMessageContaining("port " + taken + " is in use");

        assertThat(fresh).doesNotExist();
    }

    @Test
    void aFileThatAKilledServerLeftCountsAsNothing() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Shell beside = new Shell(other);
        beside.run(
                "ingest",
                Files.writeString(folder.resolve("v.txt"), Texts.VISIT).toString());
        ServerFile alive = ServerFile.find(shell.store()).orElseThrow();

        new ServerFile(alive.port(), alive.token(), 4_000_000, 1, alive.base()).write(other);
        assertThat(beside.run("stats").out()).containsPattern("articles +1\n");
        new ServerFile(1, alive.token(), alive.pid(), alive.started(), alive.base()).write(other);
        assertThat(beside.run("stats").out()).containsPattern("articles +1\n");
        Files.writeString(other.resolve("server.json"), "{\"port\":");
        assertThat(beside.run("stats").out()).containsPattern("articles +1\n");
    }

    private long count() {
        String answer = shell.run("query", "--format", "csv", COUNT).out();
        return Long.parseLong(answer.lines().skip(1).findFirst().orElseThrow().strip());
    }

    private HttpResponse<String> ask(String method, String path, String authorization, String body, String type)
            throws IOException, InterruptedException {
        int port = ServerFile.find(shell.store()).orElseThrow().port();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Content-Type", type)
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofString());
    }

    static ConfigurableApplicationContext start(Path store) {
        return Khabar.start(new Settings(store, Optional.empty(), Map.of("server.port", "0")));
    }
}
