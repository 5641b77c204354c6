package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read out of a request, or said about it, in more than one place. */
final class Requests {
    private Requests() {}

    /** All Accept headers as one; null if there is none. */
    static @Nullable String accept(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Accept"));
        return headers.isEmpty() ? null : String.join(",", headers);
    }

    static Refusal notFound() {
        return HttpProblem.of(404, "not-found", "Nothing has this address", "No such thing is known here")
                .refusal();
    }
}
