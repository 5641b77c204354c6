package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khabar.merge.GeneratedNews;
import khabar.merge.Merger;
import khabar.store.Child;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service beside a stock Fuseki on the same TDB2 data, each in a JVM of its own: {@code mvn -Pbench verify
 * -Dtest=StockBenchmark -Dkhabar.fuseki=jena-fuseki-server-6.2.0.jar}. The data is {@link GeneratedNews}; with
 * {@code -Dkhabar.bench.times=10} all but the gazetteer is there ten times under other addresses, so that each actor and each
 * place has ten times the events. {@code -Dkhabar.bench.store=DIR} keeps the data for the next run.
 *
 * <p>What counts is the time of the server's processors for each request; what the client sees is told beside it. The two
 * take turns, after both have been warmed up.
 */
class StockBenchmark {
    private static final int ARTICLES = Integer.getInteger("khabar.bench.articles", 3_000);
    private static final int TIMES = Integer.getInteger("khabar.bench.times", 1);
    private static final int WARM = Integer.getInteger("khabar.bench.warm", 50_000);
    private static final long NANOS = 1_000_000L * Integer.getInteger("khabar.bench.millis", 3_000);
    /** For each kind of request. */
    private static final long WARMING = 1_000_000_000L * Integer.getInteger("khabar.bench.warming", 15);

    /** Which requests are measured, by what is in their names. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("khabar.bench.only", ""));

    private static final int ROUNDS = Integer.getInteger("khabar.bench.rounds", 2);
    private static final int[] CLIENTS = {1, 4, 16};
    private static final int KEPT = 20;
    private static final int ROWS = 2_000;
    private static final List<String> JVM =
            List.of("-Xmx2g", "-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:TieredStopAtLevel=4");

    private static final String PREFIXES = "PREFIX kh: <https://w3id.org/khabar/ns#> "
            + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
            + "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX text: <http://jena.apache.org/text#> "
            + "PREFIX wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> ";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Side(String name, Process process, String address, String sparql) {
        URI query(String text) {
            return URI.create(address + sparql + "?query=" + URLEncoder.encode(PREFIXES + text, StandardCharsets.UTF_8));
        }

        URI page(String path) {
            return URI.create(address + path);
        }

        /** Milliseconds that its processors have worked. */
        long processor() throws IOException {
            String[] stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                    .replaceFirst("(?s).*\\) ", "")
                    .split(" ", -1);
            return 10 * (Long.parseLong(stat[11]) + Long.parseLong(stat[12]));
        }

