package khabar.browse;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
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
    /** Of a parameter that is carried along into the other language, in characters. */
    private static final int LONGEST = 1000;

    /**
     * @param lang of the interface
     * @param path that the reader sees, without a query
     * @param languages the same page in each language
     */
    record Interface(String lang, String dir, String path, List<InLanguage> languages, String asked) {}

    /** @param name of the language, in itself */
    record InLanguage(String lang, String dir, String name, String href) {}

    @ModelAttribute("ui")
    Interface ui(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.addHeader("Vary", "Accept-Language, Cookie");
        String path = path(request);
        return new Interface(
                locale.getLanguage(),
                InterfaceLanguage.direction(locale.getLanguage()),
                path,
                InterfaceLanguage.OFFERED.stream()
                        .map(offered -> new InLanguage(
                                offered.getLanguage(),
                                InterfaceLanguage.direction(offered.getLanguage()),
                                offered.getDisplayName(offered),
                                href(path, request, offered)))
                        .toList(),
                request.getParameter("q") == null ? "" : request.getParameter("q"));
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
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            // The box of the query page may hold 64 kB: it is not carried along.
            if (!parameter.getKey().equals(InterfaceLanguage.PARAMETER)
                    && !parameter.getKey().equals("query")) {
                for (String value : parameter.getValue()) {
                    if (value.length() <= LONGEST) {
                        address.queryParam(encoded(parameter.getKey()), encoded(value));
                    }
                }
            }
        }
        return address.queryParam(InterfaceLanguage.PARAMETER, language.getLanguage())
                .build(true)
                .toUriString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
