package khabar.endpoint;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The accounts of all who asked lately. */
final class Accounts {
    private static final int MOST_CLIENTS = 100_000;

    private final ClientSettings settings;
    private final LoadingCache<Client, Account> accounts;

    Accounts(ClientSettings settings) {
        this.settings = settings;
        this.accounts = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(client -> new Account(settings, client.signedIn()));
    }

    /** Of whom the request comes from; before access is decided, that is the address. */
    Account of(HttpServletRequest request) {
        return accounts.get(Client.of(request, settings.proxies()));
    }

    /** Tells with every answer how much computing is left. */
    static void tell(Account account, HttpServletResponse response) {
        response.setHeader(
                "RateLimit-Policy", "\"compute-ms\";q=" + account.quota() + ";w=" + Account.WINDOW.toSeconds());
        response.setHeader("RateLimit", "\"compute-ms\";r=" + account.left() + ";t=" + account.refilledIn());
    }
}
