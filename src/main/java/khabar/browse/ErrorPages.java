package khabar.browse;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered where something went wrong: for people a page, for programs a problem as RFC 9457 writes it. Nothing
 * that came in is shown, and nothing of how the program is made.
 */
@Controller
class ErrorPages implements ErrorController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Pages pages;
    private final NamedQuery statements;

    ErrorPages(Pages pages, Queries queries) {
        this.pages = pages;
        this.statements = queries.get("page/statements");
    }

    /** Whoever asks for this address itself finds nothing here. */
    @RequestMapping("/error")
    @Nullable
    String error(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model)
            throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (!wantsPage(request)) {
            problem(status, response);
            return null;
        }
        ErrorPage page = ErrorPage.of(status);
        model.addAttribute("page", status == 410 ? gone(page, request, locale) : page);
        return "failure";
    }

    /** A removed thing leaves a trace: what, and when it was taken out. */
    private ErrorPage gone(ErrorPage page, HttpServletRequest request, Locale locale) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String iri = pages.base().iri()
                + path.replaceFirst("^/doc/", "id/").replaceFirst("^/", "").replaceFirst("\\.[a-z]+$", "");
        return pages.base()
                .parse(iri)
                .map(known -> pages.read(locale, reading -> {
                    Node thing = reading.base().id(known.type(), known.key());
                    Statements said = reading.statements(statements, thing);
                    return page.with(iri, Fact.but(reading, said, Set.of(Rdfs.label)));
                }))
                .orElse(page);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Accept"))
                .filter(accept -> accept.contains("text/html") || accept.contains("application/xhtml+xml"))
                .isPresent();
    }

    private static void problem(int status, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String title = Optional.ofNullable(HttpStatus.resolve(status))
                .map(HttpStatus::getReasonPhrase)
                .orElse("Error");
        response.getOutputStream()
                .write(JSON.writeValueAsBytes(Map.of("type", "about:blank", "title", title, "status", status)));
    }
}
