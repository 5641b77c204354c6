package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a query for its answer, for our log, and for {@code DELETE /sparql/queries/{id}}: whoever knows it may end the
 * query. So it cannot be guessed; a client that wants to know it before the answer comes makes it up itself.
 */
final class QueryId {
    static final String HEADER = "X-Query-Id";

    private static final Pattern OF_A_CLIENT = Pattern.compile("[A-Za-z0-9-]{16,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private QueryId() {}

    static String of(HttpServletRequest request) {
        @Nullable String given = request.getHeader(HEADER);
        return given != null && OF_A_CLIENT.matcher(given).matches() ? given : random();
    }

    static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
