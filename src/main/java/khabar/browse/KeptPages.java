package khabar.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the bytes of pages as they were made last: of those that depend on the state of the store, on their address and on the
 * language only. The state is part of what a page is kept by, so that none outlives a committed write; pages of earlier states
 * are let go as room is wanted.
 */
final class KeptPages extends OncePerRequestFilter {
    /** Pages about things: the address of a document forwards to them, which has set all headers and has said 304 where it may. */
    private static final Pattern THING = Pattern.compile("/page/[a-z-]+/[a-z0-9/-]+");
    /** Views of many things. What answers somebody's SPARQL is none of them: how far that comes depends on who asks and when. */
    private static final Pattern VIEW = Pattern.compile("/|/search|/relations|/browse/[a-zA-Z0-9/_-]+");

    /** Where to look for such addresses. */
    static final List<String> PATTERNS = List.of("/page/*", "", "/search", "/relations", "/browse/*");

    private static final int MOST_BYTES = 32 << 20;
    /** A page that is longer is hardly asked for twice. */
    private static final int LONGEST = 1 << 20;

    private final LongSupplier state;
    private final LocaleResolver languages;
    private final Cache<Asked, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Kept page) -> page.body().length + asked.length())
            .build();

    /** @param state a number that is another one after each change of what pages show */
    KeptPages(LongSupplier state, LocaleResolver languages) {
        this.state = state;
        this.languages = languages;
    }

    /**
     * @param address the reader's, where it forwards to the page's
     * @param query as the reader's address has it; may be empty
     */
    private record Asked(long state, String language, String page, String address, String query) {
        private static final int AROUND = 100;

        int length() {
            return 2 * (page.length() + address.length() + query.length()) + AROUND;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // made once, never compared, written out as it is
    private record Kept(String contentType, Optional<String> vary, byte[] body) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Pattern kept = request.getDispatcherType() == DispatcherType.FORWARD ? THING : VIEW;
        return !request.getMethod().equals("GET")
                || !kept.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean forwarded = request.getDispatcherType() == DispatcherType.FORWARD;
        Asked asked = new Asked(
                state.getAsLong(),
                languages.resolveLocale(request).getLanguage(),
                request.getRequestURI(),
                forwarded ? attribute(request, RequestDispatcher.FORWARD_REQUEST_URI) : "",
                forwarded
                        ? attribute(request, RequestDispatcher.FORWARD_QUERY_STRING)
                        : Optional.ofNullable(request.getQueryString()).orElse(""));
        @Nullable Kept page = kept.getIfPresent(asked);
        if (page == null) {
            make(asked, request, response, chain);
            return;
        }
        if (page.vary().isPresent() && !forwarded) {
            response.addHeader(HttpHeaders.VARY, page.vary().get());
        }
        response.setContentType(page.contentType());
        response.setContentLength(page.body().length);
        response.getOutputStream().write(page.body());
    }

    private void make(Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        if (made.getStatus() == HttpServletResponse.SC_OK && made.getContentSize() <= LONGEST) {
            Optional.ofNullable(made.getContentType())
                    .ifPresent(type -> kept.put(
                            asked,
                            new Kept(
                                    type,
                                    Optional.ofNullable(made.getHeader(HttpHeaders.VARY)),
                                    made.getContentAsByteArray())));
        }
        made.copyBodyToResponse();
    }

    private static String attribute(HttpServletRequest request, String name) {
        @Nullable Object value = request.getAttribute(name);
        return value == null ? "" : value.toString();
    }
}
