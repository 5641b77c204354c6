package khabar.browse;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the frame around each page needs: the language, and the way to the same page in the other one. */
@ControllerAdvice(basePackageClasses = Frame.class, assignableTypes = ErrorController.class)
class Frame {
    /** Of what is carried along into the other language, in characters; the box of the query page may hold 64 kB. */
    private static final int LONGEST_QUERY = 4_000;

    private static final int LONGEST = 1_000;

    /** A form's proof that it came from a page of ours goes into no address. */
    private static final String FORM_TOKEN = "_csrf";

    /**
     * @param lang of the interface
     * @param path that the reader sees, without a query
     * @param parameters of the address, the language aside
     * @param languages the same page in each language
     * @param asked what was searched for
     * @param notes whether notes on what is wrong are taken
     * @param state the number of the state of the data
     * @param changed the day on which the data came into it
     */
    record Interface(
            String lang,
            String dir,
            String path,
            Map<String, List<String>> parameters,
            List<InLanguage> languages,
            String asked,
            boolean notes,
            long state,
            LocalDate changed) {
        /** How to cite what is on the page. */
        public Citation cite(String iri, String title) {
            return Citation.of(iri, title, state, changed);
        }

        /** The same page with another value of a parameter. */
        public String with(String parameter, Object value) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            parameters.forEach((name, values) -> {
                if (!name.equals(parameter)) {
                    values.forEach(one -> address.queryParam(encoded(name), encoded(one)));
                }
            });
            return address.queryParam(encoded(parameter), encoded(value.toString()))
                    .build(true)
                    .toUriString();
        }
    }

    /** @param name of the language, in itself */
    record InLanguage(String lang, String dir, String name, String href) {}

    private final Pages pages;
    private final NoteSettings notes;

    Frame(Pages pages, NoteSettings notes) {
        this.pages = pages;
        this.notes = notes;
    }

    @ModelAttribute("ui")
    Interface ui(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.addHeader("Vary", "Accept-Language, Cookie");
        String path = path(request);
        return new Interface(
                locale.getLanguage(),
                InterfaceLanguage.direction(locale.getLanguage()),
                path,
                parameters(request),
                InterfaceLanguage.OFFERED.stream()
                        .map(offered -> new InLanguage(
                                offered.getLanguage(),
                                InterfaceLanguage.direction(offered.getLanguage()),
                                offered.getDisplayName(offered),
                                href(path, request, offered)))
                        .toList(),
                request.getParameter("q") == null ? "" : request.getParameter("q"),
                notes.offered(),
                pages.version(),
                pages.changed());
    }

    /** Pages are forwarded to: what the reader asked for is the address before that. */
    private static String path(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return "/";
        }
        return forwarded != null ? forwarded.toString() : request.getRequestURI();
    }

    private static String href(String path, HttpServletRequest request, Locale language) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters(request)
                .forEach((name, values) -> values.forEach(value -> {
                    if (value.length() <= (name.equals("query") ? LONGEST_QUERY : LONGEST)) {
                        address.queryParam(encoded(name), encoded(value));
                    }
                }));
        return address.queryParam(InterfaceLanguage.PARAMETER, language.getLanguage())
                .build(true)
                .toUriString();
    }

    /** A request that failed may have parameters that cannot be read. */
    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
            parameters.remove(InterfaceLanguage.PARAMETER);
            parameters.remove(FORM_TOKEN);
        }
        return parameters;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
