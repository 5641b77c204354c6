package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import khabar.app.desk.ServerFile;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.MadeNews;
import khabar.ingest.Token;
import khabar.store.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server bears: {@code mvn -Pbench verify -Dtest=LoadBenchmark -Dkhabar.load.minutes=5 -Dkhabar.load.soak=30}. Requests come
 * at their rate whether those before were answered or not, and each is timed from when it was due. Pages of things, fifty a
 * second; a mix of queries, twenty a second; that mix beside twenty new articles a second; pages beside five hundred clients that
 * read slowly and five hundred that send slowly; and the third for so long that leaks would show.
 */
class LoadBenchmark {
    private static final double MINUTES = Double.parseDouble(System.getProperty("khabar.load.minutes", "2"));
    private static final double SOAK = Double.parseDouble(System.getProperty("khabar.load.soak", "0"));
    private static final int PAGES = 50;
    private static final int QUERIES = 20;
    private static final int ARTICLES = 20;
    private static final int SLOW = 500;
    private static final long SECOND = 1_000_000_000;

    private static final String PREFIXES = "PREFIX kh: <https://w3id.org/khabar/ns#> "
            + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX text: <http://jena.apache.org/text#> ";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    /** A server in a process of its own, and what there is to ask about. */
    private record Server(Process process, ServerFile file, StockBenchmark.Targets targets, Path store) {
        URI at(String path) {
            return URI.create("http://127.0.0.1:" + file.port() + path);
        }

        URI query(String text) {
            return at("/sparql?query=" + URLEncoder.encode(PREFIXES + text, StandardCharsets.UTF_8));
        }

        URI page(long number) {
            return at(StockBenchmark.path(StockBenchmark.pick(
                    number % 2 == 0 ? targets.events() : targets.actors(), number)));
        }

        /** Eighty of a hundred look-ups, fifteen with joins or words, five that count. */
        URI mixed(long number) {
            String event = StockBenchmark.pick(targets.events(), number);
            String actor = StockBenchmark.pick(targets.actors(), number);
            return query(
                    switch ((int) (number % 20)) {
                        case 0 -> "SELECT ?t (COUNT(?e) AS ?n) { ?e kh:actor <" + actor + "> ; kh:eventType ?t } GROUP BY ?t";
                        case 1 -> "SELECT ?s ?l { (?s ?score ?l) text:query (rdfs:label \"town " + number % 3_000 + "\" 20) }";
                        case 2, 3 -> "SELECT ?other (COUNT(?e) AS ?n) { ?e kh:actor <" + actor
                                + "> ; kh:recipient ?other } GROUP BY ?other LIMIT 50";
                        default -> "SELECT ?p ?o ?label { <" + event + "> ?p ?o OPTIONAL { ?o rdfs:label ?label } }";
                    });
        }
    }

    /** Of requests that came at one rate. */
    private static final class Seen {
        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicLong unavailable = new AtomicLong();

        @Override
        public String toString() {
            List<Long> sorted = nanos.stream().sorted().toList();
            return String.format(
                    Locale.ROOT,
                    "%d requests, p50 %.0f, p95 %.0f, p99 %.0f ms, most %.0f ms; %d answered 503 or 429, %d failed",
                    sorted.size(),
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1),
                    unavailable.get(),
                    failed.get());
        }

