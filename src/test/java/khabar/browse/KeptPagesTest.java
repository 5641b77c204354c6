package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptPagesTest {
    private static final String ADDRESS = "/doc/event/1";

    private final AtomicLong state = new AtomicLong(7);
    private final AtomicInteger made = new AtomicInteger();
    private final KeptPages pages = new KeptPages(state::get, new InterfaceLanguage());
    private int status = HttpServletResponse.SC_OK;

    private final FilterChain maker = (request, response) -> {
        ((HttpServletResponse) response).setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(("صفحة " + made.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
    };

    private static MockHttpServletRequest forwarded(String address, String query, String language) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/page/event/1");
        request.setDispatcherType(DispatcherType.FORWARD);
        request.setAttribute(RequestDispatcher.FORWARD_REQUEST_URI, address);
        request.setAttribute(RequestDispatcher.FORWARD_QUERY_STRING, query);
        request.addHeader("Accept-Language", language);
        return request;
    }

    private String ask(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        pages.doFilter(request, response, maker);
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getStatus()).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsMadeOnceForEachAddressAndLanguage() throws Exception {
        assertThat(ask(forwarded(ADDRESS, "", "en"))).isEqualTo("صفحة 1");
        assertThat(ask(forwarded(ADDRESS, "", "en"))).isEqualTo("صفحة 1");
        assertThat(ask(forwarded(ADDRESS, "", "ar"))).isEqualTo("صفحة 2");
        assertThat(ask(forwarded(ADDRESS, "reports=2", "en"))).isEqualTo("صفحة 3");
        assertThat(ask(forwarded("/doc/event/1.html", "", "en"))).isEqualTo("صفحة 4");
        assertThat(made).hasValue(4);
    }

    @Test
    void noPageOutlivesAChangeOfTheData() throws Exception {
        assertThat(ask(forwarded(ADDRESS, "", "en"))).isEqualTo("صفحة 1");
        state.incrementAndGet();
        assertThat(ask(forwarded(ADDRESS, "", "en"))).isEqualTo("صفحة 2");
    }

    @Test
    void whatIsNoPageIsNotKept() throws Exception {
        status = HttpServletResponse.SC_NOT_FOUND;
        assertThat(ask(forwarded(ADDRESS, "", "en"))).isEqualTo("صفحة 1");
        assertThat(ask(forwarded(ADDRESS, "", "en"))).isEqualTo("صفحة 2");
    }

    @Test
    void viewsAreKeptToo() throws Exception {
        assertThat(ask(new MockHttpServletRequest("GET", "/"))).isEqualTo("صفحة 1");
        assertThat(ask(new MockHttpServletRequest("GET", "/"))).isEqualTo("صفحة 1");
        MockHttpServletRequest search = new MockHttpServletRequest("GET", "/search");
        search.setQueryString("q=1");
        assertThat(ask(search)).isEqualTo("صفحة 2");
        assertThat(ask(new MockHttpServletRequest("GET", "/search"))).isEqualTo("صفحة 3");
        assertThat(ask(new MockHttpServletRequest("GET", "/browse/event"))).isEqualTo("صفحة 4");
        assertThat(ask(new MockHttpServletRequest("GET", "/browse/event"))).isEqualTo("صفحة 4");
    }

    @Test
    void whatAnswersAQueryIsMadeAnew() throws Exception {
        for (int n = 1; n <= 2; n++) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/page/sparql");
            request.setDispatcherType(DispatcherType.FORWARD);
            request.setAttribute(RequestDispatcher.FORWARD_REQUEST_URI, "/sparql");
            request.setAttribute(RequestDispatcher.FORWARD_QUERY_STRING, "query=x");
            assertThat(ask(request)).isEqualTo("صفحة " + n);
        }
    }

    @Test
    void whoAsksPastTheAddressesOfDocumentsGetsItMade() throws Exception {
        assertThat(ask(new MockHttpServletRequest("GET", "/page/event/1"))).isEqualTo("صفحة 1");
        assertThat(ask(new MockHttpServletRequest("GET", "/page/event/1"))).isEqualTo("صفحة 2");
    }
}
