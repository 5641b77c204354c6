package khabar.app.desk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.export.DumpManifest;
import khabar.export.Format;
import khabar.store.Progress;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the command line asks of a running server beside articles: {@code /api/query}, {@code /api/export},
 * {@code /api/stats}, {@code /api/backup}, {@code /api/dump}. A servlet and no controller: what fails in the middle of an answer must break the
 * connection, so that nobody takes half of it for the whole.
 */
public final class DeskServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();
    /** What is answered: method and path. */
    public static final List<String> ROUTES =
            List.of("GET /api/backup", "GET /api/export", "GET /api/stats", "POST /api/dump", "POST /api/query");

    private static final int LONGEST_QUERY = 10_000_000;

    @SuppressWarnings("serial")
    private final Desk desk;

    public DeskServlet(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(
                request,
                response,
                Map.of("/api/stats", this::stats, "/api/export", this::export, "/api/backup", this::backup));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, Map.of("/api/query", this::query, "/api/dump", this::dump));
    }

    /** One of the things that may be asked. */
    @FunctionalInterface
    private interface Asked {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Map<String, Asked> asked)
            throws IOException {
        Optional<Asked> found = Optional.ofNullable(asked.get(request.getServletPath()));
        if (found.isEmpty()) {
            problem(response, 405, "not asked this way");
            return;
        }
        try {
            found.get().answer(request, response);
        } catch (Refusal refusal) {
            if (response.isCommitted()) {
                throw refusal;
            }
            response.reset();
            problem(response, status(refusal), String.valueOf(refusal.getMessage()));
        }
    }

    private void stats(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(desk.stats()));
    }

    private void query(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnswerFormat format = AnswerFormat.named(parameter(request, "format").orElse("json"));
        byte[] query = request.getInputStream().readNBytes(LONGEST_QUERY + 1);
        if (query.length > LONGEST_QUERY) {
            throw new Refusal(Refusal.Kind.BAD_DATA, "the query is longer than 10 MB");
        }
        response.setContentType(format.mediaType() + ";charset=utf-8");
        desk.query(new String(query, StandardCharsets.UTF_8), format, response.getOutputStream());
    }

    private void backup(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        desk.backup(response.getOutputStream(), Progress.NONE);
    }

    private void dump(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DumpManifest manifest = desk.dump();
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(manifest));
    }

    private void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExportOrder order = new ExportOrder(
                parameter(request, "format")
                        .flatMap(Format::named)
                        .orElseThrow(() -> new Refusal(Refusal.Kind.BAD_DATA, "format is ttl, nt, trig or nq")),
                parameter(request, "gzip").map(Boolean::parseBoolean).orElse(false),
                parameter(request, "entity"),
                parameter(request, "graph"),
                new ExportOrder.Articles(
                        parameter(request, "source"), parameter(request, "from"), parameter(request, "to")),
                parameter(request, "since"),
                parameter(request, "base"));
        response.setContentType("application/octet-stream");
        desk.export(order, response.getOutputStream());
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case BAD_DATA -> 400;
            case NOT_FOUND -> 404;
            case BUSY -> 503;
            case NOT_PERMITTED -> 403;
            case NO_ROOM -> 507;
            case FAULT -> 500;
        };
    }

    private static void problem(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(JSON.writeValueAsBytes(Map.of("title", "Refused", "status", status, "detail", detail)));
    }
}
