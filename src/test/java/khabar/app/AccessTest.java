package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.BadInput;
import khabar.app.access.Passwords;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.app.desk.Refusal;
import khabar.app.desk.ServerFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who may do what over HTTP, on a server with an editor and a reader. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessTest {
    private static final String PASSWORD = "كلمة سر طويلة"; // no one's
    /** For whom many requests are sent: the least that bcrypt takes, as a power of two. */
    private static final int FEW_ROUNDS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private Shell shell = new Shell(Path.of("unused"));
    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private int port;

    @BeforeAll
    void startWithUsers(@TempDir Path folder) throws IOException {
        shell = new Shell(folder.resolve("store"));
        Map<String, String> settings = Map.of(
                "server.port",
                "0",
                "khabar.sample",
                "false",
                "khabar.jobs.backups",
                folder.resolve("backups").toString(),
                "khabar.users.layla.password",
                String.valueOf(new BCryptPasswordEncoder(FEW_ROUNDS).encode(PASSWORD)),
                "khabar.users.omar.password",
                Passwords.hash(PASSWORD),
                "khabar.users.omar.role",
                "reader");
        server = Optional.of(Khabar.start(new Settings(shell.store(), Optional.empty(), settings)));
        port = ServerFile.find(shell.store()).orElseThrow().port();
    }

    @AfterAll
    void stop() {
        server.ifPresent(ConfigurableApplicationContext::close);
        client.close();
    }

    @Tag("X-05")
    @Tag("H-06")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/articles",
                "DELETE /api/articles/0123456789abcdef",
                "DELETE /api/sample",
                "POST /api/query",
                "GET /api/export?format=nq",
                "GET /api/stats",
                "GET /api/nothing",
                "OPTIONS /api/articles"
            })
    void nobodyWritesOrAsksForMoreWithoutSigningIn(String line) {
        String[] words = line.split(" ", 2);

        HttpResponse<String> answer = ask(words[0], words[1], "{}", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(offer -> offer.startsWith("Basic "))
                .anyMatch(offer -> offer.startsWith("Bearer "));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    @Tag("X-05")
    void anEditorWritesAndAReaderDoesNot() {
        HttpResponse<String> refused = ask(
                "POST",
                "/api/articles",
                Texts.LINE_ROME,
                "Content-Type",
                "application/json",
                "Authorization",
                as("omar"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");

        HttpResponse<String> stored = ask(
                "POST",
                "/api/articles",
                Texts.LINE_ROME,
                "Content-Type",
                "application/json",
                "Authorization",
                as("layla"));

        assertThat(stored.statusCode()).isEqualTo(200);
        assertThat(stored.body()).contains("\"new\":1");
        assertThat(stored.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whoSignsInToAskIsHeardAndWhoDoesItWrongIsTold() {
        assertThat(ask("GET", "/sparql?query=ASK%7B%7D", "", "Authorization", as("omar"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/sparql?query=ASK%7B%7D", "", "Authorization", basic("omar", "wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    /** A browser that knows the password sends it along with whatever another site asks it for. */
    @Test
    @Tag("X-05")
    void anotherSiteCannotWriteThroughAnEditorsBrowser() {
        for (String site : List.of("cross-site", "same-site")) {
            assertThat(ask(
                                    "POST",
                                    "/api/articles",
                                    Texts.LINE_ROME,
                                    "Content-Type",
                                    "text/plain",
                                    "Authorization",
                                    as("layla"),
                                    "Sec-Fetch-Site",
                                    site)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(ask("GET", "/api/stats", "", "Authorization", as("layla"), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("X-05")
    void aFormFromElsewhereIsRefusedAndAQueryIsNoForm() {
        assertThat(ask("POST", "/search", "q=a", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("POST", "/sparql", "query=ASK%7B%7D", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("H-05")
    void aScriptOfAnotherSiteMayAskFirstAndThenQuery() {
        HttpResponse<String> preflight = ask(
                "OPTIONS",
                "/sparql",
                "",
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(ask(
                                "POST",
                                "/sparql",
                                "ASK {}",
                                "Content-Type",
                                "application/sparql-query",
                                "Origin",
                                "https://elsewhere.example",
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(200);
    }

    @Tag("H-03")
    @ParameterizedTest
    @ValueSource(strings = {"/", "/ns", "/graph/ontology", "/about", "/khabar.css"})
    void publicAnswersMayBeKept(String path) {
        HttpResponse<String> answer = ask("GET", path, "", "Accept", "text/html");

        assertThat(answer.headers().allValues("Cache-Control")).noneMatch(value -> value.contains("no-store"));
        assertThat(answer.headers().firstValue("Pragma")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Tag("H-12")
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/ns.ttl", "/sparql?query=ASK%7B%7D", "/nowhere", "/api/stats", "/doc//x", "/doc;a=b/x"})
    void everyAnswerSaysWhatABrowserMayDoWithIt(String path) {
        HttpResponse<String> answer = ask("GET", path, "");

        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @Tag("X-01")
    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void everybodyHearsWhetherTheServerIsWellAndNothingElse(String path) {
        HttpResponse<String> answer = ask("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("details", "components");
    }

    @Test
    @Tag("X-01")
    void figuresAreForThoseWhoSignIn() {
        assertThat(ask("GET", "/actuator/prometheus", "").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/sparql?query=ASK%7B%7D", "").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/sparql?query=ASK%7B", "").statusCode()).isEqualTo(400);

        String figures = ask("GET", "/actuator/prometheus", "", "Authorization", as("omar"))
                .body();

        assertThat(figures.lines())
                .anyMatch(line -> line.matches("khabar_queries_seconds_count\\{outcome=\"answered\"} [1-9].*"))
                .anyMatch(line -> line.matches("khabar_queries_seconds_count\\{outcome=\"wrong\"} [1-9].*"))
                .anyMatch(line -> line.matches("khabar_queries_seconds_count\\{outcome=\"limited\"} 0.*"))
                .anyMatch(line -> line.matches("khabar_queries_seconds_count\\{outcome=\"timeout\"} 0.*"))
                .anyMatch(line -> line.matches("khabar_queries_running 0.*"))
                .anyMatch(line -> line.matches("khabar_query_rows_count [1-9].*"))
                .anyMatch(line -> line.matches("khabar_statements [1-9].*"))
                .anyMatch(line -> line.matches("khabar_index_drift 0.*"))
                .anyMatch(line -> line.matches("khabar_shacl_violations_total 0.*"))
                .anyMatch(line -> line.matches("khabar_backup_age_seconds NaN"));
    }

    @BadInput(99)
    @Tag("X-01")
    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/heapdump", "/actuator/env", "/actuator/shutdown", "/actuator/loggers"})
    void nothingElseOfTheInsideIsServed(String path) {
        assertThat(ask("GET", path, "").statusCode()).isIn(401, 404);
        assertThat(ask("GET", path, "", "Authorization", as("layla")).statusCode())
                .isEqualTo(404);
        assertThat(ask("POST", path, "", "Authorization", as("layla")).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("X-04")
    void theLogOfQueriesKnowsNobody() throws IOException {
        ask("GET", "/sparql?query=ASK%7B%3Fs%20%3Fp%20%22Layla%20Najm%22%7D", "");
        ask("GET", "/sparql?query=ASK%7B%7D", "", "Authorization", as("omar"));

        List<String> lines;
        try (Stream<Path> files = Files.list(shell.store().resolve("log"))) {
            lines = Files.readAllLines(files.findFirst().orElseThrow());
        }

        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("\"id\":\"", "\"time\":\"", "\"ms\":", "\"rows\":", "\"outcome\":\"", "\"client\":\"")
                        .doesNotContain("127.0.0.1", "omar", "Layla", "ASK"));
    }

    @BadInput(100)
    @ParameterizedTest
    @ValueSource(strings = {"TRACE /", "PUT /about", "DELETE /ns", "PROPFIND /graph/ontology", "BREW /search"})
    void aMethodThatIsNotOfferedHearsWhichAre(String line) throws IOException {
        String answer = raw(line);

        assertThat(answer.lines().findFirst().orElse("")).contains(" 405");
        assertThat(answer.lines()).anyMatch(header -> header.startsWith("Allow: ") && header.contains("GET"));
    }

    /** The last: nobody else is heard from this address afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whoFailsTooOftenIsNotHeardForAWhileButTheOwnerIs() {
        List<Integer> codes = Stream.generate(
                        () -> ask("GET", "/api/stats", "", "Authorization", basic("layla", "guess")))
                .limit(21)
                .map(HttpResponse::statusCode)
                .toList();
        HttpResponse<String> last = ask("GET", "/api/stats", "", "Authorization", as("layla"));

        assertThat(codes).first().isEqualTo(401);
        assertThat(codes).last().isEqualTo(429);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 301L);
        assertThat(shell.run("stats").code()).isZero();
        assertThat(ask("GET", "/about", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordBecomesAHashAndAWrongOneIsSaid() {
        Shell.Ran hashed = shell.runOn(PASSWORD + "\n", "password");

        assertThat(hashed.out()).matches("\\$2a\\$10\\$[./A-Za-z0-9]{53}\n");
        assertThat(hashed.out()).isNotEqualTo(shell.runOn(PASSWORD, "password").out());
        for (String wrong : List.of("short", "ع".repeat(37))) {
            Shell.Ran ran = shell.runOn(wrong, "password");
            assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(ran.err()).hasLineCount(1).doesNotContain(wrong);
        }
        assertThat(shell.runOn("", "password").code()).isEqualTo(ExitCode.NO_INPUT);
    }

    @ParameterizedTest
    @CsvSource({
        "khabar.users.layla.password, as typed, khabar.users.layla.password is not the hash of a password",
        "khabar.jobs.verify, at night, 'khabar.jobs.verify is \"at night\"'",
        "khabar.jobs.growth, 1.1, 'khabar.jobs.growth is 1.1; it must be 1.2 or more'",
        "khabar.jobs.keep, some, 'khabar.jobs.keep cannot be \"some\"'",
        "khabar.clients.compute, 0s, khabar.clients.concurrent"
    })
    void aWrongSettingIsNamedBeforeAStoreIsMade(String name, String value, String said) {
        Path other = shell.store().resolveSibling("other");
        Map<String, String> settings = Map.of("server.port", "0", "khabar.sample", "false", name, value);

        assertThatThrownBy(() -> Khabar.start(new Settings(other, Optional.empty(), settings)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("typed");
        assertThat(other).doesNotExist();
    }

    @Test
    void aRoleThatThereIsNotIsMisunderstood() {
        Shell.Ran ran = shell.run("stats", "-Dkhabar.users.layla.role=king");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).hasLineCount(1);
    }

    private String as(String user) {
        return basic(user, PASSWORD);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> ask(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(method + " " + path, failed);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
