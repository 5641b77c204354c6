package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.app.desk.ServerFile;
import khabar.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Terms that change under a store, and how a server and the commands beside it take them up. */
@ExtendWith(OutputCaptureExtension.class)
class RereadOverServerTest {
    private static final String LINE = """
            {"id":"1","source":"Harbour Gazette","published":"2017-09-13","terms":"full","language":"en",\
            "headline":"Lavrov surprises Damascus",\
            "body":"Russian Foreign Minister Sergei Lavrov visited Damascus on Tuesday and met Syrian President Bashar al-Assad there, harbour pilots said."}
            """;
    private static final String SETTING = "khabar.sources.harbour-gazette.terms";

    @TempDir
    Path folder;

    @Test
    void termsThatAreSetTakeEffectByReadingAgain(CapturedOutput log) throws IOException, InterruptedException {
        Shell shell = new Shell(folder.resolve("store"));
        Path file = Files.writeString(folder.resolve("a.jsonl"), LINE);
        assertThat(shell.run("ingest", file.toString()).code()).isZero();
        String iri = article(shell);
        assertThat(log).doesNotContain("khabar reread");

        Map<String, String> settings = Map.of("server.port", "0", "khabar.sample", "false", SETTING, "metadata");
        try (ConfigurableApplicationContext server =
                Khabar.start(new Settings(shell.store(), Optional.empty(), settings))) {
            assertThat(log)
                    .contains("other than the terms now set for their sources let them: 1")
                    .contains("khabar reread");
            assertThat(everywhere(shell, iri)).contains("harbour pilots said");

            assertThat(shell.run("reread"))
                    .isEqualTo(new Shell.Ran(0, "read 1: 1 changed, 0 unchanged, 0 refused\n", ""));

            assertThat(everywhere(shell, iri))
                    .contains("id/place/damascus")
                    .doesNotContain("harbour pilots")
                    .doesNotContain("surprises");
            Store store = server.getBean(Store.class);
            assertThat(store.bodies().search("harbour pilots", 9)).isEmpty();
            assertThat(shell.run("reread", "--article", iri).out())
                    .isEqualTo("read 1: 0 changed, 1 unchanged, 0 refused\n");
            assertThat(shell.run("reread", "--article", "0123456789abcdef").code())
                    .isEqualTo(ExitCode.NO_INPUT);
        }
    }

    @Test
    void aWordThatMeansNoTermsIsSaidAtTheStart() {
        Shell shell = new Shell(folder.resolve("store"));
        Shell.Ran ran = shell.run("reread", "-D" + SETTING + "=some");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).isEqualTo("khabar: " + SETTING + " is \"some\"; expected metadata or quotes or full\n");
        Map<String, String> settings = Map.of("server.port", "0", SETTING, "some");
        assertThatThrownBy(() -> Khabar.start(new Settings(shell.store(), Optional.empty(), settings)))
                .hasMessage(SETTING + " is \"some\"; expected metadata or quotes or full");
    }

    private static String article(Shell shell) {
        return shell.run("query", "--format", "csv", "SELECT ?a { ?a a <https://w3id.org/khabar/ns#Article> }")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    /** The page, the document, the description, a search and the dump. */
    private static String everywhere(Shell shell, String iri) throws IOException, InterruptedException {
        int port = ServerFile.find(shell.store()).orElseThrow().port();
        String key = iri.substring(iri.lastIndexOf('/') + 1);
        StringBuilder all = new StringBuilder();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path :
                    new String[] {"doc/article/" + key, "search?q=Lavrov", "sparql?query=DESCRIBE%20%3C" + iri + "%3E"
                    }) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                        .header("Accept", path.startsWith("sparql") ? "text/turtle" : "text/html")
                        .build();
                all.append(client.send(request, BodyHandlers.ofString()).body());
            }
        }
        return all.append(shell.run("export", "--format", "nquads").out()).toString();
    }
}
