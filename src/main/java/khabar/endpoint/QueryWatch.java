package khabar.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells observers what became of each query. It looks at the answer from outside, so that what is refused early is told of
 * as what is answered; only what a query says and how much came out is left by those who know it.
 */
final class QueryWatch extends OncePerRequestFilter {
    private static final String TEXT = QueryWatch.class.getName() + ".text";
    private static final String ROWS = QueryWatch.class.getName() + ".rows";

    private final List<QueryObserver> observers;
    private final Clock clock;

    QueryWatch(List<QueryObserver> observers, Clock clock) {
        this.observers = List.copyOf(observers);
        this.clock = clock;
    }

    /** What the request asks. */
    static void asks(HttpServletRequest request, String text) {
        request.setAttribute(TEXT, text);
    }

    /** How much is answered. */
    static void answers(HttpServletRequest request, long rows) {
        request.setAttribute(ROWS, rows);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant begun = clock.instant();
        observers.forEach(QueryObserver::began);
        boolean whole = false;
        try {
            chain.doFilter(request, response);
            whole = true;
        } finally {
            ObservedQuery query = observed(request, response, begun, whole ? response.getStatus() : 500);
            observers.forEach(observer -> observer.ended(query));
        }
    }

    private ObservedQuery observed(
            HttpServletRequest request, HttpServletResponse response, Instant begun, int status) {
        return new ObservedQuery(
                Optional.ofNullable(response.getHeader(QueryId.HEADER)).orElse(""),
                begun,
                Duration.between(begun, clock.instant()),
                ObservedQuery.Outcome.of(
                        status,
                        response.getHeader("X-Result-Truncated") != null,
                        response.getHeader("Retry-After") != null),
                request.getAttribute(ROWS) instanceof Long rows ? rows : 0,
                Optional.ofNullable(request.getRemoteUser()),
                String.valueOf(request.getRemoteAddr()),
                Optional.ofNullable(request.getAttribute(TEXT)).map(String::valueOf));
    }

    /** Who comes without a query looks at the page or the description. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads
                && !Optional.ofNullable(request.getQueryString()).orElse("").contains("query=");
    }
}
