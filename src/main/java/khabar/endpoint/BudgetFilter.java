package khabar.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a client in as long as its budget lasts, else answers 429 with the budget that is exhausted and when there is some
 * again. Every answer says how much computing is left.
 */
final class BudgetFilter extends OncePerRequestFilter {
    private static final String ACCOUNT = Account.class.getName();

    private final Accounts accounts;

    BudgetFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Of the client that the request came from; unlimited where it came by another way. */
    static Account account(HttpServletRequest request) {
        @Nullable Object account = request.getAttribute(ACCOUNT);
        return account instanceof Account found ? found : Account.unlimited();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(QueryId.HEADER, QueryId.of(request));
        Account account = accounts.of(request);
        Optional<HttpProblem> refused;
        try {
            refused = account.enter();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        Accounts.tell(account, response);
        if (refused.isPresent()) {
            RefusalAdvice.answer(refused.get(), request, response);
            return;
        }
        request.setAttribute(ACCOUNT, account);
        try {
            chain.doFilter(request, response);
        } finally {
            account.leave();
            if (isWrong(response.getStatus())) {
                account.wrong();
            }
        }
    }

    private static boolean isWrong(int status) {
        return status >= 400 && status < 500;
    }
}
