package khabar.endpoint;

/** Carries a problem out of the depth of a query or a handler to the one place that writes it. */
final class Refusal extends RuntimeException {
    private final transient HttpProblem problem;

    Refusal(HttpProblem problem) {
        // No stack trace: a refusal is an answer, not a fault of ours.
        super(problem.kind(), null, false, false);
        this.problem = problem;
    }

    HttpProblem problem() {
        return problem;
    }
}
