package khabar.endpoint;

import org.apache.jena.query.Query;

/** How a request to the endpoint ends. */
sealed interface Reply {
    record Answered(Query query, Answer answer, Negotiation.Chosen form) implements Reply {}

    record Refused(HttpProblem problem) implements Reply {}
}
