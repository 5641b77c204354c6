package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.app.desk.DeskServlet;
import khabar.app.desk.ServerFile;
import khabar.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Long work on a running server, and the write API beside {@link ServerTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {
    private static final String OWN = """
            key,type,name_en,name_ar,aliases,country,source
            zarqun,organisation,Zarqun Salvage,,,LBN,our own list
            """;
    private static final String KEY_QUERY = "SELECT ?a { ?a <https://w3id.org/khabar/ns#sourceIdentifier> 'z' }";

    private Path folder = Path.of("unused");
    private Shell shell = new Shell(Path.of("unused"));
    private Optional<ConfigurableApplicationContext> server = Optional.empty();
    private Api api = new Api(0, "");

    @BeforeAll
    void start(@TempDir Path fresh) throws IOException {
        folder = fresh;
        shell = new Shell(folder.resolve("store"));
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "khabar.sample", "false",
                "khabar.gazetteer.directory",
                        Files.createDirectory(folder.resolve("own")).toString(),
                "khabar.jobs.backups", folder.resolve("backups").toString(),
                "khabar.jobs.backup", "* * * * * *",
                "khabar.jobs.keep", "2");
        server = Optional.of(Khabar.start(new Settings(shell.store(), Optional.empty(), settings)));
        ServerFile file = ServerFile.find(shell.store()).orElseThrow();
        api = new Api(file.port(), "Bearer " + file.token());
        Path article = Files.writeString(
                folder.resolve("a.jsonl"), text("Zarqun Salvage met the mayor of Beirut on Tuesday."));
        assertThat(shell.run("ingest", article.toString()).out()).startsWith("read 1: 1 new");
    }

    @AfterAll
    void stop() {
        server.ifPresent(ConfigurableApplicationContext::close);
    }

    @Test
    @Tag("X-02")
    void aBackupThatIsDueEverySecondIsMadeAndTheOldestGo() throws Exception {
        Set<Path> seen = new HashSet<>();
        for (int i = 0; i < 200 && seen.size() < 4; i++) {
            Thread.sleep(100);
            if (Files.isDirectory(folder.resolve("backups"))) {
                try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
                    files.filter(file -> !file.getFileName().toString().startsWith("."))
                            .forEach(seen::add);
                }
            }
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(4);
        JsonNode jobs = api.json("GET", "/api/jobs", "").path("jobs");
        assertThat(jobs.valueStream().filter(job -> job.path("state").asString().equals("DONE")))
                .anySatisfy(job -> {
                    assertThat(job.path("kind").asString()).isEqualTo("backup");
                    assertThat(job.path("result").path("bytes").asLong()).isPositive();
                });
        // It would be deleted within two seconds.
        Path kept = Files.copy(latest(), folder.resolve("kept.zip"));
        assertThat(new Shell(folder.resolve("restored"))
                        .run("restore", kept.toString())
                        .code())
                .isZero();
    }

    private Path latest() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList()
                    .getLast();
        }
    }

    @Test
    void theIndexesAreMadeAnew() {
        Store store = server.orElseThrow().getBean(Store.class);
        assertThat(store.bodies().search("mayor", 9)).hasSize(1);

        assertThat(shell.run("reindex").out()).matches("indexed [0-9]+ texts, 1 bodies\n");

        assertThat(store.bodies().search("mayor", 9)).hasSize(1);
        assertThat(store.isInStep()).isTrue();
        assertThat(shell.run("verify").out()).endsWith(": 0 findings\n").hasLineCount(1);
    }

    @Test
    void theGazetteerIsTakenUpWhileServingAndAWrongOneIsNot() throws IOException {
        Path own = Files.writeString(folder.resolve("own/own.csv"), OWN);
        assertThat(shell.run("gazetteer", "reload").out())
                .isEqualTo("reloaded 1 files: 1 new, 0 known with more names or sources\n");
        assertThat(shell.run("reread").out()).contains("1 changed");
        String known =
                "ASK { ?m <https://w3id.org/khabar/ns#refersTo> <http://localhost:8080/id/organisation/zarqun> }";
        assertThat(shell.run("query", "--format", "csv", known).out()).contains("true");

        Files.writeString(own, OWN + "bad key,organisation,Bad,,,LBN,our own list\n");
        Shell.Ran wrong = shell.run("gazetteer", "reload");

        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("own.csv:3: ").hasLineCount(1);
        assertThat(shell.run("reread").out()).contains("1 unchanged");
        assertThat(shell.run("query", "--format", "csv", known).out()).contains("true");
        Files.writeString(own, OWN);
        assertThat(new Shell(folder.resolve("elsewhere"))
                        .run("gazetteer", "reload")
                        .code())
                .isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void anArticleIsPutWhateverIsThereAndWithdrawnWithAReason() {
        String put = text("The mayor of Tripoli spoke.").replace("\"z\"", "\"y\"");
        assertThat(api.send("POST", "/api/articles", put).statusCode()).isEqualTo(200);
        String iri = shell.run("query", "--format", "csv", KEY_QUERY.replace("'z'", "'y'"))
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        String path = "/api/articles/" + iri.substring(iri.lastIndexOf('/') + 1);
        String later =
                put.replace("spoke", "was silent").replace("\"language\"", "\"modified\":\"2017-09-15\",\"language\"");
        assertThat(api.send("PUT", path, later).statusCode()).isEqualTo(204);
        assertThat(api.send("POST", "/api/articles", put).body()).contains("\"unchanged\":1");

        assertThat(api.send("PUT", path, put).statusCode()).isEqualTo(204);

        Store store = server.orElseThrow().getBean(Store.class);
        assertThat(store.bodies().search("spoke", 9)).hasSize(1);
        assertThat(api.send("PUT", path, text("Another.")).statusCode()).isEqualTo(409);
        assertThat(api.send("PUT", path, put + "\n" + text("Another.")).statusCode())
                .isEqualTo(422);
        assertThat(api.send("PUT", path, "{}").statusCode()).isEqualTo(422);

        assertThat(shell.run("remove", iri, "--reason", "The mayor was misquoted.")
                        .code())
                .isZero();

        assertThat(shell.run(
                                "query",
                                "--format",
                                "csv",
                                "SELECT ?why { GRAPH <http://localhost:8080/graph/history> { <" + iri
                                        + "> ?how ?why } }")
                        .out())
                .contains("The mayor was misquoted.");
        assertThat(api.send("PUT", path, put).statusCode()).isEqualTo(201);
        assertThat(api.send("DELETE", path, "").statusCode()).isEqualTo(204);
    }

    @Test
    void aDumpIsAJob() {
        String id =
                api.json("POST", "/api/jobs", "{\"kind\":\"dump\"}").path("id").asString();
        JsonNode done = JsonMapper.shared()
                .readTree(api.send("GET", "/api/jobs/" + id, "", "Prefer", "wait=60")
                        .body());

        String name = done.path("result").path("name").asString();
        assertThat(done.path("summary").asString()).startsWith("dump " + name);
        String file = done.path("result").path("files").path(0).path("name").asString();
        assertThat(api.send("HEAD", "/export/" + name + "/" + file, "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoJobIsRefused() {
        for (String order :
                new String[] {"", "[]", "{", "{}", "{\"kind\":\"dance\"}", "{\"kind\":\"verify\",\"article\":\"a\"}"}) {
            assertThat(api.send("POST", "/api/jobs", order).statusCode())
                    .as(order)
                    .isEqualTo(400);
        }
        assertThat(api.send("GET", "/api/jobs/0", "").statusCode()).isEqualTo(404);
        assertThat(api.send("DELETE", "/api/jobs/0", "").statusCode()).isEqualTo(404);
        assertThat(shell.run("reread", "--article", "0123456789abcdef").code()).isEqualTo(ExitCode.NO_INPUT);
    }

    /** Both ways: nothing is answered that is not described, nothing is described that is not answered. */
    @Test
    void whatIsAnsweredIsDescribed() {
        Set<String> answered = new HashSet<>(DeskServlet.ROUTES);
        server.orElseThrow()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> answered.add(method + " " + path.replaceAll(":[^}]*}", "}")))));

        JsonNode description = api.json("GET", "/api/openapi.json", "");

        Set<String> described = new HashSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("parameters"))
                        .forEach(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).containsExactlyInAnyOrderElementsOf(answered);
        assertThat(description.path("openapi").asString()).startsWith("3.1.");
        assertThat(new Api(api.port(), "").send("GET", "/api/openapi.json", "").statusCode())
                .isEqualTo(200);
    }

    private static String text(String body) {
        return "{\"id\":\"z\",\"source\":\"Harbour Gazette\",\"published\":\"2017-09-13\",\"language\":\"en\",\"headline\":\"Divers\",\"body\":\"%s\"}"
                .formatted(body);
    }
}
