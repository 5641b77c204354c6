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
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the bytes of pages about things, as they were made last: a page depends on the state of the store, on its address
 * and on the language only. The state is part of what a page is kept by, so that none outlives a committed write; pages of
 * earlier states are let go as room is wanted. Who is asked for a page has looked before whether there is such a thing.
 */
final class KeptPages extends OncePerRequestFilter {
    /** The address behind which pages about things are made, and nothing else that differs by who asks. */
    static final String PAGES = "/page/*";

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

    /** @param query as the reader's address has it; may be empty */
    private record Asked(long state, String language, String page, String address, String query) {
        private static final int AROUND = 100;

        int length() {
            return 2 * (page.length() + address.length() + query.length()) + AROUND;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // made once, never compared, written out as it is
    private record Kept(String contentType, byte[] body) {}

    /** Only what a document's address forwards to: it has set all headers, and has said 304 where that is the answer. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.FORWARD
                || !request.getMethod().equals("GET");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Asked asked = new Asked(
                state.getAsLong(),
                languages.resolveLocale(request).getLanguage(),
                request.getRequestURI(),
                attribute(request, RequestDispatcher.FORWARD_REQUEST_URI),
                attribute(request, RequestDispatcher.FORWARD_QUERY_STRING));
        @Nullable Kept page = kept.getIfPresent(asked);
        if (page == null) {
            make(asked, request, response, chain);
            return;
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
                    .ifPresent(type -> kept.put(asked, new Kept(type, made.getContentAsByteArray())));
        }
        made.copyBodyToResponse();
    }

    private static String attribute(HttpServletRequest request, String name) {
        @Nullable Object value = request.getAttribute(name);
        return value == null ? "" : value.toString();
    }
}
