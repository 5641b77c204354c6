package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A method that an address does not know: 405 with those that it does, of which Spring leaves out HEAD. */
@ControllerAdvice
final class MethodAdvice {
    @ExceptionHandler
    void refused(
            HttpRequestMethodNotSupportedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Set<String> known = new TreeSet<>(
                Optional.ofNullable(refused.getSupportedMethods()).map(List::of).orElse(List.of()));
        if (known.contains("GET")) {
            known.add("HEAD");
        }
        String allowed = String.join(", ", known);
        response.setHeader("Allow", allowed);
        RefusalAdvice.answer(
                HttpProblem.of(405, "method", "This address does not know the method", "Use " + allowed),
                request,
                response);
    }
}
