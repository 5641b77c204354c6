package khabar.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Keeps answers as they were made last, with their headers and as bytes, packed where the client takes them packed: documents
 * about things, in all their forms, and views of many things. They depend on the state of the store, on the address, on the
 * form and the language asked for, and on nothing else. The state is part of what an answer is kept by, so that none outlives
 * a committed write; those of earlier states are let go as room is wanted. It stands before all else that a request goes
 * through but what sets the headers of every answer.
 */
final class KeptAnswers extends OncePerRequestFilter {
    /** What answers somebody's SPARQL is not among them: how far that comes depends on who asks and when. */
    private static final Pattern KEPT =
            Pattern.compile("/|/search|/relations|/browse/[a-zA-Z0-9/_-]+|/doc/[a-z-]+/[a-z0-9-]+(\\.[a-z]+)?");

    /** Where to look for such addresses. */
    static final List<String> PATTERNS = List.of("/doc/*", "", "/search", "/relations", "/browse/*");

    private static final int MOST_BYTES = 48 << 20;
    /** An answer that is longer is hardly asked for twice. */
    private static final int LONGEST = 1 << 20;
    /** What is shorter is not worth packing; as in the settings of the server. */
    private static final int WORTH_PACKING = 2 << 10;
    /** Of what is asked for: nobody needs more, and it is kept. */
    private static final int LONGEST_ACCEPT = 400;

    private static final Set<String> OF_THE_BYTES =
            Set.of("content-length", "content-encoding", "content-type", "transfer-encoding");

    private final LongSupplier state;
    private final LocaleResolver languages;
    private final Cache<Asked, Answer> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Answer answer) -> asked.length() + answer.length())
            .build();

    /** @param state a number that is another one after each change of what answers show */
    KeptAnswers(LongSupplier state, LocaleResolver languages) {
        this.state = state;
        this.languages = languages;
    }

    /**
     * @param query as the address has it; may be empty
     * @param accept may be empty
     * @param packed whether the client takes gzip
     */
    private record Asked(long state, String language, String path, String query, String accept, boolean packed) {
        private static final int AROUND = 100;

        int length() {
            return 2 * (path.length() + query.length() + accept.length()) + AROUND;
        }
    }

    private record Header(String name, String value) {}

    @SuppressWarnings("ArrayRecordComponent") // made once, never compared, written out as it is
    private record Answer(String contentType, List<Header> headers, boolean packed, byte[] body) {
        private static final int A_HEADER = 150;

        int length() {
            return body.length + A_HEADER * headers.size();
        }

        Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || accept(request).length() > LONGEST_ACCEPT
                || !KEPT.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (response.containsHeader(HttpHeaders.SET_COOKIE)) {
            // A choice of language is answered to one client only.
            chain.doFilter(request, response);
            return;
        }
        Asked asked = new Asked(
                state.getAsLong(),
                languages.resolveLocale(request).getLanguage(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                accept(request),
                takesPacked(request));
        @Nullable Answer answer = kept.getIfPresent(asked);
        if (answer == null) {
            make(asked, request, response, chain);
        } else {
            send(answer, request, response);
        }
    }

    private static void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Header header : answer.headers()) {
            Collection<String> there = response.getHeaders(header.name());
            if (!there.contains(header.value())) {
                response.addHeader(header.name(), header.value());
            }
        }
        if (hasIt(answer, request, response)) {
            return;
        }
        response.setContentType(answer.contentType());
        if (answer.packed()) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** Whether the client said that it has this answer; then the status is 304. */
    private static boolean hasIt(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> tag = answer.header(HttpHeaders.ETAG);
        if (tag.isEmpty()
                || request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
                        && request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) == null) {
            return false;
        }
        long modified = answer.header(HttpHeaders.LAST_MODIFIED)
                .map(written -> ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .map(Instant::toEpochMilli)
                .orElse(-1L);
        return new ServletWebRequest(request, response).checkNotModified(tag.get(), modified);
    }

    private void make(Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<String> before = Set.copyOf(response.getHeaderNames());
        Copying made = new Copying(response, LONGEST);
        chain.doFilter(request, made);
        Optional<byte[]> whole = made.whole();
        @Nullable String type = made.getContentType();
        if (made.getStatus() == HttpServletResponse.SC_OK
                && type != null
                && whole.isPresent()
                && !made.containsHeader(HttpHeaders.SET_COOKIE)) {
            byte[] body = whole.get();
            boolean packed = asked.packed() && body.length >= WORTH_PACKING;
            kept.put(asked, new Answer(type, headers(made, before), packed, packed ? packed(body) : body));
        }
    }

    /** Those of this answer; what is set on every answer is set again. */
    private static List<Header> headers(HttpServletResponse made, Set<String> before) {
        List<Header> headers = new ArrayList<>();
        for (String name : Set.copyOf(made.getHeaderNames())) {
            boolean vary = name.equalsIgnoreCase(HttpHeaders.VARY);
            if (!OF_THE_BYTES.contains(name.toLowerCase(Locale.ROOT)) && (vary || !before.contains(name))) {
                made.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        headers.add(new Header(HttpHeaders.VARY, "accept-encoding"));
        return List.copyOf(headers);
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    private static String accept(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
    }

    private static boolean takesPacked(HttpServletRequest request) {
        String taken = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("")
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
        return taken.contains("gzip") && !taken.contains("gzip;q=0");
    }
}
