package khabar.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import khabar.endpoint.HttpProblem;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What is answered to who is not let in. Failures to sign in are counted here: every one of them comes by. */
final class Challenge implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final FailedSignIns failures;

    Challenge(FailedSignIns failures) {
        this.failures = failures;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean tried = why instanceof BadCredentialsException;
        if (tried) {
            failures.add(request.getRemoteAddr());
        }
        response.addHeader("WWW-Authenticate", "Basic realm=\"khabar\", charset=\"UTF-8\"");
        response.addHeader("WWW-Authenticate", "Bearer realm=\"khabar\"");
        HttpProblem.of(
                        401,
                        "sign-in",
                        tried ? "Unknown name, password or token" : "Sign in first",
                        "This needs a user who is set for this server, or the token of its store on its own machine")
                .write(response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            HttpProblem.of(403, "foreign-form", "The form came from elsewhere", "Open the page again and repeat it")
                    .write(response);
        } else {
            HttpProblem.of(403, "not-permitted", "Not permitted", "This is for editors")
                    .write(response);
        }
    }
}
