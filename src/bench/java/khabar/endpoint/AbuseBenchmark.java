package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.app.Khabar;
import khabar.store.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a well-behaved client notices while others abuse the endpoint: one sends 200 short queries a second, ten send the
 * worst that they know, each from an address of its own. {@code mvn -Pbench verify -Dtest=AbuseBenchmark
 * -Dkhabar.abuse.minutes=10}; the server is the whole product with the sample, in a process of its own.
 */
class AbuseBenchmark {
    private static final double MINUTES = Double.parseDouble(System.getProperty("khabar.abuse.minutes", "10"));
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration ABUSE = Duration.ofMillis((long) (MINUTES * 60_000));
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final int ABUSERS = 10;
    private static final int RATE = 200;

    private static final String ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";

    private static final List<String> WORST = List.of(
            "SELECT (COUNT(*) AS ?n) { " + ALL + " }",
            "SELECT * { " + ALL + " }",
            "SELECT * { " + ALL + " } ORDER BY ?f ?i",
            "SELECT DISTINCT ?a ?f ?i { " + ALL + " }",
            "SELECT (GROUP_CONCAT(STR(?a)) AS ?x) { " + ALL + " } GROUP BY ?d ?i",
            "SELECT ?a ?d ?g (COUNT(*) AS ?n) { " + ALL + " } GROUP BY ?a ?d ?g",
            "SELECT (COUNT(*) AS ?n) { ?x (!<urn:z>|^<urn:z>)* ?y }",
            "SELECT ?s { ?s ?p ?o FILTER REGEX(STR(?o), '(.*a){25}$') }",
            "SELECT (STRLEN(?y) AS ?n) { ?s ?p ?o BIND(CONCAT(STR(?o), STR(?o)) AS ?x) BIND(REPLACE(?x, '.', ?x) AS"
                    + " ?y) }",
            "ASK { {}" + " UNION {}".repeat(5_000) + " }",
            "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
            "CONSTRUCT { ?a ?e ?i } WHERE { " + ALL + " }");

    private static final List<String> GOOD =
            List.of("example/who-met-whom", "example/latest-events", "example/sentences");

    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private URI endpoint = URI.create("");

