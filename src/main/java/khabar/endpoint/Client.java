package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who asks, as far as limits go: a user who has signed in, or an address. */
public record Client(String name, boolean signedIn) {
    /** What one household or one machine is given of the addresses of IPv6. */
    private static final int GROUPS = 4;

    public static Client of(HttpServletRequest request, List<String> proxies) {
        @Nullable String user = request.getRemoteUser();
        return user == null
                ? new Client("address " + network(address(request, proxies)), false)
                : new Client("user " + user, true);
    }

    /** The last that a proxy of ours has not set itself: what stands before it, anyone may have written. */
    private static String address(HttpServletRequest request, List<String> proxies) {
        String address = request.getRemoteAddr();
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        for (int hop = hops.size() - 1; hop >= 0 && proxies.contains(address); hop--) {
            address = hops.get(hop);
        }
        return address.length() > 64 ? address.substring(0, 64) : address;
    }

    private static String network(String address) {
        return address.contains(":") && !address.startsWith("::")
                ? Arrays.stream(address.split(":", -1)).limit(GROUPS).collect(Collectors.joining(":"))
                : address;
    }
}
