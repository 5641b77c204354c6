package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Refusals of the controllers of this package: for people the error page, for programs problem+json. */
@ControllerAdvice(basePackageClasses = RefusalAdvice.class)
final class RefusalAdvice {
    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(refusal.problem(), request, response);
    }

    static void answer(HttpProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean page = Negotiation.parse(Requests.accept(request))
                .choose(Format.DOCUMENT)
                .filter(chosen -> chosen.format() == Format.HTML)
                .isPresent();
        response.addHeader("Vary", "Accept");
        if (page) {
            response.sendError(problem.status(), problem.title());
        } else {
            problem.write(response);
        }
    }
}
