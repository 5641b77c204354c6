package khabar.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * A document that comes in several forms: which one is asked for, what the answer says about the others, and whether the
 * client has it already.
 *
 * @param path of the document without suffix, as in {@code /doc/person/sergei-shoigu}
 * @param page the path within the server that shows it to people
 * @param suffix the form asked for by the address; it wins over what is accepted
 * @param version changes whenever the document may have changed
 */
record Representations(String path, String page, Optional<String> suffix, String version) {

    /** Tells the server's runs apart: the count of commits begins anew with each. */
    private static final String RUN = Long.toHexString(System.currentTimeMillis());

    /** A path as it came in: what is before the last dot, and what is behind it. */
    record Address(String name, Optional<String> suffix) {
        static Address parse(String path) {
            int dot = path.lastIndexOf('.');
            return dot < 0
                    ? new Address(path, Optional.empty())
                    : new Address(path.substring(0, dot), Optional.of(path.substring(dot + 1)));
        }
    }

    /** Writes the RDF of a document whose headers are set. */
    @FunctionalInterface
    interface Rdf {
        void write(Negotiation.Chosen form) throws IOException;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Rdf rdf)
            throws IOException, ServletException {
        links(response);
        Negotiation.Chosen form = choose(request);
        if (suffix.isEmpty()) {
            response.addHeader("Vary", "Accept");
            response.setHeader("Content-Location", path + "." + form.format().suffix());
        }
        if (form.format() == Format.HTML) {
            request.getRequestDispatcher(page).forward(request, response);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=60, stale-while-revalidate=600");
        String tag = tag(version, form.format().suffix());
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        rdf.write(form);
    }

    /** Names the state of a document in one form, for clients that have it already. */
    static String tag(String version, String form) {
        return "W/\"" + RUN + "-" + version + "-" + form + "\"";
    }

    private Negotiation.Chosen choose(HttpServletRequest request) {
        if (suffix.isPresent()) {
            return Negotiation.Chosen.of(offered(suffix.get())
                    .orElseThrow(() -> HttpProblem.of(404, "unknown-suffix", "There is no such form", suffix.get())
                            .with("offered", suffixes())
                            .refusal()));
        }
        @Nullable String format = request.getParameter("format");
        if (format != null) {
            return Negotiation.Chosen.of(offered(format)
                    .orElseThrow(() -> HttpProblem.of(400, "format", "There is no such form", format)
                            .with("offered", suffixes())
                            .refusal()));
        }
        return Negotiation.parse(Requests.accept(request))
                .choose(Format.DOCUMENT)
                .orElseThrow(() -> HttpProblem.notAcceptable(Format.DOCUMENT).refusal());
    }

    private static Optional<Format> offered(String suffix) {
        return Format.ofSuffix(suffix).filter(Format.DOCUMENT::contains);
    }

    private static List<String> suffixes() {
        return Format.DOCUMENT.stream().map(Format::suffix).toList();
    }

    private void links(HttpServletResponse response) {
        response.addHeader(
                "Link",
                Format.DOCUMENT.stream()
                        .map(form -> "<" + path + "." + form.suffix() + ">; rel=\"alternate\"; type=\""
                                + form.mediaType() + "\"")
                        .collect(Collectors.joining(", ")));
    }
}