        private static double at(List<Long> sorted, double share) {
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
        }
    }

    @Test
    void load(@TempDir Path folder) throws Exception {
        Path data = StockBenchmark.data(Optional.ofNullable(System.getProperty("khabar.bench.store"))
                .map(Path::of)
                .orElse(folder.resolve("data")));
        StockBenchmark.Targets targets = StockBenchmark.targets(data.resolve("tdb2"));
        Process process = Child.start(
                Child.classPath(),
                List.of("-Xmx2g", "-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:TieredStopAtLevel=4"),
                Khabar.class,
                "serve",
                "--port=0",
                "--store",
                data.toString(),
                "-Dkhabar.sample=false",
                "-Dkhabar.clients.compute=1000h",
                "-Dkhabar.clients.concurrent=2000",
                "-Dlogging.level.root=WARN");
        StockBenchmark.drain(process);
        try {
            Server server = new Server(process, file(process, data), targets, data);
            System.out.printf("%n%,d statements, %.1f minutes each%n", targets.statements(), MINUTES);
            // What is new to it is not counted.
            at(PAGES, 1, server::page);
            at(QUERIES, 1, server::mixed);
            System.out.println("L1, pages, 50 a second: " + at(PAGES, MINUTES, server::page));
            System.out.println("L2, queries, 20 a second: " + at(QUERIES, MINUTES, server::mixed));
            written(server, "L3", MINUTES, 0);
            slow(server);
            if (SOAK > 0) {
                written(server, "L6", SOAK, 1_000_000);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static ServerFile file(Process process, Path store) throws IOException, InterruptedException {
        for (int wait = 0; wait < 1_200; wait++) {
            Optional<ServerFile> file = ServerFile.find(store).filter(found -> found.pid() == process.pid());
            if (file.isPresent()) {
                return file.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no server");
    }

    /** So many a second for so long. */
    private Seen at(int rate, double minutes, LongFunction<URI> address) throws InterruptedException {
        Seen seen = new Seen();
        long begun = System.nanoTime();
        long number = 0;
        for (long due = begun; due < begun + minutes * 60 * SECOND; due += SECOND / rate) {
            sleepUntil(due);
            long now = number++;
            long since = due;
            requests.submit(() -> ask(address.apply(now), since, seen));
        }
        Thread.sleep(5_000);
        return seen;
    }

    private static void sleepUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    private void ask(URI address, long since, Seen seen) {
        try {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            count(answer.statusCode(), since, seen);
        } catch (IOException failed) {
            seen.failed.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void count(int status, long since, Seen seen) {
        seen.nanos.add(System.nanoTime() - since);
        if (status == 503 || status == 429) {
            seen.unavailable.incrementAndGet();
        } else if (status != 200) {
            seen.failed.incrementAndGet();
        }
    }

    /** Queries beside new articles; what the process takes up is looked at each minute. */
    private void written(Server server, String name, double minutes, int first) throws Exception {
        MadeNews news = new MadeNews(7, Gazetteer.load());
        Seen stored = new Seen();
        AtomicLong next = new AtomicLong(first);
        long end = System.nanoTime() + (long) (minutes * 60 * SECOND);
        Thread writer = Thread.ofPlatform().start(() -> {
            for (long due = System.nanoTime(); due < end; due += SECOND) {
                long from = next.getAndAdd(ARTICLES);
                try {
                    sleepUntil(due);
                    put(
                            server,
                            LongStream.range(from, from + ARTICLES)
                                    .mapToObj(number -> news.line((int) number))
                                    .collect(Collectors.joining("\n")),
                            due,
                            stored);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        });
        List<String> taken = new ArrayList<>();
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.nanoTime() < end) {
                    taken.add(taken(server));
                    Thread.sleep(60_000);
                }
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        Seen asked = at(QUERIES, minutes, server::mixed);
        writer.join();
        watch.interrupt();
        System.out.printf("%s, queries beside 20 articles a second: %s%n", name, asked);
        System.out.printf("%s, 20 articles at a time, from due to stored: %s%n", name, stored);
        System.out.println(
                name + ", resident MB, threads, open files, MB of the dataset on the disk: " + String.join("; ", taken));
    }

    private void put(Server server, String lines, long since, Seen seen) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.at("/api/articles"))
                            .header("Authorization", new Token(server.file().token()).header())
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(lines))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            count(answer.statusCode(), since, seen);
        } catch (IOException failed) {
            seen.failed.incrementAndGet();
        }
    }

    private static String taken(Server server) throws IOException {
        long pid = server.process().pid();
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return "%d %d %d %d"
                    .formatted(
                            number(status, "VmRSS") >> 10,
                            number(status, "Threads"),
                            files.count(),
                            megabytes(server.store().resolve("tdb2")));
        }
    }

    /** That are taken up: TDB2 makes its files longer than they are. */
    private static long megabytes(Path folder) throws IOException {
        Process du = new ProcessBuilder("du", "-sm", folder.toString()).start();
        return Long.parseLong(new String(du.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\D.*\\s*", ""));
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Half of them read a byte a second of a long answer, half send a byte a second of a long query. */
    private void slow(Server server) throws Exception {
        String reader = "GET " + server.query("SELECT * { ?s ?p ?o } LIMIT 20000").getRawPath() + "?"
                + server.query("SELECT * { ?s ?p ?o } LIMIT 20000").getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String sender = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                + "Content-Length: 100000\r\n\r\n";
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                sockets.add(open(server, reader));
                sockets.add(open(server, sender));
            }
            Thread dripping = Thread.ofPlatform().daemon().start(() -> drip(sockets));
            Seen seen = at(PAGES / 5, Math.min(MINUTES, 2), server::page);
            dripping.interrupt();
            System.out.println("L5, pages beside 500 slow readers and 500 slow senders, 10 a second: " + seen);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        assertThat(server.process().isAlive()).isTrue();
    }

    private static Socket open(Server server, String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.file().port());
        socket.setSoTimeout(1);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static void drip(List<Socket> sockets) {
        try {
            while (true) {
                for (int i = 0; i < sockets.size(); i++) {
                    try {
                        if (i % 2 == 0) {
                            sockets.get(i).getInputStream().read();
                        } else {
                            sockets.get(i).getOutputStream().write('x');
                        }
                    } catch (IOException closed) {
                        // The server has had enough of it.
                    }
                }
                Thread.sleep(1_000);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }
}