    @Test
    void aGoodClientNoticesLittle(@TempDir Path folder) throws Exception {
        int port = freePort();
        Process server = Child.start(
                Child.classPath(),
                List.of(
                        "-Xmx1g",
                        "-XX:-UseSerialGC",
                        "-XX:+UseG1GC",
                        "-XX:TieredStopAtLevel=4",
                        "-XX:+ExitOnOutOfMemoryError"),
                Khabar.class,
                "serve",
                "--port=" + port,
                "--store",
                folder.resolve("store").toString(),
                "-Dserver.address=0.0.0.0",
                "-Dkhabar.base=http://localhost:" + port + "/");
        Thread.ofVirtual().start(() -> drain(server));
        try {
            endpoint = URI.create("http://127.0.0.1:" + port + "/sparql");
            await(server);
            good(Duration.ofSeconds(20));
            List<Long> quiet = good(QUIET);
            long heapBefore = heap(server);
            List<Long> abused = abuse();
            assertThat(server.isAlive()).isTrue();
            Thread.sleep(15_000);
            report(quiet, abused, heapBefore, heap(server));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void drain(Process server) {
        try {
            server.getInputStream().transferTo(System.out);
        } catch (IOException over) {
            // It has ended.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void await(Process server) throws Exception {
        HttpClient client = client("127.0.0.1");
        for (int tries = 0; tries < 240; tries++) {
            assertThat(server.isAlive()).isTrue();
            try {
                if (ask(client, "ASK { ?s a <https://w3id.org/khabar/ns#Event> }") == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is starting.
            }
            Thread.sleep(500);
        }
        throw new AssertionError("the server did not start");
    }

    private List<Long> abuse() throws Exception {
        AtomicInteger going = new AtomicInteger(1);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            others.execute(() -> hammer(going));
            IntStream.range(0, ABUSERS).forEach(n -> {
                HttpClient client = client("127.0.0." + (10 + n));
                for (int together = 0; together < 4; together++) {
                    int start = n + 3 * together;
                    others.execute(() -> worst(client, start, going));
                }
            });
            List<Long> took = good(ABUSE);
            going.set(0);
            return took;
        }
    }

    /** Queries that cost little, but too many. */
    private void hammer(AtomicInteger going) {
        HttpClient client = client("127.0.0.9");
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            long next = System.nanoTime();
            while (going.get() > 0) {
                each.execute(() -> count(client, "SELECT * { ?s ?p ?o } LIMIT 10"));
                next += 1_000_000_000L / RATE;
                pause(Math.max(0, next - System.nanoTime()));
            }
        }
    }

    /** One after the other, and as soon as there is an answer the next. */
    private void worst(HttpClient client, int start, AtomicInteger going) {
        for (int n = start; going.get() > 0; n++) {
            if (count(client, WORST.get(n % WORST.size())) == 429) {
                pause(100_000_000L);
            }
        }
    }

    private int count(HttpClient client, String query) {
        int status;
        try {
            status = ask(client, query);
        } catch (IOException | InterruptedException broken) {
            status = 0;
        }
        statuses.computeIfAbsent(status, fresh -> new LongAdder()).increment();
        return status;
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nanoseconds of each query of a client that waits a little between them; what fails counts as a minute. */
    private List<Long> good(Duration time) throws Exception {
        HttpClient client = client("127.0.0.2");
        List<String> queries = new ArrayList<>();
        for (String name : GOOD) {
            queries.add(Files.readString(Path.of("queries", name + ".rq")));
        }
        List<Long> took = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (int n = 0; System.nanoTime() < end; n++) {
            long start = System.nanoTime();
            int status;
            try {
                status = ask(client, queries.get(n % queries.size()));
            } catch (IOException broken) {
                status = 0;
            }
            took.add(
                    status == 200
                            ? System.nanoTime() - start
                            : Duration.ofMinutes(1).toNanos());
            Thread.sleep(BETWEEN);
        }
        return took;
    }

    private static HttpClient client(String address) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(address))
                    .build();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private int ask(HttpClient client, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Bytes that are left after a collection. */
    private static long heap(Process server) throws Exception {
        jcmd(server, "GC.run");
        String info = jcmd(server, "GC.heap_info");
        return Stream.of(info.split("\n"))
                .filter(line -> line.contains("heap"))
                .map(line -> line.replaceFirst("(?s).*used (\\d+)K.*", "$1"))
                .filter(kilobytes -> kilobytes.matches("\\d+"))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                .findFirst()
                .orElse(-1);
    }

    private static String jcmd(Process server, String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private void report(List<Long> quiet, List<Long> abused, long heapBefore, long heapAfter) {
        long failed = abused.stream()
                .filter(nanos -> nanos >= Duration.ofMinutes(1).toNanos())
                .count();
        long all = statuses.values().stream().mapToLong(LongAdder::sum).sum();
        System.out.printf(
                "%nA good client, ms: quiet p50 %.0f p95 %.0f of %d; under abuse p50 %.0f p95 %.0f of %d, %d failed%n",
                percentile(quiet, 50),
                percentile(quiet, 95),
                quiet.size(),
                percentile(abused, 50),
                percentile(abused, 95),
                abused.size(),
                failed);
        System.out.printf(
                "p95 under abuse is %.1f times the quiet one%n", percentile(abused, 95) / percentile(quiet, 95));
        System.out.printf("Answers to the abusers: %d in %.1f minutes%n", all, MINUTES);
        statuses.forEach((status, count) ->
                System.out.printf("  %d: %d (%.1f %%)%n", status, count.sum(), 100.0 * count.sum() / all));
        System.out.printf("Heap after a collection: %d MiB before, %d MiB after%n", heapBefore >> 20, heapAfter >> 20);
    }

    private static double percentile(List<Long> nanos, int percent) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
