package khabar.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import khabar.article.ArticleFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Articles in and out over HTTP; {@link TokenFilter} stands before it. */
@RestController
@RequestMapping("/api")
class ArticlesApi {
    private final Ingest ingest;
    private final Sample sample;

    ArticlesApi(Ingest ingest, Sample sample) {
        this.ingest = ingest;
        this.sample = sample;
    }

    /**
     * One article in plain text, or JSON Lines article by article as they arrive.
     *
     * @param name what problems call the input
     */
    @PostMapping("/articles")
    ResponseEntity<?> add(@RequestParam(defaultValue = "request") String name, HttpServletRequest request)
            throws IOException {
        boolean json = isJson(request);
        if (!json && !is(request, MediaType.TEXT_PLAIN)) {
            return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send text/plain or application/x-ndjson");
        }
        try (InputStream body = request.getInputStream()) {
            IngestReport report = ingest.ingestAll(taker -> ArticleFiles.read(name, body, json, taker));
            return report.refused() == report.read()
                    ? allRefused(report)
                    : ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(report);
        }
    }

    @DeleteMapping("/articles/{key:[a-z0-9-]+}")
    ResponseEntity<?> remove(@PathVariable String key) {
        return ingest.remove(key)
                ? ResponseEntity.noContent().build()
                : problem(HttpStatus.NOT_FOUND, "there is no article " + key);
    }

    @DeleteMapping("/sample")
    Map<String, Long> removeSample() throws IOException {
        return Map.of("removed", sample.remove());
    }

    /** A problem that holds the report. */
    private static ResponseEntity<ProblemDetail> allRefused(IngestReport report) {
        String detail = report.refusals().stream()
                .findFirst()
                .map(IngestReport.Refusal::toString)
                .orElse("there was no article");
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("read", report.read());
        problem.setProperty("new", report.added());
        problem.setProperty("changed", report.changed());
        problem.setProperty("unchanged", report.unchanged());
        problem.setProperty("refused", report.refused());
        problem.setProperty("refusals", report.refusals());
        return answer(problem);
    }

    private static boolean isJson(HttpServletRequest request) {
        return is(request, MediaType.parseMediaType("application/x-ndjson"))
                || is(request, MediaType.parseMediaType("application/jsonl"))
                || is(request, MediaType.APPLICATION_JSON);
    }

    private static boolean is(HttpServletRequest request, MediaType type) {
        String given = String.valueOf(request.getContentType()).split(";", 2)[0].strip();
        return given.equalsIgnoreCase(type.toString());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return answer(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
