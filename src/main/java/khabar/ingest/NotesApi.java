package khabar.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import khabar.store.Note;
import khabar.store.Note.Outcome;
import khabar.store.Notes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Notes of readers over HTTP, for editors; who may use it is settled before a request comes here. */
@RestController
@RequestMapping("/api/notes")
class NotesApi {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Notes notes;
    private final Noting noting;

    NotesApi(Notes notes, Noting noting) {
        this.notes = notes;
        this.noting = noting;
    }

    /** @param said the key of the decision, or words of an editor */
    private record Line(
            String key,
            String about,
            String complaint,
            String other,
            String words,
            String at,
            String state,
            String said) {
        static Line of(Note note) {
            return new Line(
                    note.key(),
                    note.about(),
                    note.complaint().name().toLowerCase(Locale.ROOT),
                    note.other(),
                    note.words(),
                    note.at().toString(),
                    note.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    switch (note.outcome()) {
                        case Outcome.Open open -> "";
                        case Outcome.Applied applied -> applied.decision();
                        case Outcome.Mended mended -> mended.how();
                        case Outcome.Dismissed dismissed -> dismissed.why();
                    });
        }
    }

    /** @param state open, applied, mended or dismissed; all where it is not given */
    @GetMapping
    List<?> all(@RequestParam Optional<String> state) {
        return notes.all().stream()
                .map(Line::of)
                .filter(line -> state.isEmpty() || state.get().equals(line.state()))
                .toList();
    }

    /** What to do with a note, as somebody else wrote it. */
    private record Written(
            @Nullable String act,
            @Nullable String decide,
            @Nullable List<String> of,
            @Nullable String note) {
        String because() {
            return note == null ? "" : note.strip();
        }
    }

    @PostMapping("/{key:[a-z0-9-]+}")
    ResponseEntity<?> deal(@PathVariable String key, @RequestBody byte[] body, HttpServletRequest request) {
        Noted noted;
        try {
            Written written = JSON.readValue(body, Written.class);
            noted = switch (String.valueOf(written.act())) {
                case "apply" ->
                    noting.apply(
                            key,
                            DecisionOrder.parse(
                                    written.decide(), written.of(), request.getRemoteUser(), written.note()));
                case "mended" -> noting.settle(key, new Outcome.Mended(written.because()));
                case "dismiss" -> noting.settle(key, new Outcome.Dismissed(written.because()));
                case "reopen" -> noting.reopen(key);
                default -> throw new IllegalArgumentException("act is one of apply, mended, dismiss, reopen");
            };
        } catch (JacksonException wrong) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "send an object in JSON, as in {\"act\": \"apply\", \"decide\": \"join\", \"of\": [\"EVENT\", \"EVENT\"], \"note\": \"why\"}");
        } catch (IllegalArgumentException wrong) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
        }
        return switch (noted) {
            case Noted.Done done -> ResponseEntity.ok(Line.of(done.note()));
            case Noted.NotThere missing -> problem(HttpStatus.NOT_FOUND, "there is no note " + key);
            case Noted.Impossible impossible -> problem(HttpStatus.CONFLICT, impossible.why());
            case Noted.Refused refused ->
                problem(HttpStatus.CONFLICT, refused.why().name());
        };
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
