package khabar.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import khabar.endpoint.HttpProblem;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses to write what a page of another site asks for. A browser sends a password that it knows with every request, also
 * with one that another site began, and says so in {@code Sec-Fetch-Site}; programs do not send that.
 */
final class OwnSite extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean foreign = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .filter(site -> !OWN.contains(site))
                .isPresent();
        if (foreign && !READING.contains(request.getMethod())) {
            HttpProblem.of(
                            403,
                            "foreign-site",
                            "Another site sent this",
                            "Write from a page of this site, or a program")
                    .write(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
