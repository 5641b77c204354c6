package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptAnswersTest {
    private static final String ADDRESS = "/doc/event/1";
    private static final String TAG = "W/\"7\"";

    private final AtomicLong state = new AtomicLong(7);
    private final AtomicInteger made = new AtomicInteger();
    private final KeptAnswers answers = new KeptAnswers(state::get, new InterfaceLanguage());
    private int status = HttpServletResponse.SC_OK;
    private int times = 1;

    private final FilterChain maker = (request, response) -> {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setStatus(status);
        http.setContentType("text/html;charset=UTF-8");
        http.setHeader("ETag", TAG);
        http.addHeader("Link", "<a>");
        http.addHeader("Link", "<b>");
        http.addHeader("Vary", "Accept");
        http.getOutputStream()
                .write(("صفحة " + made.incrementAndGet()).repeat(times).getBytes(StandardCharsets.UTF_8));
    };

    private static MockHttpServletRequest get(String address) {
        return new MockHttpServletRequest("GET", address);
    }

    private static MockHttpServletRequest get(String address, String header, String value) {
        MockHttpServletRequest request = get(address);
        request.addHeader(header, value);
        return request;
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setHeader("X-Every", "yes");
        answers.doFilter(request, response, maker);
        return response;
    }

    private String ask(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = answer(request);
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeaders("Link")).containsExactly("<a>", "<b>");
        assertThat(response.getHeaders("Vary")).contains("Accept");
        assertThat(response.getHeaders("X-Every")).containsExactly("yes");
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void anAnswerIsMadeOnceForEachAddressFormAndLanguage() throws Exception {
        assertThat(ask(get(ADDRESS, "Accept-Language", "en"))).isEqualTo("صفحة 1");
        assertThat(ask(get(ADDRESS, "Accept-Language", "en-GB"))).isEqualTo("صفحة 1");
        assertThat(ask(get(ADDRESS, "Accept-Language", "ar"))).isEqualTo("صفحة 2");
        assertThat(ask(get(ADDRESS, "Accept", "text/turtle"))).isEqualTo("صفحة 3");
        assertThat(ask(get(ADDRESS + ".html"))).isEqualTo("صفحة 4");
        MockHttpServletRequest other = get(ADDRESS);
        other.setQueryString("reports=2");
        assertThat(ask(other)).isEqualTo("صفحة 5");
        assertThat(ask(get(ADDRESS))).isEqualTo("صفحة 1");
        assertThat(made).hasValue(5);
    }

    @Test
    void noneOutlivesAChangeOfTheData() throws Exception {
        assertThat(ask(get(ADDRESS))).isEqualTo("صفحة 1");
        state.incrementAndGet();
        assertThat(ask(get(ADDRESS))).isEqualTo("صفحة 2");
    }

    @Test
    void whatIsNoPageIsNotKept() throws Exception {
        status = HttpServletResponse.SC_NOT_FOUND;
        assertThat(ask(get(ADDRESS))).isEqualTo("صفحة 1");
        assertThat(ask(get(ADDRESS))).isEqualTo("صفحة 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/relations", "/browse/event", "/doc/place/syr.ttl"})
    void viewsAndDocumentsAreKept(String address) throws Exception {
        assertThat(ask(get(address))).isEqualTo("صفحة 1");
        assertThat(ask(get(address))).isEqualTo("صفحة 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/page/event/1", "/api/articles", "/id/event/1", "/feedback"})
    void whatDependsOnMoreIsNot(String address) throws Exception {
        assertThat(ask(get(address))).isEqualTo("صفحة 1");
        assertThat(ask(get(address))).isEqualTo("صفحة 2");
    }

    @Test
    void whoSaysWhoTheyAreIsAnsweredAnew() throws Exception {
        assertThat(ask(get(ADDRESS))).isEqualTo("صفحة 1");
        assertThat(ask(get(ADDRESS, "Authorization", "Basic x"))).isEqualTo("صفحة 2");
        assertThat(ask(get(ADDRESS))).isEqualTo("صفحة 1");
    }

    @Test
    void anAnswerWithACookieIsForOneClient() throws Exception {
        for (int n = 1; n <= 2; n++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            response.addHeader("Set-Cookie", "khabar-lang=ar");
            answers.doFilter(get(ADDRESS), response, maker);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("صفحة " + n);
        }
    }

    @Test
    void whoHasItIsToldSo() throws Exception {
        ask(get(ADDRESS));
        MockHttpServletResponse same = answer(get(ADDRESS, "If-None-Match", TAG));
        assertThat(same.getStatus()).isEqualTo(304);
        assertThat(same.getHeaders("ETag")).containsExactly(TAG);
        assertThat(same.getContentAsByteArray()).isEmpty();
        assertThat(answer(get(ADDRESS, "If-None-Match", "W/\"6\"")).getStatus()).isEqualTo(200);
        assertThat(made).hasValue(1);
    }

    @Test
    void itComesPackedToWhoTakesItSo() throws Exception {
        times = 1_000;
        String plain = ask(get(ADDRESS));
        String packed = "gzip, deflate, br";
        answer(get(ADDRESS, "Accept-Encoding", packed));
        MockHttpServletResponse again = answer(get(ADDRESS, "Accept-Encoding", packed));
        assertThat(again.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(again.getHeaders("Vary")).contains("accept-encoding");
        assertThat(again.getContentAsByteArray()).hasSizeLessThan(plain.length() / 4);
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(again.getContentAsByteArray()))) {
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).startsWith("صفحة 2صفحة 2");
        }
        MockHttpServletResponse never = answer(get(ADDRESS, "Accept-Encoding", "gzip;q=0"));
        assertThat(never.getHeader("Content-Encoding")).isNull();
        assertThat(made).hasValue(2);
    }
}
