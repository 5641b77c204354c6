package khabar.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the SPARQL protocol says about a request before its query is looked at: method, media type, parameters, size. A
 * request without a query is answered with the service's description, or for people with the page.
 */
final class SparqlFront extends OncePerRequestFilter {
    static final String PAGE = "/page/sparql";

    static final String METHODS = "GET, HEAD, POST, QUERY, OPTIONS";

    private static final int LONGEST_ADDRESS = 64 * 1024;
    private static final long LARGEST_BODY = 10L << 20;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    /** Parameters that name a form, to Fuseki or to us. */
    private static final List<String> FORMS = List.of("format", "output", "results");

    private final ServiceDescription service;

    SparqlFront(ServiceDescription service) {
        this.service = service;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Vary", "Accept");
        try {
            switch (request.getMethod()) {
                case "GET", "HEAD" -> get(request, response, chain);
                case "POST" -> post(request, response, chain);
                // RFC 10008: a question with a body, which changes nothing.
                case "QUERY" -> question(request, response, chain);
                default -> {
                    response.setHeader("Allow", METHODS);
                    HttpProblem.of(405, "method", "This endpoint only reads", "Use GET or POST")
                            .write(response);
                }
            }
        } catch (Refusal refusal) {
            if (Optional.ofNullable(request.getQueryString()).orElse("").startsWith("format=html")) {
                response.sendError(refusal.problem().status());
                return;
            }
            refusal.problem().write(response);
        }
    }

    private void get(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (request.getRequestURI().length() + query.length() > LONGEST_ADDRESS) {
            throw HttpProblem.of(414, "address-too-long", "The address is too long", "Send the query with POST")
                    .refusal();
        }
        int queries = count(request, "query");
        if (queries == 0 && count(request, "update") == 0) {
            describe(request, response);
            return;
        }
        oneQuery(request, queries);
        if (isForPeople(request)) {
            // For people: the page asks the endpoint itself.
            request.getRequestDispatcher(PAGE).forward(request, response);
            return;
        }
        // To Fuseki HEAD is GET; the container leaves the body out.
        chain.doFilter(new As("GET", request), response);
    }

    /** As a parameter says it; else as a browser does that follows a link to a query. */
    private static boolean isForPeople(HttpServletRequest request) {
        if (FORMS.stream().anyMatch(name -> count(request, name) > 0)) {
            return Format.HTML.suffix().equals(request.getParameter("format"));
        }
        return Negotiation.parse(Requests.accept(request))
                .choose(Format.ANSWER)
                .filter(chosen -> chosen.format() == Format.HTML)
                .isPresent();
    }

    private void post(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw QueryText.tooLarge().refusal();
        }
        switch (type(request)) {
            case QUERY -> {
                if (request.getContentLengthLong() > QueryText.LARGEST) {
                    throw QueryText.tooLarge().refusal();
                }
            }
            case FORM -> oneQuery(request, count(request, "query"));
            default -> {
                response.setHeader("Accept-Post", QUERY + ", " + FORM);
                throw HttpProblem.of(
                                415,
                                "media-type",
                                "This type is not read here",
                                "Send " + QUERY + " or " + FORM + "; there is no update")
                        .refusal();
            }
        }
        chain.doFilter(request, response);
    }

    private static void question(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!type(request).equals(QUERY)) {
            response.setHeader("Accept-Query", QUERY);
            throw HttpProblem.of(415, "media-type", "This type is not read here", "Send " + QUERY)
                    .refusal();
        }
        if (request.getContentLengthLong() > QueryText.LARGEST) {
            throw QueryText.tooLarge().refusal();
        }
        chain.doFilter(new As("POST", request), response);
    }

    private static String type(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void oneQuery(HttpServletRequest request, int queries) {
        if (count(request, "update") > 0) {
            throw HttpProblem.of(400, "update", "This endpoint only reads", "There is no update")
                    .refusal();
        }
        if (queries != 1) {
            throw HttpProblem.of(400, "one-query", "One query is needed", queries + " parameters 'query' were sent")
                    .refusal();
        }
        String text = request.getParameter("query");
        // A text of as many characters may have more bytes, never fewer.
        if (text.length() > QueryText.LARGEST
                || text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > QueryText.LARGEST) {
            throw QueryText.tooLarge().refusal();
        }
    }

    private void describe(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Negotiation.Chosen chosen = Negotiation.parse(Requests.accept(request))
                .choose(Format.DOCUMENT)
                .orElseThrow(() -> HttpProblem.notAcceptable(Format.DOCUMENT).refusal());
        if (chosen.format() == Format.HTML) {
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            service.write(chosen, response);
        }
    }

    private static int count(HttpServletRequest request, String name) {
        try {
            String @Nullable [] values = request.getParameterValues(name);
            return values == null ? 0 : values.length;
        } catch (IllegalStateException tooLarge) {
            // The container's own limit on forms.
            throw QueryText.tooLarge().refusal();
        }
    }

    private static final class As extends HttpServletRequestWrapper {
        private final String method;

        As(String method, HttpServletRequest request) {
            super(request);
            this.method = method;
        }

        @Override
        public String getMethod() {
            return method;
        }
    }
}