        long resident() throws IOException {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** One kind of request; the number tells which of many it is. */
    private record Operation(String name, LongFunction<URI> ours, LongFunction<URI> stock) {}

    /** What came of one kind of request at one side with so many clients. */
    private record Measured(double processor, List<Long> nanos) {
        double at(double share) {
            return nanos.get((int) Math.min(nanos.size() - 1, Math.round(share * nanos.size()))) / 1e6;
        }
    }

    @Test
    void table(@TempDir Path folder) throws Exception {
        String jar = System.getProperty("khabar.fuseki", "");
        assertThat(jar).as("-Dkhabar.fuseki=jena-fuseki-server-6.2.0.jar").isNotEmpty();
        Path data = data(Optional.ofNullable(System.getProperty("khabar.bench.store"))
                .map(Path::of)
                .orElse(folder.resolve("data")));
        Path other = folder.resolve("stock");
        copy(data.resolve("tdb2"), other);
        Targets targets = targets(other);
        int port = freePort();
        int otherPort = freePort();
        Process ours = Child.start(
                Child.classPath(),
                JVM,
                Khabar.class,
                "serve",
                "--port=" + port,
                "--store",
                data.toString(),
                "-Dkhabar.sample=false",
                "-Dkhabar.clients.compute=1000h",
                "-Dkhabar.clients.concurrent=64",
                // Stock has no such limits: of sixteen clients that count ten million statements some would be sent away.
                "-Dkhabar.endpoint.running=32",
                "-Dkhabar.endpoint.slow=16",
                "-Dkhabar.endpoint.timeout=30s",
                "-Dlogging.level.root=WARN");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx2g", "-XX:+UseG1GC", "-cp", jar, "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"));
        command.addAll(List.of("--localhost", "--port=" + otherPort, "--config=" + config(folder, other)));
        Process stock = new ProcessBuilder(command).redirectErrorStream(true).start();
        drain(ours);
        drain(stock);
        try {
            run(
                    new Side("ours", ours, "http://127.0.0.1:" + port, "/sparql"),
                    new Side("stock", stock, "http://127.0.0.1:" + otherPort, "/ds/sparql"),
                    targets);
        } finally {
            ours.destroy();
            stock.destroy();
            ours.waitFor();
            stock.waitFor();
        }
    }

    /** What is usual beside the default: the default graph is the union of all, as ours is. */
    private static Path config(Path folder, Path data) throws IOException {
        return Files.writeString(
                folder.resolve("config.ttl"),
                """
                PREFIX fuseki: <http://jena.apache.org/fuseki#>
                PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
                [] a fuseki:Server ; fuseki:services ( <#service> ) .
                <#service> a fuseki:Service ; fuseki:name "ds" ; fuseki:dataset <#data> ;
                  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] .
                <#data> a tdb2:DatasetTDB2 ; tdb2:location "%s" ; tdb2:unionDefaultGraph true .
                """
                        .formatted(data));
    }

    private void run(Side ours, Side stock, Targets targets) throws Exception {
        await(ours);
        await(stock);
        List<Operation> operations = operations(ours, stock, targets);
        System.out.printf("%n%,d statements; warming both with %,d requests%n", targets.statements(), WARM);
        for (Side side : List.of(ours, stock)) {
            long before = side.processor();
            long begun = System.nanoTime();
            warm(operations.getFirst(), side, WARM);
            System.out.printf(
                    "%s: %.0f s, %.2f ms of processor a request%n",
                    side.name(), (System.nanoTime() - begun) / 1e9, (side.processor() - before) / (double) WARM);
        }
        System.out.printf(
                "%nMilliseconds; processor a request, then p50/p95/p99 at %s clients%n%n", "1, 4 and 16");
        System.out.println("| what | ours | stock | ratio | ours, as clients see it | stock |");
        System.out.println("|---|---|---|---|---|---|");
        for (Operation operation : operations) {
            if (ONLY.matcher(operation.name()).find()) {
                line(operation, ours, stock);
            }
        }
        System.out.printf(
                "%nMemory at the end: ours %d MB, stock %d MB%n", ours.resident(), stock.resident());
    }

    private void line(Operation operation, Side ours, Side stock) throws Exception {
        for (Side side : List.of(ours, stock)) {
            long end = System.nanoTime() + WARMING;
            while (System.nanoTime() < end) {
                measure(operation, side, 4); // what is new to it is not counted
            }
        }
        StringBuilder seenOurs = new StringBuilder();
        StringBuilder seenStock = new StringBuilder();
        double processorOurs = 0;
        double processorStock = 0;
        for (int clients : CLIENTS) {
            List<Measured> rounds = new ArrayList<>();
            List<Measured> otherRounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(measure(operation, ours, clients));
                otherRounds.add(measure(operation, stock, clients));
            }
            Measured mine = together(rounds);
            Measured theirs = together(otherRounds);
            processorOurs += mine.processor() / CLIENTS.length;
            processorStock += theirs.processor() / CLIENTS.length;
            seenOurs.append(seen(mine));
            seenStock.append(seen(theirs));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %s | %s |%n",
                operation.name(),
                processorOurs,
                processorStock,
                processorStock / processorOurs,
                seenOurs.toString().strip(),
                seenStock.toString().strip());
    }

    private static String seen(Measured measured) {
        return String.format(Locale.ROOT, "%.1f/%.1f/%.1f ", measured.at(0.5), measured.at(0.95), measured.at(0.99));
    }

    private static Measured together(List<Measured> rounds) {
        double processor = rounds.stream().mapToDouble(Measured::processor).average().orElse(0);
        List<Long> nanos =
                rounds.stream().flatMap(round -> round.nanos().stream()).sorted().toList();
        return new Measured(processor, nanos);
    }

