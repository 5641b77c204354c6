package khabar.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import khabar.endpoint.HttpProblem;
import khabar.ingest.Token;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at who comes before any password is tried: lets the owner through, and keeps out who has failed too often. */
final class Doorkeeper extends OncePerRequestFilter {
    static final String OWNER = "owner";

    private final Token token;
    private final FailedSignIns failures;
    private final Challenge challenge;

    Doorkeeper(Token token, FailedSignIns failures, Challenge challenge) {
        this.token = token;
        this.failures = failures;
        this.challenge = challenge;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        boolean bearer = given.regionMatches(true, 0, "Bearer", 0, "Bearer".length());
        if (bearer && token.admits(given)) {
            owner(request, response, chain);
        } else if (!given.isEmpty() && isSilenced(request)) {
            silence(request, response);
        } else if (bearer) {
            challenge.commence(request, response, new BadCredentialsException("token"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void owner(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            HttpProblem.of(403, "elsewhere", "Not from here", "The token is good on the server's own machine only")
                    .write(response);
            return;
        }
        SecurityContext owned = SecurityContextHolder.createEmptyContext();
        owned.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                OWNER, "", List.of(new SimpleGrantedAuthority(User.Role.EDITOR.name()))));
        SecurityContextHolder.setContext(owned);
        chain.doFilter(request, response);
    }

    private boolean isSilenced(HttpServletRequest request) {
        return failures.silence(request.getRemoteAddr()).isPositive();
    }

    private void silence(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duration left = failures.silence(request.getRemoteAddr());
        response.setHeader("Retry-After", Long.toString(left.toSeconds() + 1));
        HttpProblem.of(429, "sign-in-failures", "Too many failures to sign in", "Wait, and look at name and password")
                .write(response);
    }
}
