package khabar.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Public data may be read by scripts of any site; nobody is known here by a cookie. */
final class CrossOrigin extends OncePerRequestFilter {
    private static final String EXPOSED =
            "Accept-Ranges, Allow, Content-Disposition, Content-Location, Content-Range, ETag, Last-Modified, Link,"
                    + " Location, RateLimit, RateLimit-Policy, Retry-After, X-Query-Id, X-Result-Truncated";

    private static final Pattern PUBLIC =
            Pattern.compile("/(id|doc|graph|sparql|export|ns|dataset)/.*|/(sparql|resource|changes)"
                    + "|/(ns|event-types|shapes|dataset)(\\..*)?|/context\\.jsonld|/\\.well-known/void");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PUBLIC.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (!request.getMethod().equals("OPTIONS")) {
            chain.doFilter(request, response);
            return;
        }
        String methods = methods(request.getRequestURI());
        response.setHeader("Allow", methods);
        response.setHeader("Access-Control-Allow-Methods", methods);
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Content-Type, If-Modified-Since, If-None-Match, Range, X-Query-Id");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static String methods(String path) {
        if (path.startsWith("/sparql/queries/")) {
            return "DELETE, OPTIONS";
        }
        return path.equals("/sparql") ? SparqlFront.METHODS : "GET, HEAD, OPTIONS";
    }
}
