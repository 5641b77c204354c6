package khabar.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request has no answer, as RFC 9457 writes it. The detail is for the person who asked: no class names, no stack
 * traces, no paths of this machine, at most 500 characters.
 *
 * @param kind the last part of the problem's type, such as {@code query-timeout}
 * @param more further members, such as line and column
 */
public record HttpProblem(int status, String kind, String title, String detail, Map<String, Object> more) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** The further member that goes into the header, too: seconds. */
    static final String RETRY_AFTER = "retryAfter";

    private static final String TYPES = "https://w3id.org/khabar/problems#";
    private static final int LONGEST = 500;
    private static final JsonMapper JSON = new JsonMapper();

    public HttpProblem {
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST - 1) + "…" : detail;
        more = Map.copyOf(more);
    }

    public static HttpProblem of(int status, String kind, String title, String detail) {
        return new HttpProblem(status, kind, title, detail, Map.of());
    }

    static HttpProblem notAcceptable(List<Format> offered) {
        List<String> types = offered.stream().map(Format::mediaType).toList();
        return new HttpProblem(
                406,
                "not-acceptable",
                "None of the accepted types is offered",
                "Offered: " + String.join(", ", types),
                Map.of("offered", types));
    }

    public HttpProblem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new HttpProblem(status, kind, title, detail, all);
    }

    Refusal refusal() {
        return new Refusal(this);
    }

    /** Writes it, unless an answer has begun: then the connection is left to break, which a client can see. */
    public void write(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer had begun: " + kind);
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPES + kind);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.putAll(more);
        @Nullable String query = response.getHeader(QueryId.HEADER);
        if (query != null) {
            members.put("instance", "/sparql/queries/" + query);
            members.put("queryId", query);
        }
        if (more.get(RETRY_AFTER) instanceof Integer seconds) {
            response.setIntHeader("Retry-After", seconds);
        }
        response.getOutputStream().write(JSON.writeValueAsString(members).getBytes(StandardCharsets.UTF_8));
    }
}
