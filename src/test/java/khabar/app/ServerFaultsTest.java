package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.Soak;
import khabar.app.desk.ServerFile;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.MadeNews;
import khabar.store.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with little memory, in a process of its own, that is treated badly, and told to end in the middle of it. */
class ServerFaultsTest {
    private static final String MEMORY = "-Xmx256m";
    private static final String ARTICLES =
            "SELECT (COUNT(?a) AS ?n) { GRAPH ?g { ?a <https://w3id.org/khabar/ns#textHash> ?h } }";
    private static final String ALL = "SELECT * { ?a ?b ?c }";
    /** Doubled thirty times: a billion letters. */
    private static final String DOUBLED = "SELECT ?x30 { BIND('x' AS ?x0) "
            + IntStream.range(0, 30)
                    .mapToObj(n -> "BIND(CONCAT(?x%1$d, ?x%1$d) AS ?x%2$d)".formatted(n, n + 1))
                    .collect(Collectors.joining(" "))
            + " }";

    private static final List<String> HEAVY = List.of(
            DOUBLED,
            "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c",
            "SELECT DISTINCT ?a ?c ?d ?f { ?a ?b ?c . ?d ?e ?f }",
            "SELECT (GROUP_CONCAT(?c) AS ?all) { ?a ?b ?c . ?d ?e ?f }");
    private static final Duration END = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    @TempDir
    Path folder;

    /** A server in a process of its own. */
    private record Server(Process process, Path store, int port) {
        static Server start(Path store) throws IOException, InterruptedException {
            Process process = Child.start(
                    Child.classPath(),
                    List.of(MEMORY, "-XX:+ExitOnOutOfMemoryError"),
                    Khabar.class,
                    "serve",
                    "--port=0",
                    "--store",
                    store.toString(),
                    "-Dkhabar.clients.compute=1000h",
                    "-Dkhabar.clients.concurrent=64",
                    "-Dkhabar.endpoint.timeout=3s");
            StringBuffer said = new StringBuffer();
            Thread.ofPlatform().daemon().start(() -> {
                try (InputStream out = process.getInputStream()) {
                    for (int next = out.read(); next >= 0; next = out.read()) {
                        said.append((char) next);
                    }
                } catch (IOException over) {
                    said.append(over);
                }
            });
            for (int wait = 0; wait < 600 && process.isAlive(); wait++) {
                Optional<ServerFile> found = ServerFile.find(store).filter(file -> file.pid() == process.pid());
                if (found.isPresent()) {
                    return new Server(process, store, found.get().port());
                }
                Thread.sleep(100);
            }
            throw new AssertionError("no server: " + said);
        }

        URI query(String text) {
            return URI.create(
                    "http://127.0.0.1:" + port + "/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }

        long threads() throws IOException {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    @Test
    void theHeapMayEndTheServerButNoAnswerIsWrongNothingLeaksAndATermIsEnough() throws Exception {
        Path store = folder.resolve("store");
        for (int round = 0; round < Soak.times(1, 5); round++) {
            Server server = Server.start(store);
            String before = answer(server, ARTICLES);
            if (Soak.isLong()) {
                heavy(server);
            }
            if (!server.process().isAlive()) {
                server = Server.start(store);
            }
            assertThat(answer(server, ARTICLES)).isEqualTo(before);
            brokenOff(server);
            endedInTheMiddle(server, round);
        }
    }

    /** It ends at once, or goes on answering. */
    private void heavy(Server server) throws IOException, InterruptedException {
        List<CompletableFuture<HttpResponse<Void>>> running = new ArrayList<>();
        for (int time = 0; time < 5; time++) {
            HEAVY.forEach(query -> running.add(client.sendAsync(
                    HttpRequest.newBuilder(server.query(query)).timeout(END).build(),
                    HttpResponse.BodyHandlers.discarding())));
        }
        for (CompletableFuture<HttpResponse<Void>> one : running) {
            one.handle((answer, failed) -> answer == null ? 0 : answer.statusCode())
                    .join();
        }
    }

    /** Clients that go away in the middle of an answer. */
    private void brokenOff(Server server) throws IOException, InterruptedException {
        long threads = server.threads();
        String request = "GET " + server.query(ALL).getRawPath() + "?"
                + server.query(ALL).getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n";
        for (int time = 0; time < Soak.times(40, 1_000); time++) {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                assertThat(socket.getInputStream().readNBytes(200)).isNotEmpty();
            }
        }
        Thread.sleep(5_000);
        assertThat(server.threads()).isLessThan(threads + 6);
        // Waits for whoever reads still: nobody does.
        assertThat(new Shell(server.store()).run("compact").err()).isEmpty();
    }

    private void endedInTheMiddle(Server server, int round) throws Exception {
        MadeNews news = new MadeNews(round, Gazetteer.load());
        Path lines = folder.resolve("news-" + round + ".jsonl");
        Files.write(
                lines,
                IntStream.range(0, Soak.times(150, 400)).mapToObj(news::line).toList());
        CompletableFuture<Shell.Ran> ingest =
                CompletableFuture.supplyAsync(() -> new Shell(server.store()).run("ingest", lines.toString()), threads);
        CompletableFuture<HttpResponse<Void>> query = client.sendAsync(
                HttpRequest.newBuilder(server.query(HEAVY.get(1))).build(), HttpResponse.BodyHandlers.discarding());
        CompletableFuture<Shell.Ran> export = CompletableFuture.supplyAsync(
                () -> new Shell(server.store())
                        .run(
                                "export",
                                "-o",
                                folder.resolve("all-" + round + ".ttl").toString()),
                threads);
        Thread.sleep(3_000);

        server.process().destroy();

        assertThat(server.process().waitFor(END.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(server.process().exitValue()).isIn(0, 143);
        ingest.join();
        export.join();
        query.handle((answer, failed) -> 0).join();
        Shell.Ran verified = new Shell(server.store()).run("verify");
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(verified.out()).contains(": 0 findings");
    }

    private String answer(Server server, String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.query(query))
                        .header("Accept", "text/csv")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