    private Measured measure(Operation operation, Side side, int clients) throws Exception {
        AtomicLong next = new AtomicLong(NUMBERS.incrementAndGet() * 1_000_000);
        long before = side.processor();
        long end = System.nanoTime() + NANOS;
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> {
                    List<Long> own = new ArrayList<>();
                    do {
                        long begun = System.nanoTime();
                        ask(uri(operation, side, next.getAndIncrement()));
                        own.add(System.nanoTime() - begun);
                    } while (System.nanoTime() < end);
                    return own;
                }));
            }
            for (Future<List<Long>> one : all) {
                nanos.addAll(one.get());
            }
        }
        nanos.sort(Long::compare);
        return new Measured((side.processor() - before) / (double) nanos.size(), nanos);
    }

    private static final AtomicLong NUMBERS = new AtomicLong();

    private static URI uri(Operation operation, Side side, long number) {
        return (side.name().equals("ours") ? operation.ours() : operation.stock()).apply(number);
    }

    private void warm(Operation operation, Side side, int requests) throws Exception {
        AtomicLong left = new AtomicLong(requests);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Object>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> {
                    long number = left.decrementAndGet();
                    while (number >= 0) {
                        ask(uri(operation, side, number));
                        number = left.decrementAndGet();
                    }
                    return "";
                }));
            }
            for (Future<Object> one : all) {
                one.get();
            }
        }
    }

    /** What there is to ask about. */
    record Targets(long statements, List<String> events, List<String> actors, List<String> days) {}

    private static List<Operation> operations(Side ours, Side stock, Targets targets) {
        List<Operation> operations = new ArrayList<>();
        LongFunction<String> page = n -> "SELECT ?p ?o ?label { <" + pick(targets.events(), n)
                + "> ?p ?o OPTIONAL { ?o rdfs:label ?label } }";
        operations.add(both("SPARQL: an event with the names of what it points to", page, ours, stock));
        operations.add(new Operation(
                "HTML: an event's page, made anew, beside that query",
                n -> ours.page(path(pick(targets.events(), n)) + "?new=" + n),
                n -> stock.query(page.apply(n))));
        operations.add(new Operation(
                "HTML: an event's page, kept, beside that query",
                n -> ours.page(path(targets.events().get((int) (n % KEPT)))),
                n -> stock.query(page.apply(n))));
        operations.add(new Operation(
                "a file of the service's own, beside that query",
                n -> ours.page("/khabar.css"),
                n -> stock.query(page.apply(n))));
        operations.add(both(
                "SPARQL: with whom an actor appears",
                n -> "SELECT ?other (COUNT(?e) AS ?n) { ?e kh:actor <" + pick(targets.actors(), n)
                        + "> ; kh:recipient ?other } GROUP BY ?other",
                ours,
                stock));
        operations.add(both(
                "SPARQL: events of a week",
                n -> {
                    String day = pick(targets.days(), n);
                    return "SELECT ?e ?day { ?e a kh:Event ; kh:begin ?day FILTER(?day >= \"" + day
                            + "\"^^xsd:date && ?day < \"" + day + "\"^^xsd:date + \"P7D\"^^xsd:dayTimeDuration) }";
                },
                ours,
                stock));
        operations.add(both(
                "SPARQL: the ten newest events",
                n -> "SELECT ?e ?day { ?e a kh:Event ; kh:begin ?day } ORDER BY DESC(?day) LIMIT 10",
                ours,
                stock));
        operations.add(both(
                "SPARQL: the ten newest events of an actor",
                n -> "SELECT ?e ?day { ?e kh:actor <" + pick(targets.actors(), n)
                        + "> ; kh:begin ?day } ORDER BY DESC(?day) LIMIT 10",
                ours,
                stock));
        operations.add(both(
                "SPARQL: what happened within ten degrees",
                n -> {
                    long lat = n % 14 * 10 - 70;
                    long longitude = n % 31 * 10 - 160;
                    return "SELECT ?e ?place { ?place wgs:lat ?lat ; wgs:long ?long FILTER(?lat >= " + lat + " && ?lat < "
                            + (lat + 10) + " && ?long >= " + longitude + " && ?long < " + (longitude + 10)
                            + ") ?e kh:place ?place }";
                },
                ours,
                stock));
        operations.add(both(
                "SPARQL: an actor's events by type, counted",
                n -> "SELECT ?t (COUNT(?e) AS ?n) { ?e kh:actor <" + pick(targets.actors(), n)
                        + "> ; kh:eventType ?t } GROUP BY ?t",
                ours,
                stock));
        operations.add(both(
                "SPARQL: events by type, counted",
                n -> "SELECT ?t (COUNT(?e) AS ?n) { ?e a kh:Event ; kh:eventType ?t } GROUP BY ?t",
                ours,
                stock));
        operations.add(new Operation(
                "HTML: the page that shows those counts, kept, beside that query",
                n -> ours.page("/"),
                n -> stock.query(
                        "SELECT ?t (COUNT(?e) AS ?n) { ?e a kh:Event ; kh:eventType ?t } GROUP BY ?t")));
        operations.add(new Operation(
                "SPARQL: a word in labels, by text index and by CONTAINS",
                n -> ours.query("SELECT ?s ?l { (?s ?score ?l) text:query (rdfs:label \"town " + n % 3_000 + "\" 20) }"),
                n -> stock.query("SELECT ?s ?l { ?s rdfs:label ?l FILTER(CONTAINS(?l, \"Town " + n % 3_000 + "\")) } LIMIT 20")));
        return operations;
    }

    private static Operation both(
            String name, LongFunction<String> query, Side ours, Side stock) {
        return new Operation(
                name, n -> ours.query(query.apply(n)), n -> stock.query(query.apply(n)));
    }

    /** Some far more often than others. */
    static String pick(List<String> all, long number) {
        double random = new Random(number).nextDouble();
        return all.get((int) (all.size() * random * random));
    }

    static String path(String iri) {
        return "/doc/" + iri.substring(iri.indexOf("/id/") + "/id/".length());
    }

    private void ask(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", address.getPath().contains("sparql")
                                ? "application/sparql-results+json"
                                : "text/html,text/css,*/*;q=0.1")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    answer.statusCode() + " for " + address + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private void await(Side side) throws Exception {
        for (int tries = 0; tries < 240; tries++) {
            assertThat(side.process().isAlive()).isTrue();
            try {
                ask(side.query("ASK { ?s a kh:Event }"));
                return;
            } catch (IOException notYet) {
                Thread.sleep(500);
            }
        }
        throw new AssertionError(side.name() + " did not start");
    }

    static Targets targets(Path stock) {
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(stock.toString());
        try {
            return Txn.calculateRead(database, () -> {
                AtomicLong statements = new AtomicLong();
                database.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                        .forEachRemaining(quad -> statements.incrementAndGet());
                return new Targets(
                        statements.get(),
                        some(database, Rdf.type, Kh.Event, quad -> quad.getSubject().getURI()),
                        some(database, Kh.actor, Node.ANY, quad -> quad.getObject().getURI()),
                        some(database, Kh.begin, Node.ANY, quad -> quad.getObject().getLiteralLexicalForm()));
            });
        } finally {
            TDBInternal.expel(database, true);
        }
    }

    private static List<String> some(
            DatasetGraph database, Node property, Node value, Function<Quad, String> toText) {
        Set<String> found = new LinkedHashSet<>();
        database.find(Node.ANY, Node.ANY, property, value).forEachRemaining(quad -> found.add(toText.apply(quad)));
        return found.stream().limit(ROWS).toList();
    }

    /** The generated store; made where there is none yet. */
    static Path data(Path place) throws IOException {
        if (Files.exists(place.resolve("store.properties"))) {
            return place;
        }
        long begun = System.nanoTime();
        try (Store store = Store.open(new StoreSettings(place), Base.LOCAL)) {
            new GeneratedNews(Base.LOCAL, 1, ARTICLES)
                    .into(store, new Merger(Base.LOCAL, Clock.systemUTC()), 0, ARTICLES);
        }
        System.out.printf("%d articles stored in %.0f s%n", ARTICLES, (System.nanoTime() - begun) / 1e9);
        if (TIMES > 1) {
            multiply(place);
        }
        return place;
    }

    /** The search indexes see at the next start that they have not followed, and are made anew. */
    private static void multiply(Path place) throws IOException {
        Path before = place.resolveSibling(place.getFileName() + "-once");
        Files.move(place.resolve("tdb2"), before);
        Files.createDirectories(place.resolve("tdb2"));
        DatasetGraph once = DatabaseMgr.connectDatasetGraph(before.toString());
        DatasetGraph many =
                DatabaseMgr.connectDatasetGraph(place.resolve("tdb2").toString());
        DataLoader loader = LoaderFactory.parallelLoader(many, (format, values) -> {});
        loader.startBulk();
        Txn.executeRead(once, () -> {
            for (int i = 0; i < TIMES; i++) {
                String number = i == 0 ? "" : "-n" + i;
                once.find().forEachRemaining(quad -> {
                    if (number.isEmpty() || !quad.getGraph().getURI().endsWith("/dataset")) {
                        loader.stream().quad(renamed(quad, number));
                    }
                });
            }
        });
        loader.finishBulk();
        TDBInternal.expel(once, true);
        TDBInternal.expel(many, true);
        for (String index : List.of("text", "bodies")) {
            delete(place.resolve(index));
        }
    }

    private static final List<String> AGAIN = List.of(
            "article", "event", "report", "participation", "mention", "storyline", "slot", "storylink", "alternative");

    private static Quad renamed(Quad quad, String number) {
        return Quad.create(
                renamed(quad.getGraph(), number),
                renamed(quad.getSubject(), number),
                quad.getPredicate(),
                renamed(quad.getObject(), number));
    }

    private static Node renamed(Node node, String number) {
        if (number.isEmpty() || !node.isURI()) {
            return node;
        }
        String iri = node.getURI();
        return AGAIN.stream().anyMatch(type -> iri.contains("/" + type + "/"))
                ? NodeFactory.createURI(iri + number)
                : node;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals("tdb.lock")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList().reversed()) {
                    Files.delete(file);
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    static void drain(Process server) {
        Thread.ofVirtual().start(() -> {
            try {
                server.getInputStream().transferTo(System.out);
            } catch (IOException over) {
                // It has ended.
            }
        });
    }
}
