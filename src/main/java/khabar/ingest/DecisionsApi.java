package khabar.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Decisions of editors over HTTP; who may use it is settled before a request comes here. */
@RestController
@RequestMapping("/api/decisions")
class DecisionsApi {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Editing editing;

    DecisionsApi(Editing editing) {
        this.editing = editing;
    }

    @GetMapping
    List<Decided> all() {
        return editing.all();
    }

    /** An order as somebody else wrote it. */
    private record Written(
            @Nullable String decide,
            @Nullable List<String> of,
            @Nullable String by,
            @Nullable String note) {}

    @PostMapping
    ResponseEntity<?> decide(@RequestBody byte[] body, HttpServletRequest request) {
        DecisionOrder order;
        try {
            Written written = JSON.readValue(body, Written.class);
            order = DecisionOrder.parse(written.decide(), written.of(), by(written, request), written.note());
        } catch (JacksonException wrong) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "send an object in JSON, as in {\"decide\": \"join\", \"of\": [\"EVENT\", \"EVENT\"], \"by\": \"who\", \"note\": \"why\"}");
        } catch (IllegalArgumentException wrong) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
        }
        return switch (editing.decide(order)) {
            case Edited.Done done ->
                ResponseEntity.created(
                                URI.create("/api/decisions/" + done.decided().decision()))
                        .body(done.decided());
            case Edited.NotThere missing -> problem(HttpStatus.NOT_FOUND, missing.why());
            case Edited.Impossible impossible -> problem(HttpStatus.CONFLICT, impossible.why());
        };
    }

    /** As it is written, else who is signed in. */
    private static @Nullable String by(Written written, HttpServletRequest request) {
        Principal signedIn = request.getUserPrincipal();
        return written.by() == null && signedIn != null ? signedIn.getName() : written.by();
    }

    @DeleteMapping("/{key:[a-z0-9-]+}")
    ResponseEntity<?> undo(@PathVariable String key) {
        return switch (editing.undo(key)) {
            case Edited.Done done -> ResponseEntity.ok(done.decided());
            case Edited.NotThere missing -> problem(HttpStatus.NOT_FOUND, missing.why());
            case Edited.Impossible impossible -> problem(HttpStatus.CONFLICT, impossible.why());
        };
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
