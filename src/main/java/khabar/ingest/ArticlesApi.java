package khabar.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import khabar.article.Article;
import khabar.article.ArticleFiles;
import khabar.article.Form;
import khabar.article.Parsed;
import khabar.article.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Articles in and out over HTTP; who may come to it is the application's affair. */
@RestController
@RequestMapping("/api")
class ArticlesApi {
    private static final int LONGEST_REASON = 2000;
    private static final List<Reading> READINGS = List.of(
            new Reading(List.of("text/plain", "application/gzip", "application/x-gzip"), ArticleFiles::read),
            new Reading(List.of("application/octet-stream"), ArticleFiles::readFound),
            Reading.as(
                    Form.JSON, "application/x-ndjson", "application/jsonl", "application/json", "application/ld+json"),
            Reading.as(Form.HTML, "text/html", "application/xhtml+xml"),
            Reading.as(Form.XML, "application/rss+xml", "application/atom+xml", "application/xml", "text/xml"));

    private final Ingest ingest;
    private final Sample sample;

    ArticlesApi(Ingest ingest, Sample sample) {
        this.ingest = ingest;
        this.sample = sample;
    }

    /**
     * Articles in any form, read as they arrive. A type of media that names a form decides; with {@code text/plain},
     * {@code application/gzip} and {@code application/octet-stream} the name and the content do. What neither tells is plain
     * text, but for {@code application/octet-stream}, with which it is refused.
     *
     * @param name what problems call the input
     */
    @PostMapping("/articles")
    ResponseEntity<?> add(@RequestParam(defaultValue = "request") String name, HttpServletRequest request)
            throws IOException {
        Optional<Reading> reading = reading(request);
        if (reading.isEmpty()) {
            return otherType();
        }
        try (InputStream body = request.getInputStream()) {
            IngestReport report = ingest.ingestAll(taker -> reading.get().how().read(name, body, taker));
            drain(body);
            return report.refused() == report.read()
                    ? allRefused(report)
                    : ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(report);
        }
    }

    /**
     * One article as it is to be from now on, whatever is there: an editor's word counts more than the date of a version.
     *
     * @param key which must be what is made of the article's address, or of what else tells it from others
     */
    @PutMapping("/articles/{key:[a-z0-9-]+}")
    ResponseEntity<?> put(
            @PathVariable String key, @RequestParam(defaultValue = "request") String name, HttpServletRequest request)
            throws IOException {
        Optional<Reading> reading = reading(request);
        if (reading.isEmpty()) {
            return otherType();
        }
        List<Parsed> read = new ArrayList<>();
        try (InputStream body = request.getInputStream()) {
            reading.get().how().read(name, body, parsed -> {
                if (read.size() < 2) {
                    read.add(parsed);
                }
            });
            drain(body);
        }
        if (read.size() != 1) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "send one article, no more and no less");
        }
        return switch (read.getFirst()) {
            case Parsed.Refused refused -> problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.problem());
            case Parsed.Accepted accepted ->
                accepted.article().key().equals(key)
                        ? put(accepted.article())
                        : problem(
                                HttpStatus.CONFLICT,
                                "what was sent is article " + accepted.article().key() + ", not " + key);
        };
    }

    private ResponseEntity<?> put(Article article) {
        return switch (ingest.put(article)) {
            case Outcome.Refused refused -> problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.problem());
            case Outcome.Unchanged same -> ResponseEntity.noContent().build();
            case Outcome.Stored stored ->
                stored.replaced()
                        ? ResponseEntity.noContent().build()
                        : ResponseEntity.status(HttpStatus.CREATED).build();
        };
    }

    /** @param reason why it is withdrawn, which is published at its address */
    @DeleteMapping("/articles/{key:[a-z0-9-]+}")
    ResponseEntity<?> remove(@PathVariable String key, @RequestParam(defaultValue = "") String reason) {
        if (reason.length() > LONGEST_REASON) {
            return problem(HttpStatus.BAD_REQUEST, "a reason has at most " + LONGEST_REASON + " letters");
        }
        return ingest.remove(key, reason)
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

    /** How bodies of some types of media are read. */
    private record Reading(List<String> types, How how) {
        @FunctionalInterface
        private interface How {
            void read(String name, InputStream body, Consumer<Parsed> taker) throws IOException;
        }

        static Reading as(Form form, String... types) {
            return new Reading(List.of(types), (name, body, taker) -> ArticleFiles.read(name, body, form, taker));
        }
    }

    private static Optional<Reading> reading(HttpServletRequest request) {
        return READINGS.stream()
                .filter(known -> known.types().contains(type(request)))
                .findFirst();
    }

    /** Who still sends when the answer comes does not read it: what was refused for its length is let through to its end. */
    private static void drain(InputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    private static ResponseEntity<ProblemDetail> otherType() {
        return problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "send one of "
                        + READINGS.stream()
                                .flatMap(known -> known.types().stream())
                                .collect(Collectors.joining(", ")));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, Problem problem) {
        return problem(status, IngestReport.of(problem).refusals().getFirst().toString());
    }

    private static String type(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
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
