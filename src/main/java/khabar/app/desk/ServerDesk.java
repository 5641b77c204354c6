package khabar.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.article.ArticleFiles;
import khabar.article.Problem;
import khabar.export.DumpManifest;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Batch;
import khabar.ingest.Decided;
import khabar.ingest.DecisionOrder;
import khabar.ingest.IngestReport;
import khabar.ingest.Token;
import khabar.store.Progress;
import khabar.store.Store;
import khabar.store.Verification;
import khabar.vocab.Base;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The store in a running server, asked over loopback; bodies are streamed both ways. */
public final class ServerDesk implements Desk {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The type of media of what a person named: it may be plain text under any name. */
    private static final String NAMED = "text/plain";
    /** And of what was found in a folder. */
    private static final String FOUND = "application/octet-stream";

    private final ServerFile server;
    private final HttpClient client;

    private ServerDesk(ServerFile server, HttpClient client) {
        this.server = server;
        this.client = client;
    }

    /** Empty where no server holds the store: a file that a killed one left counts as nothing. */
    public static Optional<ServerDesk> find(Path store) throws IOException {
        Optional<ServerFile> file = ServerFile.find(store);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        ServerDesk desk = new ServerDesk(file.get(), client);
        try {
            desk.stats();
            return Optional.of(desk);
        } catch (ConnectException nobody) {
            client.close();
            return Optional.empty();
        }
    }

    @Override
    public IngestReport ingest(Path path, Batch batch, Progress progress) throws IOException {
        alone(batch);
        if (!Files.isDirectory(path)) {
            return file(path, NAMED);
        }
        IngestReport sum = IngestReport.NOTHING;
        long bytes = 0;
        for (Path file : ArticleFiles.below(path)) {
            sum = sum.plus(file(file, FOUND));
            bytes += file.toFile().length();
            progress.at(bytes, 0);
        }
        return sum;
    }

    @Override
    public IngestReport ingest(String name, InputStream in, Batch batch) throws IOException {
        alone(batch);
        return post(name, NAMED, BodyPublishers.ofInputStream(() -> in));
    }

    private static void alone(Batch batch) {
        if (batch == Batch.LARGE) {
            throw new Refusal(
                    Refusal.Kind.BUSY,
                    "a server has this store; loading in bulk wants it to itself: end the server, or leave --bulk out");
        }
    }

    private IngestReport file(Path path, String type) throws IOException {
        Optional<Problem> closed = ArticleFiles.closed(path);
        return closed.isPresent()
                ? IngestReport.of(closed.get())
                : post(path.toString(), type, BodyPublishers.ofFile(path));
    }

    /** The server tells the form by name and content, as this process would. */
    private IngestReport post(String name, String type, BodyPublisher body) throws IOException {
        HttpRequest.Builder request = to("articles?name=" + encoded(name))
                .header("Content-Type", type)
                .POST(body);
        try (InputStream answer = send(request, 422)) {
            return JSON.readValue(answer, IngestReport.class);
        }
    }

    @Override
    public IngestReport reread(Optional<String> articleKey, Progress progress) throws IOException {
        return job("reread", articleKey, progress, IngestReport.class);
    }

