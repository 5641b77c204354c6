package khabar.endpoint;

import java.util.Optional;
import org.apache.jena.query.Query;

/** How a request to the endpoint ends. */
sealed interface Reply {
    /**
     * It was answered.
     *
     * @param tag names the answer in this form; empty where it is another each time
     */
    record Answered(Query query, Answer answer, Negotiation.Chosen form, Optional<String> tag) implements Reply {}

    /** The client has the answer already. */
    record Unchanged(String tag) implements Reply {}

    record Refused(HttpProblem problem) implements Reply {}
}
