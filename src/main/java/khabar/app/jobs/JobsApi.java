package khabar.app.jobs;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.app.desk.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs over HTTP. */
@RestController
@RequestMapping("/api/jobs")
class JobsApi {
    /** {@code Prefer: wait=10}, by RFC 7240. */
    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,4})");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * What is to be done.
     *
     * @param kind a word of {@link JobKind}
     * @param article for {@code reread}: the key of the one article
     */
    record Order(@Nullable String kind, @Nullable String article) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> add(@RequestBody Order order) {
        Optional<JobKind> kind = Optional.ofNullable(order.kind()).flatMap(JobKind::named);
        if (kind.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "kind is one of " + JobKind.words());
        }
        if (order.article() != null && kind.get() != JobKind.REREAD) {
            return problem(HttpStatus.BAD_REQUEST, "only reread takes an article");
        }
        JobStatus status =
                jobs.add(kind.get(), Optional.ofNullable(order.article())).status();
        return ResponseEntity.accepted()
                .location(URI.create("/api/jobs/" + status.id()))
                .body(status);
    }

    @GetMapping
    Map<String, List<JobStatus>> all() {
        return Map.of("jobs", jobs.all());
    }

    @GetMapping("/{id:[a-z0-9-]+}")
    ResponseEntity<?> one(@PathVariable String id, @RequestHeader(name = "Prefer", defaultValue = "") String prefer)
            throws InterruptedException {
        Optional<Job> job = jobs.find(id);
        return job.isEmpty() ? unknown(id) : ResponseEntity.ok(job.get().await(patience(prefer)));
    }

    /** The job ends before its next step, where it has one. */
    @DeleteMapping("/{id:[a-z0-9-]+}")
    ResponseEntity<?> cancel(@PathVariable String id) {
        Optional<Job> job = jobs.find(id);
        job.ifPresent(Job::cancel);
        return job.isEmpty() ? unknown(id) : ResponseEntity.accepted().build();
    }

    private static Duration patience(String prefer) {
        Matcher wait = WAIT.matcher(prefer);
        Duration asked = wait.find() ? Duration.ofSeconds(Integer.parseInt(wait.group(1))) : Duration.ZERO;
        return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    }

    private static ResponseEntity<ProblemDetail> unknown(String id) {
        return problem(HttpStatus.NOT_FOUND, "there is no job " + id + "; those that ended long ago are forgotten");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException wrong) {
        return problem(HttpStatus.BAD_REQUEST, "send JSON such as {\"kind\": \"verify\"}");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
