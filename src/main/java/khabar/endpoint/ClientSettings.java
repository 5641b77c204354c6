package khabar.endpoint;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one client of the public endpoint may take up.
 *
 * @param concurrent how many queries at the same time
 * @param compute how much computing in a minute
 * @param errors how many queries in a minute may be wrong
 * @param signedIn how many times as much a user who has signed in may take, of all these and of the longest time limit
 * @param proxies addresses of proxies of ours: who asks through one of them is whom it names in {@code X-Forwarded-For}
 */
@ConfigurationProperties("khabar.clients")
public record ClientSettings(
        @DefaultValue("2") int concurrent,
        @DefaultValue("60s") Duration compute,
        @DefaultValue("30") int errors,
        @DefaultValue("4") int signedIn,
        @DefaultValue List<String> proxies) {

    public ClientSettings {
        if (concurrent < 1 || compute.toSeconds() < 1 || errors < 1 || signedIn < 1) {
            throw new IllegalArgumentException("khabar.clients.concurrent " + concurrent + ", compute " + compute
                    + ", errors " + errors + ", signed-in " + signedIn);
        }
        proxies = List.copyOf(proxies);
    }
}
