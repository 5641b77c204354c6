package khabar.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.store.Store;
import khabar.vocab.Base;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A document that comes in several forms: which one is asked for, what the answer says about the others, and whether the
 * client has it already.
 *
 * @param path of the document without suffix, as in {@code /doc/person/sergei-shoigu}
 * @param page the path within the server that shows it to people
 * @param suffix the form asked for by the address; it wins over what is accepted
 * @param state of what the document tells
 * @param about what its headers link to
 */
record Representations(String path, String page, Optional<String> suffix, State state, About about) {

    /** After a restart the program may be another one, and write the same data otherwise. */
    private static final Instant START = Instant.ofEpochMilli(
                    ManagementFactory.getRuntimeMXBean().getStartTime())
            .truncatedTo(ChronoUnit.SECONDS);

    /**
     * Which state of the data an answer is made of. It is that of the whole data, not of one document: a tag may change
     * where the document has not, and never stays where it has.
     *
     * @param modified to the second
     */
    record State(String version, Instant modified) {
        static final State OF_PROGRAM = new State("program", START);

        static State of(Store store) {
            // Before the data is read: a change in between makes the tag old too soon, never too late.
            Instant modified = store.modified();
            return new State(Long.toString(store.version()), modified.isAfter(START) ? modified : START);
        }

        /** The same told as a tree. */
        State framed() {
            return new State(version + "-framed", modified);
        }
    }

    /**
     * What the headers of a document say of it.
     *
     * @param canonical the document's own IRI
     * @param cite the IRI by which its subject is to be named
     * @param licence of what it tells
     * @param dataset the description of the dataset that it is part of
     */
    record About(String canonical, String cite, String licence, String dataset) {
        static final String DATA = "https://creativecommons.org/licenses/by-sa/4.0/";
        static final String TERMS = "https://creativecommons.org/licenses/by/4.0/";

        /** A document of the data. */
        static About data(Base base, String path, String cite) {
            return new About(base.resolve(path.substring(1)).getURI(), cite, DATA, dataset(base));
        }

        static String dataset(Base base) {
            return base.resolve("dataset").getURI();
        }
    }

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
        boolean page = form.format() == Format.HTML;
        // A page is asked for again each time, because people change the data and look at it; mostly the answer is 304.
        response.setHeader(
                "Cache-Control", page ? "public, no-cache" : "public, max-age=60, stale-while-revalidate=600");
        String variant = page
                ? "html-" + RequestContextUtils.getLocale(request).getLanguage()
                : form.format().suffix();
        if (page) {
            response.addHeader("Link", link(about.canonical(), "canonical"));
            response.addHeader("Vary", "Accept-Language, Cookie");
        }
        if (new ServletWebRequest(request, response)
                .checkNotModified(
                        tag(state.version(), variant), state.modified().toEpochMilli())) {
            return;
        }
        if (page) {
            request.getRequestDispatcher(this.page).forward(request, response);
        } else {
            rdf.write(form);
        }
    }

    /** Names a state of the store, also across runs of the server. */
    static String revision(long version) {
        return Long.toHexString(START.getEpochSecond()) + "-" + version;
    }

    /** Names the state of a document in one form, for clients that have it already. */
    static String tag(String version, String form) {
        return "W/\"" + Long.toHexString(START.getEpochSecond()) + "-" + version + "-" + form + "\"";
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
        response.addHeader(
                "Link",
                String.join(
                        ", ",
                        link(about.cite(), "cite-as"),
                        link(about.licence(), "license"),
                        link(about.dataset(), "describedby")));
    }

    private static String link(String target, String relation) {
        return "<" + target + ">; rel=\"" + relation + "\"";
    }
}
