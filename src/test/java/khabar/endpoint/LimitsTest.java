package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a client may take up, and how a query is ended. Clients are told apart by what a proxy says of them. */
@SpringBootTest(
        classes = {SparqlTest.Server.class, LimitsTest.SignIn.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "khabar.endpoint.timeout=1s",
            "khabar.endpoint.longest=4s",
            "khabar.clients.concurrent=2",
            "khabar.clients.compute=4s",
            "khabar.clients.errors=5",
            "khabar.clients.signed-in=2",
            "khabar.clients.proxies=127.0.0.1",
            "spring.threads.virtual.enabled=true"
        })
class LimitsTest {
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    private static final Queue<ObservedQuery> HEARD = new ConcurrentLinkedQueue<>();

    @LocalServerPort
    private int port;

    private Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    /** Who is named in a header counts as signed in. */
    static class SignIn {
        @Bean
        FilterRegistrationBean<OncePerRequestFilter> signIn() {
            FilterRegistrationBean<OncePerRequestFilter> filter =
                    new FilterRegistrationBean<>(new OncePerRequestFilter() {
                        @Override
                        protected void doFilterInternal(
                                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                                throws ServletException, IOException {
                            chain.doFilter(
                                    new HttpServletRequestWrapper(request) {
                                        @Override
                                        public @Nullable String getRemoteUser() {
                                            return getHeader("Test-User");
                                        }
                                    },
                                    response);
                        }
                    });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
            return filter;
        }

        @Bean
        QueryObserver heard() {
            return HEARD::add;
        }
    }

    private HttpResponse<String> ask(String client, String query, String... headers) {
        return askWith("", client, query, headers);
    }

    /** @param more parameters after the query */
    private HttpResponse<String> askWith(String more, String client, String query, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "X-Forwarded-For";
        all[1] = client;
        return http.get("/sparql?query=" + Http.encoded(query) + more, all);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static void isRefused(HttpResponse<String> answer, String budget) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(answer.body())
                .contains("problems#budget-" + budget, "\"budget\":\"" + budget + "\"", "\"queryId\":");
        assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(1, 60);
    }

    @Test
    @Tag("Q-21")
    @DisplayName("Q-21 Whoever knows the id of a query ends it")
    void aQueryIsEndedByWhoKnowsItsId() throws Exception {
        String id = "a-query-that-goes-on-for-long";
        CompletableFuture<HttpResponse<String>> running =
                CompletableFuture.supplyAsync(() -> askWith("&timeout=4", "192.0.2.1", ENDLESS, "X-Query-Id", id));
        int status = 404;
        for (int tries = 0; tries < 100 && status == 404; tries++) {
            Thread.sleep(20);
            status = http.send("DELETE", "/sparql/queries/" + id, "").statusCode();
        }
        long ended = System.nanoTime();
        assertThat(status).isEqualTo(204);
        HttpResponse<String> answer = running.get();
        assertThat(System.nanoTime() - ended).isLessThan(1_000_000_000L);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("problems#query-cancelled", id);
        assertThat(header(answer, "X-Query-Id")).isEqualTo(id);
        // The answer is there a moment before the query is let go.
        for (int tries = 0; tries < 100 && status != 404; tries++) {
            status = http.send("DELETE", "/sparql/queries/" + id, "").statusCode();
            Thread.sleep(20);
        }
        assertThat(status).isEqualTo(404);
        HttpResponse<String> preflight =
                http.send("OPTIONS", "/sparql/queries/" + id, "", "Access-Control-Request-Method", "DELETE");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("DELETE");
    }

    @Test
    @Tag("Q-23")
    @Tag("H-10")
    @DisplayName("Q-23, H-10 So many queries of one client at the same time; others are answered")
    void soManyAtTheSameTime() {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> slow = IntStream.range(0, 2)
                    .mapToObj(
                            n -> CompletableFuture.supplyAsync(() -> askWith("&timeout=4", "192.0.2.2", ENDLESS), many))
                    .toList();
            HttpResponse<String> third = ask("192.0.2.2", "ASK {}");
            // Until both of them run.
            for (int n = 0; n < 300 && third.statusCode() == 200; n++) {
                third = ask("192.0.2.2", "ASK {}");
            }
            isRefused(third, "concurrent");
            assertThat(ask("192.0.2.3", "ASK {}").statusCode()).isEqualTo(200);
            assertThat(slow)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(503));
        }
    }

    @Test
    @Tag("Q-23")
    @Tag("H-10")
    @Tag("H-11")
    @DisplayName("Q-23, H-10, H-11 So much computing in a minute, and every answer says what is left")
    void soMuchComputing() {
        HttpResponse<String> answer = ask("192.0.2.4", "ASK {}");
        assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"compute-ms\";q=4000;w=60");
        assertThat(header(answer, "RateLimit")).matches("\"compute-ms\";r=39[0-9][0-9];t=[1-9]");
        for (int n = 0; n < 200 && answer.statusCode() == 200; n++) {
            answer = ask("192.0.2.4", "ASK {}");
        }
        isRefused(answer, "compute");
        // Who counts answers counts those at the door, too.
        String id = header(answer, "X-Query-Id");
        assertThat(HEARD).anyMatch(query -> query.id().equals(id) && query.outcome() == ObservedQuery.Outcome.LIMITED);
        assertThat(ask("192.0.2.5", "ASK {}").statusCode()).isEqualTo(200);
        // What is written before the last hop, anyone may have written. Meanwhile there may be some computing again.
        assertThat(IntStream.range(0, 5)
                        .map(n -> ask("192.0.2.5, 192.0.2.4", "ASK {}").statusCode()))
                .contains(429);
    }

    @Test
    @Tag("Q-23")
    @DisplayName("Q-23 So many wrong queries in a minute")
    void soManyWrongQueries() {
        for (int n = 0; n < 5; n++) {
            assertThat(ask("192.0.2.6", "ASK {").statusCode()).isEqualTo(400);
        }
        HttpResponse<String> refused = ask("192.0.2.6", "ASK {}");
        isRefused(refused, "errors");
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(refused, "RateLimit")).contains("compute-ms");
        assertThat(header(refused, "X-Query-Id")).isNotEmpty();
        // Who says that they are somebody is not turned away for what others did at the same address.
        assertThat(ask("192.0.2.6", "ASK {}", "Authorization", "Test", "Test-User", "grace")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("Q-14")
    @DisplayName("Q-14 timeout= lowers the limit and never raises it; who has signed in may take more")
    void timeLimits() {
        assertThat(limit("192.0.2.7", "&timeout=0.3")).isEqualTo("0.3");
        assertThat(limit("192.0.2.8", "")).isEqualTo("1.0");
        assertThat(limit("192.0.2.9", "&timeout=999999")).isEqualTo("4.0");
        HttpResponse<String> answer = ask("192.0.2.10", "ASK {}", "Test-User", "ada");
        assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"compute-ms\";q=8000;w=60");
        assertThat(limit("192.0.2.10", "&timeout=4.5", "Test-User", "ada")).isEqualTo("4.5");
    }

    private String limit(String client, String more, String... headers) {
        HttpResponse<String> answer = askWith(more, client, ENDLESS, headers);
        assertThat(answer.body()).contains("problems#query-timeout", "\"limit\":");
        return answer.body().replaceFirst("(?s).*\"limit\":([0-9.]+).*", "$1");
    }
}
