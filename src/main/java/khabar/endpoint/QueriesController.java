package khabar.endpoint;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends a running query. Whose it is, is told by who knows its id. */
@RestController
final class QueriesController {
    private final SparqlEndpoint endpoint;

    QueriesController(SparqlEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @DeleteMapping("/sparql/queries/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        if (!endpoint.end(id)) {
            throw HttpProblem.of(404, "not-found", "No such query is running", "It may be over already")
                    .refusal();
        }
    }
}