    @Override
    public boolean remove(String articleKey, String because) throws IOException {
        String reason = because.isEmpty() ? "" : "?reason=" + encoded(because);
        try (InputStream answer =
                send(to("articles/" + encoded(articleKey) + reason).DELETE())) {
            return answer.readAllBytes().length == 0;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }

    @Override
    public long removeSample() throws IOException {
        try (InputStream answer = send(to("sample").DELETE())) {
            return JSON.readTree(answer).get("removed").asLong();
        }
    }

    @Override
    public Decided decide(DecisionOrder order) throws IOException {
        HttpRequest.Builder request = to("decisions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(order)));
        try (InputStream answer = send(request)) {
            return JSON.readValue(answer, Decided.class);
        }
    }

    @Override
    public Decided undo(String decision) throws IOException {
        try (InputStream answer = send(to("decisions/" + encoded(decision)).DELETE())) {
            return JSON.readValue(answer, Decided.class);
        }
    }

    @Override
    public List<Decided> decisions() throws IOException {
        try (InputStream answer = send(to("decisions").GET())) {
            return List.of(JSON.readValue(answer, Decided[].class));
        }
    }

    @Override
    public void query(String query, AnswerFormat format, OutputStream out) throws IOException {
        HttpRequest.Builder request = to("query?format=" + format)
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(query));
        try (InputStream answer = send(request)) {
            answer.transferTo(out);
        }
    }

    @Override
    public void export(ExportOrder order, OutputStream out) throws IOException {
        try (InputStream answer = send(to("export?" + order.query()).GET())) {
            copy(answer, out, Progress.NONE);
        }
    }

    /** Progress is in bytes, of nobody knows how many. */
    @Override
    public void backup(OutputStream out, Progress progress) throws IOException {
        try (InputStream answer = send(to("backup").GET())) {
            copy(answer, out, progress);
        }
    }

    @Override
    public DumpManifest dump() throws IOException {
        try (InputStream answer = send(to("dump").POST(BodyPublishers.noBody()))) {
            return JSON.readValue(answer, DumpManifest.class);
        }
    }

    @Override
    public Store.Compacted compact() throws IOException {
        return job("compact", Optional.empty(), Progress.NONE, Store.Compacted.class);
    }

    @Override
    public Store.Reindexed reindex() throws IOException {
        return job("reindex", Optional.empty(), Progress.NONE, Store.Reindexed.class);
    }

    @Override
    public Verification.Report verify(Progress progress) throws IOException {
        return job("verify", Optional.empty(), progress, Verification.Report.class);
    }

    /** The server takes up the user's own gazetteer files as they are now. */
    public Gazetteer.Own reloadGazetteer() throws IOException {
        return job("gazetteer", Optional.empty(), Progress.NONE, Gazetteer.Own.class);
    }

    /** Has the server do something that may take long, and waits for it. */
    private <T> T job(String kind, Optional<String> article, Progress progress, Class<T> result) throws IOException {
        ObjectNode order = JSON.createObjectNode().put("kind", kind);
        article.ifPresent(key -> order.put("article", key));
        JsonNode status = json(
                to("jobs").header("Content-Type", "application/json").POST(BodyPublishers.ofString(order.toString())));
        String id = status.path("id").asString();
        while (!status.has("ended")) {
            progress.at(status.path("done").asLong(), status.path("total").asLong());
            status = json(to("jobs/" + id).header("Prefer", "wait=1").GET());
        }
        if (!status.has("result")) {
            JsonNode trouble = status.path("trouble");
            throw new Refusal(
                    Refusal.Kind.valueOf(trouble.path("kind").asString(Refusal.Kind.BUSY.name())),
                    trouble.path("detail").asString("the server ended it before it was done"));
        }
        return JSON.treeToValue(status.get("result"), result);
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException {
        try (InputStream answer = send(request)) {
            return JSON.readTree(answer);
        }
    }

    /** Half an answer is none. */
    private static void copy(InputStream answer, OutputStream out, Progress progress) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        while (true) {
            int length;
            try {
                length = answer.read(buffer);
            } catch (IOException broken) {
                throw new IOException("the server broke off its answer; its log says why", broken);
            }
            if (length < 0) {
                return;
            }
            out.write(buffer, 0, length);
            done += length;
            progress.at(done, 0);
        }
    }

    @Override
    public Map<String, Long> stats() throws IOException {
        try (InputStream answer = send(to("stats").GET())) {
            Map<String, Long> counts = new LinkedHashMap<>();
            JSON.readTree(answer)
                    .properties()
                    .forEach(
                            count -> counts.put(count.getKey(), count.getValue().asLong()));
            return counts;
        }
    }

    @Override
    public Base base() {
        return new Base(server.base());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/" + path))
                .header("Authorization", new Token(server.token()).header());
    }

    /** The body of a good answer; of another one that is expected too. */
    private InputStream send(HttpRequest.Builder request, Integer... expected) throws IOException {
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() < 300 || List.of(expected).contains(answer.statusCode())) {
                return answer.body();
            }
            throw refusal(answer);
        } catch (ConnectException nobody) {
            throw nobody;
        } catch (IOException broken) {
            throw new IOException(
                    "the server broke off before it answered; what it had stored stays: start it again and repeat the command ("
                            + broken.getMessage() + ")",
                    broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the server was answering", stopped);
        }
    }

    private static Refusal refusal(HttpResponse<InputStream> answer) throws IOException {
        Refusal.Kind kind = switch (answer.statusCode()) {
            case 400, 409, 413, 415, 422 -> Refusal.Kind.BAD_DATA;
            case 404, 410 -> Refusal.Kind.NOT_FOUND;
            case 401, 403 -> Refusal.Kind.NOT_PERMITTED;
            case 503 -> Refusal.Kind.BUSY;
            case 507 -> Refusal.Kind.NO_ROOM;
            default -> Refusal.Kind.FAULT;
        };
        try (InputStream body = answer.body()) {
            return new Refusal(kind, detail(body.readAllBytes(), answer.statusCode()));
        }
    }

    private static String detail(byte[] body, int status) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asString("the server answered " + status);
        } catch (JacksonException notJson) {
            return "the server answered " + status;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
